//! Undo and redo: new changes that give back what an act replaced. Nothing is taken out of the journal.

use super::{Book, Change, Hand, Op};
use crate::ledger::{Field, Id, Text};

/// What an undo did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Undone {
    pub changes: Vec<Change>,
    /// Fields that were set otherwise since: they were left as they are.
    pub left: usize,
}

impl Book {
    /// Takes an act back. Undoing an undo is redo.
    pub fn undo(&mut self, hand: &Hand, now_millis: u64, act: &[Id]) -> Undone {
        let mut undone = Undone::default();
        let (mut ops, mut given) = (Vec::new(), Vec::new());
        for (record, field) in self.fields_of(act) {
            match self.give_back(act, record, field) {
                Some(back) => {
                    for (op, before) in back {
                        ops.push(op);
                        given.push(before);
                    }
                }
                None => undone.left += 1,
            }
        }
        undone.changes = self.act_raw(hand, now_millis, ops);
        for (change, before) in undone.changes.iter().zip(given) {
            if let Some(before) = before {
                self.given_back.insert(change.id, before);
            }
        }
        undone
    }

    /// Whether a change belongs to an act, or gives back a value of it: then the act is what stands there.
    fn stands_for(&self, change: Id, act: &[Id]) -> bool {
        let mut at = Some(change);
        while let Some(id) = at {
            if act.contains(&id) {
                return true;
            }
            at = self.given_back.get(&id).copied();
        }
        false
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

    /// What gives a field back, each with the change whose value that is. None where the act's value stands no more.
    fn give_back(&self, act: &[Id], record: Id, field: Field) -> Option<Vec<(Op, Option<Id>)>> {
        let live = self.live_ids(record, &field);
        let made_here = act.contains(&record);
        if made_here && field == Field::Removed {
            return Some(vec![(set(record, field, "undone".into(), live), None)]);
        }
        if made_here {
            return Some(Vec::new());
        }
        if live.is_empty() || live.iter().any(|id| !self.stands_for(*id, act)) {
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
            return Some(vec![(set(record, field, Text::default(), live), None)]);
        }
        // Several values: there was a conflict, and it comes back as one.
        let values = before
            .into_iter()
            .filter_map(|change| Some((change.id, change.value_of(&field)?)));
        let back = values.map(|(id, value)| (set(record, field.clone(), value.clone(), live.clone()), Some(id)));
        Some(back.collect())
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
