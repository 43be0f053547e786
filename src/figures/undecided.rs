//! 待裁定: findings with a field that two people set without having seen each other's value, until somebody chooses.

use crate::{
    journal::Book,
    ledger::{Field, Id, Kind, sort_by},
};

/// The findings that conflicts are of or stand under, sorted.
pub fn undecided(book: &Book) -> Vec<Id> {
    let conflicts = book.conflicts().into_iter();
    let mut found: Vec<Id> = conflicts
        .filter_map(|conflict| finding_above(book, conflict.record))
        .collect();
    sort_by(&mut found, Ord::cmp);
    found.dedup();
    found
}

fn finding_above(book: &Book, record: Id) -> Option<Id> {
    let mut at = record;
    // A rule stands under a measure, and that under a finding.
    for _ in 0..3 {
        if book.kind(at) == Some(&Kind::Finding) {
            // One that may be removed is in no table.
            return book.value(at, &Field::Removed).is_empty().then_some(at);
        }
        at = book.parent_in(&book.value(at, &Field::Place))?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        journal::{Edit, Hand, NewRecord},
        ledger::Actor,
    };

    fn hand(number: u64) -> Hand {
        Hand {
            actor: Actor::from_random(number),
            author: "王芳".into(),
            secret: Default::default(),
        }
    }

    #[test]
    fn a_finding_is_undecided_until_somebody_chooses() {
        let rule = NewRecord::new(Kind::Rule).with(Field::Title, "办法");
        let measure = NewRecord::new(Kind::Measure)
            .with(Field::Heading, "修订办法。")
            .with_children([rule]);
        let finding = |title: &str| NewRecord::new(Kind::Finding).with(Field::Title, title);
        let category =
            NewRecord::new(Kind::Category).with_children([finding("甲").with_children([measure]), finding("乙")]);
        let area = NewRecord::new(Kind::FocusArea).with_children([category]);
        let mut office = Book::default();
        office.act(&hand(5), 1_000, &[Edit::add(Id::ROOT, area)]);
        let mut department = office.clone();
        let ids: Vec<Id> = office.ledger().findings().map(|finding| finding.id).collect();
        let measure = office.ledger().finding(ids[0]).expect("甲").measures[0].clone();
        // Of the rule under its measure, of the ledger itself, and the same value twice.
        let edits = |value: &str| {
            [
                Edit::set(measure.rules[0].id, Field::Title, value),
                Edit::set(Id::ROOT, Field::Unit, value),
                Edit::set(ids[1], Field::Note, "同样"),
            ]
        };
        office.act(&hand(5), 2_000, &edits("一"));
        department.act(&hand(6), 3_000, &edits("二"));
        office.absorb(department.changes().to_vec());
        assert_eq!(undecided(&office), [ids[0]]);
        let chosen = Edit::set(measure.rules[0].id, Field::Title, "一");
        office.act(&hand(5), 4_000, &[chosen]);
        assert_eq!(undecided(&office), []);
    }
}
