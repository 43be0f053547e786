//! What changes from elsewhere would do to a book, before they are taken in.

use super::{ChangedFinding, changes_between};
use crate::{
    journal::{Book, Change, Conflict, Fault},
    ledger::{Field, Id, Text},
};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Review {
    /// The ledger's title with them.
    pub title: String,
    /// How many of the changes are not here yet.
    pub new: usize,
    /// Whose hand they are of, in the order of first mention.
    pub hands: Vec<HandShare>,
    pub changed: Vec<ChangedFinding>,
    /// Fields that nobody has to choose now, and would have to then; each with its finding's title.
    pub conflicts: Vec<(Conflict, Text)>,
    /// Records that one side removed and the other edited.
    pub questions: usize,
}

/// What one hand did, and from when to when.
#[derive(Debug, Clone, PartialEq)]
pub struct HandShare {
    pub author: Text,
    pub changes: usize,
    pub first: u64,
    pub last: u64,
}

impl Review {
    pub fn has_conflict(&self, record: Id, field: &Field) -> bool {
        self.conflicts
            .iter()
            .any(|(conflict, _)| is_of(conflict, record, field))
    }
}

pub fn review(book: &Book, changes: &[Change]) -> Review {
    let unknown = changes.iter().filter(|change| book.change(change.id).is_none());
    let new: Vec<Change> = unknown.cloned().collect();
    let mut all = book.changes().to_vec();
    all.extend(new.iter().cloned());
    let merged = Book::from_changes(all);
    let before = book.conflicts();
    let mut conflicts = merged.conflicts();
    conflicts.retain(|each| !before.iter().any(|known| is_of(known, each.record, &each.field)));
    let conflicts = conflicts.into_iter().map(|conflict| {
        let mut findings = merged.ledger().findings();
        let finding = findings.find(|finding| finding.holds(conflict.record));
        let title = finding.map(|finding| finding.title.clone()).unwrap_or_default();
        (conflict, title)
    });
    Review {
        title: merged.ledger().title().to_owned(),
        new: new.len(),
        hands: hands(&new),
        changed: changes_between(book, &merged),
        conflicts: conflicts.collect(),
        questions: asked(&merged).saturating_sub(asked(book)),
    }
}

fn is_of(conflict: &Conflict, record: Id, field: &Field) -> bool {
    conflict.record == record && conflict.field == *field
}

fn asked(book: &Book) -> usize {
    let faults = book.faults().iter();
    faults
        .filter(|fault| matches!(fault, Fault::EditedThoughRemoved { .. }))
        .count()
}

fn hands(new: &[Change]) -> Vec<HandShare> {
    let mut hands: Vec<HandShare> = Vec::new();
    for change in new {
        let millis = change.stamp.millis;
        match hands.iter_mut().find(|hand| hand.author == change.author) {
            Some(hand) => {
                hand.changes += 1;
                hand.first = millis.min(hand.first);
                hand.last = millis.max(hand.last);
            }
            None => hands.push(HandShare {
                author: change.author.clone(),
                changes: 1,
                first: millis,
                last: millis,
            }),
        }
    }
    hands
}
