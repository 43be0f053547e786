//! `HandEdit`: what a person changed in the readable part of a file. The words for users stand with the texts.

use crate::ledger::{Field, Id, Kind, Text};

/// One difference between a file's readable part and what its own journal gives.
#[derive(Debug, Clone, PartialEq)]
pub enum HandEdit {
    /// A field reads otherwise. [`Id::ROOT`] is the ledger itself with its inspection.
    Changed {
        record: Id,
        field: Field,
        from: Text,
        to: Text,
    },
    /// A record that the journal does not have, with all that stands under it.
    Added { kind: Kind, title: Text, path: String },
    /// A record that is missing in the file, with all that stood under it.
    Removed { record: Id, kind: Kind, title: Text },
    /// A record stands at another place.
    Moved { record: Id, kind: Kind, title: Text },
    /// Two records carry one id: the first is taken for the record, this one for a new one.
    SameId { record: Id, path: String },
    /// A text that is not one of the field's values: not taken over.
    BadValue { field: Field, value: Text, path: String },
}
