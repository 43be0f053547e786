//! Undo and redo: new changes that give back what an act replaced. Nothing is taken out of the journal.

use super::{Book, Change, Hand, Op};
use crate::ledger::{Field, Id, Text};

/// What an undo did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Undone {
    pub changes: Vec<Change>,
    /// Fields that somebody else has set since: they were left as they are.
    pub left: usize,
}

impl Book {
    /// Takes an act back. Undoing an undo is redo.
    pub fn undo(&mut self, hand: &Hand, now_millis: u64, act: &[Id]) -> Undone {
        let mut undone = Undone::default();
        let mut ops = Vec::new();
        for (record, field) in self.fields_of(act) {
            match self.give_back(act, record, field) {
                Some(mut back) => ops.append(&mut back),
                None => undone.left += 1,
            }
        }
        undone.changes = self.act_raw(hand, now_millis, ops);
        undone
    }

    /// The fields that an act set, each once, the last first. A record that it made counts as its removal.
    fn fields_of(&self, act: &[Id]) -> Vec<(Id, Field)> {
        let mut fields: Vec<(Id, Field)> = Vec::new();
        for change in act.iter().rev().filter_map(|id| self.change(*id)) {
            let field = match &change.op {
                Op::Set { field, .. } => field.clone(),
                Op::Add { .. } => Field::Removed,
            };
            if !fields.contains(&(change.record(), field.clone())) {
                fields.push((change.record(), field));
            }
        }
        fields
    }

    fn give_back(&self, act: &[Id], record: Id, field: Field) -> Option<Vec<Op>> {
        let live = self.live_ids(record, &field);
        let made_here = act.contains(&record);
        if made_here && field == Field::Removed {
            return Some(vec![set(record, field, "undone".into(), live)]);
        }
        if made_here {
            return Some(Vec::new());
        }
        if live.is_empty() || live.iter().any(|id| !act.contains(id)) {
            return None;
        }
        let mut before: Vec<&Change> = act
            .iter()
            .filter_map(|id| self.change(*id))
            .filter(|change| change.record() == record && change.value_of(&field).is_some())
            .flat_map(|change| match &change.op {
                Op::Set { replaces, .. } => replaces.as_slice(),
                Op::Add { .. } => &[],
            })
            .filter(|id| !act.contains(id))
            .filter_map(|id| self.change(*id))
            .filter(|change| change.record() == record && change.value_of(&field).is_some())
            .collect();
        crate::ledger::sort_by_key(&mut before, |change| change.rank());
        before.dedup_by_key(|change| change.id);
        if before.is_empty() {
            return Some(vec![set(record, field, Text::default(), live)]);
        }
        // Several values: there was a conflict, and it comes back as one.
        let values = before.into_iter().filter_map(|change| change.value_of(&field));
        Some(
            values
                .map(|value| set(record, field.clone(), value.clone(), live.clone()))
                .collect(),
        )
    }
}

fn set(record: Id, field: Field, value: Text, replaces: Vec<Id>) -> Op {
    Op::Set {
        record,
        field,
        value,
        replaces,
    }
}
