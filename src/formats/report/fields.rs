//! What labels say of a finding: status, deadline, who is responsible, problem, reason and next step.

use chrono::Datelike;

use super::{
    dates,
    draft::{DraftFinding, Span, Spans, Why},
    fold::{fold, is_blank},
    labels::{self, Label},
    progress::ends_a_sentence,
    status::{self, Said},
};
use crate::ledger::{Field, Inspection, Status};

/// The text of a label, or a line of it.
pub(super) struct Part<'a> {
    pub text: &'a str,
    pub span: Span,
    /// The year of a date that names none.
    pub year: Option<i32>,
}

/// Takes in what a label says; what is not understood has a reason.
pub(super) fn set(finding: &mut DraftFinding, label: Label, part: &Part<'_>) -> Option<Why> {
    let text = part.text.trim_matches(is_blank);
    if text.is_empty() {
        return None; // What it says follows on the next line.
    }
    let (words, field) = match label {
        Label::Status => match status::of_sentence(text) {
            Some(said) => {
                set_status(finding, said, part.span);
                return None;
            }
            None => return Some(Why::NoStatus),
        },
        Label::Deadline => {
            if finding.deadline.is_some() {
                return Some(Why::NoDate);
            } else if let Some(date) = dates::deadline(text, part.year) {
                finding.deadline = Some(date);
                finding.spans.push((Field::Deadline, part.span));
            } else if let Some(remedy) = status::of_sentence(text).and_then(|said| said.remedy) {
                finding.remedy = Some(remedy);
                finding.spans.push((Field::Remedy, part.span));
            } else {
                return Some(Why::NoDate);
            }
            return None;
        }
        Label::Leader => (&mut finding.leader, Field::Leader),
        Label::Department => (&mut finding.department, Field::Department),
        Label::Owner => (&mut finding.owner, Field::Owner),
        Label::Reported => (&mut finding.detail, Field::Detail),
        Label::Problem => (&mut finding.problem, Field::Problem),
        Label::Reason => (&mut finding.reason, Field::Reason),
        Label::NextStep => (&mut finding.next_step, Field::NextStep),
        Label::Progress | Label::Other => return Some(Why::UnknownLabel),
    };
    let who = matches!(label, Label::Leader | Label::Department | Label::Owner);
    let text = if who {
        text.trim_end_matches(|letter| is_blank(letter) || matches!(fold(letter), '。' | ';' | ','))
    } else {
        text
    };
    let paragraph = ends_a_sentence(words);
    append(words, text, paragraph);
    widen(&mut finding.spans, field, part.span);
    // What was not finished has a reason; a status that the report says stands above that.
    let told = finding.spans.iter().any(|(field, _)| *field == Field::Status);
    if label == Label::Reason && !told && finding.status == Status::Done {
        finding.status = Status::InProgress;
    }
    None
}

/// Whether the text of a label may go on in the next line. Who and when stand on one.
pub(super) fn goes_on(label: Label) -> bool {
    matches!(
        label,
        Label::Problem | Label::Reason | Label::NextStep | Label::Reported | Label::Progress
    )
}

/// Sets the status, unless the report said one before, and how long the remedy takes.
pub(super) fn set_status(finding: &mut DraftFinding, said: Said, span: Span) {
    if finding.spans.iter().all(|(field, _)| *field != Field::Status) {
        finding.status = said.status;
        finding.spans.push((Field::Status, span));
    }
    if let Some(remedy) = said.remedy
        && finding.remedy.is_none()
    {
        finding.remedy = Some(remedy);
        finding.spans.push((Field::Remedy, span));
    }
}

/// Several labels on one line, each with its text: 责任领导：甲；责任部门：乙. A text in sentences is parted at their ends alone.
pub(super) fn split(first: Label, text: &str) -> Vec<(Label, &str)> {
    let mut parts = Vec::new();
    let (mut label, mut from, mut at) = (first, 0, 0);
    while at < text.len() {
        let letter = text[at..].chars().next().unwrap_or(' ');
        let next = at + letter.len_utf8();
        let short = matches!(
            label,
            Label::Leader | Label::Department | Label::Owner | Label::Deadline | Label::Status
        );
        let boundary = matches!(fold(letter), ';' | '。') || short && (is_blank(letter) || fold(letter) == ',');
        let found = if boundary {
            labels::read(text[next..].trim_start_matches(is_blank))
        } else {
            None
        };
        let known = found.filter(|(known, _)| !matches!(known, Label::Other | Label::Progress | Label::Reported));
        if let Some((known, rest)) = known {
            // The full stop belongs to the sentence.
            let end = if short { at } else { next };
            parts.push((label, text[from..end].trim_matches(is_blank)));
            (label, from) = (known, text.len() - rest.len());
            at = from;
        } else {
            at = next;
        }
    }
    parts.push((label, text[from..].trim_matches(is_blank)));
    parts
}

pub(super) fn append(text: &mut String, more: &str, paragraph: bool) {
    if paragraph && !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

/// Takes a further passage into the span of a field.
pub(super) fn widen(spans: &mut Spans, field: Field, more: Span) {
    match spans.iter_mut().find(|(of, _)| *of == field) {
        Some((_, span)) => span.to = span.to.max(more.to),
        None => spans.push((field, more)),
    }
}

/// The year of a date that names none.
pub(super) fn year(inspection: &Inspection) -> Option<i32> {
    inspection.feedback.or(inspection.period_to).map(|date| date.year())
}
