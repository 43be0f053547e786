//! The section on what is not finished: items with problem, reason, next step and deadline.

use chrono::Datelike;

use super::{
    dates,
    draft::{Draft, DraftUnfinished, Why},
    fold::problem_title,
    lines::{Label, Mark, Numbering, Row},
    progress::ends_a_sentence,
    section::is_closing,
};

#[derive(Default)]
pub(super) struct Unfinished {
    /// How items are numbered: as the first heading of the section is.
    numbering: Option<Numbering>,
    /// The label whose text goes on.
    open: Option<Label>,
}

impl Unfinished {
    pub fn row(&mut self, row: Row<'_>, mark: Mark<'_>, draft: &mut Draft) {
        match mark {
            Mark::Heading(numbering, title) if numbering <= *self.numbering.get_or_insert(numbering) => {
                draft.taken.push(row.number);
                draft.unfinished.push(new_item(problem_title(title), row.number));
                self.open = None;
            }
            Mark::Heading(..) if self.open.is_some() => self.go_on(row, draft),
            Mark::Heading(..) => draft.leave_unread(row, Why::HeadingOutOfPlace),
            Mark::Label(Label::Other, _) | Mark::Text => self.text(row, mark, draft),
            Mark::Label(label, text) => self.label(label, text, row, draft),
        }
    }

    fn label(&mut self, label: Label, text: &str, row: Row<'_>, draft: &mut Draft) {
        // 整改措施 of what is not finished yet is what comes next.
        let plain_measures = label == Label::Progress && row.text[..row.text.len() - text.len()].contains("措施");
        let label = if plain_measures { Label::NextStep } else { label };
        self.open = None;
        let year = year(draft);
        let item = self.numbering.and(draft.unfinished.last_mut());
        match (label, item) {
            (Label::Deadline, Some(_)) if text.is_empty() => self.open = Some(label),
            (Label::Deadline, Some(item)) if item.deadline.is_none() => match dates::deadline(text, year) {
                Some(date) => item.deadline = Some(date),
                None => return draft.leave_unread(row, Why::NoDate),
            },
            (Label::Problem | Label::Reason | Label::NextStep, Some(item)) => {
                append(field(item, label), text, true);
                self.open = Some(label);
            }
            _ => return draft.leave_unread(row, Why::UnknownLabel),
        }
        draft.taken.push(row.number);
    }

    fn text(&mut self, row: Row<'_>, mark: Mark<'_>, draft: &mut Draft) {
        if is_closing(row.text) || self.numbering.is_none() {
            draft.leave_as_prose(row);
        } else if self.open.is_some() {
            self.go_on(row, draft);
        } else {
            draft.leave_unread(
                row,
                if mark == Mark::Text {
                    Why::Stray
                } else {
                    Why::UnknownLabel
                },
            );
        }
    }

    /// A further line of the label that is open.
    fn go_on(&mut self, row: Row<'_>, draft: &mut Draft) {
        if self.open == Some(Label::Deadline) {
            return self.label(Label::Deadline, row.text, row, draft);
        }
        let (Some(label), Some(item)) = (self.open, draft.unfinished.last_mut()) else {
            return draft.leave_unread(row, Why::Stray);
        };
        let text = field(item, label);
        let paragraph = ends_a_sentence(text);
        append(text, row.text, paragraph);
        draft.taken.push(row.number);
    }
}

/// The year of a date that names none.
fn year(draft: &Draft) -> Option<i32> {
    draft
        .inspection
        .feedback
        .or(draft.inspection.period_to)
        .map(|date| date.year())
}

fn append(text: &mut String, more: &str, paragraph: bool) {
    if paragraph && !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

fn field(item: &mut DraftUnfinished, label: Label) -> &mut String {
    match label {
        Label::Problem => &mut item.problem,
        Label::Reason => &mut item.reason,
        Label::NextStep | Label::Progress | Label::Deadline | Label::Other => &mut item.next_step,
    }
}

fn new_item(title: &str, line: usize) -> DraftUnfinished {
    DraftUnfinished {
        title: title.into(),
        line,
        problem: String::new(),
        reason: String::new(),
        next_step: String::new(),
        deadline: None,
        matched: None,
        candidates: Vec::new(),
    }
}
