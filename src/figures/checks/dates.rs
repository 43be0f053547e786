//! Dates outside the time of the rectification.

use chrono::NaiveDate;

use super::{Check, CheckFinding, Checked, Place, Side, Value};
use crate::ledger::{Field, Finding, Id, Text};

/// From the feedback (without one, the start of the inspection) to today; what is still to be carried out may also lie
/// before the end of concentrated rectification or its finding's deadline, and anywhere where neither is known.
struct Span<'a> {
    checked: &'a Checked<'a>,
    start: Option<(Field, NaiveDate)>,
}

/// A date and where it stands.
struct Dated<'a> {
    record: Id,
    field: Field,
    date: Option<NaiveDate>,
    done: bool,
    finding: &'a Finding,
    /// The title of a rule, or of the finding.
    title: &'a Text,
}

pub(super) fn outside_the_span(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let inspection = &checked.ledger.inspection;
    let start = match (inspection.feedback, inspection.period_from) {
        (Some(feedback), _) => Some((Field::Feedback, feedback)),
        (None, from) => from.map(|from| (Field::PeriodFrom, from)),
    };
    let span = Span { checked, start };
    for finding in checked.findings() {
        span.check(
            Dated {
                record: finding.id,
                field: Field::CompletedOn,
                date: finding.completed_on,
                done: true,
                finding,
                title: &finding.title,
            },
            found,
        );
        for measure in &finding.measures {
            span.check(
                Dated {
                    record: measure.id,
                    field: Field::Date,
                    date: measure.date,
                    done: measure.status.is_complete(),
                    finding,
                    title: &finding.title,
                },
                found,
            );
            for rule in &measure.rules {
                span.check(
                    Dated {
                        record: rule.id,
                        field: Field::Date,
                        date: rule.date,
                        done: true,
                        finding,
                        title: &rule.title,
                    },
                    found,
                );
            }
        }
    }
}

impl Span<'_> {
    fn check(&self, dated: Dated<'_>, found: &mut Vec<CheckFinding>) {
        let Some(date) = dated.date else { return };
        let early = self.start.as_ref().filter(|(_, start)| date < *start);
        let bound = match early {
            Some((field, start)) => Side::new(Place::Field(Id::ROOT, field.clone()), Value::Day(*start)),
            None => match self.end(&dated) {
                Some((end, bound)) if end < date => bound,
                _ => return,
            },
        };
        let side = Side::new(Place::Field(dated.record, dated.field), Value::Day(date));
        found.push(CheckFinding::of_record(
            Check::Dates,
            dated.record,
            dated.title,
            side,
            bound,
        ));
    }

    /// The last day that the date can be.
    fn end(&self, dated: &Dated<'_>) -> Option<(NaiveDate, Side)> {
        let today = self.checked.today;
        let now = (today, Side::new(Place::Today, Value::Today(today)));
        if dated.done {
            return Some(now);
        }
        let day = |record, field, date: Option<NaiveDate>| {
            date.map(|date| (date, Side::new(Place::Field(record, field), Value::Day(date))))
        };
        let concentrated = self.checked.ledger.inspection.concentrated_until;
        let ends = [
            day(Id::ROOT, Field::ConcentratedUntil, concentrated),
            day(dated.finding.id, Field::Deadline, dated.finding.deadline),
        ];
        let last = ends.into_iter().flatten().max_by_key(|(date, _)| *date)?;
        Some(if last.0 < today { now } else { last })
    }
}
