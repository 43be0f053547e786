//! The laws of the journal, over random groups of devices.

use super::{
    stories::{Dice, FAR, hand, random_edit, story},
    *,
};
use crate::ledger::Id;

fn assert_same(one: &Book, other: &Book, why: &str) {
    assert_eq!(one.ledger(), other.ledger(), "{why}");
    assert_eq!(one.conflicts(), other.conflicts(), "{why}");
    assert_eq!(removed_records(one), removed_records(other), "{why}");
}

fn merged(books: &[&Book]) -> Book {
    let mut all = Book::default();
    for book in books {
        all.absorb(book.changes().to_vec());
    }
    all
}

#[test]
fn merge_commutes_associates_and_is_idempotent() {
    for seed in 0..60 {
        let books = story(seed, 3, 40);
        let [a, b, c] = &books[..] else { unreachable!() };
        assert_same(&merged(&[a, b]), &merged(&[b, a]), "commutes");
        assert_same(
            &merged(&[&merged(&[a, b]), c]),
            &merged(&[a, &merged(&[b, c])]),
            "associates",
        );
        let mut twice = merged(&[a, b, c]);
        let once = twice.clone();
        assert_eq!(twice.absorb(b.changes().to_vec()), Absorbed::default());
        assert_same(&once, &twice, "idempotent");
    }
}

#[test]
fn replay_ignores_arrival_order() {
    for seed in 0..60 {
        let book = merged(&story(seed, 4, 50).iter().collect::<Vec<_>>());
        let mut dice = Dice(seed + 7);
        let mut shuffled = book.changes().to_vec();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, dice.roll(at + 1));
        }
        let replayed = Book::from_changes(shuffled.clone());
        assert_same(&book, &replayed, "replayed at once");
        assert_eq!(book.faults(), replayed.faults());
        let mut one_by_one = Book::default();
        for change in shuffled {
            one_by_one.absorb(vec![change]);
        }
        assert_same(&book, &one_by_one, "one by one");
    }
}

#[test]
fn the_ledger_kept_in_step_is_the_ledger_replayed() {
    for seed in 0..40 {
        for book in story(seed, 2, 60) {
            let replayed = Book::from_changes(book.changes().to_vec());
            assert_same(&book, &replayed, "in step");
            assert_eq!(book.faults(), replayed.faults());
        }
    }
}

#[test]
fn undo_gives_the_ledger_before_and_redo_the_one_after() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let mut book = merged(&story(seed, 3, 25).iter().collect::<Vec<_>>());
        let before = book.clone();
        let edits: Vec<Edit> = (0..1 + dice.roll(3))
            .filter_map(|_| random_edit(&mut dice, &book))
            .collect();
        let act: Vec<Id> = book.act(&hand(7), 9, &edits).iter().map(|change| change.id).collect();
        let after = book.clone();
        let undone = book.undo(&hand(7), 10, &act);
        assert_eq!(undone.left, 0);
        assert_eq!(book.ledger(), before.ledger(), "undo of {edits:?}, seed {seed}");
        let count = |book: &Book| {
            book.conflicts()
                .iter()
                .map(|conflict| conflict.versions.len())
                .collect::<Vec<_>>()
        };
        assert_eq!(count(&book), count(&before), "conflicts after undo, seed {seed}");
        let act: Vec<Id> = undone.changes.iter().map(|change| change.id).collect();
        book.undo(&hand(7), 11, &act);
        assert_eq!(book.ledger(), after.ledger(), "redo of {edits:?}, seed {seed}");
    }
}

#[test]
fn ids_never_repeat_and_stamps_rise() {
    for seed in 0..30 {
        let book = merged(&story(seed, 5, 60).iter().collect::<Vec<_>>());
        let mut names: Vec<Id> = book.changes().iter().map(|change| change.id).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), book.changes().len());
        for change in book.changes() {
            if let Op::Set { replaces, .. } = &change.op {
                for seen in replaces.iter().filter_map(|id| book.change(*id)) {
                    let is_far_ahead = seen.stamp.millis >= FAR && change.stamp.millis < FAR;
                    assert!(
                        seen.stamp < change.stamp || is_far_ahead,
                        "a change is later than what it has seen"
                    );
                }
            }
        }
    }
}

#[test]
fn a_broken_chain_names_the_change() {
    let book = &story(3, 2, 30)[0];
    assert_eq!(verify(book.changes(), &[]), []);
    let mut altered = book.changes().to_vec();
    let at = altered
        .iter()
        .position(|change| matches!(change.op, Op::Set { .. }))
        .unwrap();
    if let Op::Set { value, .. } = &mut altered[at].op {
        *value = "改过".into();
    }
    assert_eq!(verify(&altered, &[]), [Fault::BrokenChain { change: altered[at].id }]);
    assert_eq!(
        merged(&[book]).absorb(altered.clone()).faults,
        [Fault::TwoFaces { change: altered[at].id }]
    );
}

#[test]
fn bytes_give_the_changes_back_and_damage_is_found() {
    let book = merged(&story(5, 3, 60).iter().collect::<Vec<_>>());
    let bytes = encode(book.changes());
    assert_eq!(decode(&bytes), (book.changes().to_vec(), None));
    for cut in 1..bytes.len() {
        let (read, fault) = decode(&bytes[..cut]);
        assert!(book.changes().starts_with(&read));
        assert!(fault.is_some() || encode(&read).len() == cut);
    }
}
