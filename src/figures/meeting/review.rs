//! What changes from elsewhere would do to a book, before they are taken in.

use super::{ChangedFinding, changes_between};
use crate::{
    journal::{Book, Change, Conflict, Fault, Op, stands_under},
    ledger::{Field, Id, IdSet, Kind, Text},
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
    /// Fields that nobody has to choose now, and would have to then; each with its finding's title. A place is told by the title
    /// of what the record would stand under.
    pub conflicts: Vec<(Conflict, Text)>,
    pub questions: Vec<Question>,
    /// Changes of a name that another change has here.
    pub two_faces: Vec<Fault>,
}

/// What one hand did, and from when to when.
#[derive(Debug, Clone, PartialEq)]
pub struct HandShare {
    pub author: Text,
    pub changes: usize,
    pub first: u64,
    pub last: u64,
}

/// Two acts that do not exclude each other, but that neither side would have done so, had it known.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// One side removed it, the other edited it.
    EditedThoughRemoved {
        kind: Kind,
        title: Text,
        edits: usize,
        /// Removed here and edited in the file.
        removed_here: bool,
    },
    /// One side put it under something else, the other edited it.
    EditedThoughMoved {
        kind: Kind,
        title: Text,
        from: Text,
        to: Text,
        /// Moved here and edited in the file.
        moved_here: bool,
    },
}

impl Review {
    pub fn has_conflict(&self, record: Id, field: &Field) -> bool {
        self.conflicts
            .iter()
            .any(|(conflict, _)| is_of(conflict, record, field))
    }
}

pub fn review(book: &Book, changes: &[Change]) -> Review {
    let mut two_faces = Vec::new();
    let mut new: Vec<Change> = Vec::new();
    for change in changes {
        match book.change(change.id) {
            None => new.push(change.clone()),
            Some(known) if known != change => two_faces.push(Fault::TwoFaces { change: change.id }),
            Some(_) => {}
        }
    }
    let mut all = book.changes().to_vec();
    all.extend(new.iter().cloned());
    let merged = Book::from_changes(all);
    let before = book.conflicts();
    let mut conflicts = merged.conflicts();
    conflicts.retain(|each| !before.iter().any(|known| is_of(known, each.record, &each.field)));
    let conflicts = conflicts.into_iter().map(|mut conflict| {
        if conflict.field == Field::Place {
            for version in &mut conflict.versions {
                version.value = parent_title(&merged, &version.value);
            }
        }
        let title = title_of(&merged, conflict.record);
        (conflict, title)
    });
    let mut questions = removals(book, &merged);
    questions.extend(moves(book, changes, &new, &merged));
    Review {
        title: merged.ledger().title().to_owned(),
        new: new.len(),
        hands: hands(&new),
        changed: changes_between(book, &merged),
        conflicts: conflicts.collect(),
        questions,
        two_faces,
    }
}

fn is_of(conflict: &Conflict, record: Id, field: &Field) -> bool {
    conflict.record == record && conflict.field == *field
}

/// The title of the finding that a record is or belongs to, else what it is called itself.
fn title_of(book: &Book, record: Id) -> Text {
    if let Some(finding) = book.ledger().findings().find(|finding| finding.holds(record)) {
        return finding.title.clone();
    }
    let names = [Field::Title, Field::Heading, Field::Body, Field::Passage];
    let mut names = names.iter().map(|field| book.value(record, field));
    names.find(|name| !name.is_empty()).unwrap_or_default()
}

fn parent_title(book: &Book, place: &str) -> Text {
    let parent = book.parent_in(place);
    parent.map(|parent| title_of(book, parent)).unwrap_or_default()
}

/// Records that one side removed and the other edited, and that are not asked about here already.
fn removals(book: &Book, merged: &Book) -> Vec<Question> {
    let asked = |book: &Book| -> Vec<(Id, usize)> {
        let faults = book.faults().iter();
        let found = faults.filter_map(|fault| match fault {
            Fault::EditedThoughRemoved { record, changes } => Some((*record, changes.len())),
            _ => None,
        });
        found.collect()
    };
    let before = asked(book);
    let new = asked(merged).into_iter().filter(|each| !before.contains(each));
    let question = |(record, edits): (Id, usize)| Question::EditedThoughRemoved {
        kind: merged.kind(record).cloned().unwrap_or(Kind::Finding),
        title: title_of(merged, record),
        edits,
        removed_here: !book.value(record, &Field::Removed).is_empty(),
    };
    new.map(question).collect()
}

/// Records that one side moved and the other edited. Where both moved one, that is a conflict.
fn moves(book: &Book, file: &[Change], new: &[Change], merged: &Book) -> Vec<Question> {
    let mut in_file = IdSet::default();
    for change in file {
        in_file.insert(change.id, ());
    }
    let only_here: Vec<&Change> = book
        .changes()
        .iter()
        .filter(|change| !in_file.contains(&change.id))
        .collect();
    let new: Vec<&Change> = new.iter().collect();
    let mut found = moved_and_edited(&new, &only_here, merged, false);
    found.extend(moved_and_edited(&only_here, &new, merged, true));
    found
}

fn moved_and_edited(moving: &[&Change], editing: &[&Change], merged: &Book, moved_here: bool) -> Vec<Question> {
    let mut moved: Vec<(Id, Id)> = Vec::new();
    for change in moving {
        if let Some((from, _)) = move_of(merged, change)
            && !moved.iter().any(|(record, _)| *record == change.record())
        {
            moved.push((change.record(), from));
        }
    }
    let mut found = Vec::new();
    for (record, from) in moved {
        let to = merged.parent_in(&merged.value(record, &Field::Place));
        let is_edit = |change: &&&Change| match &change.op {
            Op::Set {
                field: Field::Place | Field::Removed,
                ..
            } => false,
            _ => stands_under(merged, change.record(), record),
        };
        let also_moved = editing
            .iter()
            .any(|change| change.record() == record && move_of(merged, change).is_some_and(|(from, to)| from != to));
        if let Some(to) = to.filter(|to| *to != from && !also_moved)
            && editing.iter().any(|change| is_edit(&change))
        {
            found.push(Question::EditedThoughMoved {
                kind: merged.kind(record).cloned().unwrap_or(Kind::Finding),
                title: title_of(merged, record),
                from: title_of(merged, from),
                to: title_of(merged, to),
                moved_here,
            });
        }
    }
    found
}

/// What a change puts its record under, and what that stood under for its maker.
fn move_of(book: &Book, change: &Change) -> Option<(Id, Id)> {
    let Op::Set {
        field: Field::Place,
        value,
        replaces,
        ..
    } = &change.op
    else {
        return None;
    };
    let before = replaces.iter().filter_map(|id| book.change(*id));
    let before = before.max_by_key(|before| before.rank())?.value_of(&Field::Place)?;
    Some((book.parent_in(before)?, book.parent_in(value)?))
}

/// A change whose seal does not fit, or that has the name of another one.
#[derive(Debug, Clone, PartialEq)]
pub struct WrongChange {
    pub fault: Fault,
    /// Whose hand it says it is of, and when.
    pub author: Text,
    pub millis: u64,
    pub kind: Kind,
    pub title: Text,
    /// What it gives each field, as it stands here (none where the change is not here) and in the file.
    pub values: Vec<(Field, Option<Text>, Text)>,
}

/// What is wrong in the changes of a file, earliest first, as far as it is the fault of one change.
pub fn wrong_changes<'a>(
    book: &Book,
    changes: &[Change],
    faults: impl IntoIterator<Item = &'a Fault>,
) -> Vec<WrongChange> {
    let file = Book::from_changes(changes.to_vec());
    let mut told: Vec<Id> = Vec::new();
    let found = faults.into_iter().filter_map(|fault| {
        let (Fault::BrokenChain { change: id } | Fault::TwoFaces { change: id }) = fault else {
            return None;
        };
        // One change is wrong once: that its seal does not fit says more than that another one has its name.
        if told.contains(id) {
            return None;
        }
        told.push(*id);
        let known = book.change(*id);
        // Of two in one file the later one is the one that was not kept.
        let change = changes.iter().rev().find(|change| change.id == *id)?;
        let record = change.record();
        Some(WrongChange {
            fault: fault.clone(),
            author: change.author.clone(),
            millis: change.stamp.millis,
            kind: file.kind(record).cloned().unwrap_or(Kind::Ledger),
            title: title_of(if book.kind(record).is_some() { book } else { &file }, record),
            values: values_of(change, known),
        })
    });
    let mut found: Vec<WrongChange> = found.collect();
    crate::ledger::sort_by_key(&mut found, |wrong| wrong.millis);
    found
}

/// Of a new record, only what differs from the one that is here.
fn values_of(change: &Change, known: Option<&Change>) -> Vec<(Field, Option<Text>, Text)> {
    let here = |field: &Field| known.map(|known| known.value_of(field).cloned().unwrap_or_default());
    match &change.op {
        Op::Set { field, value, .. } => vec![(field.clone(), here(field), value.clone())],
        Op::Add { values, .. } => {
            let values = values.iter().filter(|(field, _)| *field != Field::Place);
            let with_here = values.map(|(field, value)| (field.clone(), here(field), value.clone()));
            with_here
                .filter(|(_, here, value)| here.as_ref().is_some_and(|here| here != value))
                .collect()
        }
    }
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
