//! 延期: a deadline that was put off.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Extension {
    pub id: Id,
    pub deadline_before: Option<NaiveDate>,
    pub deadline: Option<NaiveDate>,
    pub reason: Text,
    /// Who approved it.
    pub person: Text,
    /// When that was.
    pub date: Option<NaiveDate>,
}

impl Act for Extension {
    const KIND: Kind = Kind::Extension;

    fn of(entry: &Entry) -> Extension {
        let values = &entry.values;
        Extension {
            id: entry.id,
            deadline_before: values.date(&Field::DeadlineBefore),
            deadline: values.date(&Field::Deadline),
            reason: values.owned(&Field::Reason),
            person: values.owned(&Field::Person),
            date: values.date(&Field::Date),
        }
    }
}
