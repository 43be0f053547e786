//! Single cases: undo beside others, conflicts, removals, words of a newer version.

use super::{
    stories::{REGISTERS, hand, ids, small_ledger},
    *,
};
use crate::ledger::{Field, Id, Kind, Ledger, Status};

#[test]
fn undo_leaves_what_somebody_else_has_set_since() {
    let mut book = Book::default();
    book.act(&hand(1), 1, &small_ledger());
    let finding = ids(&book, Kind::Finding)[0];
    let act: Vec<Id> = book
        .act(&hand(1), 2, &[Edit::set(finding, Field::Owner, "甲")])
        .iter()
        .map(|change| change.id)
        .collect();
    book.act(&hand(2), 3, &[Edit::set(finding, Field::Owner, "乙")]);
    assert_eq!(book.undo(&hand(1), 4, &act).left, 1);
    assert_eq!(book.value(finding, &Field::Owner), "乙");
}

#[test]
fn a_conflict_keeps_both_values_until_somebody_chooses() {
    let mut one = Book::default();
    one.act(&hand(1), 1, &small_ledger());
    let mut two = one.clone();
    let finding = ids(&one, Kind::Finding)[0];
    one.act(&hand(1), 20, &[Edit::set(finding, Field::Owner, "王芳")]);
    two.act(&hand(2), 10, &[Edit::set(finding, Field::Owner, "李军")]);
    one.absorb(two.changes().to_vec());
    let conflicts = one.conflicts();
    assert_eq!(conflicts.len(), 1);
    let values: Vec<&str> = conflicts[0]
        .versions
        .iter()
        .map(|version| version.value.as_str())
        .collect();
    assert_eq!(values, ["李军", "王芳"]);
    assert_eq!(one.value(finding, &Field::Owner), "王芳", "the later one shows");
    one.act(&hand(3), 30, &[Edit::set(finding, Field::Owner, "王芳")]);
    assert!(
        one.conflicts().is_empty(),
        "choosing the value that shows settles it too"
    );
}

#[test]
fn an_edit_of_a_removed_finding_becomes_a_question() {
    let mut one = Book::default();
    one.act(&hand(1), 1, &small_ledger());
    let mut two = one.clone();
    let finding = ids(&one, Kind::Finding)[0];
    let measure = one.ledger().finding(finding).unwrap().measures[0].id;
    one.act(&hand(1), 2, &[Edit::Remove { record: finding }]);
    assert_eq!(one.faults(), []);
    two.act(&hand(2), 3, &[Edit::set(measure, Field::Heading, "新措施")]);
    let edit = two.changes().last().unwrap().id;
    one.absorb(two.changes().to_vec());
    let question = Fault::EditedThoughRemoved {
        record: finding,
        changes: vec![edit],
    };
    assert_eq!(one.faults(), [question]);
    assert_eq!(one.ledger().findings().count(), 3);
    one.act(&hand(1), 4, &[Edit::Restore { record: finding }]);
    assert_eq!(one.ledger().finding(finding).unwrap().measures[0].heading, "新措施");
    assert_eq!(one.faults(), []);
}

#[test]
fn words_of_a_newer_version_are_carried_along() {
    let mut book = Book::default();
    let meeting = NewRecord::new(Kind::from_name("meeting")).with(Field::from_name("held_on"), "2026-11-24");
    book.act(&hand(1), 1, &[Edit::add(Id::ROOT, meeting)]);
    assert_eq!(book.ledger(), &Ledger::default());
    assert_eq!(book.faults(), []);
    assert_eq!(decode(&encode(book.changes())).0, book.changes());
}

#[test]
fn what_is_not_in_the_ledger_is_not_in_question_and_not_set() {
    let mut one = Book::default();
    one.act(&hand(1), 1, &small_ledger());
    let mut two = one.clone();
    let finding = ids(&one, Kind::Finding)[0];
    one.act(&hand(1), 2, &[Edit::set(finding, Field::Owner, "甲")]);
    two.act(&hand(2), 3, &[Edit::set(finding, Field::Owner, "乙")]);
    one.absorb(two.changes().to_vec());
    assert_eq!(one.conflicts().len(), 1);
    let category = one.ledger().whereabouts(finding).expect("it stands somewhere").1.id;
    one.act(&hand(1), 4, &[Edit::Remove { record: category }]);
    assert_eq!(one.conflicts(), [], "it went with its category");
    one.act(&hand(1), 5, &[Edit::Restore { record: category }]);
    assert_eq!(one.conflicts().len(), 1, "and comes back with it");
    let stranger = "000000000009-9".parse().expect("an id");
    assert_eq!(one.act(&hand(1), 6, &[Edit::set(stranger, Field::Owner, "丙")]), []);
}

#[test]
fn a_clock_far_ahead_draws_nobody_with_it() {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    let mut book = Book::default();
    book.act(&hand(1), 1_000, &small_ledger());
    let finding = ids(&book, Kind::Finding)[0];
    book.act(&hand(2), 1_000 + 400 * DAY, &[Edit::set(finding, Field::Owner, "甲")]);
    let changes = book.act(
        &hand(1),
        2_000,
        &[
            Edit::set(finding, Field::Owner, "乙"),
            Edit::set(finding, Field::Note, "丙"),
        ],
    );
    let stamps: Vec<(u64, u32)> = changes
        .iter()
        .map(|change| (change.stamp.millis, change.stamp.tick))
        .collect();
    assert_eq!(stamps, [(2_000, 0), (2_000, 1)]);
    assert_eq!(book.value(finding, &Field::Owner), "乙");
    assert_eq!(book.conflicts(), []);
    // A clock an hour ahead is followed: nobody can tell whose is right.
    let hour = book.act(&hand(3), 3_000 + DAY / 24, &[Edit::set(finding, Field::Owner, "丁")]);
    let after = book.act(&hand(1), 4_000, &[Edit::set(finding, Field::Owner, "戊")]);
    assert!(hour[0].stamp < after[0].stamp);
}

#[test]
fn of_a_field_that_stands_twice_the_first_value_counts() {
    let read = |first: &str, second: &str| {
        let mut book = Book::default();
        let measure = NewRecord::new(Kind::Measure)
            .with(Field::Status, first)
            .with(Field::Status, second);
        let mut edits = small_ledger();
        edits.truncate(1);
        book.act(&hand(1), 1, &edits);
        let finding = ids(&book, Kind::Finding)[0];
        let made = book.act(&hand(1), 2, &[Edit::add(finding, measure)])[0].id;
        let ledger = Book::from_changes(book.changes().to_vec()).ledger().clone();
        assert_eq!(&ledger, book.ledger());
        let measures = &ledger.finding(finding).expect("it stands there").measures;
        let status = measures
            .iter()
            .find(|measure| measure.id == made)
            .map(|measure| measure.status);
        (status, book.faults().to_vec(), made)
    };
    let (status, faults, _) = read("done", "no status");
    assert_eq!((status, faults), (Some(Status::Done), vec![]));
    let (status, faults, record) = read("no status", "done");
    let fault = Fault::BadValue {
        record,
        field: Field::Status,
        value: "no status".into(),
    };
    assert_eq!((status, faults), (Some(Status::NotStarted), vec![fault]));
}

#[test]
fn a_bad_value_is_named_and_mending_it_takes_the_fault_back() {
    let mut book = Book::default();
    book.act(&hand(1), 1, &small_ledger());
    let record = ids(&book, Kind::Recovered)[0];
    book.act(&hand(1), 2, &[Edit::set(record, Field::Amount, "约三万元")]);
    let fault = Fault::BadValue {
        record,
        field: Field::Amount,
        value: "约三万元".into(),
    };
    assert_eq!(book.faults(), [fault]);
    book.act(&hand(1), 3, &[Edit::set(record, Field::Amount, "3 ten_thousand_yuan")]);
    assert_eq!(book.faults(), []);
    let finding = book.ledger().findings().next().expect("there are some");
    let amount = finding.recovered[0].amount.map(|amount| amount.written());
    assert_eq!(amount.as_deref(), Some("3万元"));
}

#[test]
fn one_field_is_undone_and_redone_step_by_step() {
    let mut book = Book::default();
    book.act(&hand(1), 1, &small_ledger());
    let finding = ids(&book, Kind::Finding)[0];
    let ids_of = |changes: &[Change]| changes.iter().map(|change| change.id).collect::<Vec<Id>>();
    let mut done: Vec<Vec<Id>> = ["甲", "乙", "丙"]
        .iter()
        .map(|owner| ids_of(&book.act(&hand(1), 2, &[Edit::set(finding, Field::Owner, *owner)])))
        .collect();
    let mut undone = Vec::new();
    // Back and forth, twice over: what an undo gives back stands for what it gives back.
    for _ in 0..2 {
        for expected in ["乙", "甲", ""] {
            let undo = book.undo(&hand(1), 3, &done.pop().unwrap());
            assert_eq!((undo.left, &*book.value(finding, &Field::Owner)), (0, expected));
            undone.push(ids_of(&undo.changes));
        }
        for expected in ["甲", "乙", "丙"] {
            let redo = book.undo(&hand(1), 4, &undone.pop().unwrap());
            assert_eq!((redo.left, &*book.value(finding, &Field::Owner)), (0, expected));
            done.push(ids_of(&redo.changes));
        }
    }
    // What somebody else set in between is given back too, and not undone as if it were one's own.
    book.act(&hand(2), 5, &[Edit::set(finding, Field::Owner, "丁")]);
    let mine = ids_of(&book.act(&hand(1), 6, &[Edit::set(finding, Field::Owner, "戊")]));
    assert_eq!(book.undo(&hand(1), 7, &mine).left, 0);
    assert_eq!(book.value(finding, &Field::Owner), "丁");
    assert_eq!(book.undo(&hand(1), 8, &done.pop().unwrap()).left, 1);
    assert_eq!(book.value(finding, &Field::Owner), "丁");
}

#[test]
fn an_edit_of_any_record_is_in_step_at_once() {
    let mut book = Book::default();
    book.act(&hand(1), 1, &small_ledger());
    for (kind, field) in REGISTERS {
        let words = [
            "甲",
            "7",
            "persons",
            "0.5 yuan",
            "2026-11-30",
            "approved",
            "held",
            "warning",
        ];
        for record in ids(&book, kind.clone()) {
            let mut words = words.iter().filter(|word| field.accepts(word));
            let word = *words.next().expect("a value of the field");
            book.act(&hand(1), 2, &[Edit::set(record, field.clone(), word)]);
            assert_eq!(book.value(record, &field), word);
            let replayed = Book::from_changes(book.changes().to_vec());
            assert_eq!(book.ledger(), replayed.ledger(), "{kind:?}");
            assert_eq!(book.faults(), []);
        }
    }
}
