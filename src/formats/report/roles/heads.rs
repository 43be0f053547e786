//! The lines that are headings, by their number, their words or the label under them.

use super::{Place, title};
use crate::formats::report::{
    corrections::{Corrections, LineRole},
    labels::Label,
    lines::{Mark, Row, starts_with_ordinal},
    numbering::Shape,
    outline::Head,
    progress::ends_a_sentence,
    section::{is_area, is_bare_section, is_outcome, is_problem, is_progress_label},
};

pub(super) fn heads(rows: &[Row<'_>], marks: &[Mark<'_>], places: &[Place], corrections: &Corrections) -> Vec<Head> {
    let bare = bare_phrases(rows, marks);
    let mut heads: Vec<Head> = Vec::new();
    // The shape and the next number of a list that a label has announced.
    let mut list = None;
    for at in 0..rows.len() {
        if places[at] != Place::Text {
            continue;
        }
        let role = corrections.role(rows[at].number);
        let (shape, number) = match (role, &marks[at]) {
            (Some(LineRole::Body), _) => continue,
            (_, Mark::Heading(shape, number, _)) => (*shape, *number),
            (None, _) if bare.binary_search(&at).is_err() => continue,
            _ => (Shape::Bare, 0),
        };
        let title = title(&rows[at], &marks[at]);
        let next = marks.get(at + 1);
        let above = at.checked_sub(1).map(|above| (&marks[above], rows[above].text));
        let after_label = above.is_some_and(|(mark, text)| is_progress_label(mark) || text.ends_with([':', '：']));
        let worded = is_problem(title) || is_area(title);
        let in_list = !worded && (after_label && number == 1 || list == Some((shape, number)));
        list = in_list.then_some((shape, number + 1));
        // What follows the last measure of a list is not its label, but for 整改情况, which nothing but a finding has.
        let labelled = match next {
            Some(Mark::Label(Label::Progress, text)) => !(in_list && is_outcome(rows[at + 1].text, text)),
            Some(Mark::Label(Label::Other | Label::Deadline, _)) => false,
            Some(Mark::Label(..)) => !in_list,
            _ => false,
        };
        let counted = rows.get(at + 1).is_some_and(|row| starts_with_ordinal(row.text)) && !title.contains('。');
        heads.push(Head {
            row: at,
            shape,
            number,
            sure: role.is_some() || shape == Shape::Bare || labelled || counted || worded,
            after_label,
            top: role == Some(LineRole::Section) || role.is_none() && shape == Shape::Bare && is_bare_section(title),
        });
    }
    heads
}

/// Lines that are findings without number or wording, told by the label under them, in documents that have more of them
/// than of headings with a label.
fn bare_phrases(rows: &[Row<'_>], marks: &[Mark<'_>]) -> Vec<usize> {
    let mut phrases = Vec::new();
    let mut headings = 0;
    for at in 1..rows.len() {
        if !is_progress_label(&marks[at]) {
            continue;
        }
        let text = rows[at - 1].text;
        let one_sentence = text.chars().count() <= 80 && !text.trim_end_matches('。').contains('。');
        let begins = at < 2
            || !matches!(marks[at - 2], Mark::Label(_, "")) && ends_a_sentence(rows[at - 2].text)
            || matches!(marks.get(at.wrapping_sub(2)), Some(Mark::Heading(..)));
        match marks[at - 1] {
            Mark::Heading(..) => headings += 1,
            Mark::Text if one_sentence && begins && !starts_with_ordinal(text) => phrases.push(at - 1),
            _ => {}
        }
    }
    if phrases.len() > headings { phrases } else { Vec::new() }
}
