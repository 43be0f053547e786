//! `Book`: a journal with the state and the ledger that follow from it, always in step.

use super::{
    Change, Edit, Fault, Hash, NewRecord, Op, Position, Secret, Stamp,
    chain::seal,
    order,
    project::{children_of, parse_place, place_value, project},
    removal::changes_below,
    state::State,
    touch::touch_up,
};
use crate::ledger::{Actor, Field, Id, IdMap, Kind, Ledger, Status, Text};

/// Whose hand makes a change: the page start, and the name and department given.
#[derive(Debug, Clone, PartialEq)]
pub struct Hand {
    pub actor: Actor,
    pub author: Text,
    pub secret: Secret,
}

/// A journal and what follows from it.
// Invariant: `state` and `ledger` are what replaying `changes` gives; `index` finds each change by its id.
#[derive(Debug, Clone, Default)]
pub struct Book {
    pub(super) changes: Vec<Change>,
    pub(super) index: IdMap<u32>,
    pub(super) state: State,
    ledger: Ledger,
    faults: Vec<Fault>,
    latest: Stamp,
    /// The last change of each actor, under the id whose counter is 0.
    heads: IdMap<(u32, Hash)>,
    /// Of this page's undos: the change whose value each of their changes gave back.
    pub(super) given_back: IdMap<Id>,
}

impl Book {
    /// Replays changes, in whatever order they come.
    pub fn from_changes(changes: Vec<Change>) -> Book {
        let mut book = Book::default();
        book.changes.reserve(changes.len());
        book.index.reserve(changes.len());
        book.state.records.reserve(changes.len());
        for change in changes {
            match book.index.get(&change.id) {
                Some(at) => book.seal_late(*at, &change),
                None => book.push(change),
            }
        }
        book.catch_up(0);
        book
    }

    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// What is wrong in the journal as a whole.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub fn change(&self, id: Id) -> Option<&Change> {
        self.index.get(&id).map(|index| &self.changes[*index as usize])
    }

    pub fn kind(&self, record: Id) -> Option<&Kind> {
        self.state.kind(&self.changes, record)
    }

    /// The text that a field holds.
    pub fn value(&self, record: Id, field: &Field) -> Text {
        self.state
            .value(&self.changes, record, field)
            .cloned()
            .unwrap_or_default()
    }

    /// Does one act: returns the changes it took, already applied. An edit that changes nothing makes no change.
    pub fn act(&mut self, hand: &Hand, now_millis: u64, edits: &[Edit]) -> Vec<Change> {
        let before = self.changes.len();
        let mut act = Act::new(self, hand, now_millis);
        for edit in edits {
            act.edit(edit);
        }
        self.catch_up(before);
        self.changes[before..].to_vec()
    }

    /// Makes changes of ready operations, as one act.
    pub(super) fn act_raw(&mut self, hand: &Hand, now_millis: u64, ops: Vec<Op>) -> Vec<Change> {
        let before = self.changes.len();
        let mut act = Act::new(self, hand, now_millis);
        for op in ops {
            act.make(op);
        }
        self.catch_up(before);
        self.changes[before..].to_vec()
    }

    /// What the next change of an actor will be called.
    pub fn next_id(&self, actor: Actor) -> Id {
        Id {
            actor,
            counter: self.next_counter(actor),
        }
    }

    fn next_counter(&self, actor: Actor) -> u32 {
        self.heads.get(&first(actor)).map_or(1, |(counter, _)| counter + 1)
    }

    pub(super) fn push(&mut self, change: Change) {
        let index = self.changes.len() as u32;
        self.index.insert(change.id, index);
        self.latest = self.latest.max(change.stamp);
        let head = self.heads.or_default(first(change.id.actor));
        if change.id.counter > head.0 {
            *head = (change.id.counter, change.hash);
        }
        self.changes.push(change);
        self.state.apply(&self.changes, index);
    }

    pub(super) fn catch_up(&mut self, from: usize) {
        if from == self.changes.len() {
            return;
        }
        // A whole journal is read as a whole; a few changes first try to touch their rows alone.
        if from == 0 || !touch_up(&mut self.ledger, &self.faults, &self.state, &self.changes, from) {
            (self.ledger, self.faults) = project(&self.state, &self.changes);
        }
    }

    pub(super) fn live_ids(&self, record: Id, field: &Field) -> Vec<Id> {
        let live = self.state.live(&self.changes, record, field);
        live.into_iter().map(|index| self.changes[index as usize].id).collect()
    }
}

/// The key under which [`Book::heads`] keeps an actor.
fn first(actor: Actor) -> Id {
    Id { actor, counter: 0 }
}

/// An act under way.
struct Act<'a> {
    book: &'a mut Book,
    hand: &'a Hand,
    now_millis: u64,
    act: u32,
    /// The next stamp follows this one.
    latest: Stamp,
}

impl<'a> Act<'a> {
    fn new(book: &'a mut Book, hand: &'a Hand, now_millis: u64) -> Act<'a> {
        let latest = match book.latest.is_credible(now_millis) {
            true => book.latest,
            false => {
                let stamps = book.changes.iter().map(|change| change.stamp);
                stamps
                    .filter(|stamp| stamp.is_credible(now_millis))
                    .max()
                    .unwrap_or_default()
            }
        };
        Act {
            act: book.next_counter(hand.actor),
            book,
            hand,
            now_millis,
            latest,
        }
    }

    fn make(&mut self, op: Op) -> Id {
        let counter = self.book.next_counter(self.hand.actor);
        let previous = self
            .book
            .heads
            .get(&first(self.hand.actor))
            .map_or(Hash::default(), |(_, hash)| *hash);
        let mut change = Change {
            id: Id {
                actor: self.hand.actor,
                counter,
            },
            stamp: self.latest.next(self.now_millis),
            author: self.hand.author.clone(),
            act: self.act,
            op,
            salt: Some(self.hand.secret.salt(counter)),
            hash: Hash::default(),
        };
        change.hash = seal(previous, &change);
        self.latest = change.stamp;
        let id = change.id;
        self.book.push(change);
        id
    }

    fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::Add {
                parent,
                position,
                record,
            } => {
                let key = self.key_at(*parent, &record.kind, *position, None);
                self.add(*parent, key, record);
            }
            Edit::Set { record, field, value } => self.set(*record, field.clone(), value.clone()),
            Edit::Move {
                record,
                parent,
                position,
            } => {
                let Some(kind) = self.book.kind(*record).cloned() else {
                    return;
                };
                if *position == Position::After(*record) {
                    return;
                }
                let key = self.key_at(*parent, &kind, *position, Some(*record));
                self.set(*record, Field::Place, place_value(*parent, &key));
            }
            Edit::Remove { record } => self.remove(*record),
            Edit::Restore { record } => self.restore(*record),
            Edit::Place { unplaced, finding } => self.place(*unplaced, *finding),
        }
    }

    fn add(&mut self, parent: Id, key: String, record: &NewRecord) {
        let mut values = vec![(Field::Place, place_value(parent, &key))];
        values.extend(record.values.iter().cloned());
        let id = self.make(Op::Add {
            kind: record.kind.clone(),
            values,
        });
        let mut key: Option<String> = None;
        for child in &record.children {
            let next = order::between(key.as_deref(), None);
            self.add(id, next.clone(), child);
            key = Some(next);
        }
    }

    fn set(&mut self, record: Id, field: Field, value: Text) {
        // A record of another ledger: a change of it could never show.
        if record != Id::ROOT && !self.book.state.records.contains(&record) {
            return;
        }
        let replaces = self.book.live_ids(record, &field);
        let unchanged = replaces.len() < 2 && self.book.value(record, &field) == value;
        if !unchanged {
            self.make(Op::Set {
                record,
                field,
                value,
                replaces,
            });
        }
    }

    fn remove(&mut self, record: Id) {
        if !self.book.state.records.contains(&record) || !self.book.value(record, &Field::Removed).is_empty() {
            return;
        }
        let mut replaces = self.book.live_ids(record, &Field::Removed);
        replaces.extend(changes_below(&self.book.state, &self.book.changes, record));
        self.make(Op::Set {
            record,
            field: Field::Removed,
            value: "removed".into(),
            replaces,
        });
    }

    /// Brings a record back, and whatever it stands under.
    fn restore(&mut self, record: Id) {
        let mut next = Some(record);
        for _ in 0..5 {
            let Some(id) = next else { return };
            self.set(id, Field::Removed, Text::default());
            let place = self.book.value(id, &Field::Place);
            next = parse_place(&place)
                .map(|(parent, _)| parent)
                .filter(|parent| *parent != Id::ROOT);
        }
    }

    fn place(&mut self, unplaced: Id, finding: Id) {
        for field in [Field::Problem, Field::Reason, Field::NextStep, Field::Deadline] {
            let value = self.book.value(unplaced, &field);
            if !value.is_empty() {
                self.set(finding, field, value);
            }
        }
        let status = self.book.value(finding, &Field::Status);
        if Status::from_code(&status).is_none_or(Status::is_complete) {
            self.set(finding, Field::Status, Status::InProgress.code().into());
        }
        self.set(unplaced, Field::Removed, "placed".into());
    }

    /// An order key for a place among the present children of a parent, `moving` left out.
    fn key_at(&self, parent: Id, kind: &Kind, position: Position, moving: Option<Id>) -> String {
        let mut siblings = children_of(&self.book.state, &self.book.changes, parent, kind);
        siblings.retain(|(_, id)| Some(*id) != moving);
        let key = |at: usize| siblings.get(at).map(|(key, _)| key.as_str());
        match position {
            Position::First => order::between(None, key(0)),
            Position::Last => order::between(siblings.last().map(|(key, _)| key.as_str()), None),
            Position::After(sibling) => match siblings.iter().position(|(_, id)| *id == sibling) {
                Some(at) => {
                    // Two devices may have drawn one key: the next greater one bounds the gap.
                    let next = siblings[at..].iter().find(|(each, _)| *each > siblings[at].0);
                    order::between(key(at), next.map(|(key, _)| key.as_str()))
                }
                None => order::between(siblings.last().map(|(key, _)| key.as_str()), None),
            },
        }
    }
}
