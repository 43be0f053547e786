//! A report's own style and free text, taken from its text with the help of the draft that the reader made of it.

mod forms;
mod prose;
mod style;

pub(in super::super) use forms::add_forms;

use std::ops::Range;

use super::Numbers;
use crate::{
    formats::report::{
        Draft, contents,
        fold::{is_blank, key},
        section::{is_bare_section, title_of_filled},
    },
    ledger::{Id, Ledger},
};

/// The unfinished items of a report as records of the ledger made from it, in the order of the report.
pub fn item_order(draft: &Draft, ledger: &Ledger) -> Vec<Id> {
    let findings = ledger.findings().map(|finding| (finding.id, &finding.title));
    let unplaced = ledger.unplaced.iter().map(|item| (item.id, &item.title));
    let known: Vec<(Id, String)> = unplaced.chain(findings).map(|(id, title)| (id, key(title))).collect();
    let mut order = Vec::new();
    for item in &draft.unfinished {
        let title = key(&item.title);
        if let Some((id, _)) = known.iter().find(|(id, known)| *known == title && !order.contains(id)) {
            order.push(*id);
        }
    }
    order
}

/// A report's lines, and which of them are headings of the tree or of unfinished items.
struct Text<'a> {
    /// Line 1 first, blank ones too, without the space around them. Those of another unit's report are blank.
    lines: Vec<&'a str>,
    areas: Vec<usize>,
    categories: Vec<usize>,
    findings: Vec<usize>,
    items: Vec<usize>,
    /// The lines of a list of contents.
    contents: Range<usize>,
}

impl<'a> Text<'a> {
    fn new(draft: &Draft, text: &'a str) -> Text<'a> {
        let mut lines = Vec::new();
        for line in text.split('\n') {
            let line = line.strip_suffix('\r').unwrap_or(line);
            lines.extend(line.split('\r').map(|line| line.trim_matches(is_blank)));
        }
        let own = draft.lines_accounted();
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            for (at, line) in lines.iter_mut().enumerate() {
                if !(*first..=*last).contains(&(at + 1)) {
                    *line = "";
                }
            }
        }
        let mut of = Text {
            lines,
            areas: Vec::new(),
            categories: Vec::new(),
            findings: Vec::new(),
            items: draft.unfinished.iter().map(|item| item.line).collect(),
            contents: contents::lines(text),
        };
        // A record that the reader filled in has the line of another one, which is the one that the line names.
        for area in &draft.areas {
            let mut own = true;
            for category in &area.categories {
                let mut named = category.line != area.line || category.title != title_of_filled(&area.title);
                for finding in category.findings.iter().filter(|finding| !finding.title.is_empty()) {
                    named &= finding.line != category.line;
                    own &= finding.line != area.line;
                    of.findings.push(finding.line);
                }
                if named {
                    own &= category.line != area.line;
                    of.categories.push(category.line);
                }
            }
            if own {
                of.areas.push(area.line);
            }
        }
        for lines in [&mut of.areas, &mut of.categories, &mut of.findings, &mut of.items] {
            lines.sort_unstable();
        }
        of
    }

    /// A line by its number, from 1.
    fn line(&self, number: usize) -> &'a str {
        let at = number.checked_sub(1);
        at.and_then(|at| self.lines.get(at)).copied().unwrap_or_default()
    }

    /// The lines that are not blank, with their numbers.
    fn filled(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let numbered = self.lines.iter().enumerate().map(|(at, line)| (at + 1, *line));
        numbered.filter(|(_, line)| !line.is_empty())
    }

    /// The last line that is a heading of the tree, of an item or of a section.
    fn last_heading(&self, sections: Option<Numbers>) -> usize {
        let tree = [&self.areas, &self.categories, &self.findings, &self.items];
        let last = tree.iter().filter_map(|lines| lines.last()).max();
        let section = self.filled().filter(|(_, words)| {
            let read = Numbers::read(words).map(|(numbers, ..)| numbers);
            read.is_some() && read == sections || sections == Some(Numbers::Bare) && is_bare_section(words)
        });
        let section = section.map(|(line, _)| line).last();
        last.copied().max(section).unwrap_or_default()
    }

    fn is_item(&self, line: usize) -> bool {
        self.items.binary_search(&line).is_ok()
    }

    fn is_of_tree(&self, line: usize) -> bool {
        [&self.areas, &self.categories, &self.findings]
            .iter()
            .any(|lines| lines.binary_search(&line).is_ok())
    }

    /// How sections are numbered: `一、`, or as the nearest short heading above the first area is.
    fn section_numbers(&self) -> Option<Numbers> {
        let others: Vec<_> = self
            .filled()
            .filter(|(line, _)| !self.is_of_tree(*line) && !self.is_item(*line))
            .collect();
        let read = |words| Numbers::read(words).map(|(numbers, _, title)| (numbers, title));
        for highest in [Numbers::Part, Numbers::PartColon, Numbers::Han] {
            let mut found = others.iter().filter_map(|(_, words)| read(words));
            if found.any(|(numbers, _)| numbers == highest) {
                return Some(highest);
            }
        }
        let first = self.areas.iter().chain(&self.categories).chain(&self.findings).min()?;
        let above = others.iter().rev().filter(|(line, _)| line < first);
        let short = |(_, title): &(Numbers, &str)| title.chars().count() <= 40 && !title.contains('。');
        let nearest = above.filter_map(|(_, words)| read(words)).find(short);
        let bare = others.iter().any(|(_, words)| is_bare_section(words));
        nearest.map(|(numbers, _)| numbers).or(bare.then_some(Numbers::Bare))
    }
}
