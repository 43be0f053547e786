//! `Refusal`: why a file is not taken, with the place. The words for users stand with the interface's texts.

use super::{path::Path, syntax::Stop};

/// Lines and columns count from 1; a column counts letters.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// In bytes.
    TooLarge { bytes: usize, limit: usize },
    /// The bytes are not UTF-8, from this one on.
    NotText { at: usize },
    /// `cut_short`: correct as far as it goes, but the end is missing.
    NotJson {
        line: usize,
        column: usize,
        cut_short: bool,
    },
    /// JSON, but not a ledger.
    OtherJson { found: Found },
    /// Written by a newer version of this page than can be read here.
    Newer { version: u64, known: u64 },
    /// A ledger with something in it that cannot be.
    Malformed {
        path: String,
        line: usize,
        column: usize,
        expected: Expected,
    },
}

/// What a file holds in place of a ledger.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    Text,
    Number,
    /// `true`, `false` or `null`.
    Word,
    List,
    /// An object without `format`, and the names of its first properties.
    Object {
        properties: Vec<String>,
    },
    /// An object that says it is of another format.
    Format(String),
}

/// What should stand at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    Text,
    Number,
    List,
    Object,
    /// `2026-11-24T08:14:00.250Z`
    Time,
    /// `0123456789ab-7`
    Id,
    /// `0123456789ab`
    LedgerId,
    /// A seal: 32 hexadecimal digits, or 32 letters.
    Hash,
    /// A number of the list `authors`, which stands before.
    Author,
    /// A whole number from 1.
    Version,
    /// `kind` and `values`, or `record`, `field` and `value`.
    Operation,
    /// The same property stands twice in one object.
    Once,
    /// A property that must be there.
    Property(String),
    /// Anything else, in the reader's own words.
    Other(String),
}

impl Refusal {
    pub(super) fn new(stop: Stop, (line, column): (usize, usize), path: &Path) -> Refusal {
        match stop {
            Stop::Data(expected) => Refusal::Malformed {
                path: path.to_string(),
                line,
                column,
                expected: Expected::from_word(&expected),
            },
            Stop::Syntax { cut_short } => Refusal::NotJson {
                line,
                column,
                cut_short,
            },
        }
    }
}

impl Expected {
    /// From what a visitor says it expected.
    fn from_word(word: &str) -> Expected {
        match word {
            "text" => Expected::Text,
            "u32" | "u64" => Expected::Number,
            "list" => Expected::List,
            "object" => Expected::Object,
            "time" => Expected::Time,
            "id" => Expected::Id,
            "ledger id" => Expected::LedgerId,
            "hash" => Expected::Hash,
            "author" => Expected::Author,
            "operation" => Expected::Operation,
            "once" => Expected::Once,
            _ => match word.strip_prefix("property ") {
                Some(name) => Expected::Property(name.into()),
                None => Expected::Other(word.into()),
            },
        }
    }
}
