//! The records of a report that was read: in its edits, and in the ledger made of them.

use super::super::prose::Block;
use crate::{
    formats::report::{Draft, DraftArea},
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind, Ledger, Text},
};

/// A record of a report, by its position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum At {
    Area(usize),
    Category(usize, usize),
    Finding(usize, usize, usize),
    Unplaced(usize),
}

impl At {
    /// The record's name in the ledger made of the report.
    pub fn id(self, ledger: &Ledger) -> Option<Id> {
        let category = |area: usize, category: usize| ledger.focus_areas.get(area)?.categories.get(category);
        match self {
            At::Area(area) => ledger.focus_areas.get(area).map(|area| area.id),
            At::Category(a, c) => category(a, c).map(|category| category.id),
            At::Finding(a, c, f) => category(a, c)?.findings.get(f).map(|finding| finding.id),
            At::Unplaced(item) => ledger.unplaced.get(item).map(|item| item.id),
        }
    }
}

/// Where the edits add areas and unplaced items, in the order of the draft.
pub(super) struct Places {
    areas: Vec<usize>,
    unplaced: Vec<usize>,
}

impl Places {
    pub fn new(edits: &[Edit]) -> Places {
        let of = |wanted: Kind| {
            let edits = edits.iter().enumerate();
            edits
                .filter(|(_, edit)| matches!(edit, Edit::Add { record, .. } if record.kind == wanted))
                .map(|(at, _)| at)
                .collect()
        };
        Places {
            areas: of(Kind::FocusArea),
            unplaced: of(Kind::Unplaced),
        }
    }

    /// Gives a field of a record that is to be added a value.
    pub fn set(&self, edits: &mut [Edit], at: At, field: Field, value: impl Into<Text>) -> Option<()> {
        let edit = match at {
            At::Area(area) | At::Category(area, _) | At::Finding(area, ..) => self.areas.get(area)?,
            At::Unplaced(item) => self.unplaced.get(item)?,
        };
        let Edit::Add { record, .. } = edits.get_mut(*edit)? else {
            return None;
        };
        let record: &mut NewRecord = match at {
            At::Area(_) | At::Unplaced(_) => record,
            At::Category(_, category) => record.children.get_mut(category)?,
            At::Finding(_, category, finding) => record.children.get_mut(category)?.children.get_mut(finding)?,
        };
        record.values.retain(|(of, _)| *of != field);
        record.values.push((field, value.into()));
        Some(())
    }
}

/// The records that the unfinished items are about.
pub(super) fn items(draft: &Draft) -> Vec<At> {
    let mut unplaced = 0;
    let of = draft.unfinished.iter().map(|item| match item.matched {
        Some(of) => At::Finding(of.area, of.category, of.finding),
        None => {
            unplaced += 1;
            At::Unplaced(unplaced - 1)
        }
    });
    of.collect()
}

/// The section that an area's lines begin in.
pub(super) fn section_of(area: &DraftArea, blocks: &[Block<'_>]) -> usize {
    let findings = area.categories.iter().flat_map(|category| &category.findings);
    let lines = findings.map(|finding| finding.line);
    let lines = lines.chain(area.categories.iter().map(|category| category.line));
    let lines = lines.chain([area.line]);
    let found = lines.filter_map(|line| block(blocks, line)).map(|block| block.section);
    found.min().unwrap_or_default()
}

/// The block that a line begins.
pub(super) fn block<'b, 't>(blocks: &'b [Block<'t>], line: usize) -> Option<&'b Block<'t>> {
    let at = blocks.binary_search_by_key(&line, |block| block.line).ok()?;
    blocks.get(at)
}
