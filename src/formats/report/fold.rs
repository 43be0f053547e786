//! Texts made alike for comparing, as the ledger does it, and where a part of a text stands.

pub(super) use crate::ledger::{cut_word, eat_any_word, eat_word, fold, is_blank, key, plain, problem_title};

/// The first letters of a text, plain and without blanks.
pub(super) fn squeezed(text: &str, most: usize) -> String {
    let letters = text.chars().filter(|letter| !is_blank(*letter));
    letters.take(most).map(plain).collect()
}

/// Where a part of a text begins in it, in bytes.
pub(super) fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// A title without the end of the line that it was broken at.
pub(super) fn one_line(title: &str) -> String {
    let lines = title.split(['\n', '\r']);
    lines.map(|line| line.trim_matches(is_blank)).collect()
}
