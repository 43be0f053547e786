//! 佐证材料: what is known of a file that stays where it is.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text, parse_size};

#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    pub id: Id,
    /// Of the file.
    pub name: Text,
    /// In bytes.
    pub size: Option<u64>,
    /// 64 lower-case hexadecimal digits; empty where it was not taken.
    pub sha256: Text,
    pub date: Option<NaiveDate>,
    pub note: Text,
}

impl Act for Evidence {
    const KIND: Kind = Kind::Evidence;

    fn of(entry: &Entry) -> Evidence {
        let values = &entry.values;
        Evidence {
            id: entry.id,
            name: values.owned(&Field::Name),
            size: parse_size(values.value(&Field::Size)),
            sha256: values.owned(&Field::Sha256),
            date: values.date(&Field::Date),
            note: values.owned(&Field::Note),
        }
    }
}
