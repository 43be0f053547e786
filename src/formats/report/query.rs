//! What a draft can be asked: counts, findings by place, and where each line went.

use super::{
    draft::{Draft, DraftCategory, DraftCounts, DraftFinding, FindingAt, Line, Unread, Why},
    lines::Row,
};
use crate::ledger::Status;

impl Draft {
    pub fn counts(&self) -> DraftCounts {
        let categories = || self.areas.iter().flat_map(|area| &area.categories);
        let findings = || categories().flat_map(|category| &category.findings);
        let matched = self.unfinished.iter().filter(|item| item.matched.is_some()).count();
        DraftCounts {
            areas: self.areas.len(),
            categories: categories().count(),
            findings: findings().count(),
            measures: findings().map(|finding| finding.measures.len()).sum(),
            unfinished: self.unfinished.len(),
            matched,
            unplaced: self.unfinished.len() - matched,
            done: findings().filter(|finding| finding.status == Status::Done).count(),
        }
    }

    /// Nothing of the text can be stored but, at most, who inspected whom.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty() && self.unfinished.is_empty()
    }

    pub fn finding(&self, at: FindingAt) -> Option<&DraftFinding> {
        self.category(at)?.findings.get(at.finding)
    }

    /// The title of a finding, which is its category's where the category is itself the finding. Empty if there is none.
    pub fn finding_title(&self, at: FindingAt) -> &str {
        match (self.category(at), self.finding(at)) {
            (Some(category), Some(finding)) if finding.title.is_empty() => &category.title,
            (_, Some(finding)) => &finding.title,
            (_, None) => "",
        }
    }

    /// The places of all findings, in the order of the text.
    pub fn places(&self) -> impl Iterator<Item = FindingAt> {
        self.areas.iter().enumerate().flat_map(|(area, in_area)| {
            in_area
                .categories
                .iter()
                .enumerate()
                .flat_map(move |(category, in_category)| {
                    (0..in_category.findings.len()).map(move |finding| FindingAt {
                        area,
                        category,
                        finding,
                    })
                })
        })
    }

    /// The numbers of all lines that are in the tree, in `prose` or in `unread`: every line that is not blank.
    pub fn lines_accounted(&self) -> Vec<usize> {
        let prose = self.prose.iter().map(|line| line.number);
        let unread = self.unread.iter().map(|unread| unread.line.number);
        let mut lines: Vec<usize> = self.taken.iter().copied().chain(prose).chain(unread).collect();
        crate::ledger::sort_by(&mut lines, Ord::cmp);
        lines.dedup();
        lines
    }

    pub(super) fn finding_mut(&mut self, at: FindingAt) -> Option<&mut DraftFinding> {
        self.areas
            .get_mut(at.area)?
            .categories
            .get_mut(at.category)?
            .findings
            .get_mut(at.finding)
    }

    pub(super) fn leave_as_prose(&mut self, row: Row<'_>) {
        self.prose.push(Line::from(row));
    }

    pub(super) fn leave_unread(&mut self, row: Row<'_>, why: Why) {
        self.unread.push(Unread {
            line: Line::from(row),
            why,
        });
    }

    fn category(&self, at: FindingAt) -> Option<&DraftCategory> {
        self.areas.get(at.area)?.categories.get(at.category)
    }
}

impl From<Row<'_>> for Line {
    fn from(row: Row<'_>) -> Line {
        Line {
            number: row.number,
            text: row.text.into(),
        }
    }
}
