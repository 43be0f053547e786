//! What stays of files on their way in when the view that took them is left.

use std::collections::VecDeque;

use crate::signals::{Aside, State};
use leptos::prelude::window_event_listener_untyped;

use crate::{
    journal::Change,
    ledger::Id,
    session::{Input, InputFault, Taken, Understood},
};

/// What the user is asked about and what waits behind it, for each of the two views that take files. It stays when the view is
/// left and when the language changes.
#[derive(Clone, Copy)]
pub struct Pending(pub(super) [Desk; 2]);

#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub asked: State<Option<Understood>>,
    pub left_out: State<Vec<Id>>,
    pub by_hand: State<bool>,
    pub edited: Aside<Vec<Change>>,
    /// Each with its place among the arrivals.
    pub waiting: Aside<VecDeque<(usize, Input)>>,
    pub arrivals: State<Vec<Arrival>>,
}

/// One of the inputs that came together, and what has become of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Empty for a pasted text.
    pub name: String,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Waits,
    /// The user is asked about it.
    Asked,
    Taken(Taken),
    /// A report that was stored as one ledger or several.
    Stored,
    /// The user did not take it.
    LeftOut,
    Refused(InputFault),
}

/// To be made where the page begins.
impl Default for Pending {
    fn default() -> Pending {
        Pending([(); 2].map(|()| Desk {
            asked: State::new(None),
            left_out: State::new(Vec::new()),
            by_hand: State::new(true),
            edited: Aside::new(Vec::new()),
            waiting: Aside::new(VecDeque::new()),
            arrivals: State::new(Vec::new()),
        }))
    }
}

impl Pending {
    /// What was corrected or chosen of an input is kept by no store: the browser asks before the page goes.
    pub fn ask_before_leaving(&self) {
        let Pending(desks) = *self;
        let handle = window_event_listener_untyped("beforeunload", move |event| {
            if desks.iter().any(|desk| desk.asked.with_untracked(Option::is_some)) {
                event.prevent_default();
            }
        });
        // The page asks as long as it stands.
        std::mem::forget(handle);
    }
}
