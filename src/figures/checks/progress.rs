//! Status against deadline, measures, reason and next step.

use super::{Check, CheckFinding, Checked, Place, Side, Value};
use crate::ledger::{Field, Finding};

fn status(finding: &Finding) -> Side {
    Side::new(Place::Field(finding.id, Field::Status), Value::Status(finding.status))
}

pub(super) fn overdue(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    for finding in checked.findings().filter(|finding| finding.is_overdue(checked.today)) {
        let Some(deadline) = finding.deadline else { continue };
        let place = Place::Field(finding.id, Field::Deadline);
        found.push(CheckFinding::of_record(
            Check::Overdue,
            finding.id,
            &finding.title,
            Side::new(place, Value::Day(deadline)),
            status(finding),
        ));
    }
}

/// Complete, but no measure is, no money came back and nobody was held to account.
pub(super) fn complete_without_result(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    for finding in checked.findings().filter(|finding| finding.status.is_complete()) {
        let result =
            finding.measures_complete() > 0 || !finding.recovered.is_empty() || !finding.accountability.is_empty();
        if !result {
            found.push(CheckFinding::of_record(
                Check::NoResult,
                finding.id,
                &finding.title,
                status(finding),
                Side::new(Place::CompleteMeasures(finding.id), Value::Count(0)),
            ));
        }
    }
}

pub(super) fn unfinished_without_reason(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    for finding in checked.findings().filter(|finding| !finding.status.is_complete()) {
        let fields = [
            (Field::Reason, finding.reason.is_empty()),
            (Field::NextStep, finding.next_step.is_empty()),
            (Field::Deadline, finding.deadline.is_none()),
        ];
        let missing: Vec<Field> = fields
            .into_iter()
            .filter(|(_, none)| *none)
            .map(|(field, _)| field)
            .collect();
        if !missing.is_empty() {
            found.push(CheckFinding::of_record(
                Check::NoReason,
                finding.id,
                &finding.title,
                status(finding),
                Side::new(Place::Missing(finding.id), Value::Fields(missing)),
            ));
        }
    }
}
