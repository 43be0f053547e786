//! What the table and the tools above it share. The tools come later, and with them whatever many rows need: here is what was asked.

use crate::signals::{Memo, State};

use crate::{
    figures::{Column, Query, Selection},
    ledger::Id,
};

#[derive(Clone, Copy)]
pub struct Hand {
    pub query: Memo<Query>,
    pub selection: Memo<Selection>,
    /// The findings that are chosen, sorted.
    pub ids: State<Vec<Id>>,
    /// Until the tools have done it.
    pub asked: State<Option<Wish>>,
    /// All that is shown is chosen.
    pub all: State<bool>,
    /// Other columns than the usual.
    pub layout: State<Option<Layout>>,
    /// The tools are wanted, whatever is chosen.
    pub open: State<bool>,
}

/// What is to be chosen, by lines of the table; headings are passed over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wish {
    Toggle(usize),
    /// From the finding that was chosen last.
    Through(usize),
    Lines(usize, usize),
    All,
    AllOrNone,
    None,
}

/// Which columns the table shows, and how wide they are: as style properties.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub columns: Vec<Column>,
    pub screen: String,
    pub paper: String,
    pub least: String,
}

impl Hand {
    pub fn new(query: Memo<Query>, selection: Memo<Selection>) -> Hand {
        Hand {
            query,
            selection,
            ids: State::new(Vec::new()),
            asked: State::new(None),
            all: State::new(false),
            layout: State::new(None),
            open: State::new(false),
        }
    }

    pub fn wish(&self, wish: Wish) {
        self.asked.set(Some(wish));
    }
}
