//! Brings the ledger up to date after an edit without reading all of it again.

use super::{
    Change, Fault, Op,
    project::parse_place,
    records::{Root, Source},
    state::State,
};
use crate::ledger::{Entry, Field, Finding, Id, Kind, Ledger, Measure};

/// After changes of plain fields. False when one of them concerns more than its record, or what is wrong in the journal
/// (`faults`): then the whole ledger must be read again.
pub(super) fn touch_up(ledger: &mut Ledger, faults: &[Fault], state: &State, changes: &[Change], from: usize) -> bool {
    changes[from..].iter().all(|change| {
        let Op::Set { record: id, field, .. } = &change.op else {
            return false;
        };
        let was_bad = |fault: &Fault| matches!(fault, Fault::BadValue { record, .. } if record == id);
        if matches!(field, Field::Place | Field::Removed) || faults.iter().any(was_bad) {
            return false;
        }
        let Some(record) = state.records.get(id) else {
            return false;
        };
        let source = Source {
            id: *id,
            record,
            changes,
        };
        let mut faults = Vec::new();
        let touched = touch(ledger, state, source, field, &mut faults);
        touched.is_some() && faults.is_empty()
    })
}

/// Reads one record again, where it stands.
fn touch(ledger: &mut Ledger, state: &State, source: Source<'_>, field: &Field, faults: &mut Vec<Fault>) -> Option<()> {
    /// Puts a record in the place of the one with its id.
    macro_rules! put {
        ($list:expr, $new:expr) => {{
            let new = $new;
            let old = $list.iter_mut().find(|each| each.id == new.id)?;
            *old = new;
        }};
    }
    if source.id == Id::ROOT {
        let Root {
            name,
            inspection,
            report,
            settings,
        } = source.root(faults);
        (ledger.name, ledger.inspection, ledger.report) = (name, inspection, report);
        ledger.settings = settings;
        return Some(());
    }
    let parent = parent(state, source.changes, source.id)?;
    match state.kind(source.changes, source.id)? {
        Kind::Finding => {
            let old = ledger.finding_mut(source.id)?;
            let mut new = source.finding(faults);
            // Without a title of its own it takes its category's, which is not at hand here.
            if *field != Field::Title {
                new.title.clone_from(&old.title);
                new.stands_for_category = old.stands_for_category;
            }
            if new.title.is_empty() {
                return None;
            }
            new.measures = std::mem::take(&mut old.measures);
            new.accountability = std::mem::take(&mut old.accountability);
            new.recovered = std::mem::take(&mut old.recovered);
            new.entries = std::mem::take(&mut old.entries);
            *old = new;
        }
        Kind::Measure => {
            let old = measure_in(ledger.finding_mut(parent)?, source.id)?;
            let mut new = source.measure(faults);
            new.rules = std::mem::take(&mut old.rules);
            new.entries = std::mem::take(&mut old.entries);
            *old = new;
        }
        Kind::Accountability if parent == Id::ROOT => put!(ledger.accountability, source.accountability(faults)),
        Kind::Accountability => put!(
            ledger.finding_mut(parent)?.accountability,
            source.accountability(faults)
        ),
        Kind::Recovered => put!(ledger.finding_mut(parent)?.recovered, source.recovered(faults)),
        Kind::Rule => {
            let finding = self::parent(state, source.changes, parent)?;
            let measure = measure_in(ledger.finding_mut(finding)?, parent)?;
            put!(measure.rules, source.rule(faults));
        }
        Kind::Statement => put!(ledger.statements, source.statement(faults)),
        Kind::Acknowledgement => put!(ledger.acknowledgements, source.acknowledgement(faults)),
        Kind::Section => put!(ledger.sections, source.section(faults)),
        kind => {
            let old = Entry::find_mut(entries_of(ledger, state, source.changes, parent)?, source.id)?;
            let mut new = source.entry(kind, faults);
            new.entries = std::mem::take(&mut old.entries);
            *old = new;
        }
    }
    Some(())
}

/// The list of entries that stand under a record.
fn entries_of<'a>(ledger: &'a mut Ledger, state: &State, changes: &[Change], above: Id) -> Option<&'a mut Vec<Entry>> {
    if above == Id::ROOT {
        return Some(&mut ledger.entries);
    }
    match state.kind(changes, above)? {
        Kind::Finding => Some(&mut ledger.finding_mut(above)?.entries),
        Kind::Measure => {
            let finding = parent(state, changes, above)?;
            Some(&mut measure_in(ledger.finding_mut(finding)?, above)?.entries)
        }
        _ => Some(&mut Entry::find_mut(&mut ledger.entries, above)?.entries),
    }
}

fn parent(state: &State, changes: &[Change], record: Id) -> Option<Id> {
    let place = state.value(changes, record, &Field::Place)?;
    parse_place(place).map(|(parent, _)| parent)
}

fn measure_in(finding: &mut Finding, id: Id) -> Option<&mut Measure> {
    finding.measures.iter_mut().find(|measure| measure.id == id)
}
