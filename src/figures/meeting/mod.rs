//! 调度: what changed between two moments of a ledger, what happened between them, what is late and what is soon due, by
//! department.

mod by_department;
mod count;
mod part;
mod review;
#[cfg(test)]
mod tests;

pub use review::{HandShare, Question, Review, WrongChange, review, wrong_changes};

use chrono::NaiveDate;

use by_department::Departments;
use part::{Part, parts};

use super::{
    deadlines::{Deadlines, Due, Thresholds, deadlines},
    happened::{HappenedFinding, happened},
    tally::Tally,
};
use crate::{
    journal::{Book, Edit},
    ledger::{Field, Finding, Id, IdMap, Kind, Text},
};

/// The fields of a finding that a meeting asks about, in the order in which they are shown.
const FIELDS: [Field; 14] = [
    Field::Title,
    Field::Status,
    Field::Deadline,
    Field::CompletedOn,
    Field::Remedy,
    Field::Leader,
    Field::Department,
    Field::CoDepartments,
    Field::Owner,
    Field::Problem,
    Field::Reason,
    Field::NextStep,
    Field::Detail,
    Field::Note,
];
const MEASURE_FIELDS: [Field; 6] = [
    Field::Heading,
    Field::Body,
    Field::Status,
    Field::Owner,
    Field::Date,
    Field::Result,
];

/// What stands before a meeting.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeetingSheet {
    /// All findings, then and now.
    pub before: Tally,
    pub after: Tally,
    /// Findings in which anything changed: each once, however many departments it has.
    pub changed: usize,
    /// What happened between, by the dates that people wrote: each finding once.
    pub happened: Vec<HappenedFinding>,
    /// How many findings the ledger has at present.
    pub findings: usize,
    /// The days at whose end the two moments are.
    pub period: (NaiveDate, NaiveDate),
    /// How many days ahead is soon.
    pub soon_days: i64,
    /// In the order of first mention; findings without a department come last, under an empty name.
    pub departments: Vec<DepartmentSheet>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct DepartmentSheet {
    pub department: Text,
    /// Its findings as they are now.
    pub tally: Tally,
    pub changed: Vec<ChangedFinding>,
    pub happened: Vec<HappenedFinding>,
    pub overdue: Vec<Due>,
    /// Not overdue, and due within the days of the green warning.
    pub soon: Vec<Due>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ChangedFinding {
    pub id: Id,
    /// 序号, as it is now; none for one that is not there any more.
    pub number: Option<u32>,
    pub title: Text,
    pub steps: Vec<ChangedStep>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ChangedStep {
    Added,
    /// Itself, or something that it stood under: what would have to come back for it to stand there again.
    Removed {
        restore: Vec<Id>,
    },
    /// Under another category; both by their titles, and the value of [`Field::Place`] before.
    Moved {
        from: Text,
        to: Text,
        place: Text,
    },
    Field {
        record: Id,
        /// What stands under the finding and has the field, by kind and name; none for the finding itself.
        part: Option<(Kind, Text)>,
        field: Field,
        from: Text,
        to: Text,
    },
    PartAdded {
        record: Id,
        kind: Kind,
        name: Text,
    },
    PartRemoved {
        record: Id,
        kind: Kind,
        name: Text,
    },
}

/// Compares two moments of one ledger, before and after; the present one knows best what happened in the period between them. What is late or due is told of the later one, as on `today`.
pub fn meeting_sheet(
    [before, after, present]: [&Book; 3],
    period: (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> MeetingSheet {
    let thresholds = Thresholds::of(after.ledger());
    let mut sheet = MeetingSheet {
        period,
        soon_days: thresholds.green_days,
        before: super::overall(before.ledger()),
        after: super::overall(after.ledger()),
        findings: present.ledger().findings().count(),
        happened: happened(present.ledger(), period.0, period.1),
        ..MeetingSheet::default()
    };
    let mut departments = Departments::new([after, before, present]);
    for finding in after.ledger().findings() {
        departments.each(&finding.department, |each| each.tally.add(finding.status));
    }
    for finding in &sheet.happened {
        departments.each(&finding.department, |each| each.happened.push(finding.clone()));
    }
    for (finding, changed) in changed_findings(before, after) {
        sheet.changed += 1;
        departments.each(&finding.department, |each| each.changed.push(changed.clone()));
    }
    let Deadlines {
        overdue,
        within_yellow,
        within_green,
        ..
    } = deadlines(after.ledger(), today, thresholds);
    for due in overdue {
        departments.each(&due.department, |each| each.overdue.push(due.clone()));
    }
    for due in within_yellow.into_iter().chain(within_green) {
        departments.each(&due.department, |each| each.soon.push(due.clone()));
    }
    sheet.departments = departments.sheets;
    sheet.departments.retain(|each| {
        let lists = [
            each.changed.len(),
            each.happened.len(),
            each.overdue.len(),
            each.soon.len(),
        ];
        each.tally.total() > 0 || lists.iter().any(|count| *count > 0)
    });
    sheet
}

/// Findings in which anything differs between two books of one ledger, in its order; those that are gone at the end.
pub fn changes_between(before: &Book, after: &Book) -> Vec<ChangedFinding> {
    let found = changed_findings(before, after).into_iter();
    found.map(|(_, changed)| changed).collect()
}

impl ChangedFinding {
    /// What gives everything of it back, as it was before.
    pub fn give_back(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        for step in &self.steps {
            edits.push(match step {
                ChangedStep::Added => Edit::Remove { record: self.id },
                ChangedStep::Removed { restore } => {
                    edits.extend(restore.iter().map(|record| Edit::Restore { record: *record }));
                    continue;
                }
                ChangedStep::Moved { place, .. } => Edit::set(self.id, Field::Place, place.clone()),
                ChangedStep::Field {
                    record, field, from, ..
                } => Edit::set(*record, field.clone(), from.clone()),
                ChangedStep::PartAdded { record, .. } => Edit::Remove { record: *record },
                ChangedStep::PartRemoved { record, .. } => Edit::Restore { record: *record },
            });
        }
        edits
    }
}

fn changed_findings<'a>(before: &'a Book, after: &'a Book) -> Vec<(&'a Finding, ChangedFinding)> {
    let mut then: IdMap<&Finding> = IdMap::default();
    for finding in before.ledger().findings() {
        then.insert(finding.id, finding);
    }
    let mut now: IdMap<()> = IdMap::default();
    let mut found = Vec::new();
    for (number, finding) in (1..).zip(after.ledger().findings()) {
        now.insert(finding.id, ());
        let steps = match then.get(&finding.id) {
            None => vec![ChangedStep::Added],
            Some(earlier) => steps_between(before, earlier, after, finding),
        };
        if !steps.is_empty() {
            found.push((finding, changed(finding, Some(number), steps)));
        }
    }
    for finding in before.ledger().findings() {
        if !now.contains(&finding.id) {
            found.push((
                finding,
                changed(finding, None, steps_of_removed(before, finding, after)),
            ));
        }
    }
    found
}

fn changed(finding: &Finding, number: Option<u32>, steps: Vec<ChangedStep>) -> ChangedFinding {
    ChangedFinding {
        id: finding.id,
        number,
        title: finding.title.clone(),
        steps,
    }
}

fn steps_between(before: &Book, earlier: &Finding, after: &Book, finding: &Finding) -> Vec<ChangedStep> {
    let mut steps = Vec::new();
    steps.extend(move_between(before, after, finding.id));
    fields_between(before, after, finding.id, None, &FIELDS, &mut steps);
    let known = parts(earlier);
    let parts = parts(finding);
    for part in &parts {
        if known.iter().any(|each| each.record == part.record) {
            part.fields_between(before, after, &mut steps);
        } else {
            steps.push(part.added());
        }
    }
    let gone = known
        .iter()
        .filter(|each| !parts.iter().any(|part| part.record == each.record));
    steps.extend(gone.map(Part::removed));
    steps
}

/// What was set before it was removed as well: it shows again when the finding comes back.
fn steps_of_removed(before: &Book, finding: &Finding, after: &Book) -> Vec<ChangedStep> {
    let mut restore = vec![finding.id];
    while let Some(above) = restore
        .last()
        .and_then(|record| after.parent_in(&after.value(*record, &Field::Place)))
        .filter(|above| *above != Id::ROOT && !restore.contains(above))
    {
        restore.push(above);
    }
    restore.retain(|record| !after.value(*record, &Field::Removed).is_empty());
    let mut steps = vec![ChangedStep::Removed { restore }];
    fields_between(before, after, finding.id, None, &FIELDS, &mut steps);
    for part in parts(finding) {
        if after.value(part.record, &Field::Removed).is_empty() {
            part.fields_between(before, after, &mut steps);
        } else {
            steps.push(part.removed());
        }
    }
    steps
}

/// Its order among its siblings is not looked at.
fn move_between(before: &Book, after: &Book, record: Id) -> Option<ChangedStep> {
    let place = before.value(record, &Field::Place);
    let from = before.parent_in(&place)?;
    let to = after.parent_in(&after.value(record, &Field::Place))?;
    (from != to).then(|| ChangedStep::Moved {
        from: after.value(from, &Field::Title),
        to: after.value(to, &Field::Title),
        place,
    })
}

fn fields_between(
    before: &Book,
    after: &Book,
    record: Id,
    part: Option<(Kind, Text)>,
    fields: &[Field],
    steps: &mut Vec<ChangedStep>,
) {
    for field in fields {
        let (from, to) = (before.value(record, field), after.value(record, field));
        if from != to {
            steps.push(ChangedStep::Field {
                record,
                part: part.clone(),
                field: field.clone(),
                from,
                to,
            });
        }
    }
}
