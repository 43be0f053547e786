//! What happened in a period, by the dates that people wrote, whenever they wrote them.

use chrono::NaiveDate;

use crate::ledger::{
    Finding, Id, Ledger, Measure, RuleAct, Text,
    acts::{Act, Closure, ClosureStep, Evidence, Extension, Outcome, Progress, Recheck, Reminder, ReminderLevel},
    sort_by_key,
};

/// A finding in which something happened.
#[derive(Debug, Clone, PartialEq)]
pub struct HappenedFinding {
    pub id: Id,
    /// 序号
    pub number: usize,
    pub title: Text,
    pub department: Text,
    /// By day; of one day, as the ledger has them.
    pub events: Vec<Happening>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    pub date: NaiveDate,
    /// The measure that it is of, by its number and name; none for the finding itself.
    pub measure: Option<(usize, Text)>,
    pub what: Happened,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    /// A progress note.
    Progress(Text),
    MeasureDone,
    Rule(Text, Option<RuleAct>),
    /// So many pieces of evidence of that day, of the finding and its measures together.
    Evidence(usize),
    Reminded(Option<ReminderLevel>, Text),
    Extended {
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    },
    Completed,
    /// With the opinion.
    Closing(ClosureStep, Text),
    Rechecked(Option<Outcome>, Text),
}

/// After the day `since` and up to the day `until`, so that two sheets that follow each other tell nothing twice. In the order
/// of the ledger.
pub fn happened(ledger: &Ledger, since: NaiveDate, until: NaiveDate) -> Vec<HappenedFinding> {
    let reminders: Vec<Reminder> = Reminder::all(&ledger.entries).collect();
    let of_finding = |(number, finding): (usize, &Finding)| {
        let mut events = Events {
            since,
            until,
            found: Vec::new(),
        };
        events.of(finding, &reminders);
        sort_by_key(&mut events.found, |event| event.date);
        (!events.found.is_empty()).then(|| HappenedFinding {
            id: finding.id,
            number,
            title: finding.title.clone(),
            department: finding.department.clone(),
            events: events.found,
        })
    };
    (1..).zip(ledger.findings()).filter_map(of_finding).collect()
}

struct Events {
    since: NaiveDate,
    until: NaiveDate,
    found: Vec<Happening>,
}

impl Events {
    /// What has no date is told nowhere.
    fn add(&mut self, date: Option<NaiveDate>, measure: Option<(usize, &Measure)>, what: Happened) {
        let date = date.filter(|date| self.since < *date && *date <= self.until);
        self.found.extend(date.map(|date| Happening {
            date,
            measure: measure.map(|(number, measure)| (number, name(measure))),
            what,
        }));
    }

    fn of(&mut self, finding: &Finding, reminders: &[Reminder]) {
        for (number, measure) in (1..).zip(&finding.measures) {
            self.of_measure((number, measure));
        }
        for note in Progress::all(&finding.entries) {
            self.add(note.date, None, Happened::Progress(note.text));
        }
        self.evidence(finding);
        for reminder in reminders.iter().filter(|each| each.findings.contains(&finding.id)) {
            let what = Happened::Reminded(reminder.level, reminder.department.clone());
            self.add(reminder.date, None, what);
        }
        for each in Extension::all(&finding.entries) {
            let (from, to) = (each.deadline_before, each.deadline);
            self.add(each.date, None, Happened::Extended { from, to });
        }
        for day in completions(finding) {
            self.add(Some(day), None, Happened::Completed);
        }
        for each in Closure::all(&finding.entries) {
            if let Some(step) = each.step {
                self.add(each.date, None, Happened::Closing(step, each.text));
            }
        }
        for each in Recheck::all(&finding.entries) {
            self.add(each.date, None, Happened::Rechecked(each.outcome, each.text));
        }
    }

    fn of_measure(&mut self, of: (usize, &Measure)) {
        let measure = of.1;
        for note in Progress::all(&measure.entries) {
            self.add(note.date, Some(of), Happened::Progress(note.text));
        }
        for rule in &measure.rules {
            self.add(rule.date, Some(of), Happened::Rule(rule.title.clone(), rule.act));
        }
        // Of one that is not done, its date is a plan.
        let done = measure.date.filter(|_| measure.status.is_complete());
        self.add(done, Some(of), Happened::MeasureDone);
    }

    fn evidence(&mut self, finding: &Finding) {
        let measures = finding.measures.iter();
        let of_measures = measures.flat_map(|measure| Evidence::all(&measure.entries));
        let all = Evidence::all(&finding.entries).chain(of_measures);
        let mut days: Vec<(NaiveDate, usize)> = Vec::new();
        for day in all.filter_map(|each| each.date) {
            match days.iter_mut().find(|(known, _)| *known == day) {
                Some((_, count)) => *count += 1,
                None => days.push((day, 1)),
            }
        }
        for (day, count) in days {
            self.add(Some(day), None, Happened::Evidence(count));
        }
    }
}

fn name(measure: &Measure) -> Text {
    match measure.heading.is_empty() {
        true => measure.text.clone(),
        false => measure.heading.clone(),
    }
}

/// The day of completion, and those of earlier rounds, which their approvals keep.
fn completions(finding: &Finding) -> Vec<NaiveDate> {
    let approvals = Closure::all(&finding.entries).filter(|each| each.step == Some(ClosureStep::Approved));
    let mut days: Vec<NaiveDate> = approvals.filter_map(|each| each.completed_on).collect();
    days.extend(finding.completed_on.filter(|_| finding.status.is_complete()));
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        figures::meeting_sheet,
        journal::{Book, Edit, Hand, NewRecord},
        ledger::{Actor, Field, Kind, Status, parse_date},
    };

    const CREATED: u64 = 9_000;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).expect("a day")
    }

    fn dated(kind: Kind, day: &str) -> NewRecord {
        NewRecord::new(kind).with(Field::Date, day)
    }

    /// One finding of 办公室 with all that can happen, one of 财务科 with nothing, made long afterwards.
    fn book() -> Book {
        let hand = Hand {
            actor: Actor::from_random(5),
            author: "王芳".into(),
            secret: Default::default(),
        };
        let note = |day: &str, text: &str| dated(Kind::Progress, day).with(Field::Body, text);
        let measure = dated(Kind::Measure, "2026-08-20")
            .with(Field::Heading, "修订办法。")
            .with(Field::Status, Status::Done.code())
            .with_children([
                note("2026-08-05", "已征求意见。"),
                dated(Kind::Evidence, "2026-08-06").with(Field::Name, "办法.pdf"),
                dated(Kind::Rule, "2026-08-10")
                    .with(Field::Title, "办法")
                    .with(Field::Act, "revised"),
            ]);
        let planned = dated(Kind::Measure, "2026-08-21").with(Field::Heading, "加强培训。");
        let closing = |step: &str, day: &str| dated(Kind::Closure, day).with(Field::Step, step);
        let finding = NewRecord::new(Kind::Finding)
            .with(Field::Title, "甲")
            .with(Field::Department, "办公室")
            .with(Field::Status, Status::InProgress.code())
            .with_children([
                measure,
                planned,
                note("2026-07-31", "七月的。"),
                note("2026-08-01", "已部署。"),
                note("2026-09-01", "九月的。"),
                note("", "没有日期的。"),
                dated(Kind::Evidence, "2026-08-06").with(Field::Name, "纪要.pdf"),
                dated(Kind::Extension, "2026-08-03")
                    .with(Field::DeadlineBefore, "2026-08-15")
                    .with(Field::Deadline, "2026-08-31"),
                closing("requested", "2026-08-25"),
                closing("approved", "2026-08-27").with(Field::CompletedOn, "2026-08-24"),
                dated(Kind::Recheck, "2026-08-31").with(Field::Outcome, "relapsed"),
            ]);
        let idle = NewRecord::new(Kind::Finding)
            .with(Field::Title, "乙")
            .with(Field::Department, "财务科");
        let category = NewRecord::new(Kind::Category)
            .with(Field::Title, "档案管理")
            .with_children([finding, idle]);
        let area = NewRecord::new(Kind::FocusArea)
            .with(Field::Title, "聚焦")
            .with_children([category]);
        let mut book = Book::default();
        book.act(&hand, CREATED, &[Edit::add(Id::ROOT, area)]);
        let first = book.ledger().findings().next().expect("甲").id;
        let reminder = dated(Kind::Reminder, "2026-08-02")
            .with(Field::Level, "reminder")
            .with(Field::Department, "办公室")
            .with(Field::Findings, first.to_string());
        book.act(&hand, CREATED, &[Edit::add(Id::ROOT, reminder)]);
        book
    }

    #[test]
    fn what_happened_is_told_by_its_dates_in_their_order() {
        let book = book();
        let found = happened(book.ledger(), day("2026-07-31"), day("2026-08-31"));
        assert_eq!(found.len(), 1, "nothing happened to 乙");
        assert_eq!(
            (found[0].number, &*found[0].title, &*found[0].department),
            (1, "甲", "办公室")
        );
        let told: Vec<(String, Option<usize>, Happened)> = found[0]
            .events
            .iter()
            .map(|event| {
                let measure = event.measure.as_ref().map(|(number, _)| *number);
                (event.date.format("%m-%d").to_string(), measure, event.what.clone())
            })
            .collect();
        let of = |date: &str, measure: Option<usize>, what: Happened| (date.to_owned(), measure, what);
        let (from, to) = (Some(day("2026-08-15")), Some(day("2026-08-31")));
        assert_eq!(
            told,
            [
                of("08-01", None, Happened::Progress("已部署。".into())),
                of(
                    "08-02",
                    None,
                    Happened::Reminded(Some(ReminderLevel::Reminder), "办公室".into())
                ),
                of("08-03", None, Happened::Extended { from, to }),
                of("08-05", Some(1), Happened::Progress("已征求意见。".into())),
                of("08-06", None, Happened::Evidence(2)),
                of("08-10", Some(1), Happened::Rule("办法".into(), Some(RuleAct::Revised))),
                of("08-20", Some(1), Happened::MeasureDone),
                of("08-24", None, Happened::Completed),
                of("08-25", None, Happened::Closing(ClosureStep::Requested, "".into())),
                of("08-27", None, Happened::Closing(ClosureStep::Approved, "".into())),
                of("08-31", None, Happened::Rechecked(Some(Outcome::Relapsed), "".into())),
            ]
        );
        assert_eq!(found[0].events[3].measure, Some((1, "修订办法。".into())));
    }

    #[test]
    fn a_day_belongs_to_one_of_two_sheets_that_follow_each_other() {
        let book = book();
        let count = |since: &str, until: &str| -> usize {
            let found = happened(book.ledger(), day(since), day(until));
            found.iter().map(|finding| finding.events.len()).sum()
        };
        assert_eq!(count("2026-07-30", "2026-07-31"), 1);
        assert_eq!(count("2026-07-31", "2026-08-31"), 11);
        assert_eq!(count("2026-08-31", "2026-09-30"), 1);
        assert_eq!(count("2026-07-30", "2026-09-30"), 13);
        assert_eq!(count("2026-08-05", "2026-08-05"), 0);
    }

    #[test]
    fn a_period_before_the_ledger_was_made_has_what_happened_in_it_by_department() {
        let book = book();
        let then = book.at(CREATED - 1);
        let sheet = meeting_sheet(
            [&then, &then, &book],
            (day("2026-07-31"), day("2026-08-31")),
            day("2026-08-31"),
        );
        assert_eq!((sheet.before.total(), sheet.after.total(), sheet.findings), (0, 0, 2));
        assert_eq!((sheet.changed, sheet.happened.len()), (0, 1));
        let [office] = &sheet.departments[..] else {
            panic!("one department, in which something happened: {:?}", sheet.departments)
        };
        assert_eq!((&*office.department, office.happened.len()), ("办公室", 1));
        assert_eq!(office.tally.total(), 0);
    }
}
