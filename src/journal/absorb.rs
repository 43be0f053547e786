//! Taking in changes from elsewhere.

use super::{Book, Change, Fault};

/// What came of taking changes in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Absorbed {
    /// Those that were not here before, or not with their seal, in the order given.
    pub new: Vec<Change>,
    pub faults: Vec<Fault>,
}

impl Book {
    /// Takes in changes from elsewhere: set union.
    pub fn absorb(&mut self, changes: Vec<Change>) -> Absorbed {
        let mut absorbed = Absorbed::default();
        let before = self.changes.len();
        for change in changes {
            let Some(at) = self.index.get(&change.id).copied() else {
                self.push(change);
                continue;
            };
            let known = &self.changes[at as usize];
            if !known.is_same(&change) {
                absorbed.faults.push(Fault::TwoFaces { change: change.id });
            } else if change.is_sealed() && !known.is_sealed() {
                self.seal_late(at, &change);
                absorbed.new.push(change);
            }
        }
        if self.changes.len() > before {
            self.catch_up(before);
            absorbed.new.extend_from_slice(&self.changes[before..]);
        }
        absorbed
    }

    /// A change that came without its seal, in a part of the ledger, has come with it.
    pub(super) fn seal_late(&mut self, at: u32, sealed: &Change) {
        let known = &mut self.changes[at as usize];
        if !known.is_sealed() && known.is_same(sealed) {
            (known.salt, known.hash) = (sealed.salt, sealed.hash);
        }
    }
}
