//! The hash chain: each change of an actor seals the one before it, so that history cannot be altered unseen.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

use super::{Change, Fault, LeftOut, codec::encode_body};
use crate::ledger::{Id, NotAName};

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

/// Chance that goes into one seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 8]);

/// Chance of one page start, from which the salts of its changes are made. It is never written anywhere.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Secret(pub [u8; 16]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// Who knows the salts of some changes cannot make those of others.
    pub(super) fn salt(&self, counter: u32) -> Salt {
        let mut hasher = Sha256::new();
        hasher.update(self.0);
        hasher.update(counter.to_le_bytes());
        let mut salt = Salt([0; 8]);
        salt.0.copy_from_slice(&hasher.finalize()[..8]);
        salt
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

/// Checks every seal whose predecessor is here, or is known by its seal alone. For each actor the first change that does not
/// fit is named; so is one of which a part tells another seal.
pub fn verify<'a>(changes: impl IntoIterator<Item = &'a Change>, left_out: &[LeftOut]) -> Vec<Fault> {
    let mut links: Vec<Link> = changes.into_iter().map(Link::Change).collect();
    links.extend(left_out.iter().map(Link::Seal));
    // Of one name the change comes first.
    crate::ledger::sort_by_key(&mut links, |link| (link.id(), matches!(link, Link::Seal(_))));
    let chains = links.chunk_by(|one, next| one.id().actor == next.id().actor);
    chains.filter_map(first_broken).collect()
}

/// What is known of a change.
#[derive(Clone, Copy)]
enum Link<'a> {
    Change(&'a Change),
    Seal(&'a LeftOut),
}

impl Link<'_> {
    fn id(&self) -> Id {
        match self {
            Link::Change(change) => change.id,
            Link::Seal(left_out) => left_out.last,
        }
    }

    fn hash(&self) -> Hash {
        match self {
            Link::Change(change) => change.hash,
            Link::Seal(left_out) => left_out.seal,
        }
    }
}

/// `chain` holds what is known of one actor, in its order.
fn first_broken(chain: &[Link]) -> Option<Fault> {
    let mut previous: Option<Link> = None;
    for &link in chain {
        let id = link.id();
        let is_sealed = link.hash() != Hash::default();
        let fits = match (link, previous) {
            _ if !is_sealed => true,
            // The same change, known by its seal as well.
            (Link::Seal(_), Some(before)) if before.id() == id => before.hash() == link.hash(),
            (Link::Seal(_), _) => true,
            (Link::Change(change), Some(before)) if before.id().counter + 1 == id.counter => {
                before.hash() == Hash::default() || seal(before.hash(), change) == change.hash
            }
            (Link::Change(change), None) if id.counter == 1 => seal(Hash::default(), change) == change.hash,
            // The change before it is not here (a part of a ledger): nothing to compare with.
            _ => true,
        };
        if !fits {
            return Some(Fault::BrokenChain { change: id });
        }
        previous = Some(link);
    }
    None
}
