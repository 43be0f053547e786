//! 台账: the lines of the ledger's table, searched, filtered and sorted over places, never over copies of findings.

use chrono::NaiveDate;

use super::{
    department::names,
    query::Query,
    search::{Missing, Words},
    sort::{ReadingOrder, sort},
    tally::Tally,
};
use crate::ledger::{Entry, Finding, Id, Ledger};

/// What the table shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Selection {
    /// Findings under the headings of their area and category; sorted by a column, findings alone.
    pub lines: Vec<Line>,
    /// Findings among the lines.
    pub shown: usize,
    /// Findings of the ledger.
    pub total: usize,
    /// The findings shown, by status.
    pub tally: Tally,
    /// Of all findings, those that wait for a choice, sorted.
    pub undecided: Vec<Id>,
}

impl Selection {
    /// The findings shown, in their order.
    pub fn findings<'a>(&'a self, ledger: &'a Ledger) -> impl Iterator<Item = Id> + 'a {
        self.lines.iter().filter_map(|line| match line {
            Line::Finding(spot) => spot.finding(ledger).map(|finding| finding.id),
            Line::Area { .. } | Line::Category { .. } => None,
        })
    }
}

/// One line of the table. Groups without a shown finding have no heading, but where nothing is filtered all have one, so
/// that an empty group can be found and filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Area {
        area: u32,
        shown: u32,
        total: u32,
    },
    Category {
        area: u32,
        category: u32,
        shown: u32,
        total: u32,
    },
    Finding(Spot),
}

/// Where a finding stands: indices into the ledger's lists, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub area: u32,
    pub category: u32,
    pub finding: u32,
    /// 序号: its place among all findings of the ledger, from 1.
    pub number: u32,
}

impl Spot {
    /// None where the ledger is no longer the one that the spot was read from.
    pub fn finding<'a>(&self, ledger: &'a Ledger) -> Option<&'a Finding> {
        let area = ledger.focus_areas.get(self.area as usize)?;
        let category = area.categories.get(self.category as usize)?;
        category.findings.get(self.finding as usize)
    }
}

/// The lines that a query asks for. `undecided` are the findings that wait for a choice, sorted; `order` puts distinct texts in reading order, see [`ReadingOrder`].
pub fn select(ledger: &Ledger, undecided: Vec<Id>, query: &Query, today: NaiveDate, order: &ReadingOrder) -> Selection {
    let words = Words::new(&query.text);
    let show_empty = !query.is_filtered();
    let mut lines = Vec::new();
    let mut tally = Tally::default();
    let mut number = 0;
    for (area_at, area) in (0..).zip(&ledger.focus_areas) {
        let (heading, before) = (lines.len(), number);
        let mut area_shown = 0;
        lines.push(Line::Area {
            area: area_at,
            shown: 0,
            total: 0,
        });
        let asked = query.area.is_none_or(|wanted| wanted == area.id);
        let missing = words.look(words.all(), &area.title);
        for (category_at, category) in (0..).zip(&area.categories) {
            let total = category.findings.len() as u32;
            if asked && query.category.is_none_or(|wanted| wanted == category.id) {
                let heading = lines.len();
                lines.push(Line::Category {
                    area: area_at,
                    category: category_at,
                    shown: 0,
                    total,
                });
                let missing = words.look(missing, &category.title);
                for (finding_at, finding) in (0..).zip(&category.findings) {
                    let waits = || undecided.binary_search(&finding.id).is_ok();
                    if (!query.undecided || waits())
                        && passes(finding, query, today)
                        && has_words(finding, &words, missing)
                    {
                        tally.add(finding.status);
                        let number = number + finding_at + 1;
                        lines.push(Line::Finding(Spot {
                            area: area_at,
                            category: category_at,
                            finding: finding_at,
                            number,
                        }));
                    }
                }
                let found = (lines.len() - heading - 1) as u32;
                if found > 0 || show_empty {
                    lines[heading] = Line::Category {
                        area: area_at,
                        category: category_at,
                        shown: found,
                        total,
                    };
                } else {
                    lines.pop();
                }
                area_shown += found;
            }
            number += total;
        }
        if area_shown > 0 || show_empty {
            lines[heading] = Line::Area {
                area: area_at,
                shown: area_shown,
                total: number - before,
            };
        } else {
            lines.pop();
        }
    }
    if let Some(by) = query.sort {
        lines = sorted(ledger, &lines, by, order);
    }
    Selection {
        shown: tally.total(),
        total: number as usize,
        lines,
        tally,
        undecided,
    }
}

fn sorted(ledger: &Ledger, lines: &[Line], by: (super::Column, super::Direction), order: &ReadingOrder) -> Vec<Line> {
    let spot = |line: &Line| match line {
        Line::Finding(spot) => Some(*spot),
        Line::Area { .. } | Line::Category { .. } => None,
    };
    let mut rows: Vec<Spot> = lines.iter().filter_map(spot).collect();
    sort(ledger, &mut rows, by, order);
    rows.into_iter().map(Line::Finding).collect()
}

/// Whether a finding passes every filter but the words.
fn passes(finding: &Finding, query: &Query, today: NaiveDate) -> bool {
    if !query.status.is_empty() && !query.status.contains(&finding.status) {
        return false;
    }
    if query.overdue || query.due_within.is_some() {
        let urgent = finding.days_left(today).is_some_and(|days| match query.due_within {
            _ if days < 0 => query.overdue,
            Some(within) => days <= within,
            None => false,
        });
        if !urgent {
            return false;
        }
    }
    query
        .department
        .as_ref()
        .is_none_or(|wanted| names(&finding.department, wanted))
}

/// What is registered below a finding or a measure: progress, evidence, extensions and their like.
fn in_entries(entries: &[Entry], words: &Words, mut missing: Missing) -> Missing {
    for entry in entries {
        for (_, text) in entry.values.iter() {
            missing = words.look(missing, text);
        }
        missing = in_entries(&entry.entries, words, missing);
    }
    missing
}

/// Whether the words still missing after the titles above are all in the finding or its measures.
fn has_words(finding: &Finding, words: &Words, mut missing: Missing) -> bool {
    let own = [
        &finding.title,
        &finding.detail,
        &finding.leader,
        &finding.department,
        &finding.co_departments,
        &finding.owner,
        &finding.problem,
        &finding.reason,
        &finding.next_step,
        &finding.note,
    ];
    if missing == 0 {
        return true;
    }
    for text in own {
        missing = words.look(missing, text);
    }
    missing = in_entries(&finding.entries, words, missing);
    for measure in &finding.measures {
        for text in [&measure.heading, &measure.text, &measure.result, &measure.owner] {
            missing = words.look(missing, text);
        }
        missing = in_entries(&measure.entries, words, missing);
        if missing == 0 {
            return true;
        }
    }
    missing == 0
}

#[cfg(test)]
mod tests;
