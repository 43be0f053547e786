//! 常用视图: a filter of the table, kept by name.

use super::Act;
use crate::ledger::{Entry, Field, Id, Kind, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct SavedView {
    pub id: Id,
    pub title: Text,
    /// As in the address of the page.
    pub query: Text,
}

impl Act for SavedView {
    const KIND: Kind = Kind::View;

    fn of(entry: &Entry) -> SavedView {
        let values = &entry.values;
        SavedView {
            id: entry.id,
            title: values.owned(&Field::Title),
            query: values.owned(&Field::Query),
        }
    }
}
