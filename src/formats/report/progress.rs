//! The section on progress: focus areas, categories, findings and their measures.

use super::{
    draft::{Draft, DraftArea, DraftCategory, DraftFinding, DraftMeasure, Line, Unread, Why},
    fold::{is_blank, problem_title},
    lines::{Label, Mark, Numbering, Row, starts_with_ordinal},
    measures,
    section::is_closing,
};
use crate::ledger::Status;

pub(super) struct Progress<'a> {
    title: &'a str,
    /// An area of this section stands last in the draft.
    in_area: bool,
    /// The progress text of the last finding, until the next heading.
    body: Vec<Piece<'a>>,
}

/// One row of a progress text.
struct Piece<'a> {
    row: Row<'a>,
    /// The row without its label.
    text: &'a str,
    /// It begins a paragraph; otherwise it goes on with a line that was broken.
    paragraph: bool,
}

impl<'a> Progress<'a> {
    pub fn new(title: &'a str) -> Progress<'a> {
        Progress {
            title,
            in_area: false,
            body: Vec::new(),
        }
    }

    pub fn row(&mut self, row: Row<'a>, mark: Mark<'a>, draft: &mut Draft) {
        match mark {
            Mark::Heading(numbering, title) => self.heading(numbering, title, row, draft),
            Mark::Label(Label::Progress, text) if self.in_area => {
                self.close_body(draft);
                self.body.push(Piece {
                    row,
                    text,
                    paragraph: true,
                });
            }
            Mark::Label(label, _) if label != Label::Other => {
                self.close_body(draft);
                draft.leave_unread(row, Why::UnknownLabel);
            }
            Mark::Label(..) | Mark::Text => self.text(row, draft),
        }
    }

    pub fn close(mut self, draft: &mut Draft) {
        self.close_body(draft);
        self.end_category(draft);
    }

    fn heading(&mut self, numbering: Numbering, title: &'a str, row: Row<'a>, draft: &mut Draft) {
        self.close_body(draft);
        draft.taken.push(row.number);
        match numbering {
            Numbering::Han | Numbering::HanInBrackets => {
                self.end_category(draft);
                draft.areas.push(DraftArea {
                    title: title.trim_end_matches(is_blank).into(),
                    line: row.number,
                    categories: Vec::new(),
                });
                self.in_area = true;
            }
            Numbering::Digits => {
                self.end_category(draft);
                self.area(row.number, draft).categories.push(DraftCategory {
                    title: problem_title(title).into(),
                    line: row.number,
                    findings: Vec::new(),
                });
            }
            Numbering::DigitsInBrackets => {
                let title = problem_title(title);
                self.category(row.number, draft)
                    .findings
                    .push(new_finding(title, row.number));
            }
        }
    }

    fn text(&mut self, row: Row<'a>, draft: &mut Draft) {
        let ordinal = starts_with_ordinal(row.text);
        let broken_off = self.body.last().is_some_and(|piece| !ends_a_sentence(piece.text));
        if broken_off || ordinal && self.in_area {
            self.body.push(Piece {
                row,
                text: row.text,
                paragraph: ordinal,
            });
        } else if !self.in_area || is_closing(row.text) {
            draft.leave_as_prose(row);
        } else {
            draft.leave_unread(row, Why::Stray);
        }
    }

    /// Turns the progress text into the measures of the finding it stands under.
    fn close_body(&mut self, draft: &mut Draft) {
        let pieces = std::mem::take(&mut self.body);
        let Some(first) = pieces.first() else { return };
        let mut text = String::new();
        let mut starts = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            if piece.paragraph && !text.is_empty() {
                text.push('\n');
            }
            starts.push(text.len());
            text.push_str(piece.text);
        }
        let (before, found) = measures::split(&text);
        if found.is_empty() {
            for piece in &pieces {
                draft.leave_unread(piece.row, Why::NoMeasures);
            }
            return;
        }
        draft.taken.extend(pieces.iter().map(|piece| piece.row.number));
        if !before.is_empty() {
            draft.unread.push(Unread {
                line: Line {
                    number: first.row.number,
                    text: before.into(),
                },
                why: Why::Stray,
            });
        }
        let line_at = |at: usize| {
            pieces[starts.partition_point(|start| *start <= at).saturating_sub(1)]
                .row
                .number
        };
        let read = found.into_iter().map(|(at, measure)| {
            let (heading, text) = measures::heading_and_text(measure);
            DraftMeasure {
                heading: heading.into(),
                text: text.into(),
                line: line_at(at),
            }
        });
        self.finding(first.row.number, draft).measures.extend(read);
    }

    /// A category that ends without a finding is one itself.
    fn end_category(&self, draft: &mut Draft) {
        if self.in_area
            && let Some(category) = draft.areas.last_mut().and_then(|area| area.categories.last_mut())
        {
            stand_for_itself(category);
        }
    }

    /// The area that a category goes under: the last one, or one named like the section.
    fn area<'d>(&mut self, line: usize, draft: &'d mut Draft) -> &'d mut DraftArea {
        if !self.in_area || draft.areas.is_empty() {
            draft.areas.push(DraftArea {
                title: self.title.into(),
                line,
                categories: Vec::new(),
            });
            self.in_area = true;
        }
        let last = draft.areas.len() - 1;
        &mut draft.areas[last]
    }

    /// The category that a finding goes under: the last one, or one named like the area.
    fn category<'d>(&mut self, line: usize, draft: &'d mut Draft) -> &'d mut DraftCategory {
        let area = self.area(line, draft);
        if area.categories.is_empty() {
            area.categories.push(DraftCategory {
                title: problem_title(&area.title).into(),
                line: area.line,
                findings: Vec::new(),
            });
        }
        let last = area.categories.len() - 1;
        &mut area.categories[last]
    }

    /// The finding that measures go under: the last one, or the category itself.
    fn finding<'d>(&mut self, line: usize, draft: &'d mut Draft) -> &'d mut DraftFinding {
        let category = self.category(line, draft);
        stand_for_itself(category);
        let last = category.findings.len() - 1;
        &mut category.findings[last]
    }
}

fn stand_for_itself(category: &mut DraftCategory) {
    if category.findings.is_empty() {
        category.findings.push(new_finding("", category.line));
    }
}

fn new_finding(title: &str, line: usize) -> DraftFinding {
    DraftFinding {
        title: title.into(),
        line,
        status: Status::Done,
        deadline: None,
        problem: String::new(),
        reason: String::new(),
        next_step: String::new(),
        measures: Vec::new(),
    }
}

/// Whether a line comes to an end, so that the next one is no broken part of it.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let text = text
        .trim_end_matches(|letter| is_blank(letter) || matches!(letter, '”' | '’' | '」' | '』' | '》' | ')' | '）'));
    text.ends_with(['。', '！', '？', '；', '!', '?', ';', '…', '.'])
}
