//! Where every finding stands on its way to 销号, and how many of those signed off were in time.

use chrono::NaiveDate;

use super::{ClosingState, Stage, closing_state, open_checks};
use crate::{
    figures::timeliness::{Timeliness, extensions, timeliness},
    ledger::{
        Finding, Id, Ledger, Status, Text,
        acts::{ClosureStep, Settings},
    },
};

/// The next thing to happen to a finding; each has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    NotReady,
    Ready,
    AwaitsReview,
    AwaitsApproval,
    SentBack,
    /// Signed off, and nobody has looked back since.
    AwaitsLookBack,
    /// Looked back at, and it held.
    Held,
    /// 已销号, and no approval is on record.
    Unrecorded,
}

impl Standing {
    /// From the beginning to the end.
    pub const ALL: [Standing; 8] = [
        Standing::NotReady,
        Standing::Ready,
        Standing::AwaitsReview,
        Standing::AwaitsApproval,
        Standing::SentBack,
        Standing::AwaitsLookBack,
        Standing::Held,
        Standing::Unrecorded,
    ];

    fn of(finding: &Finding, state: &ClosingState, missing: usize) -> Standing {
        let is_closed = finding.status == Status::Closed;
        match (state.stage, state.next) {
            (Stage::Approved, _) if state.has_held => Standing::Held,
            (Stage::Approved, _) => Standing::AwaitsLookBack,
            (Stage::Open, _) if is_closed => Standing::Unrecorded,
            (Stage::Requested, Some(ClosureStep::Reviewed)) => Standing::AwaitsReview,
            (Stage::Requested | Stage::Reviewed, _) => Standing::AwaitsApproval,
            (Stage::Open, _) if state.returned.is_some() => Standing::SentBack,
            (Stage::Open, _) if missing > 0 => Standing::NotReady,
            (Stage::Open, _) => Standing::Ready,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct ClosingLine {
    pub id: Id,
    pub title: Text,
    pub standing: Standing,
    /// How many things a request would still need.
    pub missing: usize,
}

/// Those signed off with a record, by whether they were in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InTime {
    pub early: usize,
    pub on_time: usize,
    pub late: usize,
    /// Without a deadline or a day of completion.
    pub unknown: usize,
}

impl InTime {
    fn add(&mut self, judged: Option<Timeliness>) {
        *match judged {
            Some(Timeliness::Early) => &mut self.early,
            Some(Timeliness::OnTime) => &mut self.on_time,
            Some(Timeliness::Late) => &mut self.late,
            None => &mut self.unknown,
        } += 1;
    }

    pub fn count(&self, judged: Option<Timeliness>) -> usize {
        match judged {
            Some(Timeliness::Early) => self.early,
            Some(Timeliness::OnTime) => self.on_time,
            Some(Timeliness::Late) => self.late,
            None => self.unknown,
        }
    }

    pub fn total(&self) -> usize {
        self.early + self.on_time + self.late + self.unknown
    }
}

/// One line for each finding. The counts of all standings sum to the lines; both `InTime` to those with an approval.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Closings {
    pub lines: Vec<ClosingLine>,
    pub by_deadline: InTime,
    pub by_first: InTime,
    /// Findings that were put off, closed or not.
    pub extended: usize,
    /// How often, all together.
    pub extensions: usize,
}

impl Closings {
    pub fn count(&self, standing: Standing) -> usize {
        self.lines.iter().filter(|line| line.standing == standing).count()
    }
}

pub fn closings(ledger: &Ledger, today: NaiveDate) -> Closings {
    let rules = Settings::of(ledger).closing;
    let mut open = open_checks(ledger, today).into_iter().peekable();
    let mut all = Closings::default();
    for finding in ledger.findings() {
        let state = closing_state(finding, rules);
        // Both go through the findings in the ledger's order.
        let has_open = open.next_if(|(id, _)| *id == finding.id).is_some();
        let missing = state.missing.len() + usize::from(has_open);
        if let Some(approval) = &state.approval {
            let judged = timeliness(approval.deadline, approval.first_deadline, approval.completed_on);
            all.by_deadline.add(judged.by_deadline);
            all.by_first.add(judged.by_first);
        }
        let put_off = extensions(finding).count;
        all.extended += usize::from(put_off > 0);
        all.extensions += put_off;
        all.lines.push(ClosingLine {
            id: finding.id,
            title: finding.title.clone(),
            standing: Standing::of(finding, &state, missing),
            missing,
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Category, Entry, Field, FocusArea, Kind, Measure, parse_date};

    fn entry(kind: Kind, values: &[(Field, &str)]) -> Entry {
        let mut entry = Entry::new(Id::ROOT, kind);
        let table = entry.kind.entry_fields();
        for (field, value) in values {
            entry.values.set(table, field, &Text::from(*value));
        }
        entry
    }

    fn step(word: &str, day: &str) -> Entry {
        match Field::Outcome.accepts(word) {
            true => entry(Kind::Recheck, &[(Field::Outcome, word), (Field::Date, day)]),
            false => entry(
                Kind::Closure,
                &[
                    (Field::Step, word),
                    (Field::Date, day),
                    (Field::Deadline, "2026-08-31"),
                    (Field::FirstDeadline, "2026-06-30"),
                    (Field::CompletedOn, day),
                ],
            ),
        }
    }

    fn finding(counter: u32, status: Status, steps: &[(&str, &str)]) -> Finding {
        let mut finding = Finding::new(Id { counter, ..Id::ROOT });
        finding.title = format!("问题{counter}").into();
        finding.status = status;
        let mut measure = Measure::new(Id {
            counter: counter + 100,
            ..Id::ROOT
        });
        measure.status = Status::Done;
        measure.result = format!("成效{counter}").into();
        finding.measures.push(measure);
        finding.entries = steps.iter().map(|(word, day)| step(word, day)).collect();
        finding
    }

    fn ledger(findings: Vec<Finding>) -> Ledger {
        let mut ledger = Ledger::default();
        ledger.focus_areas.push(FocusArea {
            id: Id::ROOT,
            title: "".into(),
            form: "".into(),
            categories: vec![Category {
                id: Id::ROOT,
                title: "".into(),
                form: "".into(),
                findings,
            }],
        });
        ledger
    }

    fn all(findings: Vec<Finding>) -> Closings {
        let today = parse_date("2026-11-26").expect("a day");
        closings(&ledger(findings), today)
    }

    #[test]
    fn every_finding_stands_at_one_place() {
        let check = |status: Status, steps: &[(&str, &str)], expected: Standing| {
            let found = all(vec![finding(1, status, steps)]);
            assert_eq!(found.lines[0].standing, expected, "{steps:?}");
            let counts = Standing::ALL.map(|standing| found.count(standing));
            assert_eq!(counts.iter().sum::<usize>(), 1, "{steps:?}");
        };
        let (requested, approved) = (("requested", "2026-08-01"), ("approved", "2026-08-02"));
        check(Status::Done, &[], Standing::Ready);
        check(Status::Done, &[requested], Standing::AwaitsApproval);
        check(
            Status::Done,
            &[requested, ("returned", "2026-08-02")],
            Standing::SentBack,
        );
        check(Status::Closed, &[requested, approved], Standing::AwaitsLookBack);
        check(
            Status::Closed,
            &[requested, approved, ("held", "2026-10-01")],
            Standing::Held,
        );
        check(Status::Closed, &[], Standing::Unrecorded);
        let relapsed = [requested, approved, ("held", "2026-10-01"), ("relapsed", "2026-11-01")];
        check(Status::InProgress, &relapsed, Standing::Ready);
        // What was said of the round before does not count for the next one.
        let again = [
            &relapsed[..],
            &[("requested", "2026-11-02"), ("approved", "2026-11-03")],
        ]
        .concat();
        check(Status::Closed, &again, Standing::AwaitsLookBack);
    }

    #[test]
    fn an_unfinished_one_is_not_ready() {
        let mut unfinished = finding(1, Status::InProgress, &[]);
        unfinished.measures[0].status = Status::InProgress;
        unfinished.measures[0].result = Text::default();
        let found = all(vec![unfinished, finding(2, Status::Done, &[])]);
        let lines: Vec<_> = found.lines.iter().map(|line| (line.standing, line.missing)).collect();
        assert_eq!(lines, [(Standing::NotReady, 2), (Standing::Ready, 0)]);
    }

    #[test]
    fn those_signed_off_are_judged_by_both_deadlines() {
        let approved = |counter, day| finding(counter, Status::Closed, &[("requested", day), ("approved", day)]);
        let undated = finding(4, Status::Closed, &[("requested", ""), ("approved", "")]);
        let mut put_off = finding(5, Status::InProgress, &[]);
        put_off.entries = vec![entry(Kind::Extension, &[]), entry(Kind::Extension, &[])];
        let found = all(vec![
            approved(1, "2026-06-30"),
            approved(2, "2026-08-31"),
            approved(3, "2026-09-01"),
            undated,
            put_off,
        ]);
        let shown = |in_time: InTime| [in_time.early, in_time.on_time, in_time.late, in_time.unknown];
        assert_eq!(shown(found.by_deadline), [1, 1, 1, 1]);
        assert_eq!(shown(found.by_first), [0, 1, 2, 1]);
        assert_eq!(found.by_deadline.total(), 4);
        assert_eq!((found.extended, found.extensions), (1, 2));
    }
}
