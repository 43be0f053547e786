//! 督办: a department is reminded of findings.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

coded! {
    /// In rising gravity.
    ReminderLevel {
        /// 提醒
        Reminder = "reminder",
        /// 督办
        Supervision = "supervision",
        /// 告诫
        Warning = "warning",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Reminder {
    pub id: Id,
    pub date: Option<NaiveDate>,
    pub level: Option<ReminderLevel>,
    pub department: Text,
    pub findings: Vec<Id>,
    /// To be answered by.
    pub deadline: Option<NaiveDate>,
    pub text: Text,
}

impl Act for Reminder {
    const KIND: Kind = Kind::Reminder;

    fn of(entry: &Entry) -> Reminder {
        let values = &entry.values;
        Reminder {
            id: entry.id,
            date: values.date(&Field::Date),
            level: ReminderLevel::from_code(values.value(&Field::Level)),
            department: values.owned(&Field::Department),
            findings: values
                .value(&Field::Findings)
                .split(' ')
                .filter_map(|id| id.parse().ok())
                .collect(),
            deadline: values.date(&Field::Deadline),
            text: values.owned(&Field::Body),
        }
    }
}
