//! Removal: what is out of the ledger, what was known when it was taken out, and what was not.

use super::{
    Change, Fault,
    project::parse_place,
    state::{Record, State},
};
use crate::ledger::{Field, Id};

pub(super) fn is_removed(record: &Record, changes: &[Change]) -> bool {
    record
        .value(changes, &Field::Removed)
        .is_some_and(|value| !value.is_empty())
}

/// Records that are removed although somebody, unseen by the one who removed them, had worked on them.
pub(super) fn edited_though_removed(state: &State, changes: &[Change]) -> Vec<Fault> {
    let removed: Vec<Id> = state
        .records
        .iter()
        .filter(|(_, record)| {
            record
                .value(changes, &Field::Removed)
                .is_some_and(|value| value.as_str() == "removed")
        })
        .map(|(id, _)| *id)
        .collect();
    if removed.is_empty() {
        return Vec::new();
    }
    let mut faults: Vec<Fault> = removed
        .into_iter()
        .filter_map(|id| {
            let known = state.records[&id].known_to_removal();
            let unknown: Vec<Id> = changes_below(state, changes, id)
                .into_iter()
                .filter(|change| !known.contains(change))
                .collect();
            (!unknown.is_empty()).then_some(Fault::EditedThoughRemoved {
                record: id,
                changes: unknown,
            })
        })
        .collect();
    crate::ledger::sort_by_key(&mut faults, |fault| match fault {
        Fault::EditedThoughRemoved { record, .. } => *record,
        _ => Id::ROOT,
    });
    faults
}

/// Every change whose value stands in a record or in what is under it, but for removals.
pub(super) fn changes_below(state: &State, changes: &[Change], top: Id) -> Vec<Id> {
    let mut inside = vec![top];
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(id) = inside.get(next).copied() {
        next += 1;
        let record = &state.records[&id];
        found.extend(record.add.map(|add| changes[add as usize].id));
        let later = record.later().filter(|(field, _)| **field != Field::Removed);
        found.extend(later.map(|(_, index)| changes[index as usize].id));
        for (child, record) in state.records.iter() {
            let parent = record
                .value(changes, &Field::Place)
                .and_then(|value| parse_place(value));
            if parent.is_some_and(|(parent, _)| parent == id) && !inside.contains(child) {
                inside.push(*child);
            }
        }
    }
    crate::ledger::sort_by(&mut found, Ord::cmp);
    found.dedup();
    found
}
