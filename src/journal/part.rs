//! A part of a ledger, as it is sent to a department: some changes whole, of the others the names and seals alone.

use chrono::NaiveDate;

use super::{Book, Change, Edit, Hash, NewRecord, Op, project::parse_place};
use crate::ledger::{Actor, Field, Id, IdSet, Kind, Text};

/// What was sent, to whom, until when; and what was not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    pub whom: Text,
    /// The day until which it is to come back.
    pub until: Option<NaiveDate>,
    /// What is planned is to be read only.
    pub progress_only: bool,
    /// Who made it, and when, in milliseconds since 1970.
    pub by: Text,
    pub made_millis: u64,
    pub left_out: Vec<LeftOut>,
}

/// Changes of one actor that follow each other and are not here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeftOut {
    pub last: Id,
    pub count: u32,
    /// Of the last one: it seals all before it. Zeros where a seal would betray what it seals.
    pub seal: Hash,
}

/// What of a journal concerns some findings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Excerpt {
    pub changes: Vec<Change>,
    pub left_out: Vec<LeftOut>,
}

impl LeftOut {
    /// The counter of the first one.
    pub fn first(&self) -> u32 {
        // A file may bring any number.
        self.last.counter.saturating_sub(self.count.saturating_sub(1)).max(1)
    }

    /// Whether all of them are here meanwhile.
    fn is_here(&self, book: &Book) -> bool {
        let mut counters = self.first()..=self.last.counter;
        counters.all(|counter| {
            let id = Id { counter, ..self.last };
            book.change(id).is_some()
        })
    }
}

impl Part {
    /// What it left out has come since: then the ledger is no part any more.
    pub fn is_filled(&self, book: &Book) -> bool {
        self.left_out.iter().all(|left_out| left_out.is_here(book))
    }
}

/// What is known of the ledger as a whole, and says nothing of single findings or of how the report is worded.
const OF_ALL: &[Field] = &[
    Field::Name,
    Field::Source,
    Field::Team,
    Field::Unit,
    Field::PeriodFrom,
    Field::PeriodTo,
    Field::Feedback,
    Field::ConcentratedUntil,
    Field::PlanDue,
    Field::ReportDue,
    Field::Holidays,
    Field::WarnGreen,
    Field::WarnYellow,
    Field::ClosingSteps,
    Field::ClosingEvidence,
];

impl Book {
    /// The changes of some findings, of what stands under them, and of the headings above them. `left_out`: what had been left
    /// out of this book before.
    pub fn excerpt(&self, findings: &[Id], left_out: &[LeftOut]) -> Excerpt {
        let inside = Inside::new(self, findings);
        let (changes, others): (Vec<&Change>, Vec<&Change>) =
            self.changes.iter().partition(|change| inside.has(change));
        // A seal without a salt can be guessed at, whether it is that of a change left out or of one after it.
        let betrayed = others.iter().filter(|change| change.salt.is_none());
        let mut betrayed: Vec<Actor> = betrayed.map(|change| change.id.actor).collect();
        crate::ledger::sort_by(&mut betrayed, Ord::cmp);
        let is_betrayed = |id: Id| betrayed.binary_search(&id.actor).is_ok();
        let changes = changes.into_iter().map(|change| {
            let mut change = change.clone();
            if is_betrayed(change.id) {
                (change.hash, change.salt) = (Hash::default(), None);
            }
            change
        });
        let mut runs: Vec<LeftOut> = left_out.iter().filter(|each| !each.is_here(self)).copied().collect();
        let mut others: Vec<(Id, Hash)> = others.into_iter().map(|change| (change.id, change.hash)).collect();
        crate::ledger::sort_by_key(&mut others, |(id, _)| *id);
        let follows =
            |one: &(Id, Hash), next: &(Id, Hash)| one.0.actor == next.0.actor && one.0.counter + 1 == next.0.counter;
        runs.extend(others.chunk_by(follows).filter_map(|run| {
            let (last, hash) = *run.last()?;
            Some(LeftOut {
                last,
                count: run.len() as u32,
                seal: if is_betrayed(last) { Hash::default() } else { hash },
            })
        }));
        Excerpt {
            changes: changes.collect(),
            left_out: runs,
        }
    }
}

/// Which records an excerpt is of.
struct Inside {
    /// Findings and what stands under them.
    whole: IdSet,
    /// The headings above.
    above: IdSet,
}

impl Inside {
    fn new(book: &Book, findings: &[Id]) -> Inside {
        let mut inside = Inside {
            whole: IdSet::default(),
            above: IdSet::default(),
        };
        let parent = |id: Id| parse_place(&book.value(id, &Field::Place)).map(|(parent, _)| parent);
        for (record, _) in book.state.records.iter() {
            let mut at = *record;
            // No record stands deeper, but a file may make a circle.
            for _ in 0..8 {
                if findings.contains(&at) {
                    inside.whole.insert(*record, ());
                    break;
                }
                let Some(next) = parent(at).filter(|next| *next != Id::ROOT) else {
                    break;
                };
                at = next;
            }
        }
        for finding in findings {
            let mut at = *finding;
            for _ in 0..8 {
                let Some(next) = parent(at).filter(|next| *next != Id::ROOT) else {
                    break;
                };
                inside.above.insert(next, ());
                at = next;
            }
        }
        inside
    }

    fn has(&self, change: &Change) -> bool {
        let record = change.record();
        if record == Id::ROOT {
            return matches!(&change.op, Op::Set { field, .. } if OF_ALL.contains(field));
        }
        let is_form = matches!(
            &change.op,
            Op::Set {
                field: Field::ReportForm,
                ..
            }
        );
        self.whole.contains(&record) || self.above.contains(&record) && !is_form
    }
}

/// The kinds of record that tell of progress: also whoever may not plan adds them.
fn is_of_progress(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Accountability | Kind::Rule | Kind::Recovered | Kind::Progress | Kind::Evidence
    )
}

/// 申请销号 or taking that back: the other steps are not for whoever reports.
fn is_request(record: &NewRecord) -> bool {
    let is_own =
        |(field, value): &(Field, Text)| *field == Field::Step && matches!(&**value, "requested" | "withdrawn");
    record.kind == Kind::Closure && record.values.iter().any(is_own)
}

impl Edit {
    /// Whether it tells of progress and leaves the plan as it is.
    pub fn is_progress(&self, book: &Book) -> bool {
        let of_progress = |record: &Id| book.kind(*record).is_some_and(is_of_progress);
        match self {
            Edit::Set { record, field, .. } => may_report(book, *record, field),
            Edit::Add { record, .. } => is_of_progress(&record.kind) || is_request(record),
            Edit::Move { record, .. } | Edit::Remove { record } | Edit::Restore { record } => of_progress(record),
            Edit::Place { .. } => false,
        }
    }
}

/// Whether a field tells of progress, and is not of the plan.
pub fn may_report(book: &Book, record: Id, field: &Field) -> bool {
    match book.kind(record) {
        Some(Kind::Finding) => matches!(
            field,
            Field::Status | Field::CompletedOn | Field::Problem | Field::Reason | Field::NextStep | Field::Note
        ),
        Some(Kind::Measure) => matches!(field, Field::Status | Field::Date | Field::Note | Field::Result),
        Some(kind) => is_of_progress(kind) && *field != Field::Place,
        None => false,
    }
}
