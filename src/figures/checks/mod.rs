//! Checks: what does not fit together in a ledger, with both values and both places. Nothing is changed or mended here.
//!
//! Each check is one function and one line of [`CHECKS`]. A difference that somebody has explained keeps its explanation
//! as long as both values are the ones that were explained.

mod accountability;
mod counts;
mod dates;
mod explained;
mod finding;
mod lists;
mod personal;
mod progress;
mod texts;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use explained::{Explanation, Outdated, outdated, was_made};
pub use finding::{About, CheckFinding, Place, Side, Value};

use crate::ledger::{Acknowledgement, Finding, Id, Ledger};

/// What the checks look at.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    pub ledger: &'a Ledger,
    pub today: NaiveDate,
    /// Earlier ledgers, for problems that were found before.
    pub earlier: &'a [&'a Ledger],
    /// The titles of the findings in a report or in the plan (整改方案), where one was given.
    pub report: Option<&'a [&'a str]>,
    pub plan: Option<&'a [&'a str]>,
    /// One finding alone is looked at, beside others where a check compares them; what the ledger says as a whole is not.
    pub alone: Option<Id>,
}

impl<'a> Checked<'a> {
    /// A ledger for itself.
    pub fn new(ledger: &'a Ledger, today: NaiveDate) -> Checked<'a> {
        Checked {
            ledger,
            today,
            earlier: &[],
            report: None,
            plan: None,
            alone: None,
        }
    }

    fn is_looked_at(&self, finding: &Finding) -> bool {
        self.alone.is_none_or(|alone| alone == finding.id)
    }

    fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        let findings = self.ledger.findings();
        findings.filter(|finding| self.is_looked_at(finding))
    }
}

/// Makes the enum of all checks and the one table of them.
macro_rules! checks {
    ($($(#[$doc:meta])* $check:ident = $code:literal, $find:path;)+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check {
            $($(#[$doc])* $check,)+
        }

        impl Check {
            /// The name that acknowledgements store.
            pub fn code(self) -> &'static str {
                match self {
                    $(Check::$check => $code,)+
                }
            }

            pub fn from_code(code: &str) -> Option<Check> {
                [$(Check::$check),+].into_iter().find(|check| check.code() == code)
            }
        }

        /// Every check with the function that finds what does not fit.
        pub const CHECKS: &[(Check, Find)] = &[$((Check::$check, $find)),+];
    };
}

type Find = fn(&Checked<'_>, &mut Vec<CheckFinding>);

checks! {
    /// Counts that the report states against the tree.
    Counts = "counts", counts::stated_counts;
    /// Rules that the report counts against rules that measures name.
    Rules = "rules", counts::stated_rules;
    /// Persons and person-times that the report states against the sum over the findings.
    Accountability = "accountability", accountability::sums;
    /// Past the deadline and not complete.
    Overdue = "overdue", progress::overdue;
    /// Complete, but nothing was done or came of it.
    NoResult = "no_result", progress::complete_without_result;
    /// Not complete, and without reason, next step or deadline.
    NoReason = "no_reason", progress::unfinished_without_reason;
    /// One text under two measures.
    SameText = "same_text", texts::same_text;
    /// A date before the feedback or after all that it can be.
    Dates = "dates", dates::outside_the_span;
    /// Names of persons that the public text would show.
    Names = "names", personal::names;
    /// Phone and identity numbers that the public text would show.
    Numbers = "numbers", personal::numbers;
    /// A problem that an earlier ledger has too (重复发现).
    Repeated = "repeated", lists::repeated;
    /// A finding that the report does not have.
    NotInReport = "not_in_report", lists::not_in_report;
    /// A finding that the plan does not have.
    NotInPlan = "not_in_plan", lists::not_in_plan;
}

/// All that does not fit together, in the order of [`CHECKS`], each with its explanation if it has one.
pub fn checks(checked: &Checked<'_>) -> Vec<CheckFinding> {
    some_checks(checked, &|_| true)
}

/// The same of some checks alone.
pub(super) fn some_checks(checked: &Checked<'_>, wanted: &dyn Fn(Check) -> bool) -> Vec<CheckFinding> {
    let mut found = Vec::new();
    for (_, find) in CHECKS.iter().filter(|(check, _)| wanted(*check)) {
        find(checked, &mut found);
    }
    mark(&mut found, &checked.ledger.acknowledgements);
    found
}

fn mark(found: &mut [CheckFinding], acknowledgements: &[Acknowledgement]) {
    if acknowledgements.is_empty() {
        return;
    }
    let mut known: Vec<&Acknowledgement> = acknowledgements.iter().collect();
    crate::ledger::sort_by(&mut known, |left, right| left.subject.cmp(&right.subject));
    for finding in found {
        let from = known.partition_point(|each| *each.subject < *finding.subject);
        let same = known[from..]
            .iter()
            .take_while(|each| *each.subject == *finding.subject);
        let seen = finding.seen();
        finding.acknowledged = same
            .filter(|each| *each.check == *finding.check.code() && *each.seen == *seen)
            .map(|each| each.reason.clone())
            .last();
    }
}
