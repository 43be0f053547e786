//! Explanations of what checks found: whose they are, how they are taken back, and those whose values are gone.

use super::{Check, CheckFinding, Checked};
use crate::{
    journal::{Book, Edit},
    ledger::{Acknowledgement, Id, Ledger, Text},
};

/// Why a difference is as it should be, and who said so last.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    pub reason: Text,
    pub author: Text,
    /// When, in milliseconds since 1970.
    pub millis: u64,
}

/// An explanation that holds for nothing that is found now: other values stand there, or nothing differs any more.
#[derive(Debug, Clone, PartialEq)]
pub struct Outdated {
    pub record: Id,
    /// None for one of a newer version.
    pub check: Option<Check>,
    pub explanation: Explanation,
}

fn explanation(book: &Book, of: &Acknowledgement) -> Explanation {
    let changes = book.changes().iter().filter(|change| change.record() == of.id);
    let last = changes.max_by_key(|change| change.rank());
    Explanation {
        reason: of.reason.clone(),
        author: last.map(|change| change.author.clone()).unwrap_or_default(),
        millis: last.map_or(0, |change| change.stamp.millis),
    }
}

impl CheckFinding {
    fn is_subject_of(&self, known: &Acknowledgement) -> bool {
        *known.check == *self.check.code() && *known.subject == *self.subject
    }

    /// The explanation of these values.
    pub fn explanation(&self, book: &Book) -> Option<Explanation> {
        let seen = self.seen();
        let known = book.ledger().acknowledgements.iter().rev();
        let mut known = known.filter(|each| self.is_subject_of(each) && *each.seen == *seen);
        known.next().map(|known| explanation(book, known))
    }

    /// The reason that was given for other values, where these have none.
    pub fn earlier_reason(&self, ledger: &Ledger) -> Option<Text> {
        let mut known = ledger.acknowledgements.iter().rev();
        let known = known.find(|each| self.is_subject_of(each))?;
        (self.acknowledged.is_none() && !known.reason.is_empty()).then(|| known.reason.clone())
    }

    /// Takes every explanation of it back.
    pub fn take_back(&self, ledger: &Ledger) -> Vec<Edit> {
        let known = ledger.acknowledgements.iter().filter(|each| self.is_subject_of(each));
        known.map(|each| Edit::Remove { record: each.id }).collect()
    }
}

/// Explanations of the ledger that none of `found` needs.
pub fn outdated(book: &Book, found: &[CheckFinding]) -> Vec<Outdated> {
    let known = book.ledger().acknowledgements.iter();
    let needed = |each: &Acknowledgement| {
        found
            .iter()
            .any(|found| found.is_subject_of(each) && (found.acknowledged.is_none() || *each.seen == *found.seen()))
    };
    known
        .filter(|each| !needed(each))
        .map(|each| Outdated {
            record: each.id,
            check: Check::from_code(&each.check),
            explanation: explanation(book, each),
        })
        .collect()
}

/// Whether a check has anything to look at: what finds nothing there has passed, the others were not made.
pub fn was_made(check: Check, checked: &Checked<'_>) -> bool {
    use crate::ledger::Stated;
    let ledger = checked.ledger;
    let states = |rules: bool| {
        let mut all = ledger.statements.iter();
        all.any(|each| each.number.is_some() && each.what.is_some_and(|what| (what == Stated::Rules) == rules))
    };
    match check {
        Check::Counts => states(false),
        Check::Rules => states(true),
        Check::Accountability => !ledger.accountability.is_empty(),
        Check::Repeated => !checked.earlier.is_empty(),
        Check::NotInReport => checked.report.is_some(),
        Check::NotInPlan => checked.plan.is_some(),
        _ => ledger.findings().next().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        figures::{Checked, checks},
        journal::{Hand, NewRecord},
        ledger::{Actor, Field, Kind, Status, parse_date},
    };

    fn found(book: &Book) -> Vec<CheckFinding> {
        let today = parse_date("2026-11-25").expect("a date");
        checks(&Checked::new(book.ledger(), today))
    }

    #[test]
    fn an_explanation_has_its_author_and_can_be_taken_back() {
        let hand = Hand {
            actor: Actor::from_random(7),
            author: "王芳".into(),
            secret: Default::default(),
        };
        let mut book = Book::default();
        let finding = NewRecord::new(Kind::Finding)
            .with(Field::Title, "一")
            .with_status(Status::Done);
        let category = NewRecord::new(Kind::Category).with_children([finding]);
        let area = NewRecord::new(Kind::FocusArea).with_children([category]);
        book.act(&hand, 1, &[Edit::add(Id::ROOT, area)]);
        let first = found(&book).remove(0);
        assert_eq!(first.check, Check::NoResult);
        assert_eq!(first.explanation(&book), None);

        book.act(&hand, 5, &first.acknowledge(book.ledger(), "由上级机关办理"));
        let explained = found(&book).remove(0);
        let explanation = explained.explanation(&book).expect("an explanation");
        assert_eq!((&*explanation.author, explanation.millis), ("王芳", 5));
        assert_eq!(outdated(&book, &found(&book)), []);

        // Another value: a new question, that remembers the answer to the old one.
        let finding = book
            .ledger()
            .findings()
            .next()
            .map(|finding| finding.id)
            .expect("a finding");
        book.act(&hand, 6, &[Edit::set(finding, Field::Status, Status::Closed.code())]);
        let again = found(&book).remove(0);
        assert_eq!(again.explanation(&book), None);
        assert_eq!(again.earlier_reason(book.ledger()).as_deref(), Some("由上级机关办理"));
        assert_eq!(outdated(&book, &found(&book)), []);
        assert_eq!(outdated(&book, &[]).len(), 1);

        book.act(&hand, 7, &again.take_back(book.ledger()));
        assert_eq!(book.ledger().acknowledgements, []);
    }

    #[test]
    fn a_check_without_anything_to_look_at_was_not_made() {
        let ledger = Ledger::default();
        let mut checked = Checked::new(&ledger, Default::default());
        assert!(
            super::super::CHECKS
                .iter()
                .all(|(check, _)| !was_made(*check, &checked))
        );
        checked.plan = Some(&[]);
        assert!(was_made(Check::NotInPlan, &checked));
    }
}
