//! The readable part of a file as a tree, by the one table of what stands where.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{
    change::Word,
    file::Place,
    node::{INSPECTION, Node, fields, lists},
};
use crate::ledger::{Field, Id, Kind};

/// One record with what stands under it.
pub(super) struct NodeSeed<'a> {
    pub kind: &'a Kind,
    pub place: &'a mut Place,
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let NodeSeed { kind, place } = self;
        let mut node = Node::new(kind.clone(), (*kind == Kind::Ledger).then_some(Id::ROOT));
        let mut seen: Vec<String> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            place.path.enter(&key);
            if seen.contains(&key) {
                return Err(A::Error::custom("once"));
            }
            if let Some((_, kind)) = lists(kind).iter().find(|(name, _)| *name == key) {
                map.next_value_seed(ListSeed {
                    kind,
                    place,
                    into: &mut node.children,
                })?;
            } else if let Some(field) = field(fields(kind), &key) {
                push(&mut node, field, map.next_value()?);
            } else {
                match (kind, key.as_str()) {
                    (Kind::Ledger, "inspection") => {
                        map.next_value_seed(InspectionSeed { place, into: &mut node })?;
                    }
                    // Follows from the journal and is there for readers.
                    (Kind::Ledger, "conflicts") => drop(map.next_value::<IgnoredAny>()?),
                    (Kind::Ledger, _) => skip(&mut map, place)?,
                    // What no writer of ours made is no id, and the record is taken for a new one.
                    (_, "id") => node.id = map.next_value::<Word>()?.0.parse().ok(),
                    _ => skip(&mut map, place)?,
                }
            }
            place.path.leave();
            // Only names that mean something: a file may hold any number of others.
            if seen.len() < 64 {
                seen.push(key);
            }
        }
        Ok(node)
    }
}

fn field(fields: &[Field], name: &str) -> Option<Field> {
    fields.iter().find(|field| field.name() == name).cloned()
}

fn push(node: &mut Node, field: Field, Word(value): Word) {
    if !value.is_empty() {
        node.values.push((field, value));
    }
}

fn skip<'de, A: MapAccess<'de>>(map: &mut A, place: &mut Place) -> Result<(), A::Error> {
    place.note_unknown();
    map.next_value::<IgnoredAny>()?;
    Ok(())
}

struct ListSeed<'a> {
    kind: &'a Kind,
    place: &'a mut Place,
    into: &'a mut Vec<Node>,
}

impl<'de> DeserializeSeed<'de> for ListSeed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ListSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("list")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let ListSeed { kind, place, into } = self;
        for index in 0.. {
            place.path.enter_item(index);
            let node = list.next_element_seed(NodeSeed { kind, place })?;
            let Some(node) = node else { break };
            into.push(node);
            place.path.leave();
        }
        place.path.leave();
        Ok(())
    }
}

struct InspectionSeed<'a> {
    place: &'a mut Place,
    into: &'a mut Node,
}

impl<'de> DeserializeSeed<'de> for InspectionSeed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for InspectionSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let InspectionSeed { place, into } = self;
        while let Some(key) = map.next_key::<String>()? {
            place.path.enter(&key);
            match field(INSPECTION, &key) {
                Some(field) if into.value(&field).is_some() => return Err(A::Error::custom("once")),
                Some(field) => push(into, field, map.next_value()?),
                None => skip(&mut map, place)?,
            }
            place.path.leave();
        }
        Ok(())
    }
}
