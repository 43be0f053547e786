//! 调度会, with what it decided.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

open_coded! {
    MeetingKind {
        /// 党委会
        PartyCommittee = "party_committee",
        /// 协调会
        Coordination = "coordination",
        /// 专题会
        Topic = "topic",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    pub id: Id,
    pub date: Option<NaiveDate>,
    pub kind: MeetingKind,
    pub title: Text,
    /// 参会人员
    pub people: Text,
    pub text: Text,
    /// The day that its agenda compares from.
    pub since: Option<NaiveDate>,
    pub decisions: Vec<Decision>,
}

impl Act for Meeting {
    const KIND: Kind = Kind::Meeting;

    fn of(entry: &Entry) -> Meeting {
        let values = &entry.values;
        Meeting {
            id: entry.id,
            date: values.date(&Field::Date),
            kind: MeetingKind::from_code(values.value(&Field::Type)),
            title: values.owned(&Field::Title),
            people: values.owned(&Field::People),
            text: values.owned(&Field::Body),
            since: values.date(&Field::Since),
            decisions: Decision::all(&entry.entries).collect(),
        }
    }
}

/// 议定事项
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub id: Id,
    /// The finding that it is about.
    pub subject: Option<Id>,
    pub text: Text,
    pub owner: Text,
    pub deadline: Option<NaiveDate>,
    /// The record that it became.
    pub became: Option<Id>,
}

impl Act for Decision {
    const KIND: Kind = Kind::Decision;

    fn of(entry: &Entry) -> Decision {
        let values = &entry.values;
        Decision {
            id: entry.id,
            subject: values.value(&Field::Subject).parse().ok(),
            text: values.owned(&Field::Body),
            owner: values.owned(&Field::Owner),
            deadline: values.date(&Field::Deadline),
            became: values.value(&Field::Became).parse().ok(),
        }
    }
}
