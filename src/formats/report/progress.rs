//! The section on progress: focus areas, categories, findings, their labels and their measures.

mod text;

use super::{
    body::Piece,
    corrections::{Corrections, TextKind},
    draft::{Draft, DraftArea, DraftCategory, DraftFinding, Why},
    feedback,
    fields::{self, Part},
    fold::{is_blank, offset, one_line, problem_title},
    labels::Label,
    levels::Level,
    lines::{Row, starts_with_ordinal},
    registers::{self, Context, DraftStated, Plain},
    section::{body_in, is_closing, is_signature, span_in, title_of_filled, without_count},
    status,
};
use crate::ledger::{Field, Status};

pub(super) struct Progress<'a> {
    kind: TextKind,
    pub corrections: &'a Corrections,
    pub context: Context<'a>,
    /// The title of the section, and the status of findings in it that say none.
    title: &'a str,
    group: Option<Status>,
    /// An area of this section stands last in the draft.
    in_area: bool,
    /// The heading that text goes under.
    at: Option<Level>,
    /// The farewell has begun.
    over: bool,
    /// The label whose text goes on.
    open: Option<Label>,
    /// The progress text of the last finding, until the next heading.
    body: Vec<Piece<'a>>,
    /// A label, an ordinal or a number says that the text is one of progress.
    announced: bool,
}

impl<'a> Progress<'a> {
    pub fn new(kind: TextKind, corrections: &'a Corrections, context: Context<'a>) -> Progress<'a> {
        Progress {
            kind,
            corrections,
            context,
            title: "",
            group: None,
            in_area: false,
            at: None,
            over: false,
            open: None,
            body: Vec::new(),
            announced: false,
        }
    }

    /// Another section on progress begins.
    pub fn begin(&mut self, title: &'a str, group: Option<Status>) {
        self.title = title;
        self.group = group;
        self.in_area = false;
        self.at = None;
        self.over = false;
    }

    pub fn end(&mut self, draft: &mut Draft) {
        self.close_body(draft);
        self.end_category(draft);
        self.at = None;
        self.over = false;
    }

    pub fn heading(&mut self, level: Level, title: &'a str, row: Row<'a>, draft: &mut Draft) {
        if level == Level::Finding && self.at == Some(Level::Category) && !self.announced {
            // Text between a category and its findings is of neither.
            for piece in std::mem::take(&mut self.body) {
                draft.leave_unread(piece.row, Why::Stray);
            }
        }
        self.close_body(draft);
        draft.taken.push(row.number);
        (self.at, self.over, self.open) = (Some(level), false, None);
        if level == Level::Area {
            self.end_category(draft);
            let (title, count) = without_count(title.trim_end_matches(|letter| is_blank(letter) || letter == '。'));
            draft.stated.extend(count_in(&row, count));
            draft.areas.push(DraftArea {
                title: one_line(title),
                line: row.number,
                spans: vec![(Field::Title, span_in(&row, title))],
                categories: Vec::new(),
            });
            self.in_area = true;
            return;
        }
        let inline = match (self.kind, feedback::split(title)) {
            (TextKind::Report, _) => body_in(title),
            (TextKind::Feedback, (_, "")) => None,
            (TextKind::Feedback, (head, text)) => Some((head.len(), text)),
        };
        let head = inline.map_or(title, |(at, _)| &title[..at]);
        let (head, count) = without_count(head);
        draft.stated.extend(count_in(&row, count));
        let said = status::at_end(head);
        let name = problem_title(said.map_or(head, |(.., head)| head));
        let spans = vec![(Field::Title, span_in(&row, name))];
        if level == Level::Category {
            self.end_category(draft);
            self.area(row.number, draft).categories.push(DraftCategory {
                title: one_line(name),
                line: row.number,
                spans,
                findings: Vec::new(),
            });
        } else {
            let finding = DraftFinding {
                title: one_line(name),
                spans,
                ..self.finding_of(row.number)
            };
            self.category(row.number, draft).findings.push(finding);
        }
        if let Some((said, words, _)) = said {
            fields::set_status(self.finding(row.number, draft), said, span_in(&row, words));
        }
        if let Some((_, text)) = inline {
            self.announced = self.kind == TextKind::Report;
            self.piece(row, text, true, false);
        }
    }

    /// A numbered measure.
    pub fn measure(&mut self, title: &'a str, row: Row<'a>, draft: &mut Draft) {
        if self.at.is_none() {
            return draft.leave_unread(row, Why::HeadingOutOfPlace);
        }
        self.announced = true;
        self.open = None;
        self.piece(row, title, true, true);
    }

    pub fn label(&mut self, label: Label, text: &'a str, row: Row<'a>, draft: &mut Draft) {
        if label == Label::Other {
            return self.text(row, false, draft);
        }
        if self.at.is_none() || self.over {
            return match label {
                Label::Progress if !self.over => self.text(row, false, draft),
                _ => draft.leave_unread(row, Why::UnknownLabel),
            };
        }
        if label == Label::Progress {
            self.describe(draft);
            self.close_body(draft);
            self.open = None;
            if self.outcome(text, row, draft) {
                return;
            }
            self.announced = true;
            let parts = fields::split(label, text);
            self.piece(row, parts[0].1, true, false);
            return self.fields(&parts[1..], row, draft);
        }
        self.close_body(draft);
        self.open = None;
        self.fields(&fields::split(label, text), row, draft);
    }

    /// What labels on one line say of a finding.
    fn fields(&mut self, parts: &[(Label, &'a str)], row: Row<'a>, draft: &mut Draft) {
        if parts.is_empty() {
            return;
        }
        let year = self.year(draft);
        let finding = self.finding(row.number, draft);
        let mut why = None;
        for (label, text) in parts.iter().copied() {
            let part = Part {
                text,
                span: span_in(&row, text),
                year,
            };
            why = why.or(fields::set(finding, label, &part));
            // Who and when stand on one line; a text may go on.
            let goes_on = text.is_empty() || fields::goes_on(label);
            self.open = goes_on.then_some(label);
        }
        match why {
            Some(why) => draft.leave_unread(row, why),
            None => draft.taken.push(row.number),
        }
    }

    /// A line of text. `last` tells that none but signatures follow.
    pub fn text(&mut self, row: Row<'a>, last: bool, draft: &mut Draft) {
        let ordinal = starts_with_ordinal(row.text);
        let broken_off = self.body.last().is_some_and(|piece| !ends_a_sentence(piece.text));
        if self.over || is_closing(row.text) || last && is_signature(row.text) {
            self.close_body(draft);
            self.over |= self.in_area;
            return draft.leave_as_prose(row);
        }
        let Some(level) = self.at else {
            return draft.leave_as_prose(row);
        };
        if let Some(label) = self.open
            && self.body.is_empty()
        {
            return self.go_on(label, row, draft);
        }
        if self.kind == TextKind::Report
            && self.body.is_empty()
            && let Some(said) = status::of_sentence(row.text)
        {
            draft.taken.push(row.number);
            return fields::set_status(self.finding(row.number, draft), said, span_in(&row, row.text));
        }
        if level == Level::Area && self.body.is_empty() && !ordinal {
            return match registers::stated(&Plain::of(row.text, row.at), false).is_empty() {
                true => draft.leave_unread(row, Why::Stray),
                false => draft.leave_as_prose(row),
            };
        }
        self.announced |= ordinal && self.kind == TextKind::Report;
        self.piece(row, row.text, ordinal || !broken_off, false);
    }

    /// A further line of a label that is open.
    fn go_on(&mut self, label: Label, row: Row<'a>, draft: &mut Draft) {
        if label == Label::Progress && self.append_outcome(row, draft) {
            return;
        }
        let part = Part {
            text: row.text,
            span: span_in(&row, row.text),
            year: self.year(draft),
        };
        if !fields::goes_on(label) {
            self.open = None;
        }
        match fields::set(self.finding(row.number, draft), label, &part) {
            Some(why) => draft.leave_unread(row, why),
            None => draft.taken.push(row.number),
        }
    }

    /// A category that ends without a finding is one itself.
    fn end_category(&self, draft: &mut Draft) {
        if self.in_area
            && let Some(category) = draft.areas.last_mut().and_then(|area| area.categories.last_mut())
            && category.findings.is_empty()
        {
            category.findings.push(self.finding_of(category.line));
        }
    }

    fn finding_of(&self, line: usize) -> DraftFinding {
        DraftFinding {
            line,
            status: self.group.unwrap_or(match self.kind {
                TextKind::Report => Status::Done,
                TextKind::Feedback => Status::NotStarted,
            }),
            ..DraftFinding::default()
        }
    }

    /// The area that a category goes under: the last one, or one named like the section.
    fn area<'d>(&mut self, line: usize, draft: &'d mut Draft) -> &'d mut DraftArea {
        if !self.in_area || draft.areas.is_empty() {
            draft.areas.push(DraftArea {
                title: self.title.into(),
                line,
                ..DraftArea::default()
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
                title: title_of_filled(&area.title).into(),
                line: area.line,
                ..DraftCategory::default()
            });
        }
        let last = area.categories.len() - 1;
        &mut area.categories[last]
    }

    /// The finding that text goes under: the last one, or the category itself.
    fn finding<'d>(&mut self, line: usize, draft: &'d mut Draft) -> &'d mut DraftFinding {
        let itself = self.finding_of(line);
        let category = self.category(line, draft);
        if category.findings.is_empty() {
            let line = category.line;
            category.findings.push(DraftFinding { line, ..itself });
        }
        let last = category.findings.len() - 1;
        &mut category.findings[last]
    }

    fn year(&self, draft: &Draft) -> Option<i32> {
        fields::year(&draft.inspection)
    }
}

fn count_in(row: &Row<'_>, count: &str) -> Vec<DraftStated> {
    registers::stated(&Plain::of(count, row.at + offset(row.text, count)), true)
}

/// Whether a line comes to an end, so that the next one is no broken part of it.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let text = text
        .trim_end_matches(|letter| is_blank(letter) || matches!(letter, '”' | '’' | '」' | '』' | '》' | ')' | '）'));
    text.is_empty() || text.ends_with(['。', '！', '？', '；', '!', '?', ';', '…', '.', ':', '：'])
}
