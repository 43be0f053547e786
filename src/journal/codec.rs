//! Changes as bytes: for storage, and as what a seal is made over.
//!
//! ```text
//! changes = change* ;           change = body hash[16] ;
//! body    = id stamp text(author) num(act) op salt[8]? ;
//! id      = actor[8, little endian] num(counter) ;   stamp = num(millis) num(tick) ;
//! op      = 0 text(kind) num(n) (text(field) text(value)){n}
//!         | 1 id(record) text(field) text(value) num(n) id{n}
//!         | 2 as 0, with a salt | 3 as 1, with a salt ;
//! text    = num(bytes) UTF-8 ;  num = LEB128, least significant first ;
//! ```

use super::{Change, Fault, Hash, Op, Salt, Stamp};
use crate::ledger::{Actor, Field, Id, Kind, Text};

pub fn encode<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<u8> {
    let mut out = Vec::new();
    for change in changes {
        encode_body(change, &mut out);
        out.extend_from_slice(&change.hash.0);
    }
    out
}

/// Reads as many changes as there are; a fault tells where reading had to stop.
pub fn decode(bytes: &[u8]) -> (Vec<Change>, Option<Fault>) {
    let mut changes = Vec::new();
    let mut reader = Reader {
        bytes,
        at: 0,
        fields: Vec::new(),
        texts: vec![Text::default(); SLOTS],
    };
    while reader.at < bytes.len() {
        let start = reader.at;
        match reader.change() {
            Some(change) => changes.push(change),
            None => return (changes, Some(Fault::Unreadable { at: start })),
        }
    }
    (changes, None)
}

/// Of the byte that says what the operation is: a salt follows it.
const SALTED: u8 = 2;

/// Everything of a change but its seal.
pub(super) fn encode_body(change: &Change, out: &mut Vec<u8>) {
    put_id(out, change.id);
    put_number(out, change.stamp.millis);
    put_number(out, change.stamp.tick.into());
    put_text(out, &change.author);
    put_number(out, change.act.into());
    let salted = if change.salt.is_some() { SALTED } else { 0 };
    match &change.op {
        Op::Add { kind, values } => {
            out.push(salted);
            put_text(out, kind.name());
            put_number(out, values.len() as u64);
            for (field, value) in values {
                put_text(out, field.name());
                put_text(out, value);
            }
        }
        Op::Set {
            record,
            field,
            value,
            replaces,
        } => {
            out.push(1 | salted);
            put_id(out, *record);
            put_text(out, field.name());
            put_text(out, value);
            put_number(out, replaces.len() as u64);
            for id in replaces {
                put_id(out, *id);
            }
        }
    }
    if let Some(salt) = change.salt {
        out.extend_from_slice(&salt.0);
    }
}

fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn put_id(out: &mut Vec<u8>, id: Id) {
    out.extend_from_slice(&id.actor.bits().to_le_bytes());
    put_number(out, id.counter.into());
}

/// Longer texts hardly repeat.
const SHORT: usize = 32;
const SLOTS: usize = 256;

/// Most of a ledger's texts repeat: authors, departments, statuses, and the fields of one record as of the next. What was
/// read before is taken again, which costs neither memory nor a look at its letters.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Of the record before, in its order.
    fields: Vec<Field>,
    /// The latest short text of each slot.
    texts: Vec<Text>,
}

/// Where a text is kept, by some of its bytes.
fn slot(bytes: &[u8]) -> usize {
    let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or_default());
    let last = bytes.len().saturating_sub(1);
    (bytes.len() + byte(2) * 3 + byte(last / 2) * 5 + byte(last) * 7) % SLOTS
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    fn word(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?.try_into().ok()?;
        self.take(length)
    }

    fn text(&mut self) -> Option<Text> {
        let bytes = self.word()?;
        if bytes.len() > SHORT {
            return Some(std::str::from_utf8(bytes).ok()?.into());
        }
        let known = &mut self.texts[slot(bytes)];
        if known.as_bytes() != bytes {
            *known = std::str::from_utf8(bytes).ok()?.into();
        }
        Some(known.clone())
    }

    /// The field that comes `nth` of its record.
    fn field(&mut self, nth: usize) -> Option<Field> {
        let bytes = self.word()?;
        if let Some(known) = self.fields.get(nth).filter(|known| known.name().as_bytes() == bytes) {
            return Some(known.clone());
        }
        let field = Field::from_name(std::str::from_utf8(bytes).ok()?);
        self.fields.truncate(nth);
        self.fields.push(field.clone());
        Some(field)
    }

    fn id(&mut self) -> Option<Id> {
        let bits = u64::from_le_bytes(self.take(8)?.try_into().ok()?);
        let counter = self.small()?;
        Some(match bits {
            0 => Id::ROOT,
            bits => Id {
                actor: Actor::from_random(bits),
                counter,
            },
        })
    }

    fn change(&mut self) -> Option<Change> {
        let id = self.id()?;
        let stamp = Stamp {
            millis: self.number()?,
            tick: self.small()?,
        };
        let author = self.text()?;
        let act = self.small()?;
        let &[sort] = self.take(1)? else { return None };
        Some(Change {
            id,
            stamp,
            author,
            act,
            op: self.op(sort & !SALTED)?,
            salt: match sort & SALTED {
                0 => None,
                _ => Some(Salt(self.take(8)?.try_into().ok()?)),
            },
            hash: Hash(self.take(16)?.try_into().ok()?),
        })
    }

    fn op(&mut self, sort: u8) -> Option<Op> {
        match sort {
            0 => {
                let kind = Kind::from_name(&self.text()?);
                let count = self.small()? as usize;
                // A damaged count must not ask for all memory.
                let mut values = Vec::with_capacity(count.min(64));
                for nth in 0..count {
                    values.push((self.field(nth)?, self.text()?));
                }
                Some(Op::Add { kind, values })
            }
            1 => {
                let record = self.id()?;
                let field = Field::from_name(&self.text()?);
                let value = self.text()?;
                let count = self.number()?;
                let replaces = (0..count).map(|_| self.id()).collect::<Option<_>>()?;
                Some(Op::Set {
                    record,
                    field,
                    value,
                    replaces,
                })
            }
            _ => None,
        }
    }
}
