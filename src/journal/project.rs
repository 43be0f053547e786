//! Reads the ledger, as plain values, from the state.

use super::{
    Change, Fault,
    removal::{edited_though_removed, is_removed},
    state::{Record, State},
};
use crate::ledger::{
    Category, Field, Finding, FocusArea, Id, IdMap, Inspection, Kind, Ledger, Measure, Remedy, Status, Text, Unplaced,
    parse_date,
};

/// The whole ledger, and what is wrong in the journal.
pub(super) fn project(state: &State, changes: &[Change]) -> (Ledger, Vec<Fault>) {
    let mut projection = Projection {
        state,
        changes,
        children: IdMap::default(),
        faults: Vec::new(),
    };
    projection.collect_children();
    let ledger = projection.ledger();
    let mut faults = projection.faults;
    faults.extend(edited_though_removed(state, changes));
    (ledger, faults)
}

/// Brings the ledger up to date after changes of plain fields of findings and measures.
/// False when one of them concerns more than a row: then the whole ledger must be read again.
pub(super) fn touch_up(ledger: &mut Ledger, state: &State, changes: &[Change], from: usize) -> bool {
    changes[from..].iter().all(|change| {
        let super::Op::Set { record, field, .. } = &change.op else {
            return false;
        };
        if matches!(field, Field::Place | Field::Removed) {
            return false;
        }
        let reader = Fields::new(state, changes, *record);
        match state.kind(changes, *record) {
            Some(Kind::Finding) => ledger.finding_mut(*record).is_some_and(|finding| {
                let mut new = reader.finding();
                // Without a title of its own it takes its category's, which is not at hand here.
                let keeps_title = *field != Field::Title;
                if keeps_title {
                    new.title.clone_from(&finding.title);
                    new.stands_for_category = finding.stands_for_category;
                }
                let is_whole = !new.title.is_empty();
                new.measures = std::mem::take(&mut finding.measures);
                *finding = new;
                is_whole
            }),
            Some(Kind::Measure) => {
                let parent = reader.place().and_then(|(parent, _)| ledger.finding_mut(parent));
                parent
                    .and_then(|finding| finding.measures.iter_mut().find(|measure| measure.id == *record))
                    .map(|measure| *measure = reader.measure())
                    .is_some()
            }
            _ => false,
        }
    })
}

/// Parent and order key, as one value of [`Field::Place`].
pub(super) fn place_value(parent: Id, key: &str) -> Text {
    format!("{parent} {key}").into()
}

pub(super) fn parse_place(value: &str) -> Option<(Id, &str)> {
    let (parent, key) = value.split_once(' ')?;
    Some((parent.parse().ok()?, key))
}

/// The present children of a record, in order, with their keys.
pub(super) fn children_of(state: &State, changes: &[Change], parent: Id, kind: &Kind) -> Vec<(String, Id)> {
    let mut children: Vec<(String, Id)> = state
        .records
        .iter()
        .filter(|(_, record)| record.kind(changes) == Some(kind))
        .filter_map(|(id, record)| {
            let (found, key) = parse_place(record.value(changes, &Field::Place)?)?;
            (found == parent && !is_removed(record, changes)).then(|| (key.to_owned(), *id))
        })
        .collect();
    children.sort();
    children
}

struct Projection<'a> {
    state: &'a State,
    changes: &'a [Change],
    children: IdMap<Vec<(&'a str, Id)>>,
    faults: Vec<Fault>,
}

impl<'a> Projection<'a> {
    fn collect_children(&mut self) {
        for (id, record) in &self.state.records {
            let Some(kind) = record.kind(self.changes) else {
                if *id != Id::ROOT {
                    self.faults.push(Fault::NoParent { record: *id });
                }
                continue;
            };
            let Some(expected) = kind.parent() else {
                continue;
            };
            if is_removed(record, self.changes) {
                continue;
            }
            let place = record
                .value(self.changes, &Field::Place)
                .and_then(|value| parse_place(value));
            let parent_kind = |parent: Id| match parent {
                Id::ROOT => Some(&Kind::Ledger),
                parent => self.state.kind(self.changes, parent),
            };
            match place {
                Some((parent, key)) if parent_kind(parent) == Some(&expected) => {
                    self.children.entry(parent).or_default().push((key, *id));
                }
                _ => self.faults.push(Fault::NoParent { record: *id }),
            }
        }
        for children in self.children.values_mut() {
            children.sort_unstable();
        }
        // A hash map has no order of its own to show.
        self.faults.sort_by_key(|fault| match fault {
            Fault::NoParent { record } => *record,
            _ => Id::ROOT,
        });
    }

    fn each<T>(&mut self, parent: Id, kind: Kind, mut read: impl FnMut(&mut Self, Fields<'a>) -> T) -> Vec<T> {
        let Some(children) = self.children.get(&parent).cloned() else {
            return Vec::new();
        };
        children
            .into_iter()
            .filter_map(|(_, id)| {
                let fields = Fields::new(self.state, self.changes, id);
                (self.state.kind(self.changes, id) == Some(&kind)).then(|| {
                    fields.report_bad(&mut self.faults);
                    read(self, fields)
                })
            })
            .collect()
    }

    fn ledger(&mut self) -> Ledger {
        let root = Fields::new(self.state, self.changes, Id::ROOT);
        root.report_bad(&mut self.faults);
        Ledger {
            name: root.text(Field::Name),
            inspection: root.inspection(),
            focus_areas: self.each(Id::ROOT, Kind::FocusArea, |all, fields| FocusArea {
                id: fields.id,
                title: fields.text(Field::Title),
                categories: all.each(fields.id, Kind::Category, Self::category),
            }),
            unplaced: self.each(Id::ROOT, Kind::Unplaced, |_, fields| fields.unplaced()),
        }
    }

    fn category(&mut self, fields: Fields<'a>) -> Category {
        let title = fields.text(Field::Title);
        let findings = self.each(fields.id, Kind::Finding, |all, fields| {
            let mut finding = fields.finding();
            if finding.title.is_empty() {
                finding.title = title.clone();
                finding.stands_for_category = true;
            }
            finding.measures = all.each(finding.id, Kind::Measure, |_, fields| fields.measure());
            finding
        });
        Category {
            id: fields.id,
            title,
            findings,
        }
    }
}

/// One record's values, typed.
struct Fields<'a> {
    id: Id,
    record: Option<&'a Record>,
    changes: &'a [Change],
}

impl<'a> Fields<'a> {
    fn new(state: &'a State, changes: &'a [Change], id: Id) -> Fields<'a> {
        Fields {
            id,
            record: state.records.get(&id),
            changes,
        }
    }

    fn value(&self, field: Field) -> Option<&'a Text> {
        self.record?.value(self.changes, &field)
    }

    fn text(&self, field: Field) -> Text {
        self.value(field).cloned().unwrap_or_default()
    }

    fn date(&self, field: Field) -> Option<chrono::NaiveDate> {
        parse_date(self.value(field)?)
    }

    fn status(&self) -> Status {
        self.value(Field::Status)
            .and_then(|code| Status::from_code(code))
            .unwrap_or_default()
    }

    fn place(&self) -> Option<(Id, &'a str)> {
        parse_place(self.value(Field::Place)?)
    }

    fn inspection(&self) -> Inspection {
        Inspection {
            source: self.text(Field::Source),
            team: self.text(Field::Team),
            unit: self.text(Field::Unit),
            period_from: self.date(Field::PeriodFrom),
            period_to: self.date(Field::PeriodTo),
            feedback: self.date(Field::Feedback),
            concentrated_until: self.date(Field::ConcentratedUntil),
        }
    }

    fn finding(&self) -> Finding {
        Finding {
            title: self.text(Field::Title),
            detail: self.text(Field::Detail),
            status: self.status(),
            remedy: self.value(Field::Remedy).and_then(|code| Remedy::from_code(code)),
            leader: self.text(Field::Leader),
            department: self.text(Field::Department),
            owner: self.text(Field::Owner),
            deadline: self.date(Field::Deadline),
            completed_on: self.date(Field::CompletedOn),
            problem: self.text(Field::Problem),
            reason: self.text(Field::Reason),
            next_step: self.text(Field::NextStep),
            note: self.text(Field::Note),
            ..Finding::new(self.id)
        }
    }

    fn measure(&self) -> Measure {
        Measure {
            id: self.id,
            heading: self.text(Field::Heading),
            text: self.text(Field::Body),
            status: self.status(),
            date: self.date(Field::Date),
            owner: self.text(Field::Owner),
        }
    }

    fn unplaced(&self) -> Unplaced {
        Unplaced {
            id: self.id,
            title: self.text(Field::Title),
            problem: self.text(Field::Problem),
            reason: self.text(Field::Reason),
            next_step: self.text(Field::NextStep),
            deadline: self.date(Field::Deadline),
        }
    }

    fn report_bad(&self, faults: &mut Vec<Fault>) {
        const DATES: [Field; 7] = [
            Field::PeriodFrom,
            Field::PeriodTo,
            Field::Feedback,
            Field::ConcentratedUntil,
            Field::Deadline,
            Field::CompletedOn,
            Field::Date,
        ];
        let mut check = |field: Field, is_good: fn(&str) -> bool| {
            if let Some(value) = self
                .value(field.clone())
                .filter(|value| !value.is_empty() && !is_good(value))
            {
                faults.push(Fault::BadValue {
                    record: self.id,
                    field,
                    value: value.clone(),
                });
            }
        };
        for field in DATES {
            check(field, |text| parse_date(text).is_some());
        }
        check(Field::Status, |code| Status::from_code(code).is_some());
        check(Field::Remedy, |code| Remedy::from_code(code).is_some());
    }
}
