//! The settings of a ledger, as plain values.

use chrono::NaiveDate;

use crate::ledger::{Field, Ledger, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The day the plan (整改方案) is due.
    pub plan_due: Option<NaiveDate>,
    /// The day the report is due.
    pub report_due: Option<NaiveDate>,
    /// As [`crate::ledger::calendar::Calendar`] reads them.
    pub holidays: Text,
    pub closing: ClosingRules,
    pub letter_reminder: Text,
    pub letter_supervision: Text,
    pub letter_warning: Text,
}

/// What signing off takes here. By default two steps and no evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClosingRules {
    /// Somebody reviews between the request and the approval.
    pub is_reviewed: bool,
    pub needs_evidence: bool,
}

impl Settings {
    pub fn of(ledger: &Ledger) -> Settings {
        let values = &ledger.settings;
        Settings {
            plan_due: values.date(&Field::PlanDue),
            report_due: values.date(&Field::ReportDue),
            holidays: values.owned(&Field::Holidays),
            closing: ClosingRules {
                is_reviewed: values.value(&Field::ClosingSteps) == "three",
                needs_evidence: values.value(&Field::ClosingEvidence) == "yes",
            },
            letter_reminder: values.owned(&Field::LetterReminder),
            letter_supervision: values.owned(&Field::LetterSupervision),
            letter_warning: values.owned(&Field::LetterWarning),
        }
    }
}
