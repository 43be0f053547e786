//! Writes a progress report (通报) from the ledger: ledger, [`Style`] and [`Prose`] to [`Paragraph`]s. The reader's way back.
//!
//! Numbers are given while writing, so that what is withheld leaves no gap. The levels of headings are those of the reader:
//! sections 1, areas and unfinished items 2, categories 3, findings 4.

mod choices;
mod follow;
mod form;
mod items;
mod lists;
mod markdown;
mod numbers;
mod phrase;
mod progress;
mod prose;
mod recognise;
mod settings;
mod sheet;
mod style;
#[cfg(test)]
pub(super) mod tests;
mod withhold;

pub use follow::{FOLLOWS, passage_edits};
use form::Number;
pub use lists::{Column, Table, TableRow, problem_list, progress_table, responsibility_list, task_list};
pub use markdown::markdown;
pub use numbers::{Counting, Numbers, Width};
pub use phrase::Phrase;
pub use prose::{Part, Prose, Section, summary};
pub(super) use recognise::add_forms;
pub use recognise::item_order;
pub use settings::{
    PublicSettings, mask_numbers_edit, names_edit, prose_edits, public_edit, public_field, style_edit, style_from_text,
    withhold_edit,
};
pub use sheet::{comma_separated, marked, tab_separated, with_tabs};
pub use style::{ItemLabels, Listed, Measures, ProgressLabel, Setting, StatusPlace, StatusWords, Style};
pub use withhold::{Withheld, mask_names, mask_numbers, names_in};

use std::ops::Range;

use super::section::is_signature;
use crate::ledger::{Field, Id, IdSet, Ledger, Names};

/// What stands where a fact is not known: for the clerk to fill in.
pub const BLANK: &str = "〔　　〕";

/// All that a report is written from.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    pub ledger: &'a Ledger,
    pub style: &'a Style,
    pub prose: &'a Prose,
    /// Findings, measures, unplaced items, categories or areas that are not published, each with all that stands under it.
    pub withheld: &'a [(Id, Withheld)],
    /// Public words in place of the ledger's own: of a title, a measure's heading or text, a problem, reason or next step.
    pub public: &'a [(Id, Field, String)],
    /// Names of persons to mask, everywhere but in the contact.
    pub names: &'a [&'a str],
    /// Whether to mask phone and identity numbers, everywhere but in the contact.
    pub mask_numbers: bool,
    /// Unfinished items that come first, in this order; the others follow in the order of the ledger.
    pub order: &'a [Id],
}

/// A paragraph of a report: one line of plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    pub text: String,
    /// The record that it tells of.
    pub record: Option<Id>,
    /// The part of the [`Prose`] that it belongs to, and comes from where it tells of no record.
    pub passage: Passage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    Title,
    Intro,
    /// One of [`Prose::sections`].
    Section(usize),
    Contact,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphKind {
    Title,
    /// From 1, a section, to 4, a finding.
    Heading(u8),
    Body,
    /// Unit and day at the end, 落款.
    Signature,
    /// How much is withheld.
    Note,
}

impl<'a> Report<'a> {
    /// A report that withholds and masks nothing.
    pub fn new(ledger: &'a Ledger, style: &'a Style, prose: &'a Prose) -> Report<'a> {
        Report {
            ledger,
            style,
            prose,
            withheld: &[],
            public: &[],
            names: &[],
            mask_numbers: false,
            order: &[],
        }
    }
}

/// Writes a report.
pub fn write(report: &Report<'_>) -> Vec<Paragraph> {
    written(report).out
}

fn written<'a>(report: &'a Report<'a>) -> Writer<'a> {
    let sections = report.prose.sections.iter();
    let mut writer = Writer {
        report,
        names: Names::new(report.names),
        withheld: report.withheld.iter().map(|(id, _)| *id).collect(),
        reworded: report.public.iter().map(|(id, ..)| *id).collect(),
        masks: true,
        counts: [0; LEVELS],
        passage: Passage::Title,
        numbers: Vec::new(),
        next_area: 0,
        progress_left: sections.filter(|section| section.part == Part::Progress).count(),
        items: None,
        out: Vec::new(),
    };
    writer.lines(ParagraphKind::Title, &report.prose.title, None);
    writer.passage = Passage::Intro;
    writer.lines(ParagraphKind::Body, &report.prose.intro, None);
    for (at, section) in report.prose.sections.iter().enumerate() {
        writer.passage = Passage::Section(at);
        writer.section(section);
    }
    writer.passage = Passage::Contact;
    writer.masks = false;
    writer.contact(&report.prose.contact);
    writer
}

/// One line for each paragraph.
pub fn plain(paragraphs: &[Paragraph]) -> String {
    let mut out = String::new();
    for paragraph in paragraphs {
        out.push_str(&paragraph.text);
        out.push('\n');
    }
    out
}

/// Levels of headings; unfinished items are numbered for themselves.
const LEVELS: usize = 4;

/// The levels of headings, from the highest.
#[derive(Clone, Copy, PartialEq)]
enum Level {
    Section,
    Area,
    Category,
    Finding,
}

struct Writer<'a> {
    report: &'a Report<'a>,
    names: Names<'a>,
    withheld: IdSet,
    /// Records with public words of their own.
    reworded: IdSet,
    /// Whether names and numbers are masked where this stands.
    masks: bool,
    /// The last number of each level.
    counts: [usize; LEVELS],
    passage: Passage,
    /// The numbers of headings, in their order; those of unfinished items too.
    numbers: Vec<(Id, Number)>,
    /// The area that the next section on progress begins with, and how many such sections are still to come.
    next_area: usize,
    progress_left: usize,
    /// The paragraphs of unfinished items, which stand in one section alone.
    items: Option<Range<usize>>,
    out: Vec<Paragraph>,
}

impl<'a> Writer<'a> {
    fn is_withheld(&self, record: Id) -> bool {
        self.withheld.contains(&record)
    }

    /// The public words of a field, or the ledger's own.
    fn words(&self, record: Id, field: &Field, own: &'a str) -> &'a str {
        if !self.reworded.contains(&record) {
            return own;
        }
        let found = self
            .report
            .public
            .iter()
            .find(|(id, of, _)| *id == record && of == field);
        found.map_or(own, |(_, _, words)| words)
    }

    /// Writes a section, unless nothing would stand in it.
    fn section(&mut self, section: &Section) {
        let items = match section.part {
            Part::Unfinished if self.items.is_none() => self.items(),
            _ => Vec::new(),
        };
        let withheld = self.withheld_items(section.part);
        if section.text.is_empty() && items.is_empty() && withheld == 0 && section.part != Part::Progress {
            return;
        }
        if !section.title.is_empty() {
            let mut heading = self.number(Level::Section);
            heading.push_str(&section.title);
            self.push(ParagraphKind::Heading(1), heading, None);
        }
        self.lines(ParagraphKind::Body, &section.text, None);
        match section.part {
            Part::Progress => self.progress(section),
            Part::Unfinished => {
                let from = self.out.len();
                self.unfinished(&items, withheld);
                self.items = Some(from..self.out.len());
            }
            _ => {}
        }
    }

    /// The number of the next heading of a level. The levels below begin anew, unless they run on.
    fn number(&mut self, level: Level) -> String {
        let style = self.report.style;
        let at = level as usize;
        self.counts[at] += 1;
        let counting = [
            Counting::Anew,
            Counting::Anew,
            style.category_counting,
            style.finding_counting,
        ];
        for (count, counting) in self.counts.iter_mut().zip(counting).skip(at + 1) {
            if counting == Counting::Anew {
                *count = 0;
            }
        }
        let numbers = [style.sections, style.areas, style.categories, style.findings][at];
        let mut out = String::new();
        numbers.push(self.counts[at], style.width, &mut out);
        out
    }

    /// The number of a record's heading.
    fn numbered(&mut self, level: Level, record: Id) -> Number {
        let written = self.number(level);
        let at = level as usize;
        let number = Number {
            written,
            count: self.counts[at],
            above: self.counts[..at]
                .iter()
                .rev()
                .find(|count| **count > 0)
                .copied()
                .unwrap_or_default(),
        };
        self.numbers.push((record, number.clone()));
        number
    }

    /// How to get in touch; of the last two lines those that are a unit or a day sign the report.
    fn contact(&mut self, text: &str) {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        for (at, line) in lines.iter().enumerate() {
            let unit = &*self.report.ledger.inspection.unit;
            let signs = *line == BLANK || *line == unit || is_signature(line);
            let kind = if signs && at + 2 >= lines.len() {
                ParagraphKind::Signature
            } else {
                ParagraphKind::Body
            };
            self.lines(kind, line, None);
        }
    }

    /// Each line of a text as a paragraph.
    fn lines(&mut self, kind: ParagraphKind, text: &str, record: Option<Id>) {
        for line in text.lines() {
            if !line.trim().is_empty() {
                self.push(kind, line.trim().into(), record);
            }
        }
    }

    fn push(&mut self, kind: ParagraphKind, mut text: String, record: Option<Id>) {
        if self.masks && !self.report.names.is_empty() {
            text = self.names.mask(&text);
        }
        if self.masks && self.report.mask_numbers {
            text = mask_numbers(&text);
        }
        let passage = self.passage;
        self.out.push(Paragraph {
            kind,
            text,
            record,
            passage,
        });
    }
}

/// The words, or a blank where there are none.
fn or_blank(words: &str) -> &str {
    if words.is_empty() { BLANK } else { words }
}

/// Whether a text comes to an end of its own, so that no full stop is added.
fn ends_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '」', '』', '》', ')', '）', ' ', '\u{3000}'])
        .ends_with(['。', '！', '？', '；', '!', '?', ';', '…', '.'])
}
