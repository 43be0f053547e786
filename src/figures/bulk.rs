//! One act on many findings: what it would do to each, before it is done.

use crate::{
    journal::{Book, Edit},
    ledger::{Field, Finding, Id, Status},
};

/// What is done to all of them.
#[derive(Debug, Clone, PartialEq)]
pub enum BulkAct {
    /// The empty text clears the field.
    Set(Field, String),
    /// The note alone.
    Note,
    Remove,
}

/// Findings are in the order of the ledger; those that are in it no more are in neither list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BulkPlan {
    /// One act.
    pub edits: Vec<Edit>,
    pub changed: Vec<Id>,
    /// Those that have the value already: nothing is written for them, no note either.
    pub same: Vec<Id>,
}

/// `findings` are sorted. The note, unless it is empty, goes below what each of the changed ones has as its note.
pub fn bulk(book: &Book, findings: &[Id], act: &BulkAct, note: &str) -> BulkPlan {
    let note = note.trim();
    let mut plan = BulkPlan::default();
    let all = book.ledger().findings();
    for finding in all.filter(|finding| findings.binary_search(&finding.id).is_ok()) {
        let changes = match act {
            BulkAct::Set(field, value) => !has(book, finding.id, field, value.trim()),
            BulkAct::Note => !note.is_empty(),
            BulkAct::Remove => true,
        };
        if !changes {
            plan.same.push(finding.id);
            continue;
        }
        plan.changed.push(finding.id);
        if let BulkAct::Set(field, value) = act {
            plan.edits.push(Edit::set(finding.id, field.clone(), value.trim()));
        }
        if !note.is_empty() {
            plan.edits
                .push(Edit::set(finding.id, Field::Note, with_note(finding, note)));
        }
        if *act == BulkAct::Remove {
            plan.edits.push(Edit::Remove { record: finding.id });
        }
    }
    plan
}

/// Whether a field shows that value. No status is the first one.
fn has(book: &Book, record: Id, field: &Field, value: &str) -> bool {
    let now = book.value(record, field);
    match field {
        Field::Status => Status::from_code(&now).unwrap_or_default() == Status::from_code(value).unwrap_or_default(),
        _ => now.as_str() == value,
    }
}

fn with_note(finding: &Finding, note: &str) -> String {
    if finding.note.is_empty() {
        note.to_owned()
    } else {
        [&*finding.note, "\n", note].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        journal::{Hand, NewRecord},
        ledger::{Actor, Kind, sort_by},
    };

    fn hand() -> Hand {
        Hand {
            actor: Actor::from_random(5),
            author: "王芳".into(),
            secret: Default::default(),
        }
    }

    /// Three findings: 甲 in progress with a note, 乙 without a status, 丙 done by 办公室.
    fn book() -> (Book, Vec<Id>) {
        let finding = |title: &str| NewRecord::new(Kind::Finding).with(Field::Title, title);
        let category = NewRecord::new(Kind::Category).with_children([
            finding("甲")
                .with_status(Status::InProgress)
                .with(Field::Note, "旧备注"),
            finding("乙"),
            finding("丙")
                .with_status(Status::Done)
                .with(Field::Department, "办公室"),
        ]);
        let area = NewRecord::new(Kind::FocusArea).with_children([category]);
        let mut book = Book::default();
        book.act(&hand(), 1_000, &[Edit::add(Id::ROOT, area)]);
        let mut ids: Vec<Id> = book.ledger().findings().map(|finding| finding.id).collect();
        sort_by(&mut ids, Ord::cmp);
        (book, ids)
    }

    #[test]
    fn what_has_the_value_is_left_alone() {
        let (mut book, ids) = book();
        let act = BulkAct::Set(Field::Status, "not_started".into());
        let plan = bulk(&book, &ids, &act, " 重新核定 ");
        assert_eq!((plan.changed.len(), plan.same.len()), (2, 1));
        let changes = book.act(&hand(), 2_000, &plan.edits);
        let told = |book: &Book| -> Vec<(Status, String)> {
            let findings = book.ledger().findings();
            findings
                .map(|finding| (finding.status, finding.note.to_string()))
                .collect()
        };
        let none = Status::NotStarted;
        assert_eq!(
            told(&book),
            [
                (none, "旧备注\n重新核定".into()),
                (none, "".into()),
                (none, "重新核定".into())
            ]
        );
        assert_eq!(bulk(&book, &ids, &act, "重新核定").changed, []);
        // One act: undone at once.
        let act: Vec<Id> = changes.iter().map(|change| change.id).collect();
        assert_eq!(book.undo(&hand(), 3_000, &act).left, 0);
        let before = [
            (Status::InProgress, "旧备注".into()),
            (none, "".into()),
            (Status::Done, "".into()),
        ];
        assert_eq!(told(&book), before);
    }

    #[test]
    fn a_value_is_cleared_and_those_chosen_alone_are_changed() {
        let (book, ids) = book();
        let clear = BulkAct::Set(Field::Department, " ".into());
        let plan = bulk(&book, &ids, &clear, "");
        assert_eq!((plan.edits.len(), plan.same.len()), (1, 2));
        let first = book.ledger().findings().next().expect("甲").id;
        let plan = bulk(&book, &[first], &BulkAct::Set(Field::Owner, "李军".into()), "");
        assert_eq!(plan.edits, [Edit::set(first, Field::Owner, "李军")]);
        assert_eq!(bulk(&book, &ids, &BulkAct::Note, " ").same.len(), 3);
    }

    #[test]
    fn a_removal_with_a_note_raises_no_question() {
        let (mut book, ids) = book();
        let plan = bulk(&book, &ids[..2], &BulkAct::Remove, "与第三个问题合并");
        book.act(&hand(), 2_000, &plan.edits);
        assert_eq!(book.ledger().findings().count(), 1);
        assert_eq!(book.faults(), []);
        assert!(book.value(ids[1], &Field::Note).ends_with("与第三个问题合并"));
        // What is gone counts no more.
        assert_eq!(bulk(&book, &ids, &BulkAct::Remove, "").changed.len(), 1);
    }
}
