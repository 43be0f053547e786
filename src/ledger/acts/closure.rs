//! 销号: one step of signing a finding off.

use chrono::NaiveDate;

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

coded! {
    /// What was done. Who may do it is not ours to say.
    ClosureStep {
        /// 申请
        Requested = "requested",
        /// 审核通过
        Reviewed = "reviewed",
        /// 批准
        Approved = "approved",
        /// 退回
        Returned = "returned",
        /// 撤回
        Withdrawn = "withdrawn",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Closure {
    pub id: Id,
    pub step: Option<ClosureStep>,
    pub date: Option<NaiveDate>,
    pub person: Text,
    /// The opinion.
    pub text: Text,
    /// As it was at the approval, as are the next two.
    pub deadline: Option<NaiveDate>,
    pub first_deadline: Option<NaiveDate>,
    pub completed_on: Option<NaiveDate>,
}

impl Act for Closure {
    const KIND: Kind = Kind::Closure;

    fn of(entry: &Entry) -> Closure {
        let values = &entry.values;
        Closure {
            id: entry.id,
            step: ClosureStep::from_code(values.value(&Field::Step)),
            date: values.date(&Field::Date),
            person: values.owned(&Field::Person),
            text: values.owned(&Field::Body),
            deadline: values.date(&Field::Deadline),
            first_deadline: values.date(&Field::FirstDeadline),
            completed_on: values.date(&Field::CompletedOn),
        }
    }
}
