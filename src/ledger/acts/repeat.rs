//! 重复发现: the same problem in another ledger, confirmed by a person.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Actor, Entry, Field, Id, Kind, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Repeat {
    pub id: Id,
    /// The other ledger.
    pub ledger: Option<Actor>,
    /// The finding in it.
    pub record: Option<Id>,
    /// As it was called there.
    pub title: Text,
    pub unit: Text,
    /// Its feedback.
    pub date: Option<NaiveDate>,
}

impl Act for Repeat {
    const KIND: Kind = Kind::Repeat;

    fn of(entry: &Entry) -> Repeat {
        let values = &entry.values;
        Repeat {
            id: entry.id,
            ledger: values.value(&Field::OtherLedger).parse().ok(),
            record: values.value(&Field::OtherRecord).parse().ok(),
            title: values.owned(&Field::Title),
            unit: values.owned(&Field::Unit),
            date: values.date(&Field::Date),
        }
    }
}
