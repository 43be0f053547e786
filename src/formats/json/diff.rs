//! What a person changed in the readable part: differences to what the journal gives, and the edits that follow them.

use super::{
    HandEdit,
    node::{INSPECTION, Node, fields, lists},
    path::Path,
};
use crate::{
    journal::{Edit, NewRecord, Position},
    ledger::{Field, Id, IdMap, IdSet, Kind, Status, Text},
};

/// Compares the journal's tree with the file's.
pub(super) fn diff(journal: &Node, file: &Node) -> (Vec<HandEdit>, Vec<Edit>) {
    let mut diff = Diff::default();
    diff.learn(journal, Id::ROOT, 0);
    diff.path.enter("ledger");
    diff.record(Id::ROOT, journal, file);
    diff.missing(journal);
    (diff.hand_edits, diff.edits)
}

/// A record as the journal has it.
struct Known<'a> {
    node: &'a Node,
    parent: Id,
    /// Among its siblings.
    index: usize,
}

#[derive(Default)]
struct Diff<'a> {
    known: IdMap<Known<'a>>,
    /// Records that were met in the file.
    met: IdSet,
    path: Path,
    hand_edits: Vec<HandEdit>,
    edits: Vec<Edit>,
}

/// A record of the file that is to stand in a list.
enum Standing<'f> {
    Old { id: Id, node: &'f Node, moves: bool },
    New(NewRecord),
}

impl<'a> Diff<'a> {
    fn learn(&mut self, node: &'a Node, parent: Id, index: usize) {
        let Some(id) = node.id else { return };
        self.known.insert(id, Known { node, parent, index });
        for (index, child) in node.children.iter().enumerate() {
            self.learn(child, id, index);
        }
    }

    fn record(&mut self, id: Id, journal: &'a Node, file: &Node) {
        self.values(id, journal, file, fields(&file.kind));
        if file.kind == Kind::Ledger {
            self.path.enter("inspection");
            self.values(id, journal, file, INSPECTION);
            self.path.leave();
        }
        for (name, kind) in lists(&file.kind) {
            self.path.enter(name);
            self.list(id, kind, file);
            self.path.leave();
        }
    }

    fn values(&mut self, record: Id, journal: &Node, file: &Node, fields: &[Field]) {
        for field in fields {
            let (from, to) = (shown(journal, field), shown(file, field));
            if from != to && self.is_good(field, &to) {
                self.edits.push(Edit::set(record, field.clone(), to.clone()));
                self.hand_edits.push(HandEdit::Changed {
                    record,
                    field: field.clone(),
                    from,
                    to,
                });
            }
        }
    }

    fn is_good(&mut self, field: &Field, value: &Text) -> bool {
        let good = value.is_empty() || field.accepts(value);
        if !good {
            self.path.enter(field.name());
            self.hand_edits.push(HandEdit::BadValue {
                field: field.clone(),
                value: value.clone(),
                path: self.path.to_string(),
            });
            self.path.leave();
        }
        good
    }

    fn list(&mut self, parent: Id, kind: &Kind, file: &Node) {
        let mut standing = Vec::new();
        for (index, node) in file.of_kind(kind).enumerate() {
            self.path.enter_item(index);
            standing.push(match self.recognise(node) {
                Some(id) => Standing::Old { id, node, moves: false },
                None => Standing::New(self.added(node)),
            });
            self.path.leave();
        }
        self.mark_moves(parent, &mut standing);
        self.put(parent, &mut standing);
        for (index, each) in standing.iter().enumerate() {
            if let Standing::Old { id, node, .. } = each
                && let Some(known) = self.known.get(id)
            {
                let journal = known.node;
                self.path.enter_item(index);
                self.record(*id, journal, node);
                self.path.leave();
            }
        }
    }

    /// The record that a node of the file is, each once.
    fn recognise(&mut self, node: &Node) -> Option<Id> {
        let id = node.id?;
        let known = self.known.get(&id)?;
        if known.node.kind != node.kind {
            return None;
        }
        if !self.met.insert(id, ()) {
            self.hand_edits.push(HandEdit::SameId {
                record: id,
                path: self.path.to_string(),
            });
            return None;
        }
        Some(id)
    }

    fn added(&mut self, node: &Node) -> NewRecord {
        self.hand_edits.push(HandEdit::Added {
            kind: node.kind.clone(),
            title: node.title(),
            path: self.path.to_string(),
        });
        self.new_record(node)
    }

    fn new_record(&mut self, node: &Node) -> NewRecord {
        let mut record = NewRecord::new(node.kind.clone());
        for field in fields(&node.kind) {
            if let Some(value) = node.value(field)
                && self.is_good(field, value)
            {
                record.values.push((field.clone(), value.clone()));
            }
        }
        for (name, kind) in lists(&node.kind) {
            self.path.enter(name);
            for (index, child) in node.of_kind(kind).enumerate() {
                self.path.enter_item(index);
                record.children.push(self.new_record(child));
                self.path.leave();
            }
            self.path.leave();
        }
        record
    }

    /// The fewest records that must move so that the list reads as the file has it.
    fn mark_moves(&self, parent: Id, standing: &mut [Standing]) {
        let here = |each: &Standing| match each {
            Standing::Old { id, .. } => self
                .known
                .get(id)
                .filter(|known| known.parent == parent)
                .map(|known| known.index),
            Standing::New(_) => None,
        };
        let places: Vec<(usize, usize)> = standing
            .iter()
            .enumerate()
            .filter_map(|(at, each)| Some((at, here(each)?)))
            .collect();
        let stays = longest_rising(&places);
        for (at, each) in standing.iter_mut().enumerate() {
            if let Standing::Old { moves, .. } = each {
                *moves = stays.binary_search(&at).is_err();
            }
        }
    }

    /// Moves come first, in order, each behind one that already stands; then what is new goes between.
    fn put(&mut self, parent: Id, standing: &mut [Standing]) {
        let mut before: Option<Id> = None;
        for each in standing.iter() {
            let Standing::Old { id, node, moves } = each else {
                continue;
            };
            if *moves {
                self.hand_edits.push(HandEdit::Moved {
                    record: *id,
                    kind: node.kind.clone(),
                    title: node.title(),
                });
                self.edits.push(Edit::Move {
                    record: *id,
                    parent,
                    position: before.map_or(Position::First, Position::After),
                });
            }
            before = Some(*id);
        }
        let last_old = standing.iter().rposition(|each| matches!(each, Standing::Old { .. }));
        let (among, behind) = standing.split_at_mut(last_old.map_or(0, |at| at + 1));
        // Names of new records are drawn later: each is put right behind an old one, the last of a run first.
        for at in (0..among.len()).rev() {
            let before = among[..at].iter().rev().find_map(|each| match each {
                Standing::Old { id, .. } => Some(*id),
                Standing::New(_) => None,
            });
            self.add(parent, before.map_or(Position::First, Position::After), &mut among[at]);
        }
        for each in behind {
            self.add(parent, Position::Last, each);
        }
    }

    fn add(&mut self, parent: Id, position: Position, standing: &mut Standing) {
        if let Standing::New(record) = standing {
            let kind = record.kind.clone();
            self.edits.push(Edit::Add {
                parent,
                position,
                record: std::mem::replace(record, NewRecord::new(kind)),
            });
        }
    }

    /// What the journal has and the file does not, the topmost record only.
    fn missing(&mut self, journal: &Node) {
        for child in &journal.children {
            let Some(record) = child.id else { continue };
            if self.met.contains(&record) {
                self.missing(child);
                continue;
            }
            self.edits.push(Edit::Remove { record });
            self.hand_edits.push(HandEdit::Removed {
                record,
                kind: child.kind.clone(),
                title: child.title(),
            });
        }
    }
}

/// A status that is left out is the first one.
fn shown(node: &Node, field: &Field) -> Text {
    match node.value(field) {
        Some(value) => value.clone(),
        None if *field == Field::Status => Status::default().code().into(),
        None => Text::default(),
    }
}

/// Of places with an index each, the most whose indices rise.
fn longest_rising(places: &[(usize, usize)]) -> Vec<usize> {
    // For each length, where the run with the smallest last index ends; for each place, the one before it in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut earlier: Vec<Option<usize>> = Vec::new();
    for (at, (_, index)) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end].1 < *index);
        earlier.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rising = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        rising.push(places[at].0);
        next = earlier[at];
    }
    rising.reverse();
    rising
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_move() {
        let staying = |indices: &[usize]| {
            let places: Vec<(usize, usize)> = indices.iter().copied().enumerate().collect();
            longest_rising(&places)
        };
        assert_eq!(staying(&[]), [] as [usize; 0]);
        assert_eq!(staying(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(staying(&[2, 0, 1]), [1, 2]);
        assert_eq!(staying(&[1, 2, 0]), [0, 1]);
        assert_eq!(staying(&[4, 3, 2, 1]).len(), 1);
        assert_eq!(staying(&[3, 0, 4, 1, 5, 2]).len(), 3);
    }
}
