//! `Edit`: every act a user can do, by name.

use crate::ledger::{Field, Id, Kind, Status, Text};

/// What a user does. [`super::Book::act`] turns one act (one or many edits) into changes.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Puts a new record, with all that stands under it, at a place.
    Add {
        parent: Id,
        position: Position,
        record: NewRecord,
    },
    /// Gives a field a value; the empty text clears it.
    Set { record: Id, field: Field, value: Text },
    /// Puts a record, with all that stands under it, at another place.
    Move { record: Id, parent: Id, position: Position },
    /// Takes a record out of the ledger; it can be brought back.
    Remove { record: Id },
    /// Brings a removed record back to where it stood.
    Restore { record: Id },
    /// Gives an unplaced item of a report to the finding that it is about.
    Place { unplaced: Id, finding: Id },
}

/// Where among its siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Position {
    First,
    After(Id),
    #[default]
    Last,
}

/// A record that does not exist yet: its name is drawn when it is added.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRecord {
    pub kind: Kind,
    /// Fields without a value are left out.
    pub values: Vec<(Field, Text)>,
    pub children: Vec<NewRecord>,
}

impl NewRecord {
    pub fn new(kind: Kind) -> NewRecord {
        NewRecord {
            kind,
            values: Vec::new(),
            children: Vec::new(),
        }
    }

    /// Adds a value, unless it is empty.
    pub fn with(mut self, field: Field, value: impl Into<Text>) -> NewRecord {
        let value = value.into();
        if !value.is_empty() {
            self.values.push((field, value));
        }
        self
    }

    pub fn with_status(self, status: Status) -> NewRecord {
        self.with(Field::Status, status.code())
    }

    pub fn with_children(mut self, children: impl IntoIterator<Item = NewRecord>) -> NewRecord {
        self.children.extend(children);
        self
    }
}

impl Edit {
    pub fn set(record: Id, field: Field, value: impl Into<Text>) -> Edit {
        Edit::Set {
            record,
            field,
            value: value.into(),
        }
    }

    /// Adds at the end of the parent's list.
    pub fn add(parent: Id, record: NewRecord) -> Edit {
        Edit::Add {
            parent,
            position: Position::Last,
            record,
        }
    }
}
