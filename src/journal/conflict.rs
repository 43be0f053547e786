//! Conflicts: fields that two hands set without having seen each other's value.

use super::{Book, Stamp};
use crate::ledger::{Field, Id, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub record: Id,
    pub field: Field,
    /// Earliest first; the last one shows in the ledger until somebody chooses.
    pub versions: Vec<Version>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub value: Text,
    pub author: Text,
    pub stamp: Stamp,
}

impl Book {
    /// What nobody has settled yet, without what belongs to no present record.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let contested = self.state.contested.iter();
        contested.map(|(record, field)| self.conflict(*record, field)).collect()
    }

    pub fn has_conflicts(&self) -> bool {
        !self.state.contested.is_empty()
    }

    fn conflict(&self, record: Id, field: &Field) -> Conflict {
        let mut versions: Vec<Version> = Vec::new();
        for index in self.state.live(&self.changes, record, field) {
            let change = &self.changes[index as usize];
            let value = change.value_of(field).cloned().unwrap_or_default();
            // The same value from two hands is one choice.
            versions.retain(|version| version.value != value);
            versions.push(Version {
                value,
                author: change.author.clone(),
                stamp: change.stamp,
            });
        }
        Conflict {
            record,
            field: field.clone(),
            versions,
        }
    }
}
