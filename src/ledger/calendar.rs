//! Days off and days worked, and counting by them. What is off is written by the user; nothing is imposed.
//!
//! ```text
//! text = line { "\n" line } ;
//! line = [ day [ ( ".." | "至" ) day ] blank ( "rest" | "休" | "work" | "班" ) ] ;
//! ```

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};

use super::{Text, parse_date};

/// 国务院办公厅关于2026年部分节假日安排的通知, to start from.
pub const HOLIDAYS_2026: &str = "\
2026-01-01..2026-01-03 rest
2026-01-04 work
2026-02-14 work
2026-02-15..2026-02-23 rest
2026-02-28 work
2026-04-04..2026-04-06 rest
2026-05-01..2026-05-05 rest
2026-05-09 work
2026-06-19..2026-06-21 rest
2026-09-20 work
2026-09-25..2026-09-27 rest
2026-10-01..2026-10-07 rest
2026-10-10 work";

/// Which days are worked. Without a word on a day, those from Monday to Friday.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Calendar {
    spans: Vec<Span>,
}

#[derive(Debug, Clone, PartialEq)]
struct Span {
    from: NaiveDate,
    to: NaiveDate,
    is_worked: bool,
}

/// A line that says nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarFault {
    /// From 1.
    pub line: usize,
    pub text: Text,
    pub why: WhyNoSpan,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNoSpan {
    NoDay,
    EndsBeforeItBegins,
    NeitherRestNorWork,
}

impl Calendar {
    /// Reads every line that says something, and names the others.
    pub fn read(text: &str) -> (Calendar, Vec<CalendarFault>) {
        let mut calendar = Calendar::default();
        let mut faults = Vec::new();
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            match read_span(text) {
                Ok(span) => calendar.spans.push(span),
                Err(why) => faults.push(CalendarFault {
                    line,
                    text: text.into(),
                    why,
                }),
            }
        }
        (calendar, faults)
    }

    /// The last line that names the day counts.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        let mut spans = self.spans.iter().rev();
        match spans.find(|span| (span.from..=span.to).contains(&day)) {
            Some(span) => span.is_worked,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// The day on which so many working days have passed, the first day not counted. None beyond the calendar's end.
    pub fn add_working_days(&self, from: NaiveDate, days: u32) -> Option<NaiveDate> {
        let mut day = from;
        for _ in 0..days {
            day = day.succ_opt()?;
            while !self.is_working_day(day) {
                day = day.succ_opt()?;
            }
        }
        Some(day)
    }

    /// Working days after `from` up to and with `to`; negative when `to` is earlier.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.filter(|day| self.is_working_day(*day)).count() as i64
    }
}

fn read_span(text: &str) -> Result<Span, WhyNoSpan> {
    let (days, word) = text.rsplit_once(char::is_whitespace).unwrap_or((text, ""));
    let (from, to) = days
        .split_once("..")
        .or_else(|| days.split_once('至'))
        .unwrap_or((days, days));
    let day = |text: &str| parse_date(text.trim()).ok_or(WhyNoSpan::NoDay);
    let (from, to) = (day(from)?, day(to)?);
    if to < from {
        return Err(WhyNoSpan::EndsBeforeItBegins);
    }
    let is_worked = match word {
        "rest" | "休" => false,
        "work" | "班" => true,
        _ => return Err(WhyNoSpan::NeitherRestNorWork),
    };
    Ok(Span { from, to, is_worked })
}

/// None beyond the calendar's end.
pub fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

/// The same day of a later month, or its last one where it has no such day. None beyond the calendar's end.
pub fn add_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).expect("a day")
    }

    fn of_2026() -> Calendar {
        let (calendar, faults) = Calendar::read(HOLIDAYS_2026);
        assert_eq!(faults, []);
        calendar
    }

    #[test]
    fn the_holidays_of_2026_are_as_announced() {
        let calendar = of_2026();
        let off: Vec<u32> = (1..=12)
            .map(|month| {
                let days = day(&format!("2026-{month:02}-01")).iter_days();
                let days = days.take_while(|each| each.month() == month);
                days.filter(|each| !calendar.is_working_day(*each)).count() as u32
            })
            .collect();
        assert_eq!(off, [10, 12, 9, 9, 12, 9, 8, 10, 8, 13, 9, 8]);
        for worked in [
            "2026-01-04",
            "2026-02-14",
            "2026-02-28",
            "2026-05-09",
            "2026-09-20",
            "2026-10-10",
        ] {
            assert!(calendar.is_working_day(day(worked)), "{worked}");
        }
        for free in [
            "2026-01-02",
            "2026-02-23",
            "2026-04-06",
            "2026-05-05",
            "2026-06-19",
            "2026-09-25",
            "2026-10-07",
        ] {
            assert!(!calendar.is_working_day(day(free)), "{free}");
        }
        assert!(calendar.is_working_day(day("2026-10-08")));
    }

    #[test]
    fn working_days_are_counted_from_the_next_day() {
        let check = |from: &str, days: u32, expected: &str| {
            let calendar = of_2026();
            assert_eq!(
                calendar.add_working_days(day(from), days),
                Some(day(expected)),
                "{from} + {days}"
            );
            assert_eq!(calendar.working_days_between(day(from), day(expected)), i64::from(days));
            assert_eq!(
                calendar.working_days_between(day(expected), day(from)),
                -i64::from(days)
            );
        };
        check("2026-09-30", 0, "2026-09-30");
        check("2026-09-30", 1, "2026-10-08");
        check("2026-09-30", 3, "2026-10-10");
        check("2026-09-30", 4, "2026-10-12");
        check("2026-02-13", 1, "2026-02-14");
        check("2026-02-13", 2, "2026-02-24");
        check("2026-07-01", 10, "2026-07-15");
        assert_eq!(of_2026().add_working_days(NaiveDate::MAX, 1), None);
    }

    #[test]
    fn lines_that_say_nothing_are_named() {
        let text = "2026-10-01..2026-10-07 rest\n\n国庆放假\n 2026-10-07至2026-10-01 休\n2026-10-10 maybe\n2026-10-10\n2026-10-10  班 ";
        let (calendar, faults) = Calendar::read(text);
        let found: Vec<(usize, WhyNoSpan)> = faults.iter().map(|fault| (fault.line, fault.why)).collect();
        assert_eq!(
            found,
            [
                (3, WhyNoSpan::NoDay),
                (4, WhyNoSpan::EndsBeforeItBegins),
                (5, WhyNoSpan::NeitherRestNorWork),
                (6, WhyNoSpan::NeitherRestNorWork),
            ]
        );
        assert!(calendar.is_working_day(day("2026-10-10")));
        assert!(!calendar.is_working_day(day("2026-10-01")));
    }

    #[test]
    fn the_last_word_on_a_day_counts() {
        let (calendar, _) = Calendar::read("2026-10-01..2026-10-07 rest\n2026-10-05 work");
        assert!(calendar.is_working_day(day("2026-10-05")));
        assert!(!calendar.is_working_day(day("2026-10-06")));
    }

    #[test]
    fn months_end_where_they_end() {
        let check = |from: &str, months, expected: &str| assert_eq!(add_months(day(from), months), Some(day(expected)));
        check("2026-01-31", 1, "2026-02-28");
        check("2027-12-31", 2, "2028-02-29");
        check("2026-05-20", 6, "2026-11-20");
        assert_eq!(add_months(NaiveDate::MAX, 1), None);
        assert_eq!(add_days(day("2026-12-31"), 1), Some(day("2027-01-01")));
        assert_eq!(add_days(day("2026-03-01"), -1), Some(day("2026-02-28")));
        assert_eq!(add_days(NaiveDate::MAX, i64::MAX), None);
    }
}
