//! `Fault`: what is wrong in a journal, each with its place. The words for users stand with the interface's texts.

use crate::ledger::{Field, Id, Text};

#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The seal of this change does not fit its content and the change before it: somebody altered one of them.
    BrokenChain { change: Id },
    /// Two different changes carry one name; the one already here was kept.
    TwoFaces { change: Id },
    /// A field holds a text that is not one of its values; the field reads as empty.
    BadValue { record: Id, field: Field, value: Text },
    /// A record whose parent is not in the journal, or cannot be its parent.
    NoParent { record: Id },
    /// Somebody edited this record without knowing that it had been removed. Whether it comes back is a question.
    EditedThoughRemoved { record: Id, changes: Vec<Id> },
    /// Stored bytes that are no changes, from this byte on.
    Unreadable { at: usize },
}
