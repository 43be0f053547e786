//! `Change`: one immutable step of the journal.

use super::{Hash, Salt};
use crate::ledger::{Field, Id, Kind, Text};

/// When a change was made, as far as anybody can know: a hybrid logical clock.
///
/// `millis` are milliseconds since 1970 in UTC. A change has a later stamp than every change that its maker had seen,
/// also on a machine whose clock is behind; but one machine whose clock is far ahead does not draw all others with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Stamp {
    pub millis: u64,
    pub tick: u32,
}

/// How far ahead of one's own clock another's may be and still be followed: a day, for wrong zones and daylight saving.
const AHEAD_MILLIS: u64 = 24 * 60 * 60 * 1000;

impl Stamp {
    /// Whether somebody whose clock says `now_millis` believes this one. What a stamp orders is only the display: which
    /// value replaced which is said by the changes themselves.
    pub fn is_credible(self, now_millis: u64) -> bool {
        self.millis <= now_millis.saturating_add(AHEAD_MILLIS)
    }

    /// The stamp of the next change of somebody who has seen `self` and whose clock says `now_millis`.
    pub fn next(self, now_millis: u64) -> Stamp {
        if now_millis > self.millis {
            return Stamp {
                millis: now_millis,
                tick: 0,
            };
        }
        // A file may bring any tick: then the next millisecond.
        match self.tick.checked_add(1) {
            Some(tick) => Stamp { tick, ..self },
            None => Stamp {
                millis: self.millis.saturating_add(1),
                tick: 0,
            },
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Of an [`Op::Add`] also the name of the record it makes.
    pub id: Id,
    pub stamp: Stamp,
    /// Whose hand it was: name and department, as given.
    pub author: Text,
    /// The counter of the first change of the same act: an act is undone as one.
    pub act: u32,
    pub op: Op,
    /// What nobody can guess goes into the seal: so the seal of a change that is withheld does not betray a short value.
    pub salt: Option<Salt>,
    /// Seals this change and, through the one before it, all earlier ones of the same actor. Zeros where it was left out:
    /// see [`super::Part`].
    pub hash: Hash,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// Makes a record with its first values.
    Add { kind: Kind, values: Vec<(Field, Text)> },
    /// Gives a field a value. `replaces` names the changes whose value of that field the maker had before him; a
    /// removal also names every other change of the record that the maker had seen.
    Set {
        record: Id,
        field: Field,
        value: Text,
        replaces: Vec<Id>,
    },
}

impl Change {
    /// The record that the change makes or sets.
    pub fn record(&self) -> Id {
        match &self.op {
            Op::Add { .. } => self.id,
            Op::Set { record, .. } => *record,
        }
    }

    /// The value it gave to a field of its record.
    pub fn value_of(&self, wanted: &Field) -> Option<&Text> {
        // Replay asks this a hundred times for each record: the kind of field is told before its name is.
        let kind = std::mem::discriminant(wanted);
        let is_wanted = |field: &Field| std::mem::discriminant(field) == kind && field == wanted;
        match &self.op {
            Op::Add { values, .. } => values
                .iter()
                .find(|(field, _)| is_wanted(field))
                .map(|(_, value)| value),
            Op::Set { field, value, .. } => is_wanted(field).then_some(value),
        }
    }

    /// The same change, though one of the two may have come without its seal.
    pub fn is_same(&self, other: &Change) -> bool {
        let same_seal = self.hash == other.hash && self.salt == other.salt;
        let content = |change: &Change| (change.id, change.stamp, change.act);
        content(self) == content(other)
            && self.author == other.author
            && self.op == other.op
            && (same_seal || !self.is_sealed() || !other.is_sealed())
    }

    pub fn is_sealed(&self) -> bool {
        self.hash != Hash::default()
    }

    /// What orders two values of one field that do not know of each other.
    pub fn rank(&self) -> (Stamp, Id) {
        (self.stamp, self.id)
    }
}
