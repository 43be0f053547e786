//! `parts`: what of a ledger was sent to whom, and what was left out.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{
    change::{Time, Word, change_id},
    data::from_text,
    seal::{parse_seal, seal_text},
    write::Writer,
};
use crate::{
    journal::{Hash, LeftOut, Part},
    ledger::{Text, parse_date},
};

/// One part as a text of its own, as the page stores it.
pub fn part_text(part: &Part) -> String {
    let mut writer = Writer::default();
    writer.part(part);
    writer.out
}

/// None: the text is no part.
pub fn parse_part(text: &str) -> Option<Part> {
    from_text::<Parsed>(text).map(|parsed| parsed.0)
}

impl Writer {
    pub fn parts(&mut self, parts: &[Part]) {
        if parts.is_empty() {
            return;
        }
        self.key("parts");
        self.open('[');
        for part in parts {
            self.item();
            self.part(part);
        }
        self.close(']');
    }

    fn part(&mut self, part: &Part) {
        self.open('{');
        self.text_unless_empty("for", &part.whom);
        if let Some(until) = part.until {
            self.text("until", &until.to_string());
        }
        self.text_unless_empty("by", &part.by);
        self.key("at");
        self.time(part.made_millis);
        if part.progress_only {
            self.text("editable", PROGRESS);
        }
        self.key("left_out");
        self.open('[');
        for left_out in &part.left_out {
            self.item();
            self.tight = true;
            self.open('{');
            self.text("id", &left_out.last.to_string());
            self.key("count");
            self.number(left_out.count.into());
            if left_out.seal != Hash::default() {
                self.text("seal", &seal_text(left_out.seal, None));
            }
            self.close('}');
            self.tight = false;
        }
        self.close(']');
        self.close('}');
    }
}

const PROGRESS: &str = "progress";

/// A part as it is read.
pub(super) struct Parsed(pub Part);

struct ParsedRun(LeftOut);

/// A list of things that read themselves.
pub(super) struct List<T>(pub Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
            type Value = List<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<List<T>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(List(items))
            }
        }
        deserializer.deserialize_seq(Items(std::marker::PhantomData))
    }
}

impl<'de> Deserialize<'de> for Parsed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Properties;
        impl<'de> Visitor<'de> for Properties {
            type Value = Parsed;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parsed, A::Error> {
                let mut part = Part::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "for" => part.whom = map.next_value::<Word>()?.0,
                        "until" => part.until = parse_date(&map.next_value::<Word>()?.0),
                        "by" => part.by = map.next_value::<Word>()?.0,
                        "at" => part.made_millis = map.next_value::<Time>()?.0,
                        "editable" => part.progress_only = map.next_value::<Word>()?.0.as_str() == PROGRESS,
                        "left_out" => {
                            let runs = map.next_value::<List<ParsedRun>>()?.0;
                            part.left_out = runs.into_iter().map(|run| run.0).collect();
                        }
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(Parsed(part))
            }
        }
        deserializer.deserialize_map(Properties)
    }
}

impl<'de> Deserialize<'de> for ParsedRun {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Properties;
        impl<'de> Visitor<'de> for Properties {
            type Value = ParsedRun;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ParsedRun, A::Error> {
                let (mut last, mut count, mut seal) = (None, 1, Hash::default());
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "id" => last = Some(change_id(&map.next_value::<Word>()?.0)?),
                        "count" => count = map.next_value()?,
                        "seal" => {
                            let text: Text = map.next_value::<Word>()?.0;
                            let (hash, _) = parse_seal(&text).ok_or_else(|| A::Error::custom("hash"))?;
                            seal = hash;
                        }
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                let last = last.ok_or_else(|| A::Error::custom("property id"))?;
                Ok(ParsedRun(LeftOut { last, count, seal }))
            }
        }
        deserializer.deserialize_map(Properties)
    }
}
