//! The file as a whole: a first look that tells ledgers from other JSON, then all of it.

use std::{fmt, marker::PhantomData};

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{
    Expected, FORMAT, Found, Refusal, VERSION,
    change::{ChangesSeed, Time, Word},
    node::Node,
    path::Path,
    syntax::Json,
    tree::NodeSeed,
};
use crate::{
    journal::Change,
    ledger::{Actor, Kind},
};

/// All that a file says.
#[derive(Debug, Default)]
pub(super) struct File {
    pub id: Option<Actor>,
    pub exported_at: Option<u64>,
    pub ledger: Option<Node>,
    pub changes: Vec<Change>,
}

/// Where a reader is, and what it met that this version does not know.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub path: Path,
    pub unknown: Vec<String>,
}

/// Beyond this many, further unknown properties are not worth a line.
const MOST_UNKNOWN: usize = 50;

impl Place {
    pub fn note_unknown(&mut self) {
        if self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push(self.path.to_string());
        }
    }
}

/// Reads the file whole, as far as it can be told without its content: is it JSON, a ledger, of a known version?
pub(super) fn look(text: &str) -> Result<(), Refusal> {
    let mut json = Json::new(text);
    let glance = json.whole(PhantomData::<Glance>);
    let glance = glance.map_err(|stop| Refusal::new(stop, json.position(), &Path::default()))?;
    let Glance::Object {
        properties,
        format,
        version,
    } = glance
    else {
        return Err(Refusal::OtherJson { found: glance.found() });
    };
    match format.as_deref() {
        Some(Glance::Text(format)) if format == FORMAT => {}
        Some(Glance::Text(format)) => {
            return Err(Refusal::OtherJson {
                found: Found::Format(format.clone()),
            });
        }
        _ => {
            return Err(Refusal::OtherJson {
                found: Found::Object { properties },
            });
        }
    }
    match version.as_deref() {
        Some(Glance::Number(Some(1..=VERSION))) => Ok(()),
        Some(Glance::Number(Some(version @ 2..))) => Err(Refusal::Newer {
            version: *version,
            known: VERSION,
        }),
        _ => Err(Refusal::Malformed {
            path: "version".into(),
            line: 1,
            column: 1,
            expected: Expected::Version,
        }),
    }
}

pub(super) fn parse(text: &str) -> Result<(File, Vec<String>), Refusal> {
    let mut place = Place::default();
    let mut json = Json::new(text);
    match json.deserialize_map(FileVisitor(&mut place)) {
        Ok(file) => Ok((file, place.unknown)),
        Err(stop) => Err(Refusal::new(stop, json.position(), &place.path)),
    }
}

struct FileVisitor<'a>(&'a mut Place);

impl<'de> Visitor<'de> for FileVisitor<'_> {
    type Value = File;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<File, A::Error> {
        let place = self.0;
        let mut file = File::default();
        let mut has_changes = false;
        while let Some(key) = map.next_key::<String>()? {
            place.path.enter(&key);
            match key.as_str() {
                "format" | "version" | "$schema" => drop(map.next_value::<IgnoredAny>()?),
                "id" => {
                    let name = map.next_value::<Word>()?.0;
                    let id: Option<Actor> = name.parse().ok().filter(|id: &Actor| id.bits() != 0);
                    file.id = Some(id.ok_or_else(|| A::Error::custom("ledger id"))?);
                }
                "exported_at" => file.exported_at = Some(map.next_value::<Time>()?.0),
                "ledger" if file.ledger.is_some() => return Err(A::Error::custom("once")),
                "changes" if has_changes => return Err(A::Error::custom("once")),
                "ledger" => {
                    file.ledger = Some(map.next_value_seed(NodeSeed {
                        kind: &Kind::Ledger,
                        place,
                    })?)
                }
                "changes" => {
                    has_changes = true;
                    file.changes = map.next_value_seed(ChangesSeed(place))?;
                }
                _ => {
                    place.note_unknown();
                    map.next_value::<IgnoredAny>()?;
                }
            }
            place.path.leave();
        }
        if file.ledger.is_none() && file.changes.is_empty() {
            return Err(A::Error::custom("property ledger"));
        }
        Ok(file)
    }
}

/// A value of which only the outermost shape is of interest.
enum Glance {
    Text(String),
    Number(Option<u64>),
    Word,
    List,
    Object {
        properties: Vec<String>,
        format: Option<Box<Glance>>,
        version: Option<Box<Glance>>,
    },
}

impl Glance {
    fn found(self) -> Found {
        match self {
            Glance::Text(_) => Found::Text,
            Glance::Number(_) => Found::Number,
            Glance::Word => Found::Word,
            Glance::List => Found::List,
            Glance::Object { properties, .. } => Found::Object { properties },
        }
    }
}

impl<'de> Deserialize<'de> for Glance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GlanceVisitor)
    }
}

struct GlanceVisitor;

/// As many property names as tell what a file may be.
const FEW: usize = 6;

impl<'de> Visitor<'de> for GlanceVisitor {
    type Value = Glance;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Glance, E> {
        Ok(Glance::Word)
    }

    fn visit_unit<E>(self) -> Result<Glance, E> {
        Ok(Glance::Word)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Glance, E> {
        Ok(Glance::Number(Some(number)))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Glance, E> {
        Ok(Glance::Number(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Glance, E> {
        Ok(Glance::Number(None))
    }

    fn visit_str<E>(self, text: &str) -> Result<Glance, E> {
        Ok(Glance::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Glance, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Glance::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Glance, A::Error> {
        let (mut properties, mut format, mut version) = (Vec::new(), None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" => format = Some(map.next_value()?),
                "version" => version = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
            if properties.len() < FEW {
                properties.push(key);
            }
        }
        Ok(Glance::Object {
            properties,
            format,
            version,
        })
    }
}
