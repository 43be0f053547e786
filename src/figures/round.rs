//! The time of one inspection: its terms, counted from the feedback, and what falls due in which week.

use chrono::{Datelike, NaiveDate};

use crate::ledger::{
    Field, Ledger,
    acts::Settings,
    calendar::{Calendar, add_days, add_months},
};

/// How a notice counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    WorkingDays(u32),
    Days(u32),
    Months(u32),
}

/// What notices ask for. Which of them holds stands in the notice alone.
pub const PLAN_TERMS: &[Term] = &[Term::WorkingDays(10), Term::Days(15), Term::Months(1)];
pub const CONCENTRATED_TERMS: &[Term] = &[Term::Months(2), Term::Months(3), Term::Months(6)];
pub const REPORT_TERMS: &[Term] = &[Term::Months(2), Term::Months(3)];

impl Term {
    /// The day it ends, the first one not counted. None beyond the calendar's end.
    pub fn ends(self, from: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        match self {
            Term::WorkingDays(days) => calendar.add_working_days(from, days),
            Term::Days(days) => add_days(from, i64::from(days)),
            Term::Months(months) => add_months(from, months),
        }
    }
}

/// The days of a round, and the weeks in which findings are due.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Round {
    /// In the order of time: feedback, plan, end of concentrated rectification, report. Those that are not set are not there.
    pub milestones: Vec<(Field, NaiveDate)>,
    /// Only those with a deadline in them, in the order of time.
    pub weeks: Vec<Week>,
}

/// Findings whose deadline lies in a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    pub monday: NaiveDate,
    pub complete: usize,
    /// Not complete, and the deadline has not passed.
    pub open: usize,
    pub overdue: usize,
}

impl Week {
    pub fn total(&self) -> usize {
        self.complete + self.open + self.overdue
    }
}

impl Round {
    pub fn overdue(&self) -> usize {
        self.weeks.iter().map(|week| week.overdue).sum()
    }
}

pub fn round(ledger: &Ledger, today: NaiveDate) -> Round {
    let settings = Settings::of(ledger);
    let days = [
        (Field::Feedback, ledger.inspection.feedback),
        (Field::PlanDue, settings.plan_due),
        (Field::ConcentratedUntil, ledger.inspection.concentrated_until),
        (Field::ReportDue, settings.report_due),
    ];
    let known = days.into_iter().filter_map(|(field, day)| Some((field, day?)));
    let mut milestones: Vec<(Field, NaiveDate)> = known.collect();
    crate::ledger::sort_by_key(&mut milestones, |(_, day)| *day);
    Round {
        milestones,
        weeks: weeks(ledger, today),
    }
}

fn weeks(ledger: &Ledger, today: NaiveDate) -> Vec<Week> {
    let mut weeks: Vec<Week> = Vec::new();
    for finding in ledger.findings() {
        let Some(monday) = finding.deadline.and_then(monday) else {
            continue;
        };
        let at = weeks
            .binary_search_by(|week| week.monday.cmp(&monday))
            .unwrap_or_else(|at| {
                let week = Week {
                    monday,
                    complete: 0,
                    open: 0,
                    overdue: 0,
                };
                weeks.insert(at, week);
                at
            });
        let count = if finding.status.is_complete() {
            &mut weeks[at].complete
        } else if finding.is_overdue(today) {
            &mut weeks[at].overdue
        } else {
            &mut weeks[at].open
        };
        *count += 1;
    }
    weeks
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    add_days(day, -i64::from(day.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Category, Finding, FocusArea, Id, SETTINGS, Status, calendar::HOLIDAYS_2026, parse_date};

    fn day(text: &str) -> NaiveDate {
        parse_date(text).expect("a day")
    }

    #[test]
    fn terms_end_as_notices_count() {
        let (calendar, _) = Calendar::read(HOLIDAYS_2026);
        let check = |term: Term, from: &str, expected: &str| {
            assert_eq!(
                term.ends(day(from), &calendar),
                Some(day(expected)),
                "{term:?} from {from}"
            );
        };
        check(PLAN_TERMS[0], "2026-09-24", "2026-10-15");
        check(PLAN_TERMS[1], "2026-09-24", "2026-10-09");
        check(PLAN_TERMS[2], "2026-01-31", "2026-02-28");
        check(CONCENTRATED_TERMS[2], "2026-09-24", "2027-03-24");
        check(REPORT_TERMS[1], "2026-09-24", "2026-12-24");
        assert_eq!(
            Term::WorkingDays(10).ends(day("2026-09-24"), &Calendar::default()),
            Some(day("2026-10-08")),
            "without a list only Saturdays and Sundays are off"
        );
        assert_eq!(Term::Months(1).ends(NaiveDate::MAX, &calendar), None);
    }

    #[test]
    fn the_days_of_a_round_come_in_their_order() {
        let mut ledger = Ledger::default();
        assert_eq!(round(&ledger, day("2026-10-12")), Round::default());
        ledger.inspection.feedback = parse_date("2026-09-24");
        ledger.inspection.concentrated_until = parse_date("2026-12-24");
        ledger.settings.set(SETTINGS, &Field::ReportDue, &"2026-11-24".into());
        let fields: Vec<Field> = round(&ledger, day("2026-10-12"))
            .milestones
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, [Field::Feedback, Field::ReportDue, Field::ConcentratedUntil]);
    }

    #[test]
    fn deadlines_are_counted_by_week() {
        let finding = |deadline: &str, status| {
            let mut finding = Finding::new(Id::ROOT);
            finding.deadline = parse_date(deadline);
            finding.status = status;
            finding
        };
        let category = Category {
            id: Id::ROOT,
            title: "".into(),
            form: "".into(),
            findings: vec![
                finding("2026-10-18", Status::InProgress),
                finding("2026-10-12", Status::NotStarted),
                finding("2026-10-13", Status::Done),
                finding("2026-10-05", Status::LargelyDone),
                finding("", Status::InProgress),
            ],
        };
        let mut ledger = Ledger::default();
        ledger.focus_areas.push(FocusArea {
            id: Id::ROOT,
            title: "".into(),
            form: "".into(),
            categories: vec![category],
        });
        let round = round(&ledger, day("2026-10-13"));
        assert_eq!(round.overdue(), 2);
        let counts: Vec<_> = round
            .weeks
            .iter()
            .map(|week| (week.monday, week.complete, week.open, week.overdue, week.total()))
            .collect();
        assert_eq!(
            counts,
            [(day("2026-10-05"), 0, 0, 1, 1), (day("2026-10-12"), 1, 1, 1, 3)]
        );
    }
}
