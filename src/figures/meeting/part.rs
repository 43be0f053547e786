//! What stands under a finding and is told of beside it: its measures, and what happened to it day by day.

use super::{ChangedStep, MEASURE_FIELDS, fields_between};
use crate::{
    journal::Book,
    ledger::{Entry, Field, Finding, Id, Kind, Text},
};

pub(super) struct Part {
    pub record: Id,
    kind: Kind,
    name: Text,
}

/// Measures first, each with its entries; then those of the finding itself.
pub(super) fn parts(finding: &Finding) -> Vec<Part> {
    let mut parts = Vec::new();
    for measure in &finding.measures {
        let name = match measure.heading.is_empty() {
            true => &measure.text,
            false => &measure.heading,
        };
        parts.push(Part {
            record: measure.id,
            kind: Kind::Measure,
            name: name.clone(),
        });
        parts.extend(measure.entries.iter().map(of_entry));
    }
    parts.extend(finding.entries.iter().map(of_entry));
    parts
}

fn of_entry(entry: &Entry) -> Part {
    let names = [Field::Title, Field::Name, Field::Body, Field::Reason, Field::Date];
    let name = names.iter().find_map(|field| entry.values.text(field));
    Part {
        record: entry.id,
        kind: entry.kind.clone(),
        name: name.cloned().unwrap_or_default(),
    }
}

impl Part {
    pub fn added(&self) -> ChangedStep {
        ChangedStep::PartAdded {
            record: self.record,
            kind: self.kind.clone(),
            name: self.name.clone(),
        }
    }

    pub fn removed(&self) -> ChangedStep {
        ChangedStep::PartRemoved {
            record: self.record,
            kind: self.kind.clone(),
            name: self.name.clone(),
        }
    }

    pub fn fields_between(&self, before: &Book, after: &Book, steps: &mut Vec<ChangedStep>) {
        let fields = match self.kind {
            Kind::Measure => &MEASURE_FIELDS,
            _ => self.kind.entry_fields(),
        };
        let part = Some((self.kind.clone(), self.name.clone()));
        fields_between(before, after, self.record, part, fields, steps);
    }
}
