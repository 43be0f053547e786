//! The fixtures, damaged: every cut, every missing line, lines that changed places, noise. Nothing panics, no line is lost.

use rectification_ledger::formats::report::{Corrections, read_report, read_reports};

use super::super::fixtures;
use super::tree::{assert_all_lines, assert_spans};

#[track_caller]
fn check(text: &str) {
    let drafts = read_reports(text, &Corrections::default());
    assert_all_lines(text, &drafts);
    assert_spans(text, &drafts);
    assert_all_lines(text, &[read_report(text)]);
}

/// Random numbers, the same at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

#[test]
fn any_beginning_of_a_report() {
    for (at, (_, text)) in fixtures().iter().enumerate() {
        // Every line's end and start, and each seventh letter, another one in each report.
        for (count, (end, letter)) in text.char_indices().enumerate() {
            if count % 7 == at % 7 || letter == '\n' || text[..end].ends_with('\n') {
                check(&text[..end]);
            }
        }
    }
}

#[test]
fn any_line_missing_and_any_two_swapped() {
    for (_, text) in fixtures() {
        let lines: Vec<&str> = text.lines().collect();
        for at in 0..lines.len() {
            check(&[&lines[..at], &lines[at + 1..]].concat().join("\n"));
            for other in at + 1..lines.len() {
                let mut swapped = lines.clone();
                swapped.swap(at, other);
                let text = swapped.join("\n");
                assert_all_lines(&text, &read_reports(&text, &Corrections::default()));
            }
        }
    }
}

#[test]
fn random_bytes() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for (_, text) in fixtures() {
        for _ in 0..60 {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..1 + random.below(8) {
                let at = random.below(bytes.len());
                bytes[at] = random.below(256) as u8;
            }
            check(&String::from_utf8_lossy(&bytes));
        }
    }
}
