//! 名录: leaders, departments and persons to choose from.

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

coded! {
    RosterKind {
        /// 责任领导
        Leader = "leader",
        /// 责任部门
        Department = "department",
        /// 责任人
        Person = "person",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Roster {
    pub id: Id,
    pub kind: Option<RosterKind>,
    pub name: Text,
    /// Where a person or a leader belongs.
    pub department: Text,
    pub note: Text,
}

impl Act for Roster {
    const KIND: Kind = Kind::Roster;

    fn of(entry: &Entry) -> Roster {
        let values = &entry.values;
        Roster {
            id: entry.id,
            kind: RosterKind::from_code(values.value(&Field::Type)),
            name: values.owned(&Field::Title),
            department: values.owned(&Field::Department),
            note: values.owned(&Field::Note),
        }
    }
}
