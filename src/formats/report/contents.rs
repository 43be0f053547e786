//! The list of contents that may stand before a report: headings that come again, with what stands under them, further on.

use std::ops::Range;

use super::{
    fold::{is_blank, key, squeezed},
    lines::{Mark, Row},
    section::without_count,
};

/// The rows of a list of contents; none where there is none.
pub(super) fn find(rows: &[Row<'_>], marks: &[Mark<'_>]) -> Range<usize> {
    let named = rows
        .iter()
        .take(60)
        .position(|row| matches!(&*squeezed(row.text, 5), "目录" | "目次" | "内容提要"));
    let from = named.map_or(0, |at| at + 1);
    let Some(first) = (from..rows.len()).find(|at| matches!(marks[*at], Mark::Heading(..))) else {
        return 0..0;
    };
    let Some(wanted) = entry(&marks[first]) else {
        return 0..0;
    };
    let again = (first + 2..rows.len()).find(|at| entry(&marks[*at]).is_some_and(|entry| entry == wanted));
    let Some(again) = again else { return 0..0 };
    // Nothing but headings, and of those no two alike.
    let headings = marks[first..again]
        .iter()
        .filter(|mark| matches!(mark, Mark::Heading(..)))
        .count();
    let other = again - first - headings;
    if other * 4 > headings {
        return 0..0;
    }
    named.unwrap_or(first)..again
}

/// The numbers of the lines of a list of contents.
pub(super) fn lines(text: &str) -> Range<usize> {
    let rows = super::lines::rows(text);
    let marks: Vec<_> = rows.iter().map(|row| super::lines::mark(row.text)).collect();
    let found = find(&rows, &marks);
    let number = |at: usize| rows.get(at).map_or(0, |row| row.number);
    number(found.start)..if found.is_empty() { 0 } else { number(found.end) }
}

/// A heading as a list of contents and the text itself both have it.
fn entry(mark: &Mark<'_>) -> Option<(super::numbering::Shape, u32, String)> {
    let Mark::Heading(shape, number, title) = mark else {
        return None;
    };
    // 标题……12
    let title = title.trim_end_matches(|letter: char| letter.is_ascii_digit() || is_blank(letter));
    let title = title.trim_end_matches(['.', '…', '·', '-', '—', '．']);
    let title = without_count(title).0;
    Some((*shape, *number, key(title)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::report::lines::{mark, rows};

    #[track_caller]
    fn check(text: &str, expected: Range<usize>) {
        let rows = rows(text);
        let marks: Vec<_> = rows.iter().map(|row| mark(row.text)).collect();
        assert_eq!(find(&rows, &marks), expected, "{text}");
    }

    #[test]
    fn lists_of_contents() {
        check("目录\n一、甲……1\n二、乙……3\n一、甲\n文\n二、乙", 0..3);
        check("题\n(一)甲方面（7个问题）\n(二)乙方面（2个问题）\n(一)甲方面\n文", 1..3);
        check("一、甲\n文\n二、乙\n文\n一、甲", 0..0);
        check("一、甲\n二、乙", 0..0);
        check("", 0..0);
    }
}
