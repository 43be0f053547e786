//! 督办: what each department is late with or soon due, how often it was reminded, and which step comes next.

use chrono::NaiveDate;

use super::{
    deadlines::{Due, Thresholds, deadlines},
    department::{departments, names},
};
use crate::ledger::{
    Ledger, Text,
    acts::{Act, Reminder, ReminderLevel},
};

/// A department that has something due, or was reminded before.
#[derive(Debug, Clone, PartialEq)]
pub struct Pressing {
    /// Empty for findings without one.
    pub department: Text,
    /// Most urgent first, as the next two.
    pub overdue: Vec<Due>,
    pub yellow: Vec<Due>,
    pub green: Vec<Due>,
    /// The earlier ones, the latest first.
    pub sent: Vec<Reminder>,
    pub next: ReminderLevel,
}

/// In the order of first mention; findings without a department, and departments that only reminders name, come last.
pub fn pressing(ledger: &Ledger, today: NaiveDate) -> Vec<Pressing> {
    let due = deadlines(ledger, today, Thresholds::of(ledger));
    let reminders = reminders(ledger);
    let mut all = departments(ledger);
    all.push(Text::default());
    for reminder in &reminders {
        if !all.contains(&reminder.department) {
            all.push(reminder.department.clone());
        }
    }
    let of_one = |department: Text| {
        let own = |list: &[Due]| -> Vec<Due> {
            let own = list.iter().filter(|due| names(&due.department, &department));
            own.cloned().collect()
        };
        let (overdue, yellow, green) = (own(&due.overdue), own(&due.within_yellow), own(&due.within_green));
        let sent = reminders.iter().filter(|reminder| reminder.department == department);
        let sent: Vec<Reminder> = sent.cloned().collect();
        let next = next_level(&sent, &[&overdue, &yellow, &green]);
        Pressing {
            department,
            overdue,
            yellow,
            green,
            sent,
            next,
        }
    };
    let mut found: Vec<Pressing> = all.into_iter().map(of_one).collect();
    found.retain(|each| {
        !each.overdue.is_empty() || !each.yellow.is_empty() || !each.green.is_empty() || !each.sent.is_empty()
    });
    found
}

/// Every finding that is not complete and has a deadline, of all departments or of one, the most urgent first.
pub fn dated(ledger: &Ledger, today: NaiveDate, department: Option<&str>) -> Vec<Due> {
    // So far ahead that nothing is later.
    let all = Thresholds {
        yellow_days: i64::MAX,
        green_days: i64::MAX,
    };
    let due = deadlines(ledger, today, all);
    let mut dated: Vec<Due> = due.overdue.into_iter().chain(due.within_yellow).collect();
    dated.retain(|due| department.is_none_or(|department| names(&due.department, department)));
    dated
}

/// All reminders of a ledger, the latest first; of one day, that which was added last.
pub fn reminders(ledger: &Ledger) -> Vec<Reminder> {
    let mut all: Vec<Reminder> = Reminder::all(&ledger.entries).collect();
    all.reverse();
    crate::ledger::sort_by_key(&mut all, |reminder| std::cmp::Reverse(reminder.date));
    all
}

/// One step above the last reminder of something that is still due; where all of that was settled, the first one.
fn next_level(sent: &[Reminder], due: &[&[Due]]) -> ReminderLevel {
    let is_due = |reminder: &&Reminder| {
        let mut due = due.iter().flat_map(|list| list.iter());
        due.any(|due| reminder.findings.contains(&due.id))
    };
    match sent.iter().find(is_due).and_then(|reminder| reminder.level) {
        None => ReminderLevel::Reminder,
        Some(ReminderLevel::Reminder) => ReminderLevel::Supervision,
        Some(ReminderLevel::Supervision | ReminderLevel::Warning) => ReminderLevel::Warning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Category, Entry, Field, Finding, FocusArea, Id, Kind, parse_date};

    fn id(number: u32) -> Id {
        format!("0123456789ab-{number}").parse().expect("an id")
    }

    fn finding(number: u32, department: &str, deadline: &str) -> Finding {
        let mut finding = Finding::new(id(number));
        finding.department = department.into();
        finding.deadline = parse_date(deadline);
        finding
    }

    fn ledger(findings: Vec<Finding>) -> Ledger {
        let category = Category {
            id: Id::ROOT,
            title: "".into(),
            form: "".into(),
            findings,
        };
        let mut ledger = Ledger::default();
        ledger.focus_areas.push(FocusArea {
            id: Id::ROOT,
            title: "".into(),
            form: "".into(),
            categories: vec![category],
        });
        ledger
    }

    fn remind(ledger: &mut Ledger, department: &str, date: &str, level: &str, findings: &str) {
        let mut entry = Entry::new(Id::ROOT, Kind::Reminder);
        let table = entry.kind.entry_fields();
        for (field, value) in [
            (Field::Department, department),
            (Field::Date, date),
            (Field::Level, level),
            (Field::Findings, findings),
        ] {
            entry.values.set(table, &field, &value.into());
        }
        ledger.entries.push(entry);
    }

    fn today() -> NaiveDate {
        parse_date("2026-11-26").expect("a day")
    }

    #[test]
    fn each_department_has_what_it_answers_for() {
        let ledger = ledger(vec![
            finding(1, "办公室、财务科", "2026-11-01"),
            finding(2, "财务科", "2026-12-01"),
            finding(3, "", "2026-12-10"),
            finding(4, "人事科", "2027-06-30"),
        ]);
        let found = pressing(&ledger, today());
        let counts: Vec<_> = found
            .iter()
            .map(|each| {
                (
                    each.department.as_str(),
                    each.overdue.len(),
                    each.yellow.len(),
                    each.green.len(),
                )
            })
            .collect();
        assert_eq!(counts, [("办公室", 1, 0, 0), ("财务科", 1, 1, 0), ("", 0, 0, 1)]);
        assert!(found.iter().all(|each| each.next == ReminderLevel::Reminder));
    }

    #[test]
    fn whatever_has_a_deadline_is_dated() {
        let mut done = finding(5, "办公室", "2026-11-02");
        done.status = crate::ledger::Status::Done;
        let ledger = ledger(vec![
            finding(1, "办公室", "2030-11-01"),
            finding(2, "财务科", "2026-11-01"),
            finding(3, "办公室", ""),
            done,
        ]);
        let numbers = |department| -> Vec<u32> {
            let dated = dated(&ledger, today(), department);
            dated.iter().map(|due| due.number).collect()
        };
        assert_eq!(numbers(None), [2, 1]);
        assert_eq!(numbers(Some("办公室")), [1]);
    }

    #[test]
    fn the_step_rises_while_something_named_is_still_due() {
        let check = |sent: &[(&str, &str, &str)], expected| {
            let mut ledger = ledger(vec![
                finding(1, "财务科", "2026-11-01"),
                finding(2, "财务科", "2026-11-02"),
            ]);
            for (date, level, findings) in sent {
                remind(&mut ledger, "财务科", date, level, findings);
            }
            assert_eq!(pressing(&ledger, today())[0].next, expected, "{sent:?}");
        };
        use ReminderLevel::{Reminder, Supervision, Warning};
        let one = "0123456789ab-1";
        check(&[("2026-11-05", "reminder", one)], Supervision);
        check(
            &[("2026-11-12", "supervision", one), ("2026-11-05", "reminder", one)],
            Warning,
        );
        check(
            &[("2026-11-05", "reminder", one), ("2026-11-05", "supervision", one)],
            Warning,
        );
        check(&[("2026-11-12", "warning", one)], Warning);
        check(&[("2026-11-05", "supervision", "0123456789ab-9")], Reminder);
    }

    #[test]
    fn a_department_that_only_a_reminder_names_is_not_lost() {
        let mut ledger = ledger(Vec::new());
        remind(&mut ledger, "已撤并科室", "2026-11-05", "reminder", "0123456789ab-1");
        let found = pressing(&ledger, today());
        assert_eq!((found.len(), found[0].sent.len()), (1, 1));
    }
}
