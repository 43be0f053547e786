//! Names that never repeat: who acts (`Actor`), and what they made (`Id`).

use std::{
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

/// Letters of an actor's name: no `i`, `l`, `o`, `u`, so that it can be read aloud and typed.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const ACTOR_LETTERS: usize = 12;

/// One page start of one browser: 60 random bits. A second tab or a copied profile is another actor.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Actor(u64);

impl Actor {
    /// Takes the lower 60 of the given random bits; zero is kept for [`Id::ROOT`].
    pub fn from_random(bits: u64) -> Actor {
        Actor((bits & ((1 << (5 * ACTOR_LETTERS)) - 1)).max(1))
    }

    pub fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in (0..ACTOR_LETTERS).rev() {
            let digit = (self.0 >> (5 * letter)) & 31;
            write!(f, "{}", ALPHABET[digit as usize] as char)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Actor {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        if text.len() != ACTOR_LETTERS {
            return Err(NotAName);
        }
        text.bytes()
            .try_fold(0u64, |bits, letter| {
                let digit = ALPHABET.iter().position(|known| *known == letter)?;
                Some(bits << 5 | digit as u64)
            })
            .map(Actor)
            .ok_or(NotAName)
    }
}

/// Names a change, and the record that the change made: the `counter`-th change of an actor, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id {
    pub actor: Actor,
    pub counter: u32,
}

impl Id {
    /// The ledger itself: the record that no change needs to make.
    pub const ROOT: Id = Id {
        actor: Actor(0),
        counter: 0,
    };
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.actor.0 ^ (u64::from(self.counter) << 32));
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Id::ROOT {
            return f.write_str("ledger");
        }
        write!(f, "{}-{}", self.actor, self.counter)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        if text == "ledger" {
            return Ok(Id::ROOT);
        }
        let (actor, counter) = text.split_once('-').ok_or(NotAName)?;
        if counter.starts_with(['0', '+']) {
            return Err(NotAName);
        }
        Ok(Id {
            actor: actor.parse()?,
            counter: counter.parse().map_err(|_| NotAName)?,
        })
    }
}

/// The text is not the name of an actor or a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAName;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_as_they_are_written() {
        for bits in [1, 31, 32, u64::MAX, 0x0123_4567_89ab_cdef] {
            let actor = Actor::from_random(bits);
            assert_eq!(actor.to_string().parse(), Ok(actor));
            let id = Id { actor, counter: 7 };
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        assert_eq!("ledger".parse(), Ok(Id::ROOT));
    }

    #[test]
    fn other_texts_are_no_names() {
        for text in [
            "",
            "x",
            "000000000001",
            "00000000000!-1",
            "000000000001-0",
            "000000000001--1",
            "000000000001-+1",
        ] {
            assert_eq!(text.parse::<Id>(), Err(NotAName), "{text}");
        }
    }
}
