//! History: who changed what, when, from which value to which; and what was removed.

use super::{Book, Change, Op, Stamp, project::parse_place};
use crate::ledger::{Field, Id, Kind, Text, parse_date};

/// One line of a history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryLine {
    pub change: Id,
    /// The act it was part of: lines with the same actor and act belong together.
    pub act: (crate::ledger::Actor, u32),
    pub stamp: Stamp,
    pub author: Text,
    pub record: Id,
    pub kind: Kind,
    pub step: Step,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Added {
        title: Text,
    },
    Set {
        field: Field,
        from: Text,
        to: Text,
    },
    Removed,
    Restored,
    /// From one value of [`Field::Place`] to another.
    Moved {
        from: Text,
        to: Text,
    },
}

/// A record that was taken out of the ledger and can come back.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    pub record: Id,
    pub kind: Kind,
    pub title: Text,
    /// Who took it out, and when.
    pub author: Text,
    pub stamp: Stamp,
}

/// The history of a record with what stands under it, or of the whole ledger; latest first.
pub fn history(book: &Book, of: Option<Id>) -> Vec<HistoryLine> {
    let mut lines: Vec<HistoryLine> = book
        .changes()
        .iter()
        .filter(|change| of.is_none_or(|top| stands_under(book, change.record(), top)))
        .map(|change| line(book, change))
        .collect();
    crate::ledger::sort_by_key(&mut lines, |line| std::cmp::Reverse((line.stamp, line.change)));
    lines
}

/// A record is another one, or stands somewhere under it.
pub fn stands_under(book: &Book, record: Id, top: Id) -> bool {
    let mut id = record;
    for _ in 0..5 {
        if id == top {
            return true;
        }
        match parse_place(&book.value(id, &Field::Place)) {
            Some((parent, _)) => id = parent,
            None => return false,
        }
    }
    false
}

fn line(book: &Book, change: &Change) -> HistoryLine {
    let record = change.record();
    let step = match &change.op {
        Op::Add { .. } => Step::Added {
            title: title(book, record),
        },
        Op::Set { field, value, .. } if *field == Field::Removed => match value.as_str() {
            "" => Step::Restored,
            _ => Step::Removed,
        },
        Op::Set {
            field, value, replaces, ..
        } => {
            let before = replaces.iter().filter_map(|id| book.change(*id));
            let from = before
                .filter(|before| before.record() == record)
                .max_by_key(|before| before.rank())
                .and_then(|before| before.value_of(field));
            let (from, to) = (from.cloned().unwrap_or_default(), value.clone());
            match field {
                Field::Place => Step::Moved { from, to },
                _ => Step::Set {
                    field: field.clone(),
                    from,
                    to,
                },
            }
        }
    };
    HistoryLine {
        change: change.id,
        act: (change.id.actor, change.act),
        stamp: change.stamp,
        author: change.author.clone(),
        record,
        kind: book.kind(record).cloned().unwrap_or(Kind::Ledger),
        step,
    }
}

/// What a record is called: its title or heading, the sentence that it was read from, or its parent's title.
fn title(book: &Book, record: Id) -> Text {
    let own = [
        Field::Title,
        Field::Heading,
        Field::Body,
        Field::Passage,
        Field::Check,
        Field::Name,
    ]
    .iter()
    .map(|field| book.value(record, field));
    own.into_iter().find(|text| !text.is_empty()).unwrap_or_else(|| {
        let place = book.value(record, &Field::Place);
        parse_place(&place).map_or(Text::default(), |(parent, _)| book.value(parent, &Field::Title))
    })
}

/// What can be brought back, the last removed first.
pub fn removed_records(book: &Book) -> Vec<Removed> {
    let mut removed: Vec<Removed> = book
        .state
        .records
        .iter()
        .filter_map(|(id, record)| {
            let kind = record.kind(&book.changes)?.clone();
            let last = book.state.live(&book.changes, *id, &Field::Removed).pop()?;
            let change = &book.changes[last as usize];
            (change.value_of(&Field::Removed)?.as_str() == "removed").then(|| Removed {
                record: *id,
                kind,
                title: title(book, *id),
                author: change.author.clone(),
                stamp: change.stamp,
            })
        })
        .collect();
    crate::ledger::sort_by_key(&mut removed, |each| std::cmp::Reverse((each.stamp, each.record)));
    removed
}

/// The deadline a finding had first, however often it was put off.
pub fn first_deadline(book: &Book, finding: Id) -> Option<chrono::NaiveDate> {
    book.changes()
        .iter()
        .filter(|change| change.record() == finding)
        .filter_map(|change| Some((change.rank(), parse_date(change.value_of(&Field::Deadline)?)?)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, date)| date)
}
