//! What a report says in passing: people held to account, money got back, rules made, and counts of its own.
//!
//! Each value keeps its passage. A number that is not plainly said (`若干人`, `3万余元`) is none.

mod accountability;
mod amount;
mod money;
mod plain;
mod rules;
mod stated;

use chrono::NaiveDate;

pub use accountability::DraftAccountability;
pub use money::DraftRecovered;
pub use rules::DraftRule;
pub use stated::DraftStated;

pub(super) use plain::{Plain, first_letters, last_letters};
pub(super) use stated::read as stated;

use super::{
    dates,
    draft::{DraftMeasure, Span},
};
use crate::ledger::Field;

/// What dates without a year are read from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context<'a> {
    /// The whole text, whose bytes spans count.
    pub input: &'a str,
    /// The first day that the report tells of: a date without a year is the first such day from here on.
    pub since: Option<NaiveDate>,
}

/// What one passage says.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub accountability: Vec<DraftAccountability>,
    pub recovered: Vec<DraftRecovered>,
    pub rules: Vec<DraftRule>,
    pub date: Option<(NaiveDate, Span)>,
}

impl Reading {
    /// Adds what another passage says; its rules and its date belong to the measure.
    pub fn take(&mut self, other: Reading, measure: Option<&mut DraftMeasure>) {
        self.accountability.extend(other.accountability);
        self.recovered.extend(other.recovered);
        match measure {
            Some(measure) => {
                measure.rules = other.rules;
                if let Some((date, span)) = other.date {
                    measure.date = Some(date);
                    measure.spans.push((Field::Date, span));
                }
            }
            None => self.rules.extend(other.rules),
        }
    }
}

pub(super) fn read(text: &Plain, context: &Context<'_>) -> Reading {
    let days = dates::dates_since(text.text(), context.since);
    Reading {
        accountability: accountability::read(text),
        recovered: money::read(text),
        rules: rules::read(text, &days, context.input),
        date: only_day(text, &days, context.since),
    }
}

/// The day of a measure that names one alone, after the report's time begins.
fn only_day(text: &Plain, days: &[dates::Spotted], since: Option<NaiveDate>) -> Option<(NaiveDate, Span)> {
    let [day] = days else { return None };
    let after = &text.text()[day.to..];
    let bounds = ["以来", "以前", "之前", "前", "起", "至", "以后", "后"];
    let plain = day.exact && !bounds.iter().any(|word| after.starts_with(word));
    let in_time = since.is_none_or(|since| day.date >= since);
    (plain && in_time).then(|| (day.date, text.span(day.from, day.to)))
}
