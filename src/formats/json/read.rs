//! A file as changes, with all that is wrong in it. Nothing is taken in here: the caller decides.

use super::{
    HandEdit, LIMIT, Refusal,
    diff::diff,
    file::{look, parse},
    node::Node,
};
use crate::{
    journal::{Book, Change, Edit, Fault, Hand, LeftOut, Part, verify},
    ledger::{Actor, Id, Ledger},
};

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// Which ledger it is; a file without changes is a new one and has none.
    pub id: Option<Actor>,
    /// In milliseconds since 1970.
    pub exported_at: Option<u64>,
    pub changes: Vec<Change>,
    /// Of a part of a ledger: whom it is for, and what it leaves out. Several where parts have come together.
    pub parts: Vec<Part>,
    /// What is wrong in the changes themselves: seals that do not fit, two changes of one name.
    pub faults: Vec<Fault>,
    /// What the readable part says otherwise than the changes.
    pub hand_edits: Vec<HandEdit>,
    /// Where properties stand that this version does not know. Their content is not taken over.
    pub unknown: Vec<String>,
    edits: Vec<Edit>,
}

/// Reads a whole file. A file that is refused has changed nothing.
pub fn read(bytes: &[u8]) -> Result<Incoming, Refusal> {
    if bytes.len() > LIMIT {
        return Err(Refusal::TooLarge {
            bytes: bytes.len(),
            limit: LIMIT,
        });
    }
    let text = text_of(bytes)?;
    look(text)?;
    let (file, unknown) = parse(text)?;
    let mut book = Book::default();
    let mut faults = broken_chains(&file.changes, &file.parts);
    faults.extend(book.absorb(file.changes.clone()).faults);
    let (hand_edits, edits) = match &file.ledger {
        Some(readable) => diff(&Node::from_ledger(book.ledger()), readable),
        None => Default::default(),
    };
    Ok(Incoming {
        id: file.id.filter(|_| !file.changes.is_empty()),
        exported_at: file.exported_at,
        changes: file.changes,
        parts: file.parts,
        faults,
        hand_edits,
        unknown,
        edits,
    })
}

/// The hand edits as edits of a book that holds the file's changes and nothing else.
///
/// [`Incoming::with_hand_edits`] applies them where they fit; a book that has gone on since may not be such a place.
pub fn hand_edits_as_edits(incoming: &Incoming) -> Vec<Edit> {
    incoming.edits.clone()
}

impl Incoming {
    /// The changes of the file and, after them, those that the hand edits make.
    ///
    /// The edits follow what the file says, not what another machine has done since: where both set a field, taking
    /// in the result keeps both values. The actor must be a new one: one that has made changes elsewhere would give
    /// two changes one name.
    pub fn with_hand_edits(&self, hand: &Hand, now_millis: u64) -> Vec<Change> {
        let mut book = Book::from_changes(self.changes.clone());
        book.act(hand, now_millis, &self.edits);
        book.changes().to_vec()
    }

    /// The ledger that the changes alone give.
    pub fn ledger(&self) -> Ledger {
        Book::from_changes(self.changes.clone()).ledger().clone()
    }
}

/// Seals that do not fit, and changes whose predecessor is missing: what is not here must be named as left out. One fault for
/// each actor.
fn broken_chains(changes: &[Change], parts: &[Part]) -> Vec<Fault> {
    let left_out: Vec<LeftOut> = parts.iter().flat_map(|part| part.left_out.iter().copied()).collect();
    let mut faults = verify(changes, &left_out);
    let mut spans: Vec<(Id, u32)> = left_out.iter().map(|run| (run.last, run.first())).collect();
    spans.extend(changes.iter().map(|change| (change.id, change.id.counter)));
    crate::ledger::sort_by_key(&mut spans, |(last, first)| (last.actor, *first, last.counter));
    let broken = |fault: &Fault| match fault {
        Fault::BrokenChain { change } => Some(change.actor),
        _ => None,
    };
    let mut told: Vec<Actor> = faults.iter().filter_map(broken).collect();
    let whole = parts.is_empty();
    for change in changes.iter().filter(|change| whole && !change.is_sealed()) {
        if !told.contains(&change.id.actor) {
            told.push(change.id.actor);
            faults.push(Fault::BrokenChain { change: change.id });
        }
    }
    let mut before = Id::ROOT;
    for (last, first) in spans {
        let reached = if last.actor == before.actor { before.counter } else { 0 };
        if first > reached.saturating_add(1) && !told.contains(&last.actor) {
            told.push(last.actor);
            faults.push(Fault::BrokenChain { change: last });
        }
        before = Id {
            counter: last.counter.max(reached),
            ..last
        };
    }
    faults
}

fn text_of(bytes: &[u8]) -> Result<&str, Refusal> {
    // Editors on Windows put this mark in front.
    let mark = "\u{feff}".as_bytes();
    let (body, skipped) = match bytes.strip_prefix(mark) {
        Some(body) => (body, mark.len()),
        None => (bytes, 0),
    };
    std::str::from_utf8(body).or_else(|error| {
        let good = &body[..error.valid_up_to()];
        if error.error_len().is_none() {
            // The last letter is cut: then so is the file.
            look(std::str::from_utf8(good).unwrap_or_default())?;
        }
        Err(Refusal::NotText {
            at: skipped + good.len(),
        })
    })
}
