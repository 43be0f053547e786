//! 进展记录: what was done on a day.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub id: Id,
    pub date: Option<NaiveDate>,
    pub text: Text,
}

impl Act for Progress {
    const KIND: Kind = Kind::Progress;

    fn of(entry: &Entry) -> Progress {
        let values = &entry.values;
        Progress {
            id: entry.id,
            date: values.date(&Field::Date),
            text: values.owned(&Field::Body),
        }
    }
}
