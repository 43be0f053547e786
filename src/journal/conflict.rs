//! Conflicts: fields that two hands set without having seen each other's value.

use super::{Book, Stamp, project::parse_place};
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
        let asked = contested.filter(|(record, field)| match field {
            // Whether it is removed is what is in question.
            Field::Removed => self
                .parent_in(&self.value(*record, &Field::Place))
                .is_some_and(|parent| self.is_present(parent)),
            _ => self.is_present(*record),
        });
        asked.map(|(record, field)| self.conflict(*record, field)).collect()
    }

    /// The record that a value of [`Field::Place`] puts another one under.
    pub fn parent_in(&self, place: &str) -> Option<Id> {
        parse_place(place).map(|(parent, _)| parent)
    }

    /// A record is present when neither it nor anything that it stands under is removed.
    fn is_present(&self, record: Id) -> bool {
        let mut at = record;
        // Deeper than any record stands; a damaged journal could go in circles.
        for _ in 0..8 {
            if at == Id::ROOT {
                return true;
            }
            if !self.value(at, &Field::Removed).is_empty() {
                return false;
            }
            match self.parent_in(&self.value(at, &Field::Place)) {
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
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
