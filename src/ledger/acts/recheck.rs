//! 回头看: whether a result has held.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

coded! {
    Outcome {
        /// 巩固
        Held = "held",
        /// 反弹
        Relapsed = "relapsed",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Recheck {
    pub id: Id,
    pub date: Option<NaiveDate>,
    pub outcome: Option<Outcome>,
    pub person: Text,
    pub text: Text,
}

impl Act for Recheck {
    const KIND: Kind = Kind::Recheck;

    fn of(entry: &Entry) -> Recheck {
        let values = &entry.values;
        Recheck {
            id: entry.id,
            date: values.date(&Field::Date),
            outcome: Outcome::from_code(values.value(&Field::Outcome)),
            person: values.owned(&Field::Person),
            text: values.owned(&Field::Body),
        }
    }
}
