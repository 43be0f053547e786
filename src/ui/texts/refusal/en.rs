//! Why a ledger file is refused, in English.

use crate::{
    formats::json::{Expected, Found, Refusal},
    ui::texts::faults::{en::too_large, short},
};

pub(super) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLarge { bytes, .. } => too_large(*bytes),
        Refusal::NotText { at } => {
            format!(
                "Byte {} is not UTF-8 text. Save the file as UTF-8, or export it again.",
                at + 1
            )
        }
        Refusal::NotJson {
            line,
            column,
            cut_short: true,
        } => format!(
            "The file ends too early, at line {line}, character {column}: the rest is missing. Copy or download it again, whole."
        ),
        Refusal::NotJson {
            line,
            column,
            cut_short: false,
        } => format!(
            "Not JSON at line {line}, character {column}. Choose a file saved by “Export JSON”; if it was edited by hand, check \
             quotes, commas and brackets there."
        ),
        Refusal::OtherJson { found } => format!(
            "It is JSON, but not a rectification ledger: {}. Choose a file saved by “Export JSON”.",
            found_words(found)
        ),
        Refusal::Newer { version, known } => format!(
            "The file is of format version {version}; this page knows versions up to {known}. Reload the page to get the newer \
             one, then import again."
        ),
        Refusal::Malformed {
            path,
            line,
            column,
            expected,
        } => {
            let place = if path.is_empty() {
                "the outermost level"
            } else {
                path.as_str()
            };
            format!(
                "At line {line}, character {column} ({place}) there should be {}. Correct it as the format's document says, or \
                 export again.",
                expected_words(expected)
            )
        }
    }
}

fn found_words(found: &Found) -> String {
    match found {
        Found::Text => "it holds a text".into(),
        Found::Number => "it holds a number".into(),
        Found::Word => "it holds true, false or null".into(),
        Found::List => "it holds a list".into(),
        Found::Object { properties } if properties.is_empty() => "it is empty".into(),
        Found::Object { properties } => format!("no “format” in it, but {}", short(&properties.join(", "))),
        Found::Format(format) => format!("its “format” is “{}”", short(format)),
    }
}

fn expected_words(expected: &Expected) -> String {
    match expected {
        Expected::Text => "a text",
        Expected::Number => "a number",
        Expected::List => "a list […]",
        Expected::Object => "an object {…}",
        Expected::Time => "a time such as 2026-11-24T08:14:00.250Z",
        Expected::Id => "a record's id such as 0123456789ab-7",
        Expected::LedgerId => "a ledger's id such as 0123456789ab",
        Expected::Hash => "a seal of 32 letters or digits",
        Expected::Author => "a place in authors, from 1; authors stands before changes",
        Expected::Version => "a whole number from 1",
        Expected::Operation => "kind and values, or record, field and value",
        Expected::Once => "one property of this name, not two",
        Expected::Property(name) => return format!("an object with the property {name}"),
        Expected::Other(other) => return short(other),
    }
    .into()
}
