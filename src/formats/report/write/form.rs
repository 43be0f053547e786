//! Forms: how a report words one record where that is not its style, as a text with the record's fields in braces.
//!
//! ```text
//! form   = [ "{section}" ] ( "{}" | line ( "\n" line )* | )
//! line   = ( words | "{" hole "}" )*
//! hole   = name [ "=" value "|" words ]       these words, as long as the field has this value
//! name   = field | count "." field            a field of the record, or of its measure of that count
//!        | "n" | "digits" | "han" | "above"   the heading's number, in its style or alone; that of the heading above
//! ```
//!
//! `{}` is a record without any words of its own; `{section}` an area that a new section of the report begins with.

use std::borrow::Cow;

use super::{
    ParagraphKind, Writer, ends_a_sentence,
    numbers::{push_han, push_number},
};
use crate::ledger::{Field, Finding, Id, Status, parse_date};

/// What an area begins with where a new section begins with it.
pub(super) const SECTION: &str = "{section}";
/// A record that the report has no words for.
pub(super) const NOTHING: &str = "{}";

/// A number of a heading, as its style writes it and alone.
#[derive(Clone)]
pub(super) struct Number {
    pub written: String,
    pub count: usize,
    pub above: usize,
}

/// A hole of a form.
pub(super) struct Hole<'f> {
    pub name: &'f str,
    /// A value, and the words for it.
    pub said: Option<(&'f str, &'f str)>,
}

/// The pieces of a line: words, or a hole.
pub(super) fn pieces(line: &str) -> Vec<Result<&str, Hole<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((words, after)) = rest.split_once('{') {
        if !words.is_empty() {
            pieces.push(Ok(words));
        }
        let (hole, after) = after.split_once('}').unwrap_or((after, ""));
        let (name, said) = match hole.split_once('=') {
            Some((name, said)) => (name, said.split_once('|')),
            None => (hole, None),
        };
        pieces.push(Err(Hole { name, said }));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Ok(rest));
    }
    pieces
}

/// The names of a form's holes.
pub(super) fn holes(form: &str) -> impl Iterator<Item = &str> {
    pieces(form)
        .into_iter()
        .filter_map(|piece| piece.err().map(|hole| hole.name))
}

/// How many measures a form has places for.
fn measures(form: &str) -> usize {
    let mut most = 0;
    for piece in pieces(form) {
        if let Err(hole) = piece
            && let Some((count, _)) = hole.name.split_once('.')
        {
            most = most.max(count.parse().unwrap_or(0));
        }
    }
    most
}

/// What came of a measure, behind its words. The form has the stop behind them where they end without one.
fn with_outcome(words: &str, outcome: &str) -> String {
    let outcome = outcome.trim_end_matches('。');
    let stop = ends_a_sentence(words);
    let parts = [words, if stop { "" } else { "。" }, outcome];
    let end = if stop && !ends_a_sentence(outcome) { "。" } else { "" };
    parts.concat() + end
}

impl<'a> Writer<'a> {
    /// Whether a finding is written as its form has it: it has one, with a place for each of its measures, and tells of
    /// none that is not carried out as if it were.
    pub(super) fn has_form(&self, finding: &Finding) -> bool {
        !finding.form.is_empty()
            && measures(&finding.form) == finding.measures.len()
            && finding.measures.iter().all(|measure| {
                !self.is_withheld(measure.id) && (finding.status.is_complete() || measure.status.is_complete())
            })
    }

    /// Writes a form. `value` gives the fields by name; a line of holes that are all empty is left out.
    pub(super) fn form(
        &mut self,
        form: &str,
        level: u8,
        record: Id,
        number: &Number,
        value: &dyn Fn(&str) -> Option<Cow<'a, str>>,
    ) {
        for (at, line) in form.lines().enumerate() {
            let (mut text, mut holes, mut filled, mut body) = (String::new(), 0, 0, false);
            for piece in pieces(line) {
                let hole = match piece {
                    Ok(words) => {
                        text.push_str(words);
                        continue;
                    }
                    Err(hole) => hole,
                };
                let before = text.len();
                body |= hole.name.contains('.');
                match hole.name {
                    "n" => text.push_str(&number.written),
                    "digits" => push_number(number.count, &mut text),
                    "han" => push_han(number.count, &mut text),
                    "above" => push_number(number.above, &mut text),
                    name => {
                        holes += 1;
                        let now = value(name).unwrap_or_default();
                        match hole.said {
                            Some((then, words)) if *then == *now => text.push_str(words),
                            Some((_, words)) if !now.is_empty() => self.changed(name, &now, words, &mut text),
                            _ => text.push_str(&now),
                        }
                        filled += usize::from(text.len() > before);
                    }
                }
            }
            if holes == 0 || filled > 0 {
                let is_heading = at == 0 && !body;
                let kind = if is_heading {
                    ParagraphKind::Heading(level)
                } else {
                    ParagraphKind::Body
                };
                self.lines(kind, &text, Some(record));
            }
        }
    }

    /// A status or a day that is another one now, in place of the words that said the old one.
    fn changed(&self, name: &str, now: &str, words: &str, out: &mut String) {
        if let Some(status) = Status::from_code(now) {
            out.push_str(self.report.style.status_words.word(status));
        } else if let Some(day) = parse_date(now) {
            super::prose::push_date(day, out);
            if words.contains('前') {
                out.push('前');
            }
        } else if name != Field::Remedy.name() {
            out.push_str(now);
        }
        if words.ends_with('。') {
            out.push('。');
        }
    }

    /// The fields of a finding as its form names them, in its words for the public where it has some.
    pub(super) fn finding_value(&self, finding: &'a Finding, title: &'a str, name: &str) -> Option<Cow<'a, str>> {
        let own: &'a str = match name.split_once('.') {
            Some((count, field)) => {
                let at = count.parse::<usize>().ok()?.checked_sub(1)?;
                let measure = finding.measures.get(at)?;
                let (words, is_last) = match field {
                    "heading" => {
                        let words = self.words(measure.id, &Field::Heading, &measure.heading);
                        (words, measure.text.is_empty())
                    }
                    "text" => (self.words(measure.id, &Field::Body, &measure.text), true),
                    _ => return None,
                };
                let outcome = self.outcome(measure);
                if is_last && !words.is_empty() && !outcome.is_empty() {
                    return Some(with_outcome(words, outcome).into());
                }
                words
            }
            None => match name {
                "title" => title,
                "detail" => &finding.detail,
                "status" => finding.status.code(),
                "remedy" => finding.remedy.map_or("", |remedy| remedy.code()),
                "leader" => &finding.leader,
                "department" => &finding.department,
                "owner" => &finding.owner,
                "problem" => self.words(finding.id, &Field::Problem, &finding.problem),
                "reason" => self.words(finding.id, &Field::Reason, &finding.reason),
                "next_step" => self.words(finding.id, &Field::NextStep, &finding.next_step),
                "deadline" => return finding.deadline.map(|day| day.to_string().into()),
                _ => return None,
            },
        };
        Some(own.into())
    }
}
