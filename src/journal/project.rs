//! Reads the ledger, as plain values, from the state.

use super::{
    Change, Fault,
    records::{Root, Source},
    removal::{edited_though_removed, is_removed},
    state::State,
};
use crate::ledger::{Category, Entry, Field, Finding, FocusArea, Id, IdMap, Kind, Ledger, Measure, Text};

/// The whole ledger, and what is wrong in the journal.
pub(super) fn project(state: &State, changes: &[Change]) -> (Ledger, Vec<Fault>) {
    let mut projection = Projection {
        state,
        changes,
        children: IdMap::default(),
        below: IdMap::default(),
        faults: Vec::new(),
    };
    projection.collect_children();
    let ledger = projection.ledger();
    let mut faults = projection.faults;
    faults.extend(edited_though_removed(state, changes));
    (ledger, faults)
}

/// Parent and order key, as one value of [`Field::Place`].
pub(super) fn place_value(parent: Id, key: &str) -> Text {
    format!("{parent} {key}").into()
}

pub(super) fn parse_place(value: &str) -> Option<(Id, &str)> {
    let (parent, key) = value.split_once(' ')?;
    Some((parent.parse().ok()?, key))
}

/// The present children of a record, in order, with their keys.
pub(super) fn children_of(state: &State, changes: &[Change], parent: Id, kind: &Kind) -> Vec<(String, Id)> {
    let mut children: Vec<(String, Id)> = state
        .records
        .iter()
        .filter(|(_, record)| record.kind(changes) == Some(kind))
        .filter_map(|(id, record)| {
            let (found, key) = parse_place(record.value(changes, &Field::Place)?)?;
            (found == parent && !is_removed(record, changes)).then(|| (key.to_owned(), *id))
        })
        .collect();
    crate::ledger::sort_by(&mut children, Ord::cmp);
    children
}

struct Projection<'a> {
    state: &'a State,
    changes: &'a [Change],
    children: IdMap<Vec<Child<'a>>>,
    /// What stands under measures and meetings, apart from the others: most ledgers have little, and then most measures are
    /// not looked up.
    below: IdMap<Vec<Child<'a>>>,
    faults: Vec<Fault>,
}

/// A present record under its parent.
#[derive(Clone, Copy)]
struct Child<'a> {
    key: &'a str,
    kind: &'a Kind,
    source: Source<'a>,
}

impl<'a> Projection<'a> {
    fn collect_children(&mut self) {
        for (id, record) in self.state.records.iter() {
            let Some(kind) = record.kind(self.changes) else {
                if *id != Id::ROOT {
                    self.faults.push(Fault::NoParent { record: *id });
                }
                continue;
            };
            let parents = kind.parents();
            if parents.is_empty() || is_removed(record, self.changes) {
                continue;
            }
            let place = record
                .value(self.changes, &Field::Place)
                .and_then(|value| parse_place(value));
            let parent_kind = |parent: Id| match parent {
                Id::ROOT => Some(&Kind::Ledger),
                parent => self.state.kind(self.changes, parent),
            };
            match place {
                Some((parent, key)) if let Some(above) = parent_kind(parent).filter(|kind| parents.contains(kind)) => {
                    let source = Source {
                        id: *id,
                        record,
                        changes: self.changes,
                    };
                    let of = match above {
                        Kind::Measure | Kind::Meeting => &mut self.below,
                        _ => &mut self.children,
                    };
                    of.or_default(parent).push(Child { key, kind, source });
                }
                _ => self.faults.push(Fault::NoParent { record: *id }),
            }
        }
        for children in self.children.values_mut().chain(self.below.values_mut()) {
            children.sort_unstable_by_key(|child| (child.key, child.source.id));
        }
        // A hash map has no order of its own to show.
        crate::ledger::sort_by_key(&mut self.faults, |fault| match fault {
            Fault::NoParent { record } => *record,
            _ => Id::ROOT,
        });
    }

    fn ledger(&mut self) -> Ledger {
        let mut ledger = Ledger::default();
        if let Some(record) = self.state.records.get(&Id::ROOT) {
            let source = Source {
                id: Id::ROOT,
                record,
                changes: self.changes,
            };
            let Root {
                name,
                inspection,
                report,
                settings,
            } = source.root(&mut self.faults);
            (ledger.name, ledger.inspection, ledger.report) = (name, inspection, report);
            ledger.settings = settings;
        }
        for Child { kind, source, .. } in self.children.take(&Id::ROOT) {
            match kind {
                Kind::FocusArea => ledger.focus_areas.push(self.area(source)),
                Kind::Unplaced => ledger.unplaced.push(source.unplaced(&mut self.faults)),
                Kind::Accountability => ledger.accountability.push(source.accountability(&mut self.faults)),
                Kind::Statement => ledger.statements.push(source.statement(&mut self.faults)),
                Kind::Acknowledgement => ledger.acknowledgements.push(source.acknowledgement(&mut self.faults)),
                Kind::Section => ledger.sections.push(source.section(&mut self.faults)),
                _ => ledger.entries.push(self.entry(source, kind)),
            }
        }
        ledger
    }

    fn area(&mut self, source: Source<'a>) -> FocusArea {
        let (title, form) = source.title_and_form(&mut self.faults);
        let children = self.children.take(&source.id);
        FocusArea {
            id: source.id,
            title,
            form,
            categories: children.into_iter().map(|child| self.category(child.source)).collect(),
        }
    }

    fn category(&mut self, source: Source<'a>) -> Category {
        let (title, form) = source.title_and_form(&mut self.faults);
        let children = self.children.take(&source.id);
        let findings = children.into_iter().map(|child| {
            let mut finding = self.finding(child.source);
            if finding.title.is_empty() {
                finding.title = title.clone();
                finding.stands_for_category = true;
            }
            finding
        });
        Category {
            id: source.id,
            findings: findings.collect(),
            title,
            form,
        }
    }

    fn finding(&mut self, source: Source<'a>) -> Finding {
        let mut finding = source.finding(&mut self.faults);
        let children = self.children.take(&source.id);
        finding.measures.reserve_exact(children.len());
        for Child { kind, source, .. } in children {
            match kind {
                Kind::Measure => finding.measures.push(self.measure(source)),
                Kind::Accountability => finding.accountability.push(source.accountability(&mut self.faults)),
                Kind::Recovered => finding.recovered.push(source.recovered(&mut self.faults)),
                _ => finding.entries.push(self.entry(source, kind)),
            }
        }
        finding
    }

    fn measure(&mut self, source: Source<'a>) -> Measure {
        let mut measure = source.measure(&mut self.faults);
        for Child { kind, source, .. } in self.below.take(&source.id) {
            match kind {
                Kind::Rule => measure.rules.push(source.rule(&mut self.faults)),
                _ => measure.entries.push(self.entry(source, kind)),
            }
        }
        measure
    }

    fn entry(&mut self, source: Source<'a>, kind: &Kind) -> Entry {
        let mut entry = source.entry(kind, &mut self.faults);
        if *kind == Kind::Meeting {
            let below = self.below.take(&source.id).into_iter();
            entry.entries = below.map(|child| self.entry(child.source, child.kind)).collect();
        }
        entry
    }
}
