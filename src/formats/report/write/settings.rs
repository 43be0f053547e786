//! How a ledger's report is published, as the ledger's own fields hold it: read into what the writer needs, and back to edits.

use super::{Paragraph, Part, Prose, Report, Section, Setting, Style, Withheld, follow::said, write};
use crate::{
    journal::{Edit, NewRecord, Position},
    ledger::{Field, Finding, Id, Kind, Ledger, Measure, ReportSection, Text, YES},
};

/// All that a report is written from beside the ledger. Read anew after each change of the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicSettings {
    pub style: Style,
    pub prose: Prose,
    pub withheld: Vec<(Id, Withheld)>,
    /// Public words, by the field whose own words they stand for.
    pub public: Vec<(Id, Field, String)>,
    pub names: Vec<String>,
    pub mask_numbers: bool,
}

/// Between two names.
const COMMA: char = '、';

impl PublicSettings {
    pub fn from_ledger(ledger: &Ledger) -> PublicSettings {
        let mut settings = PublicSettings {
            style: style_from_text(&ledger.report.style),
            prose: prose(ledger),
            withheld: Vec::new(),
            public: Vec::new(),
            names: names(&ledger.report.masked_names),
            mask_numbers: ledger.report.mask_numbers,
        };
        for finding in ledger.findings() {
            settings.finding(finding);
            for measure in &finding.measures {
                settings.measure(measure);
            }
        }
        settings
    }

    /// Names as [`Report`] borrows them.
    pub fn name_refs(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    /// The report of a ledger with these settings; `names` are those of [`PublicSettings::name_refs`].
    pub fn report<'a>(&'a self, ledger: &'a Ledger, names: &'a [&'a str], order: &'a [Id]) -> Report<'a> {
        Report {
            ledger,
            style: &self.style,
            prose: &self.prose,
            withheld: &self.withheld,
            public: &self.public,
            names,
            mask_numbers: self.mask_numbers,
            order,
        }
    }

    /// Writes the report of a ledger; `order` as in [`Report::order`].
    pub fn write(&self, ledger: &Ledger, order: &[Id]) -> Vec<Paragraph> {
        let names = self.name_refs();
        write(&self.report(ledger, &names, order))
    }

    fn finding(&mut self, finding: &Finding) {
        self.withhold(finding.id, &finding.withheld);
        let public = &finding.public;
        self.reword(finding.id, Field::Title, &public.title);
        self.reword(finding.id, Field::Problem, &public.problem);
        self.reword(finding.id, Field::Reason, &public.reason);
        self.reword(finding.id, Field::NextStep, &public.next_step);
    }

    fn measure(&mut self, measure: &Measure) {
        self.withhold(measure.id, &measure.withheld);
        self.reword(measure.id, Field::Heading, &measure.public.heading);
        self.reword(measure.id, Field::Body, &measure.public.text);
    }

    fn withhold(&mut self, record: Id, code: &Text) {
        if !code.is_empty() {
            // A reason of a newer version is a reason still.
            let reason = Withheld::from_code(code).unwrap_or(Withheld::Sensitive);
            self.withheld.push((record, reason));
        }
    }

    fn reword(&mut self, record: Id, field: Field, words: &Text) {
        if !words.is_empty() {
            self.public.push((record, field, words.to_string()));
        }
    }
}

/// The field with the words for the public, of a field that can have some.
pub fn public_field(own: &Field) -> Option<Field> {
    Some(match own {
        Field::Title => Field::PublicTitle,
        Field::Problem => Field::PublicProblem,
        Field::Reason => Field::PublicReason,
        Field::NextStep => Field::PublicNextStep,
        Field::Heading => Field::PublicHeading,
        Field::Body => Field::PublicText,
        _ => return None,
    })
}

/// Withholds a finding or a measure, or publishes it again.
pub fn withhold_edit(record: Id, reason: Option<Withheld>) -> Edit {
    Edit::set(record, Field::Withheld, reason.map_or("", Withheld::code))
}

/// Gives a field of a finding or a measure words for the public; empty words take them back.
pub fn public_edit(record: Id, own: &Field, words: &str) -> Option<Edit> {
    Some(Edit::set(record, public_field(own)?, words))
}

pub fn names_edit(names: &[&str]) -> Edit {
    Edit::set(Id::ROOT, Field::MaskedNames, names.join("、"))
}

pub fn mask_numbers_edit(mask: bool) -> Edit {
    Edit::set(Id::ROOT, Field::MaskNumbers, if mask { YES } else { "" })
}

/// Stores a style. What a newer version has stored beside it, or set to a choice of its own, stays.
pub fn style_edit(ledger: &Ledger, style: &Style) -> Edit {
    Edit::set(Id::ROOT, Field::ReportStyle, style_text(&ledger.report.style, style))
}

fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split_whitespace().filter_map(|pair| pair.split_once('='))
}

/// The settings that a text of pairs names; the others are as they are without any.
pub fn style_from_text(text: &str) -> Style {
    let mut style = Style::default();
    for (setting, code) in pairs(text) {
        if let Some(setting) = Setting::from_code(setting) {
            style.set(setting, code);
        }
    }
    style
}

impl Style {
    fn knows(mut self, setting: Setting, code: &str) -> bool {
        self.set(setting, code)
    }
}

fn style_text(stored: &str, style: &Style) -> String {
    let default = Style::default();
    let mut out = String::new();
    let mut push = |setting: &str, code: &str| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(setting);
        out.push('=');
        out.push_str(code);
    };
    for setting in Setting::ALL {
        let code = style.code(*setting);
        let unknown = pairs(stored)
            .find(|(name, code)| *name == setting.code() && !default.knows(*setting, code))
            .filter(|_| code == default.code(*setting));
        push(setting.code(), unknown.map_or(code, |(_, code)| code));
    }
    for (setting, code) in pairs(stored) {
        if Setting::from_code(setting).is_none() {
            push(setting, code);
        }
    }
    out
}

fn names(text: &str) -> Vec<String> {
    let names = text.split(COMMA).map(str::trim);
    names.filter(|name| !name.is_empty()).map(String::from).collect()
}

/// With sections of its own the report's text is what is stored, where it is not marked as following from the ledger;
/// without, what is empty follows.
fn prose(ledger: &Ledger) -> Prose {
    let report = &ledger.report;
    let mut prose = Prose::from_ledger(ledger);
    if !ledger.sections.is_empty() {
        return Prose {
            title: said(&report.title, &prose.title).to_owned(),
            intro: said(&report.intro, &prose.intro).to_owned(),
            sections: ledger.sections.iter().map(|stored| prose.section_now(stored)).collect(),
            contact: said(&report.contact, &prose.contact).to_owned(),
        };
    }
    for (words, own) in [
        (&mut prose.title, &report.title),
        (&mut prose.intro, &report.intro),
        (&mut prose.contact, &report.contact),
    ] {
        if !own.is_empty() {
            *words = own.to_string();
        }
    }
    prose
}

/// A part of a newer version is some other one.
pub(super) fn part(section: &ReportSection) -> Part {
    Part::from_code(&section.part).unwrap_or(Part::Other)
}

/// Stores the free text of a report as it stands there, with its sections, so that from then on none of it follows from the
/// ledger. What somebody edits is stored by [`super::passage_edits`].
///
/// Sections are known again by their part, in order. A prose without sections cannot be told from none that was stored.
pub fn prose_edits(ledger: &Ledger, prose: &Prose) -> Vec<Edit> {
    let report = &ledger.report;
    let mut edits = Vec::new();
    let mut set = |record: Id, field: Field, old: &Text, new: &str| {
        if *old != new {
            edits.push(Edit::set(record, field, new));
        }
    };
    set(Id::ROOT, Field::ReportTitle, &report.title, &prose.title);
    set(Id::ROOT, Field::ReportIntro, &report.intro, &prose.intro);
    set(Id::ROOT, Field::ReportContact, &report.contact, &prose.contact);
    let stored = recognised(ledger, prose);
    for (at, section) in prose.sections.iter().zip(&stored) {
        if let Some(old) = section.map(|at| &ledger.sections[at]) {
            set(old.id, Field::Title, &old.title, &at.title);
            set(old.id, Field::Body, &old.text, &at.text);
        }
    }
    for (at, old) in ledger.sections.iter().enumerate() {
        if !stored.contains(&Some(at)) {
            edits.push(Edit::Remove { record: old.id });
        }
    }
    move_sections(ledger, &stored, &mut edits);
    // Names of new records are drawn later: each is put right behind a stored one, the last of a run first.
    let id = |at: usize| ledger.sections[at].id;
    for at in (0..stored.len()).rev().filter(|at| stored[*at].is_none()) {
        let before = stored[..at].iter().rev().find_map(|section| *section);
        edits.push(Edit::Add {
            parent: Id::ROOT,
            position: before.map_or(Position::First, |before| Position::After(id(before))),
            record: new_section(&prose.sections[at]),
        });
    }
    edits
}

/// The stored section that each section of a prose is, if any.
pub(super) fn recognised(ledger: &Ledger, prose: &Prose) -> Vec<Option<usize>> {
    let mut stored: Vec<Option<usize>> = Vec::new();
    for section in &prose.sections {
        let same = |with_title: bool| {
            let mut free = (0..ledger.sections.len()).filter(|at| !stored.contains(&Some(*at)));
            free.find(|at| {
                let old = &ledger.sections[*at];
                part(old) == section.part && (!with_title || old.title == section.title.as_str())
            })
        };
        let found = same(true).or_else(|| same(false));
        stored.push(found);
    }
    stored
}

/// Moves a stored section behind the one before it where it stands earlier.
fn move_sections(ledger: &Ledger, stored: &[Option<usize>], edits: &mut Vec<Edit>) {
    let mut last: Option<usize> = None;
    let mut moved = false;
    for at in stored.iter().flatten().copied() {
        moved |= last.is_some_and(|last| at < last);
        if moved {
            edits.push(Edit::Move {
                record: ledger.sections[at].id,
                parent: Id::ROOT,
                position: last.map_or(Position::First, |last| Position::After(ledger.sections[last].id)),
            });
        }
        last = Some(at);
    }
}

fn new_section(section: &Section) -> NewRecord {
    NewRecord::new(Kind::Section)
        .with(Field::Part, section.part.code())
        .with(Field::Title, section.title.as_str())
        .with(Field::Body, section.text.as_str())
}
