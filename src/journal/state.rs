//! `State`: every field of every record as a multi-value register. Applying changes in any order gives the same state.

use super::{Change, Op};
use crate::ledger::{Field, Id, IdMap, Kind, Text};

/// Changes are named by their index in the journal: the state holds no text of its own.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    pub records: IdMap<Record>,
    /// Fields whose values do not know of each other and differ, in order: no more than a handful.
    pub contested: Vec<(Id, Field)>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    /// The change that made the record, with its first values; absent while only later changes have arrived.
    pub add: Option<u32>,
    /// Only of fields that were set after the record was made.
    registers: Vec<Register>,
}

#[derive(Debug, Clone)]
struct Register {
    field: Field,
    /// Changes whose value nobody has replaced.
    live: Vec<u32>,
    replaced: Vec<Id>,
}

impl State {
    /// Takes in the change at `index`; it must not have been taken in before.
    pub fn apply(&mut self, changes: &[Change], index: u32) {
        let change = &changes[index as usize];
        let record = self.records.or_default(change.record());
        match &change.op {
            Op::Add { values, .. } => {
                record.add = Some(index);
                if !record.registers.is_empty() {
                    for (field, _) in values {
                        self.note_contest(changes, change.id, field);
                    }
                }
            }
            Op::Set {
                record: id,
                field,
                replaces,
                ..
            } => {
                let register = record.register(field);
                register.replaced.extend_from_slice(replaces);
                let replaced = &register.replaced;
                register
                    .live
                    .retain(|live| !replaced.contains(&changes[*live as usize].id));
                if !replaced.contains(&change.id) {
                    register.live.push(index);
                }
                self.note_contest(changes, *id, field);
            }
        }
    }

    fn note_contest(&mut self, changes: &[Change], id: Id, field: &Field) {
        let live = self.live(changes, id, field);
        let value = |index: &u32| changes[*index as usize].value_of(field);
        let differ = live.windows(2).any(|pair| value(&pair[0]) != value(&pair[1]));
        let at = self
            .contested
            .binary_search_by(|(of, each)| (*of, each).cmp(&(id, field)));
        match (differ, at) {
            (true, Err(at)) => self.contested.insert(at, (id, field.clone())),
            (false, Ok(at)) => drop(self.contested.remove(at)),
            _ => {}
        }
    }

    /// The changes whose value of a field stands, lowest rank first: the last one shows.
    pub fn live(&self, changes: &[Change], id: Id, field: &Field) -> Vec<u32> {
        let Some(record) = self.records.get(&id) else {
            return Vec::new();
        };
        let register = record.registers.iter().find(|register| register.field == *field);
        let mut live = register.map(|register| register.live.clone()).unwrap_or_default();
        let first = record.add.filter(|add| {
            let change = &changes[*add as usize];
            change.value_of(field).is_some() && register.is_none_or(|register| !register.replaced.contains(&change.id))
        });
        live.extend(first);
        crate::ledger::sort_by_key(&mut live, |index| changes[*index as usize].rank());
        live
    }

    /// The value that shows; empty where none was ever set.
    pub fn value<'a>(&self, changes: &'a [Change], id: Id, field: &Field) -> Option<&'a Text> {
        let record = self.records.get(&id)?;
        record.value(changes, field)
    }

    pub fn kind<'a>(&self, changes: &'a [Change], id: Id) -> Option<&'a Kind> {
        self.records.get(&id)?.kind(changes)
    }
}

impl Record {
    fn register(&mut self, field: &Field) -> &mut Register {
        let at = self.registers.iter().position(|register| register.field == *field);
        let at = at.unwrap_or_else(|| {
            self.registers.push(Register {
                field: field.clone(),
                live: Vec::new(),
                replaced: Vec::new(),
            });
            self.registers.len() - 1
        });
        &mut self.registers[at]
    }

    pub fn kind<'a>(&self, changes: &'a [Change]) -> Option<&'a Kind> {
        match &changes[self.add? as usize].op {
            Op::Add { kind, .. } => Some(kind),
            Op::Set { .. } => None,
        }
    }

    pub fn value<'a>(&self, changes: &'a [Change], field: &Field) -> Option<&'a Text> {
        let first = self.add.map(|add| &changes[add as usize]);
        match self.registers.iter().find(|register| register.field == *field) {
            Some(register) => register.value(changes, first),
            None => first?.value_of(field),
        }
    }

    /// Every field that has a value, in no order; of a field that stands twice, the value that shows comes last.
    pub fn each_value<'a>(&'a self, changes: &'a [Change], see: &mut dyn FnMut(&'a Field, &'a Text)) {
        let first = self.add.map(|add| &changes[add as usize]);
        if let Some(Op::Add { values, .. }) = first.map(|change| &change.op) {
            for (field, value) in values.iter().rev() {
                if self.registers.is_empty() || self.registers.iter().all(|register| register.field != *field) {
                    see(field, value);
                }
            }
        }
        for register in &self.registers {
            if let Some(value) = register.value(changes, first) {
                see(&register.field, value);
            }
        }
    }

    /// Every value that a later change set, with the field.
    pub fn later(&self) -> impl Iterator<Item = (&Field, u32)> {
        self.registers
            .iter()
            .flat_map(|register| register.live.iter().map(move |index| (&register.field, *index)))
    }

    /// The ids of the changes that the removal of this record knew of.
    pub fn known_to_removal(&self) -> &[Id] {
        self.registers
            .iter()
            .find(|register| register.field == Field::Removed)
            .map_or(&[], |register| &register.replaced)
    }
}

impl Register {
    /// The value that shows, of those that nobody has replaced and the record's first one.
    fn value<'a>(&self, changes: &'a [Change], first: Option<&'a Change>) -> Option<&'a Text> {
        let first = first.filter(|change| !self.replaced.contains(&change.id));
        let live = self.live.iter().map(|index| &changes[*index as usize]);
        live.chain(first)
            .filter_map(|change| Some((change.rank(), change.value_of(&self.field)?)))
            .max_by_key(|(rank, _)| *rank)
            .map(|(_, value)| value)
    }
}
