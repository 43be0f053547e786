//! One line of `changes` as a change. The order of `values` is kept: the seal is made over it.

use std::{fmt, str::FromStr};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{file::Place, seal::parse_seal, time::parse_time};
use crate::{
    journal::{Change, Hash, Op, Salt, Stamp},
    ledger::{Field, Id, Kind, Text},
};

/// A text; `null` is the empty one.
pub(super) struct Word(pub Text);

/// Milliseconds since 1970, from a text or a number.
pub(super) struct Time(pub u64);

/// Whose hand: the name, or its place in `authors`, from 1.
enum By {
    Name(Text),
    Number(u64),
}

/// The list `changes`.
pub(super) struct ChangesSeed<'a>(pub &'a mut Place);

struct ChangeSeed<'a>(&'a mut Place);

/// An object of texts in its own order.
struct Values(Vec<(Field, Text)>);

struct Ids(Vec<Id>);

impl<'de> DeserializeSeed<'de> for ChangesSeed<'_> {
    type Value = Vec<Change>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for ChangesSeed<'_> {
    type Value = Vec<Change>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut changes = Vec::new();
        loop {
            self.0.path.enter_item(changes.len());
            let Some(change) = list.next_element_seed(ChangeSeed(self.0))? else {
                break;
            };
            changes.push(change);
            self.0.path.leave();
        }
        self.0.path.leave();
        Ok(changes)
    }
}

impl<'de> DeserializeSeed<'de> for ChangeSeed<'_> {
    type Value = Change;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Change, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ChangeSeed<'_> {
    type Value = Change;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Change, A::Error> {
        let place = self.0;
        let mut parts = Parts::default();
        while let Some(key) = map.next_key::<String>()? {
            place.path.enter(&key);
            match key.as_str() {
                "id" => once(&mut parts.id, change_id(&map.next_value::<Word>()?.0)?)?,
                "at" => once(&mut parts.millis, map.next_value::<Time>()?.0)?,
                "tick" => once(&mut parts.tick, map.next_value()?)?,
                "by" => {
                    let by = match map.next_value::<By>()? {
                        By::Name(name) => name,
                        By::Number(number) => place.author(number).ok_or_else(|| A::Error::custom("author"))?,
                    };
                    once(&mut parts.author, by)?;
                }
                "act" => once(&mut parts.act, map.next_value()?)?,
                "kind" => once(&mut parts.kind, Kind::from_name(&map.next_value::<Word>()?.0))?,
                "values" => once(&mut parts.values, map.next_value::<Values>()?.0)?,
                "record" => once(&mut parts.record, name(&map.next_value::<Word>()?.0, "id")?)?,
                "field" => once(&mut parts.field, Field::from_name(&map.next_value::<Word>()?.0))?,
                "value" => once(&mut parts.value, map.next_value::<Word>()?.0)?,
                "replaces" => once(&mut parts.replaces, map.next_value::<Ids>()?.0)?,
                "hash" => once(&mut parts.seal, (name(&map.next_value::<Word>()?.0, "hash")?, None))?,
                "seal" => {
                    let seal = parse_seal(&map.next_value::<Word>()?.0);
                    once(&mut parts.seal, seal.ok_or_else(|| A::Error::custom("hash"))?)?;
                }
                _ => {
                    place.note_unknown();
                    map.next_value::<IgnoredAny>()?;
                }
            }
            place.path.leave();
        }
        parts.change().map_err(A::Error::custom)
    }
}

/// A change of which not everything may be there yet.
#[derive(Default)]
struct Parts {
    id: Option<Id>,
    millis: Option<u64>,
    tick: Option<u32>,
    author: Option<Text>,
    act: Option<u32>,
    kind: Option<Kind>,
    values: Option<Vec<(Field, Text)>>,
    record: Option<Id>,
    field: Option<Field>,
    value: Option<Text>,
    replaces: Option<Vec<Id>>,
    seal: Option<(Hash, Option<Salt>)>,
}

impl Parts {
    fn change(self) -> Result<Change, &'static str> {
        let id = self.id.ok_or("property id")?;
        let op = match (
            self.kind,
            self.values,
            self.record,
            self.field,
            self.value,
            self.replaces,
        ) {
            (Some(kind), values, None, None, None, None) => Op::Add {
                kind,
                values: values.unwrap_or_default(),
            },
            (None, None, Some(record), Some(field), value, replaces) => Op::Set {
                record,
                field,
                value: value.unwrap_or_default(),
                replaces: replaces.unwrap_or_default(),
            },
            _ => return Err("operation"),
        };
        // A change of a part may come without its seal; of another file that is found where seals are checked.
        let (hash, salt) = self.seal.unwrap_or_default();
        Ok(Change {
            id,
            stamp: Stamp {
                millis: self.millis.ok_or("property at")?,
                tick: self.tick.unwrap_or_default(),
            },
            author: self.author.unwrap_or_default(),
            act: self.act.unwrap_or(id.counter),
            op,
            salt,
            hash,
        })
    }
}

fn once<T, E: Error>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::custom("once")),
    }
}

fn name<T: FromStr, E: Error>(text: &str, otherwise: &'static str) -> Result<T, E> {
    text.parse().map_err(|_| E::custom(otherwise))
}

/// The id of a change is never that of the ledger itself, and always has room for a next one.
pub(super) fn change_id<E: Error>(text: &str) -> Result<Id, E> {
    let id: Option<Id> = text.parse().ok();
    id.filter(|id| id.actor.bits() != 0 && id.counter < u32::MAX)
        .ok_or_else(|| E::custom("id"))
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl Visitor<'_> for Words {
            type Value = Word;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("text")
            }
            fn visit_str<E>(self, text: &str) -> Result<Word, E> {
                Ok(Word(text.into()))
            }
            fn visit_unit<E>(self) -> Result<Word, E> {
                Ok(Word(Text::default()))
            }
        }
        deserializer.deserialize_any(Words)
    }
}

impl<'de> Deserialize<'de> for By {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl Visitor<'_> for Either {
            type Value = By;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("text")
            }
            fn visit_str<E>(self, text: &str) -> Result<By, E> {
                Ok(By::Name(text.into()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<By, E> {
                Ok(By::Number(number))
            }
            fn visit_unit<E>(self) -> Result<By, E> {
                Ok(By::Name(Text::default()))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Times;
        impl Visitor<'_> for Times {
            type Value = Time;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("time")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Time, E> {
                parse_time(text).map(Time).ok_or_else(|| E::custom("time"))
            }
            fn visit_u64<E>(self, millis: u64) -> Result<Time, E> {
                Ok(Time(millis))
            }
        }
        deserializer.deserialize_any(Times)
    }
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Values;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    values.push((Field::from_name(&key), map.next_value::<Word>()?.0));
                }
                Ok(Values(values))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

impl<'de> Deserialize<'de> for Ids {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Ids;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Ids, A::Error> {
                let mut ids = Vec::new();
                while let Some(word) = list.next_element::<Word>()? {
                    ids.push(name(&word.0, "id")?);
                }
                Ok(Ids(ids))
            }
        }
        deserializer.deserialize_seq(List)
    }
}
