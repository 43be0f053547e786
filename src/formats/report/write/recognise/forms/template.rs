//! A form made of a record's lines: its own words, with holes where the ledger knows what they say.

use super::{
    super::super::{
        Number, Numbers,
        numbers::{push_han, push_number},
    },
    Block, Builder,
};
use crate::{
    formats::report::{
        DraftFinding, DraftUnfinished, Span, Spans,
        fold::{fold, is_blank, offset},
        span_of,
    },
    ledger::{Field, Remedy},
};

impl Builder<'_> {
    /// The words of a block, with holes for what the ledger knows.
    pub(super) fn template(
        &self,
        block: &Block<'_>,
        title: Option<(Span, String)>,
        mut holes: Vec<(String, Span, String)>,
        number: Option<&Number>,
    ) -> Option<String> {
        if block.lines.iter().any(|line| line.contains(['{', '}'])) {
            return None;
        }
        holes.extend(title.map(|(span, title)| (String::from("title"), span, title)));
        // Of two at one place the first one stands; a status before the remedy that its words say too.
        crate::ledger::sort_by_key(&mut holes, |(_, span, _)| span.from);
        let mut holes = holes.iter().peekable();
        let mut out = String::new();
        let mut done = 0;
        for (count, line) in block.lines.iter().enumerate() {
            let from = offset(self.text, line);
            let end = from + line.len();
            if done >= end {
                continue;
            }
            if count > 0 && done <= from {
                out.push('\n');
            }
            let mut pos = done.max(from);
            while let Some((name, span, value)) = holes.next_if(|(_, span, _)| span.from < end) {
                if span.from < pos || span.to <= span.from {
                    continue;
                }
                let words = self.text.get(pos..span.from)?;
                if count == 0 && pos == from {
                    lead(line, words, number, &mut out);
                } else {
                    out.push_str(words);
                }
                push_hole(name, span.of(self.text), value, &mut out);
                pos = span.to;
                done = pos;
            }
            if pos < end {
                let words = self.text.get(pos..end)?;
                if count == 0 && pos == from {
                    lead(line, words, number, &mut out);
                } else {
                    out.push_str(words);
                }
            }
        }
        Some(out)
    }
}

/// What stands before a title: its number becomes a hole.
fn lead(line: &str, words: &str, number: Option<&Number>, out: &mut String) {
    let Some(number) = number else {
        return out.push_str(words);
    };
    if let Some((_, _, rest)) = Numbers::read(line) {
        let token = offset(line, rest);
        if !number.written.is_empty() && alike(&line[..token], &number.written) && token <= words.len() {
            out.push_str("{n}");
            return out.push_str(&words[token..]);
        }
    }
    push_number_alone(words, number, out);
}

/// A number before a title in other marks than those of the style.
fn push_number_alone(words: &str, number: &Number, out: &mut String) {
    let (mut digits, mut han, mut both) = (String::new(), String::new(), String::new());
    push_number(number.count, &mut digits);
    push_han(number.count, &mut han);
    push_number(number.above, &mut both);
    both.push('.');
    both.push_str(&digits);
    let is_digit = |letter: char| letter.is_ascii_digit();
    let found = [(&both, "{above}.{digits}"), (&digits, "{digits}"), (&han, "{han}")];
    for (written, hole) in found {
        if let Some(at) = words.find(written.as_str()) {
            let (before, after) = (&words[..at], &words[at + written.len()..]);
            let part_of_more = before.ends_with(is_digit) || after.starts_with(is_digit);
            let far = before.chars().count() > 8;
            if !part_of_more && !far {
                out.push_str(before);
                out.push_str(hole);
                return out.push_str(after);
            }
        }
    }
    out.push_str(words);
}

/// A field in place of the words that say it.
fn push_hole(name: &str, passage: &str, value: &str, out: &mut String) {
    let coded = matches!(name, "status" | "deadline" | "remedy");
    out.push('{');
    out.push_str(name);
    if coded {
        out.push('=');
        out.push_str(value);
        out.push('|');
        out.extend(passage.split(['\n', '\r']).map(|line| line.trim_matches(is_blank)));
    }
    out.push('}');
    if let Some(more) = passage.strip_prefix(value).filter(|_| !coded && !value.is_empty()) {
        out.extend(more.split(['\n', '\r']));
    }
}

pub(super) fn finding_holes(finding: &DraftFinding) -> Vec<(String, Span, String)> {
    let day = finding.deadline.map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        (Field::Status, finding.status.code()),
        (Field::Detail, &finding.detail),
        (Field::Deadline, &day),
        (Field::Leader, &finding.leader),
        (Field::Department, &finding.department),
        (Field::Owner, &finding.owner),
        (Field::Problem, &finding.problem),
        (Field::Reason, &finding.reason),
        (Field::NextStep, &finding.next_step),
        (Field::Remedy, finding.remedy.map_or("", Remedy::code)),
    ];
    let mut holes = of_spans(&finding.spans, &fields);
    for (count, measure) in finding.measures.iter().enumerate() {
        let fields = [(Field::Heading, measure.heading.as_str()), (Field::Body, &measure.text)];
        let own = of_spans(&measure.spans, &fields);
        holes.extend(
            own.into_iter()
                .map(|(name, span, value)| (format!("{}.{name}", count + 1), span, value)),
        );
    }
    holes
}

pub(super) fn item_holes(item: &DraftUnfinished) -> Vec<(String, Span, String)> {
    let day = item.deadline.map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        (Field::Problem, item.problem.as_str()),
        (Field::Reason, &item.reason),
        (Field::NextStep, &item.next_step),
        (Field::Deadline, &day),
    ];
    of_spans(&item.spans, &fields)
}

fn of_spans(spans: &Spans, fields: &[(Field, &str)]) -> Vec<(String, Span, String)> {
    let found = fields.iter().filter_map(|(field, value)| {
        let span = span_of(spans, field).filter(|_| !value.is_empty())?;
        Some((field.name().to_owned(), span, (*value).to_owned()))
    });
    found.collect()
}

/// Whether texts are the same but for white space and the width of marks.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let letters = |text| -> Vec<char> {
        let letters = str::chars(text).filter(|letter| !is_blank(*letter));
        letters.map(fold).collect()
    };
    letters(one) == letters(other)
}
