//! The hash chain: each change of an actor seals the one before it, so that history cannot be altered unseen.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

use super::{Change, Fault, codec::encode_body};
use crate::ledger::NotAName;

/// The first 128 bits of a SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Hash(pub [u8; 16]);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        if text.len() != 32 || !text.is_ascii() {
            return Err(NotAName);
        }
        let mut hash = Hash::default();
        for (index, byte) in hash.0.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).map_err(|_| NotAName)?;
        }
        Ok(hash)
    }
}

/// The seal of a change that follows one sealed with `previous`; the first change of an actor follows zeros.
pub fn seal(previous: Hash, change: &Change) -> Hash {
    let mut body = previous.0.to_vec();
    encode_body(change, &mut body);
    let digest = Sha256::digest(&body);
    let mut hash = Hash::default();
    hash.0.copy_from_slice(&digest[..16]);
    hash
}

/// Checks every seal whose predecessor is here. For each actor the first change that does not fit is named.
pub fn verify<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<Fault> {
    let mut changes: Vec<&Change> = changes.into_iter().collect();
    crate::ledger::sort_by_key(&mut changes, |change| change.id);
    let chains = changes.chunk_by(|one, next| one.id.actor == next.id.actor);
    chains.filter_map(first_broken).collect()
}

/// `chain` holds changes of one actor, in their order.
fn first_broken(chain: &[&Change]) -> Option<Fault> {
    let mut previous: Option<&Change> = None;
    for &change in chain {
        let before = match previous {
            Some(before) if before.id.counter + 1 == change.id.counter => Some(before.hash),
            None if change.id.counter == 1 => Some(Hash::default()),
            // The change before it is not here (a part of a ledger): nothing to compare with.
            _ => None,
        };
        if before.is_some_and(|hash| seal(hash, change) != change.hash) {
            return Some(Fault::BrokenChain { change: change.id });
        }
        previous = Some(change);
    }
    None
}
