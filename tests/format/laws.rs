//! `read(write(x))` is `x`, and no prefix of a file is taken for one.

use rectification_ledger::{
    formats::json::{LIMIT, Refusal, read, write},
    journal::{Absorbed, Book, Edit, NewRecord},
    ledger::{Field, Id, Kind},
};

use crate::story::{EXPORTED, actor, full, hand, ids, random};

#[test]
fn what_was_written_is_read_back() {
    for seed in 0..200 {
        let mut book = random(seed);
        let text = write(actor(7), &book, EXPORTED);
        let incoming = read(text.as_bytes()).unwrap_or_else(|refusal| panic!("seed {seed}: {refusal:?}"));
        assert_eq!(incoming.changes, book.changes(), "seed {seed}");
        assert_eq!((incoming.id, incoming.exported_at), (Some(actor(7)), Some(EXPORTED)));
        assert_eq!(
            (&incoming.faults, &incoming.hand_edits, &incoming.unknown),
            (&vec![], &vec![], &vec![]),
            "seed {seed}"
        );
        assert_eq!(&incoming.ledger(), book.ledger());
        assert_eq!(
            book.absorb(incoming.changes),
            Absorbed::default(),
            "taking it in again changes nothing"
        );
    }
}

#[test]
fn an_empty_book_is_a_file_too() {
    let text = write(actor(7), &Book::default(), 0);
    let incoming = read(text.as_bytes()).unwrap();
    assert_eq!(
        (incoming.id, incoming.changes, incoming.hand_edits),
        (None, vec![], vec![])
    );
}

#[test]
fn every_prefix_of_a_file_is_refused_as_cut_short() {
    let text = write(actor(7), &full(), EXPORTED);
    for end in 0..text.len() - 1 {
        match read(&text.as_bytes()[..end]) {
            Err(Refusal::NotJson { cut_short: true, .. }) => {}
            other => panic!("cut at {end}: {other:?}"),
        }
    }
}

#[test]
fn no_damage_to_a_file_makes_the_reader_panic() {
    let text = write(actor(7), &full(), EXPORTED);
    let mut taken = 0;
    // Three and ten have no divisor in common: each letter of damage is still used everywhere.
    for at in (0..text.len()).step_by(3) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] = b"\"{}[],:0x\xff"[at % 10];
        if let Ok(incoming) = read(&bytes) {
            let same = bytes == text.as_bytes();
            let readable_only = incoming.changes == full().changes();
            let named = !incoming.faults.is_empty() || !incoming.unknown.is_empty();
            assert!(
                same || readable_only || named,
                "an altered change at {at} goes unnoticed"
            );
            incoming.with_hand_edits(&hand(9, ""), 1);
            taken += 1;
        }
    }
    assert!(
        taken > 100,
        "most damage inside of texts leaves a file that can be read"
    );
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    let refusal = read(&vec![0xff; LIMIT + 1]).unwrap_err();
    let expected = Refusal::TooLarge {
        bytes: LIMIT + 1,
        limit: LIMIT,
    };
    assert_eq!(refusal, expected);
}

#[test]
fn fifty_thousand_changes_stay_under_twelve_million_bytes() {
    let mut book = Book::default();
    let finding = NewRecord::new(Kind::Finding)
        .with(Field::Title, "归档不及时")
        .with(Field::Department, "办公室");
    let category = NewRecord::new(Kind::Category).with_children(vec![finding; 20]);
    let area = NewRecord::new(Kind::FocusArea).with_children(vec![category; 100]);
    book.act(&hand(1, "王芳 办公室"), EXPORTED, &[Edit::add(Id::ROOT, area)]);
    let findings = ids(&book, Kind::Finding);
    for step in 0..48_000 {
        let field = [Field::Owner, Field::Deadline, Field::Status, Field::Note][step % 4].clone();
        let value = [
            ["李军", "王芳"],
            ["2026-12-31", "2027-01-31"],
            ["done", "closed"],
            ["已完成", "已复核"],
        ][step % 4];
        let edit = Edit::set(findings[step / 4 % findings.len()], field, value[step / 8_000 % 2]);
        book.act(&hand(2, "李军 保管科"), EXPORTED + step as u64 * 61_007, &[edit]);
    }
    let text = write(actor(7), &book, EXPORTED);
    assert!(book.changes().len() > 50_000);
    assert!(
        text.len() < 12_000_000,
        "{} bytes for {} changes",
        text.len(),
        book.changes().len()
    );
    println!("{} bytes for {} changes", text.len(), book.changes().len());
    assert_eq!(read(text.as_bytes()).unwrap().changes, book.changes());
}
