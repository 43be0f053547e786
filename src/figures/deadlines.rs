//! What is overdue and what is soon due. Lateness is derived from deadline, status and the given day, never stored.

use chrono::NaiveDate;

use crate::ledger::{Field, Finding, Id, Ledger, Text, parse_number};

/// From how many days before the deadline a finding is marked: green first, yellow when it is near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    pub yellow_days: i64,
    pub green_days: i64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            yellow_days: 10,
            green_days: 20,
        }
    }
}

impl Thresholds {
    /// As the ledger is set; what is not set is usual. Yellow is never earlier than green.
    pub fn of(ledger: &Ledger) -> Thresholds {
        let usual = Thresholds::default();
        let set = |field, usual| parse_number(ledger.settings.value(&field)).map_or(usual, i64::from);
        let yellow_days = set(Field::WarnYellow, usual.yellow_days);
        Thresholds {
            yellow_days,
            green_days: set(Field::WarnGreen, usual.green_days).max(yellow_days),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// 超期: the deadline has passed.
    Overdue,
    /// Due today or within `yellow_days`.
    Yellow,
    /// Due within `green_days`, but not yet yellow.
    Green,
    Later,
}

/// The findings that are not complete, by urgency. `later` and `undated` are counted only, so that all add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Deadlines {
    /// Each list is sorted most urgent first, equal days in the order of the ledger.
    pub overdue: Vec<Due>,
    pub within_yellow: Vec<Due>,
    pub within_green: Vec<Due>,
    pub later: usize,
    pub undated: usize,
    /// What they were told apart by.
    pub thresholds: Thresholds,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    pub id: Id,
    /// 序号: its place among all findings of the ledger, from 1.
    pub number: u32,
    pub title: Text,
    pub department: Text,
    pub deadline: NaiveDate,
    /// Negative when overdue.
    pub days_left: i64,
}

/// How near the deadline is; none for a finding that is complete or has no deadline.
pub fn urgency(finding: &Finding, today: NaiveDate, thresholds: Thresholds) -> Option<Urgency> {
    let days_left = finding.days_left(today)?;
    Some(if days_left < 0 {
        Urgency::Overdue
    } else if days_left <= thresholds.yellow_days {
        Urgency::Yellow
    } else if days_left <= thresholds.green_days {
        Urgency::Green
    } else {
        Urgency::Later
    })
}

pub fn deadlines(ledger: &Ledger, today: NaiveDate, thresholds: Thresholds) -> Deadlines {
    let mut found = Deadlines {
        thresholds,
        ..Deadlines::default()
    };
    for (number, finding) in (1..).zip(ledger.findings()) {
        if finding.status.is_complete() {
            continue;
        }
        let (Some(deadline), Some(days_left)) = (finding.deadline, finding.days_left(today)) else {
            found.undated += 1;
            continue;
        };
        let list = match urgency(finding, today, thresholds) {
            Some(Urgency::Overdue) => &mut found.overdue,
            Some(Urgency::Yellow) => &mut found.within_yellow,
            Some(Urgency::Green) => &mut found.within_green,
            Some(Urgency::Later) | None => {
                found.later += 1;
                continue;
            }
        };
        list.push(Due {
            id: finding.id,
            number,
            title: finding.title.clone(),
            department: finding.department.clone(),
            deadline,
            days_left,
        });
    }
    for list in [&mut found.overdue, &mut found.within_yellow, &mut found.within_green] {
        crate::ledger::sort_by_key(list, |due| due.days_left);
    }
    found
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;
    use crate::{
        figures::random::{Random, today},
        ledger::{SETTINGS, Status},
    };

    #[test]
    fn the_thresholds_are_inclusive() {
        let check = |days: i64, status, expected| {
            let mut finding = Finding::new(Id::ROOT);
            finding.status = status;
            finding.deadline = today().checked_add_signed(chrono::TimeDelta::days(days));
            assert_eq!(urgency(&finding, today(), Thresholds::default()), expected, "{days}");
        };
        check(-1, Status::InProgress, Some(Urgency::Overdue));
        check(0, Status::InProgress, Some(Urgency::Yellow));
        check(10, Status::NotStarted, Some(Urgency::Yellow));
        check(11, Status::LargelyDone, Some(Urgency::Green));
        check(20, Status::InProgress, Some(Urgency::Green));
        check(21, Status::InProgress, Some(Urgency::Later));
        check(-30, Status::Done, None);
        check(-30, Status::Closed, None);
        assert_eq!(urgency(&Finding::new(Id::ROOT), today(), Thresholds::default()), None);
    }

    #[test]
    fn every_open_finding_is_in_one_place_and_lists_are_sorted() {
        for seed in 0..300 {
            let ledger = Random::new(seed).ledger();
            let found = deadlines(&ledger, today(), Thresholds::default());
            let lists = [&found.overdue, &found.within_yellow, &found.within_green];
            let listed: usize = lists.iter().map(|list| list.len()).sum();
            let open = ledger
                .findings()
                .filter(|finding| !finding.status.is_complete())
                .count();
            assert_eq!(listed + found.later + found.undated, open);
            assert_eq!(
                found.overdue.len(),
                ledger.findings().filter(|finding| finding.is_overdue(today())).count()
            );
            for (list, days) in lists.into_iter().zip([i64::MIN..=-1, 0..=10, 11..=20]) {
                assert!(list.iter().all(|due| days.contains(&due.days_left)));
                assert!(list.is_sorted_by_key(|due| (due.days_left, due.number)));
                for due in list {
                    let finding = ledger.findings().nth(due.number as usize - 1);
                    assert_eq!(finding.map(|finding| finding.id), Some(due.id));
                    assert_eq!(finding.and_then(|finding| finding.deadline), Some(due.deadline));
                }
            }
        }
    }

    #[test]
    fn a_ledger_may_set_its_own_thresholds() {
        let check = |green: &str, yellow: &str, expected| {
            let mut ledger = Ledger::default();
            ledger.settings.set(SETTINGS, &Field::WarnGreen, &green.into());
            ledger.settings.set(SETTINGS, &Field::WarnYellow, &yellow.into());
            let Thresholds {
                green_days,
                yellow_days,
            } = Thresholds::of(&ledger);
            assert_eq!((green_days, yellow_days), expected, "{green} {yellow}");
        };
        check("", "", (20, 10));
        check("30", "", (30, 10));
        check("30", "7", (30, 7));
        check("5", "", (10, 10));
        check("0", "0", (0, 0));
        check("many", "", (20, 10));
    }

    #[test]
    fn other_thresholds_move_the_lists() {
        let mut ledger = Random::new(4).ledger();
        for finding in ledger
            .focus_areas
            .iter_mut()
            .flat_map(|area| &mut area.categories)
            .flat_map(|each| &mut each.findings)
        {
            finding.status = Status::InProgress;
            finding.deadline = today().checked_add_days(Days::new(5));
        }
        let all = ledger.findings().count();
        assert!(all > 0);
        let tight = Thresholds {
            yellow_days: 3,
            green_days: 5,
        };
        assert_eq!(deadlines(&ledger, today(), tight).within_green.len(), all);
        let none = Thresholds {
            yellow_days: 1,
            green_days: 2,
        };
        assert_eq!(deadlines(&ledger, today(), none).later, all);
    }
}
