//! `Draft`: what a reader understood of a report, and what it did not, before anything is stored.

use chrono::NaiveDate;

use super::corrections::TextKind;
use super::registers::{DraftAccountability, DraftRecovered, DraftRule, DraftStated};
use crate::ledger::{Field, Inspection, Remedy, Status};

/// The bytes of the whole input that a value was read from, from the first to the one after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    pub from: usize,
    pub to: usize,
}

/// Where each value of a record was read. A value that was filled in from elsewhere has no span.
pub type Spans = Vec<(Field, Span)>;

/// Everything that was read of one report. Every line of the text is in the tree, in `prose` or in `unread`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    pub kind: TextKind,
    pub inspection: Inspection,
    /// Of the inspection's fields.
    pub spans: Spans,
    pub areas: Vec<DraftArea>,
    /// Section four: what is not finished yet.
    pub unfinished: Vec<DraftUnfinished>,
    /// Accountability as said outside of the findings, in the section on clues above all.
    pub accountability: Vec<DraftAccountability>,
    /// Money as said outside of the findings.
    pub recovered: Vec<DraftRecovered>,
    /// Counts that the report itself says.
    pub stated: Vec<DraftStated>,
    /// Lines of free text (organisation, clues, next steps, contact): stored as such, in the sections of the report.
    pub prose: Vec<Line>,
    /// Lines that were not understood.
    pub unread: Vec<Unread>,
    /// Numbers of the lines that went into the inspection, the tree or the unfinished items.
    pub taken: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftArea {
    pub title: String,
    pub line: usize,
    pub spans: Spans,
    pub categories: Vec<DraftCategory>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftCategory {
    pub title: String,
    pub line: usize,
    pub spans: Spans,
    pub findings: Vec<DraftFinding>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftFinding {
    /// Empty where the category is itself the finding.
    pub title: String,
    pub line: usize,
    /// As the report says. Where it says nothing: `Done`, or `InProgress` where an unfinished item names the finding, whose
    /// deadline, reason and next step then stand here.
    pub status: Status,
    pub remedy: Option<Remedy>,
    pub deadline: Option<NaiveDate>,
    pub leader: String,
    pub department: String,
    pub owner: String,
    /// What the problem consists of, where the report describes it.
    pub detail: String,
    pub problem: String,
    pub reason: String,
    pub next_step: String,
    pub spans: Spans,
    pub measures: Vec<DraftMeasure>,
    pub accountability: Vec<DraftAccountability>,
    pub recovered: Vec<DraftRecovered>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftMeasure {
    pub heading: String,
    pub text: String,
    pub line: usize,
    /// The byte of the whole input at which it begins, with its ordinal.
    pub at: usize,
    /// The day on which it was carried out, where it names one day alone.
    pub date: Option<NaiveDate>,
    /// `Heading` and `Body`, and `Date` where there is one.
    pub spans: Spans,
    /// Rules that it says were made or revised.
    pub rules: Vec<DraftRule>,
}

/// One item of section four.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftUnfinished {
    pub title: String,
    pub line: usize,
    pub problem: String,
    pub reason: String,
    pub next_step: String,
    pub deadline: Option<NaiveDate>,
    /// 长期坚持, where that stands in place of a day.
    pub remedy: Option<Remedy>,
    pub spans: Spans,
    /// The finding it names, if exactly one does.
    pub matched: Option<FindingAt>,
    /// Where it might belong, most likely first, where nothing matched.
    pub candidates: Vec<FindingAt>,
}

/// A finding of the draft, by its position in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingAt {
    pub area: usize,
    pub category: usize,
    pub finding: usize,
}

/// A line of the text, numbered from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub number: usize,
    pub text: String,
}

/// A line that was not understood, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {
    pub line: Line,
    pub why: Why,
}

/// Why a line was not understood; its words stand in the texts of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Text between headings that no heading announces.
    Stray,
    /// A numbered heading where none of its level can stand.
    HeadingOutOfPlace,
    /// A finding's label with no text, so without measures.
    NoMeasures,
    /// A status in words that are not known.
    NoStatus,
    /// A deadline that is no date.
    NoDate,
    /// A label that section four does not know, or one without an item.
    UnknownLabel,
    /// No inspection period, team or unit could be read from the opening.
    NoOpening,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DraftCounts {
    pub areas: usize,
    pub categories: usize,
    pub findings: usize,
    pub measures: usize,
    pub unfinished: usize,
    pub matched: usize,
    pub unplaced: usize,
    pub done: usize,
}

impl Span {
    /// The passage in the text that was read.
    pub fn of(self, text: &str) -> &str {
        text.get(self.from..self.to).unwrap_or_default()
    }
}

/// Where a field was read.
pub fn span_of(spans: &Spans, field: &Field) -> Option<Span> {
    spans.iter().find(|(of, _)| of == field).map(|(_, span)| *span)
}
