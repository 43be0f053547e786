//! The published JSON Schema says what the writer writes, no more and no less.

use std::{collections::BTreeSet, fs};

use rectification_ledger::formats::json::write;
use serde_json::Value;

use crate::{
    files::{files, root},
    parts::sent_part,
    story::{EXPORTED, actor, full},
};

/// As much of JSON Schema as ours uses; a keyword it does not know fails the test.
struct Schema {
    root: Value,
    /// Properties of the schema that a value had.
    used: BTreeSet<String>,
}

impl Schema {
    fn load() -> Schema {
        let text = fs::read_to_string(root().join("public/ledger.schema.json")).unwrap();
        Schema {
            root: serde_json::from_str(&text).unwrap(),
            used: BTreeSet::new(),
        }
    }

    /// What does not fit, each with its path.
    fn check(&mut self, at: &str, schema: &Value, value: &Value, path: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        for (keyword, says) in schema.as_object().unwrap() {
            let fits = match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" | "format" | "default" | "examples" => true,
                "$ref" => {
                    let pointer = says.as_str().unwrap().strip_prefix('#').unwrap();
                    let target = self
                        .root
                        .pointer(pointer)
                        .unwrap_or_else(|| panic!("no {pointer}"))
                        .clone();
                    wrong.extend(self.check(pointer, &target, value, path));
                    true
                }
                "type" => match says.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_u64(),
                    other => panic!("type {other}"),
                },
                "const" => value == says,
                "enum" => says.as_array().unwrap().contains(value),
                "minimum" => value.as_u64().is_none_or(|number| number >= says.as_u64().unwrap()),
                "pattern" => value
                    .as_str()
                    .is_none_or(|text| fits_pattern(says.as_str().unwrap(), text)),
                "required" => says
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|name| value.get(name.as_str().unwrap()).is_some()),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        wrong.extend(self.check(&format!("{at}/items"), says, item, &format!("{path}[{index}]")));
                    }
                    true
                }
                "properties" => {
                    for (name, each) in value.as_object().into_iter().flatten() {
                        let here = format!("{at}/properties/{name}");
                        if let Some(property) = says.get(name) {
                            self.used.insert(here.clone());
                            wrong.extend(self.check(&here, property, each, &format!("{path}.{name}")));
                        } else {
                            wrong.push(format!("{path}.{name} is not in the schema"));
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    for (name, each) in value.as_object().into_iter().flatten() {
                        wrong.extend(self.check(at, says, each, &format!("{path}.{name}")));
                    }
                    true
                }
                "oneOf" => {
                    let fitting = says.as_array().unwrap().iter().enumerate().filter(|(index, each)| {
                        self.check(&format!("{at}/oneOf/{index}"), each, value, path).is_empty()
                    });
                    fitting.count() == 1
                }
                other => panic!("keyword {other}"),
            };
            if !fits {
                wrong.push(format!("{path}: {keyword} {says}"));
            }
        }
        wrong
    }

    fn check_whole(&mut self, text: &[u8]) -> Vec<String> {
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
        let value: Value = serde_json::from_slice(text).unwrap();
        self.check("", &self.root.clone(), &value, "")
    }
}

/// `^[letters]{n}$`-like patterns of the schema, as plain tests.
fn fits_pattern(pattern: &str, text: &str) -> bool {
    let letters = |text: &str| {
        text.len() == 12
            && text
                .bytes()
                .all(|each| b"0123456789abcdefghjkmnpqrstvwxyz".contains(&each))
    };
    let counted = |text: &str| {
        text.split_once('-')
            .is_some_and(|(actor, counter)| letters(actor) && counter.parse::<u32>().is_ok_and(|counter| counter > 0))
    };
    match pattern {
        "^[0-9a-hjkmnp-tv-z]{12}$" => letters(text),
        "^[0-9a-hjkmnp-tv-z]{12}-[1-9][0-9]*$" => counted(text),
        "^(ledger|[0-9a-hjkmnp-tv-z]{12}-[1-9][0-9]*)$" => text == "ledger" || counted(text),
        "^[A-Za-z0-9_-]{22}([A-Za-z0-9_-]{10})?$" => {
            let letter = |each: u8| each.is_ascii_alphanumeric() || b"_-".contains(&each);
            matches!(text.len(), 22 | 32) && text.bytes().all(letter)
        }
        "^[0-9a-f]{32}$" => text.len() == 32 && text.bytes().all(|each| b"0123456789abcdef".contains(&each)),
        "^[0-9a-f]{64}$" => text.len() == 64 && text.bytes().all(|each| b"0123456789abcdef".contains(&each)),
        other => panic!("pattern {other}"),
    }
}

fn properties(at: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, each) in object {
                let here = format!("{at}/{name}");
                if at.ends_with("/properties") {
                    found.insert(here.clone());
                }
                properties(&here, each, found);
            }
        }
        Value::Array(items) => {
            for (index, each) in items.iter().enumerate() {
                properties(&format!("{at}/{index}"), each, found);
            }
        }
        _ => {}
    }
}

#[test]
fn what_is_written_fits_and_all_of_the_schema_is_written() {
    let mut schema = Schema::load();
    assert_eq!(
        schema.check_whole(write(actor(7), &full(), EXPORTED).as_bytes()),
        [] as [String; 0]
    );
    // A part, and a file from before there were salts.
    let older = files("good").into_iter().filter(|(name, _)| name == "v1-full.json");
    for text in older.map(|(_, bytes)| bytes).chain([sent_part().into_bytes()]) {
        assert_eq!(schema.check_whole(&text), [] as [String; 0]);
    }
    let mut all = BTreeSet::new();
    properties("", &schema.root, &mut all);
    all.remove("/properties/$schema");
    assert_eq!(schema.used, all);
}

#[test]
fn good_files_fit_the_schema() {
    for (name, bytes) in files("good") {
        assert_eq!(Schema::load().check_whole(&bytes), [] as [String; 0], "{name}");
    }
}

#[test]
fn the_schema_finds_what_is_wrong() {
    for (part, wrong) in [
        ("\"status\": \"in_progress\"", "\"status\": \"整改中\""),
        ("\"version\": 1", "\"version\": 2"),
        ("\"remedy\"", "\"remdy\""),
        ("\"seal\":\"", "\"seal\":\"x"),
        ("\"kind\":\"finding\",", ""),
    ] {
        let text = write(actor(7), &full(), EXPORTED).replacen(part, wrong, 1);
        assert_ne!(
            Schema::load().check_whole(text.as_bytes()),
            [] as [String; 0],
            "{wrong}"
        );
    }
}
