//! `Draft`: what a reader understood of a report, and what it did not, before anything is stored.

use chrono::NaiveDate;

use crate::ledger::{Inspection, Status};

/// Everything that was read of one report. Every line of the text is in the tree, in `prose` or in `unread`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    pub inspection: Inspection,
    pub areas: Vec<DraftArea>,
    /// Section four: what is not finished yet.
    pub unfinished: Vec<DraftUnfinished>,
    /// Lines that belong to sections the ledger does not hold (organisation, clues, next steps, contact): known, not stored.
    pub prose: Vec<Line>,
    /// Lines that were not understood.
    pub unread: Vec<Unread>,
    /// Numbers of the lines that went into the inspection, the tree or the unfinished items.
    pub taken: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftArea {
    pub title: String,
    pub line: usize,
    pub categories: Vec<DraftCategory>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftCategory {
    pub title: String,
    pub line: usize,
    pub findings: Vec<DraftFinding>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftFinding {
    /// Empty where the category is itself the finding.
    pub title: String,
    pub line: usize,
    /// `Done` unless an unfinished item names it: then `InProgress`, and its deadline, reason and next step stand here.
    pub status: Status,
    pub deadline: Option<NaiveDate>,
    pub problem: String,
    pub reason: String,
    pub next_step: String,
    pub measures: Vec<DraftMeasure>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftMeasure {
    pub heading: String,
    pub text: String,
    pub line: usize,
}

/// One item of section four.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftUnfinished {
    pub title: String,
    pub line: usize,
    pub problem: String,
    pub reason: String,
    pub next_step: String,
    pub deadline: Option<NaiveDate>,
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
    /// A finding's text without `一是`, so without measures.
    NoMeasures,
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
