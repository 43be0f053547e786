//! 销号: how far a finding is on its way to being signed off, and what is missing for it.

mod standing;

pub use standing::{ClosingLine, Closings, Standing, closings};

use chrono::NaiveDate;

use super::{Check, CheckFinding, Checked, checks::some_checks};
use crate::ledger::{
    Entry, Field, Finding, Id, IdMap, Kind, Ledger,
    acts::{Act, ClosingRules, Closure, ClosureStep, Evidence, Outcome, Recheck},
    parse_date,
};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClosingState {
    pub stage: Stage,
    /// What comes next; none where it is signed off.
    pub next: Option<ClosureStep>,
    /// What was sent back or withdrawn last, as long as nothing followed.
    pub returned: Option<Closure>,
    /// The approval that stands.
    pub approval: Option<Closure>,
    /// Whether somebody looked back since that approval, and it held.
    pub has_held: bool,
    /// Approvals that a relapse has ended, in their order.
    pub earlier: Vec<Closure>,
    /// From 1; each relapse begins another.
    pub round: usize,
    /// Why it is not ready to be requested.
    pub missing: Vec<Missing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    #[default]
    Open,
    Requested,
    Reviewed,
    Approved,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    NoMeasure,
    /// A measure that is not done.
    NotDone(Id),
    /// A measure whose result is not told.
    NoResult(Id),
    NoEvidence,
}

/// What the steps and the rechecks of a finding come to, in the order of their days.
pub fn closing_state(finding: &Finding, rules: ClosingRules) -> ClosingState {
    let mut state = ClosingState {
        round: 1,
        ..ClosingState::default()
    };
    for entry in by_day(&finding.entries) {
        match entry.kind {
            Kind::Closure => state.step(Closure::of(entry)),
            Kind::Recheck if Recheck::of(entry).outcome == Some(Outcome::Relapsed) => state.relapse(),
            Kind::Recheck if Recheck::of(entry).outcome == Some(Outcome::Held) => {
                state.has_held = state.approval.is_some()
            }
            _ => {}
        }
    }
    state.next = match state.stage {
        Stage::Open => Some(ClosureStep::Requested),
        Stage::Requested if rules.is_reviewed => Some(ClosureStep::Reviewed),
        Stage::Requested | Stage::Reviewed => Some(ClosureStep::Approved),
        Stage::Approved => None,
    };
    state.missing = missing(finding, rules);
    state
}

impl ClosingState {
    pub fn is_ready(&self) -> bool {
        self.missing.is_empty()
    }

    /// The last word counts: what was approved and then sent back is not approved.
    fn step(&mut self, closure: Closure) {
        let stage = match closure.step {
            None => return,
            Some(ClosureStep::Requested) => Stage::Requested,
            Some(ClosureStep::Reviewed) => Stage::Reviewed,
            Some(ClosureStep::Approved) => Stage::Approved,
            Some(ClosureStep::Returned | ClosureStep::Withdrawn) => Stage::Open,
        };
        self.stage = stage;
        self.has_held = false;
        (self.returned, self.approval) = match stage {
            Stage::Open => (Some(closure), None),
            Stage::Approved => (None, Some(closure)),
            Stage::Requested | Stage::Reviewed => (None, None),
        };
    }

    fn relapse(&mut self) {
        self.earlier.extend(self.approval.take());
        self.stage = Stage::Open;
        self.has_held = false;
        self.returned = None;
        self.round += 1;
    }
}

/// Entries by their day; one without a day stands with the one before it.
fn by_day(entries: &[Entry]) -> Vec<&Entry> {
    let mut day: Option<NaiveDate> = None;
    let dated = entries.iter().map(|entry| {
        day = parse_date(entry.value(&Field::Date)).or(day);
        (day, entry)
    });
    let mut dated: Vec<(Option<NaiveDate>, &Entry)> = dated.collect();
    crate::ledger::sort_by_key(&mut dated, |(day, _)| *day);
    dated.into_iter().map(|(_, entry)| entry).collect()
}

fn missing(finding: &Finding, rules: ClosingRules) -> Vec<Missing> {
    let mut missing = Vec::new();
    if finding.measures.is_empty() {
        missing.push(Missing::NoMeasure);
    }
    for measure in &finding.measures {
        if !measure.status.is_complete() {
            missing.push(Missing::NotDone(measure.id));
        }
        if measure.result.is_empty() {
            missing.push(Missing::NoResult(measure.id));
        }
    }
    let of_measures = finding.measures.iter().flat_map(|measure| &measure.entries);
    let mut entries = finding.entries.iter().chain(of_measures);
    if rules.needs_evidence && !entries.any(|entry| entry.kind == Evidence::KIND) {
        missing.push(Missing::NoEvidence);
    }
    missing
}

/// The checks that a finding must have behind it before it is signed off: what is late or unfinished is told otherwise.
const BEFORE_CLOSING: [Check; 5] = [
    Check::NoResult,
    Check::SameText,
    Check::Dates,
    Check::Names,
    Check::Numbers,
];

/// For each finding how many differences nobody has mended or explained; those without any are left out.
pub fn open_checks(ledger: &Ledger, today: NaiveDate) -> Vec<(Id, usize)> {
    let mut finding_of: IdMap<usize> = IdMap::default();
    let mut counts: Vec<(Id, usize)> = Vec::new();
    for finding in ledger.findings() {
        finding.each_record(&mut |record| {
            finding_of.insert(record, counts.len());
        });
        counts.push((finding.id, 0));
    }
    for each in before_closing(&Checked::new(ledger, today)) {
        let findings = each.records.iter().filter_map(|record| finding_of.get(record).copied());
        let mut findings: Vec<usize> = findings.collect();
        findings.sort_unstable();
        findings.dedup();
        findings.into_iter().for_each(|at| counts[at].1 += 1);
    }
    counts.retain(|(_, count)| *count > 0);
    counts
}

/// The same of one finding, without looking at all that the others say.
pub fn open_checks_of(ledger: &Ledger, id: Id, today: NaiveDate) -> usize {
    let Some(finding) = ledger.finding(id) else { return 0 };
    let checked = Checked {
        alone: Some(id),
        ..Checked::new(ledger, today)
    };
    let open = before_closing(&checked);
    let concerns = |each: &&CheckFinding| each.records.iter().any(|record| finding.holds(*record));
    open.iter().filter(concerns).count()
}

fn before_closing(checked: &Checked<'_>) -> Vec<CheckFinding> {
    let mut open = some_checks(checked, &|check| BEFORE_CLOSING.contains(&check));
    open.retain(|each| each.acknowledged.is_none());
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Measure, Status, Text};

    const TWO: ClosingRules = ClosingRules {
        is_reviewed: false,
        needs_evidence: false,
    };
    const THREE: ClosingRules = ClosingRules {
        is_reviewed: true,
        needs_evidence: true,
    };

    fn entry(kind: Kind, values: &[(Field, &str)]) -> Entry {
        let mut entry = Entry::new(Id::ROOT, kind);
        let table = entry.kind.entry_fields();
        for (field, value) in values {
            entry.values.set(table, field, &Text::from(*value));
        }
        entry
    }

    /// `requested 2026-11-01`, a recheck by its outcome; a day may be left out.
    fn finding(steps: &[&str]) -> Finding {
        let mut finding = Finding::new(Id::ROOT);
        for step in steps {
            let (word, day) = step.split_once(' ').unwrap_or((step, ""));
            finding.entries.push(match Field::Outcome.accepts(word) {
                true => entry(Kind::Recheck, &[(Field::Outcome, word), (Field::Date, day)]),
                false => entry(Kind::Closure, &[(Field::Step, word), (Field::Date, day)]),
            });
        }
        finding
    }

    #[test]
    fn each_step_leads_to_the_next() {
        use ClosureStep::{Approved, Requested, Reviewed};
        let check = |steps: &[&str], two: Option<ClosureStep>, three: Option<ClosureStep>| {
            let finding = finding(steps);
            assert_eq!(closing_state(&finding, TWO).next, two, "{steps:?} in two steps");
            assert_eq!(closing_state(&finding, THREE).next, three, "{steps:?} in three steps");
        };
        check(&[], Some(Requested), Some(Requested));
        check(&["requested"], Some(Approved), Some(Reviewed));
        check(&["requested", "reviewed"], Some(Approved), Some(Approved));
        check(&["requested", "approved"], None, None);
        check(&["requested", "returned"], Some(Requested), Some(Requested));
        check(&["requested", "reviewed", "returned"], Some(Requested), Some(Requested));
        check(&["requested", "withdrawn", "requested"], Some(Approved), Some(Reviewed));
        check(&["requested", "approved", "held"], None, None);
        check(&["requested", "approved", "relapsed"], Some(Requested), Some(Requested));
        check(&["requested", "approved", "returned"], Some(Requested), Some(Requested));
    }

    #[test]
    fn a_relapse_begins_a_round_and_keeps_the_closure_before() {
        let steps = ["requested 2026-03-01", "approved 2026-03-02", "relapsed 2026-06-01"];
        let state = closing_state(&finding(&steps), TWO);
        assert_eq!((state.stage, state.round, state.approval), (Stage::Open, 2, None));
        assert_eq!(state.earlier.len(), 1);
        assert_eq!(state.earlier[0].date, parse_date("2026-03-02"));
        let again = [&steps[..], &["requested 2026-07-01", "approved 2026-07-02"]].concat();
        let state = closing_state(&finding(&again), TWO);
        assert_eq!((state.stage, state.round, state.earlier.len()), (Stage::Approved, 2, 1));
        let approval = state.approval.expect("it was approved again");
        assert_eq!(approval.date, parse_date("2026-07-02"));
    }

    #[test]
    fn the_days_count_and_not_the_order_of_writing() {
        let late = ["relapsed 2026-06-01", "approved 2026-03-02", "requested 2026-03-01"];
        assert_eq!(closing_state(&finding(&late), TWO).round, 2);
        assert_eq!(closing_state(&finding(&late), TWO).stage, Stage::Open);
        // One without a day stays behind the one before it.
        let undated = ["requested 2026-03-01", "returned", "relapsed 2025-01-01"];
        let state = closing_state(&finding(&undated), TWO);
        assert!(state.returned.is_some());
        assert_eq!(state.stage, Stage::Open);
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut finding = finding(&[]);
        assert_eq!(closing_state(&finding, TWO).missing, [Missing::NoMeasure]);
        let id = Id { counter: 5, ..Id::ROOT };
        let mut measure = Measure::new(id);
        measure.status = Status::LargelyDone;
        finding.measures = vec![measure];
        let all = [Missing::NotDone(id), Missing::NoResult(id), Missing::NoEvidence];
        assert_eq!(closing_state(&finding, TWO).missing, all[..2]);
        assert_eq!(closing_state(&finding, THREE).missing, all);
        let measure = &mut finding.measures[0];
        measure.status = Status::Done;
        measure.result = "已印发".into();
        measure.entries.push(entry(Kind::Evidence, &[]));
        assert!(closing_state(&finding, THREE).is_ready());
    }
}
