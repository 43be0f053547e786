//! The file as a whole: a first look that tells ledgers from other JSON, then all of it.

use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::{
    Expected, FORMAT, Found, Refusal, VERSION,
    change::{ChangesSeed, Time, Word},
    node::Node,
    parts::{List, Parsed},
    path::Path,
    syntax::{Json, Read, Token},
    tree::NodeSeed,
};
use crate::{
    journal::{Change, Part},
    ledger::{Actor, Kind, Text},
};

/// All that a file says.
#[derive(Debug, Default)]
pub(super) struct File {
    pub id: Option<Actor>,
    pub exported_at: Option<u64>,
    pub parts: Vec<Part>,
    pub ledger: Option<Node>,
    pub changes: Vec<Change>,
}

/// Where a reader is, and what it met that this version does not know.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub path: Path,
    pub unknown: Vec<String>,
    /// The names that changes give by number.
    authors: Vec<Text>,
}

/// Beyond this many, further unknown properties are not worth a line.
const MOST_UNKNOWN: usize = 50;

impl Place {
    /// Counted from 1.
    pub fn author(&self, number: u64) -> Option<Text> {
        self.authors.get(usize::try_from(number).ok()?.checked_sub(1)?).cloned()
    }

    pub fn note_unknown(&mut self) {
        if self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push(self.path.to_string());
        }
    }
}

/// Reads the file whole, as far as it can be told without its content: is it JSON, a ledger, of a known version?
pub(super) fn look(text: &str) -> Result<(), Refusal> {
    let mut json = Json::new(text);
    let glance = glance(&mut json);
    let glance = glance.map_err(|stop| Refusal::new(stop, json.position(), &Path::default()))?;
    let found = match (glance.found, glance.format) {
        (Found::Object { .. }, Some(format)) if format == FORMAT => None,
        (Found::Object { .. }, Some(format)) => Some(Found::Format(format)),
        (found, _) => Some(found),
    };
    if let Some(found) = found {
        return Err(Refusal::OtherJson { found });
    }
    match glance.version {
        Some(1..=VERSION) => Ok(()),
        Some(version @ 2..) => Err(Refusal::Newer {
            version,
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

/// The outermost shape of a file, and what it says of itself.
struct Glance {
    found: Found,
    format: Option<String>,
    version: Option<u64>,
}

/// As many property names as tell what a file may be.
const FEW: usize = 6;

fn glance(json: &mut Json<'_>) -> Read<Glance> {
    let token = json.token()?;
    let (mut format, mut version) = (None, None);
    let found = match token {
        Token::Text(_) => Found::Text,
        Token::Number(_) | Token::OtherNumber => Found::Number,
        Token::Word(_) | Token::Null => Found::Word,
        Token::List => {
            json.skip_rest(&token)?;
            Found::List
        }
        Token::Object => {
            let (mut properties, mut first) = (Vec::new(), true);
            while json.goes_on(b'}', &mut first)? {
                let key = json.string()?;
                json.eat(b':')?;
                let value = json.token()?;
                json.skip_rest(&value)?;
                match (&*key, value) {
                    ("format", Token::Text(text)) => format = Some(text.into_owned()),
                    ("version", Token::Number(number)) => version = Some(number),
                    _ => {}
                }
                if properties.len() < FEW {
                    properties.push(key.into_owned());
                }
            }
            Found::Object { properties }
        }
    };
    json.end()?;
    Ok(Glance { found, format, version })
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
                "authors" => {
                    let names = map.next_value::<List<Word>>()?.0;
                    place.authors = names.into_iter().map(|name| name.0).collect();
                }
                "parts" => {
                    let parts = map.next_value::<List<Parsed>>()?.0;
                    file.parts = parts.into_iter().map(|parsed| parsed.0).collect();
                }
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
