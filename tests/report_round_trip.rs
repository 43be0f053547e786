//! A report that is read into a ledger and written again is the same, line for line.

use std::path::Path;

use rectification_ledger::{
    formats::report::{
        read_report,
        write::{Prose, Report, Style, item_order, plain, write},
    },
    journal::{Book, Hand},
    ledger::{Actor, Ledger},
};

// mod written;

/// Reads a report, stores it, and writes it from the ledger in its own style and with its own free text.
pub fn read_and_write(text: &str) -> String {
    let draft = read_report(text);
    let ledger = stored(text);
    let (style, prose) = (Style::from_report(&draft, text), Prose::from_draft(&draft, text));
    let order = item_order(&draft, &ledger);
    let mut report = Report::new(&ledger, &style, &prose);
    report.order = &order;
    plain(&write(&report))
}

/// The ledger that a report becomes.
pub fn stored(text: &str) -> Ledger {
    let mut book = Book::default();
    let hand = Hand {
        actor: Actor::from_random(1),
        author: "".into(),
    };
    book.act(&hand, 0, &read_report(text).into_edits());
    book.ledger().clone()
}

/// A line without white space, its marks, letters and digits in half width.
fn folded(line: &str) -> String {
    let half = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '｡' => '。',
        other => other,
    };
    let shown = line
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{feff}');
    shown.map(half).collect()
}

/// The lines that two texts do not share, with `-` for the first one and `+` for the second.
fn diff(first: &str, second: &str) -> String {
    let lines = |text: &str| -> Vec<String> { text.lines().map(folded).filter(|line| !line.is_empty()).collect() };
    let (first, second) = (lines(first), lines(second));
    // Lengths of the longest common parts from each pair of lines on.
    let mut common = vec![vec![0; second.len() + 1]; first.len() + 1];
    for (at, line) in first.iter().enumerate().rev() {
        for (other, same) in second.iter().enumerate().rev() {
            common[at][other] = if line == same {
                common[at + 1][other + 1] + 1
            } else {
                common[at + 1][other].max(common[at][other + 1])
            };
        }
    }
    let (mut at, mut other, mut out) = (0, 0, String::new());
    while at < first.len() || other < second.len() {
        if at < first.len() && other < second.len() && first[at] == second[other] {
            (at, other) = (at + 1, other + 1);
        } else if other == second.len() || at < first.len() && common[at + 1][other] >= common[at][other + 1] {
            out += &format!("{:>4} - {}\n", at + 1, first[at]);
            at += 1;
        } else {
            out += &format!("{:>4} + {}\n", other + 1, second[other]);
            other += 1;
        }
    }
    out
}

#[track_caller]
fn check(name: &str, text: &str) {
    let difference = diff(text, &read_and_write(text));
    assert!(difference.is_empty(), "{name}\n{difference}");
}

#[test]
fn a_published_report_comes_back() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    check("jinjiang-media-2025.txt", &text);
    let written = read_and_write(&text);
    assert_eq!(stored(&written).focus_areas.len(), 4);
}

#[test]
fn the_sample_of_the_page_comes_back() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/sample-report.txt");
    let text = std::fs::read_to_string(path).expect("the page has a sample");
    check("sample-report.txt", &text);
    // This one differs in nothing at all.
    assert_eq!(read_and_write(&text).trim_end(), text.trim_end());
}

#[test]
fn the_style_of_the_sample_is_the_standard_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/sample-report.txt");
    let text = std::fs::read_to_string(path).expect("the page has a sample");
    assert_eq!(Style::from_report(&read_report(&text), &text), Style::default());
}

#[test]
fn a_difference_is_shown_by_line() {
    assert_eq!(diff("甲（1）\n乙\n丙", "甲 (1)\n丙\n丁"), "   2 - 乙\n   3 + 丁\n");
}
