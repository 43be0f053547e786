//! The section on what is not finished: items with problem, reason, next step and deadline.

use super::{
    dates,
    draft::{Draft, DraftUnfinished, Why},
    fields,
    fold::{is_blank, one_line, problem_title, squeezed},
    labels::Label,
    lines::{Mark, Row},
    numbering::{Shape, numbering},
    progress::ends_a_sentence,
    section::{is_closing, is_problem, is_signature, span_in},
    status,
};
use crate::ledger::Field;

#[derive(Default)]
pub(super) struct Unfinished {
    /// How items are numbered: as the first heading of the section is.
    shape: Option<Shape>,
    /// The label whose text goes on.
    open: Option<Label>,
    /// The last number of a list within the label's text.
    listed: u32,
}

impl Unfinished {
    /// A line; `sure` tells that it reads as a heading or has a label under it.
    pub fn row(&mut self, row: Row<'_>, mark: Mark<'_>, sure: bool, last: bool, draft: &mut Draft) {
        match mark {
            Mark::Heading(shape, number, title) => {
                let first = *self.shape.get_or_insert(shape);
                let listed = self.open.is_some() && !sure && !is_problem(title) && number == self.listed + 1;
                if listed && (number == 1 || self.listed > 0) {
                    self.listed = number;
                    self.go_on(row, draft);
                } else if shape <= first && (first != Shape::Bare || shape == first) {
                    self.item(title, row, draft);
                } else if self.open.is_some() {
                    self.go_on(row, draft);
                } else {
                    draft.leave_unread(row, Why::HeadingOutOfPlace);
                }
            }
            Mark::Text if sure && self.may_begin(row.text, draft) => self.item(row.text, row, draft),
            Mark::Label(Label::Other, _) | Mark::Text | Mark::Noise | Mark::Continued => {
                self.text(row, mark, last, draft)
            }
            Mark::Label(label, text) => {
                // 整改措施 of what is not finished yet is what comes next.
                let words = squeezed(&row.text[..row.text.len() - text.len()], 40);
                let plain_measures = label == Label::Progress && words.contains("措施");
                let label = if plain_measures { Label::NextStep } else { label };
                self.labels(&fields::split(label, text), row, draft);
            }
        }
    }

    /// Whether a line without number or wording may be an item, where a label follows it.
    fn may_begin(&self, text: &str, draft: &Draft) -> bool {
        let one_sentence = text.chars().count() <= 80 && !text.trim_end_matches('。').contains('。');
        let ended = match (self.open, draft.unfinished.last()) {
            (Some(Label::Problem), Some(item)) => ends_a_sentence(&item.problem),
            (Some(Label::Reason), Some(item)) => ends_a_sentence(&item.reason),
            (Some(Label::NextStep), Some(item)) => ends_a_sentence(&item.next_step),
            (open, _) => open.is_none(),
        };
        one_sentence && ended && self.shape.is_none_or(|shape| shape == Shape::Bare)
    }

    /// An item, with the labels that may follow its title on the same line.
    pub fn item(&mut self, title: &str, row: Row<'_>, draft: &mut Draft) {
        let parts = fields::split(Label::Other, title);
        self.begin(parts[0].1, row, draft);
        if parts.len() > 1 {
            self.labels(&parts[1..], row, draft);
            draft.taken.dedup();
        }
    }

    /// What the labels of one line say; the first thing that is not understood is told of the line.
    fn labels(&mut self, parts: &[(Label, &str)], row: Row<'_>, draft: &mut Draft) {
        let mut why = None;
        for (label, text) in parts {
            let not_read = self.label(*label, text, row, draft);
            why = why.or(not_read);
        }
        match why {
            Some(why) => draft.leave_unread(row, why),
            None => draft.taken.push(row.number),
        }
    }

    fn begin(&mut self, title: &str, row: Row<'_>, draft: &mut Draft) {
        let head = status::at_end(title).map_or(title, |(.., head)| head);
        let name = problem_title(head);
        self.shape.get_or_insert(Shape::Bare);
        (self.open, self.listed) = (None, 0);
        draft.taken.push(row.number);
        draft.unfinished.push(DraftUnfinished {
            title: one_line(name),
            line: row.number,
            spans: vec![(Field::Title, span_in(&row, name))],
            ..DraftUnfinished::default()
        });
    }

    fn label(&mut self, label: Label, text: &str, row: Row<'_>, draft: &mut Draft) -> Option<Why> {
        (self.open, self.listed) = (None, 0);
        let year = fields::year(&draft.inspection);
        let item = self.shape.and(draft.unfinished.last_mut());
        match (label, item) {
            (Label::Deadline, Some(_)) if text.is_empty() => self.open = Some(label),
            (Label::Deadline, Some(item)) if item.deadline.is_none() => match dates::deadline(text, year) {
                Some(date) => {
                    item.deadline = Some(date);
                    item.spans.push((Field::Deadline, span_in(&row, text)));
                }
                None => {
                    let said = status::of_sentence(text.trim_matches(is_blank));
                    let Some(remedy) = said.and_then(|said| said.remedy) else {
                        return Some(Why::NoDate);
                    };
                    item.remedy = Some(remedy);
                    item.spans.push((Field::Remedy, span_in(&row, text)));
                }
            },
            (Label::Problem | Label::Reason | Label::NextStep, Some(item)) => {
                take(item, label, text, true, &row);
                self.open = Some(label);
                // 下一步措施：1.…, whose list goes on in the next line.
                self.listed = u32::from(numbering(text).is_some_and(|(_, number, _)| number == 1));
            }
            _ => return Some(Why::UnknownLabel),
        }
        None
    }

    fn text(&mut self, row: Row<'_>, mark: Mark<'_>, last: bool, draft: &mut Draft) {
        if is_closing(row.text) || self.shape.is_none() || last && is_signature(row.text) {
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
            return self.labels(&[(Label::Deadline, row.text)], row, draft);
        }
        let (Some(label), Some(item)) = (self.open, draft.unfinished.last_mut()) else {
            return draft.leave_unread(row, Why::Stray);
        };
        let paragraph = self.listed > 0 || ends_a_sentence(field(item, label).0);
        take(item, label, row.text, paragraph, &row);
        draft.taken.push(row.number);
    }
}

fn take(item: &mut DraftUnfinished, label: Label, text: &str, paragraph: bool, row: &Row<'_>) {
    let (words, of) = field(item, label);
    fields::append(words, text, paragraph);
    if !text.is_empty() {
        fields::widen(&mut item.spans, of, span_in(row, text));
    }
}

fn field(item: &mut DraftUnfinished, label: Label) -> (&mut String, Field) {
    match label {
        Label::Problem => (&mut item.problem, Field::Problem),
        Label::Reason => (&mut item.reason, Field::Reason),
        _ => (&mut item.next_step, Field::NextStep),
    }
}
