//! The page's own reader of JSON beside serde_json: both take the same texts, and read the same of them.

use rectification_ledger::formats::json::from_text;
use serde::de::IgnoredAny;

use crate::files::files;

/// Texts and whole numbers from 0, as the format has them, in any shape.
#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Number(u64),
    Flag(bool),
    List(Vec<Value>),
    Object(std::collections::BTreeMap<String, Value>),
    Nothing(Option<()>),
}

fn check(text: &str) {
    let plain = serde_json::from_str::<serde_json::Value>(text).ok();
    assert_eq!(
        from_text::<IgnoredAny>(text).is_some(),
        plain.is_some(),
        "skips {text:?}"
    );
    // A number that is none here takes the whole text with it.
    if let Some(ours) = from_text::<Value>(text) {
        let theirs: Option<Value> = plain.and_then(|value| serde_json::from_value(value).ok());
        assert_eq!(Some(ours), theirs, "{text:?}");
    } else if let Some(value) = plain {
        assert!(has_other_number(&value), "takes {text:?}");
    }
}

fn has_other_number(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Number(number) => !number.is_u64(),
        serde_json::Value::Array(items) => items.iter().any(has_other_number),
        serde_json::Value::Object(members) => members.values().any(has_other_number),
        _ => false,
    }
}

const TEXTS: &[&str] = &[
    "",
    " ",
    "null",
    " true ",
    "false",
    "nul",
    "truex",
    "0",
    "00",
    "01",
    "-",
    "-0",
    "-1",
    "12",
    "1.",
    "1.5",
    ".5",
    "1e3",
    "1E+3",
    "1e",
    "1e-",
    "18446744073709551615",
    "18446744073709551616",
    "\"",
    "\"\"",
    "\"问题\"",
    "\"\\u95ee\\n\"",
    "\"\\ud83d\\uddc2\"",
    "\"\\ud83d\"",
    "\"\\udd00\"",
    "\"\\ud83d\\n\"",
    "\"\\ud83dx\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u00zz\"",
    "\"a\u{1}\"",
    "\"a\nb\"",
    "\"\\\"\\\\\\/\\b\\f\\r\\t\"",
    "[]",
    "[1]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1,2",
    "[[[]]]",
    "]",
    "{}",
    "{\"a\":1}",
    "{\"a\":1,}",
    "{\"a\" 1}",
    "{a:1}",
    "{1:1}",
    "{\"a\":}",
    "{\"a\"",
    "{,}",
    "{\"a\":{\"b\":[1,{\"c\":null}]},\"d\":\"e\"}",
    "[1]]",
    "1 1",
    "{} {}",
    "\u{feff}{}",
    "[\"a\"\n,\t\"b\"\r]",
    "[1}",
    "{\"a\":1]",
    "[\"\\u0000\"]",
    "{\"a\":1.5e-7,\"b\":[-3]}",
];

#[test]
fn takes_what_serde_json_takes() {
    for text in TEXTS {
        check(text);
    }
    for depth in [126, 127, 128, 129] {
        check(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        check(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)));
    }
}

#[test]
fn any_damage_is_judged_alike() {
    let (_, file) = files("good").into_iter().next_back().expect("a good file");
    let whole = String::from_utf8(file).expect("a good file is UTF-8");
    let whole: String = whole.chars().take(1_200).collect();
    let letters: Vec<char> = whole.chars().collect();
    for at in 0..letters.len() {
        check(&letters[..at].iter().collect::<String>());
        for other in ['"', '\\', '{', '}', '[', ']', ',', ':', '1', '\u{1}'] {
            if at % 7 == 0 {
                let mut altered = letters.clone();
                altered[at] = other;
                check(&altered.iter().collect::<String>());
            }
        }
    }
}
