//! The word on what is due, closed for the rest of a day.

use super::Session;
use crate::{browser, ledger::Actor, storage::local};

/// The day for which it was closed, by ledger. Only a convenience: a browser without local storage says it again.
pub(super) fn due_key(ledger: Actor) -> String {
    ["prefs/due/", &ledger.to_string()].concat()
}

impl Session {
    pub fn is_due_closed(&self) -> bool {
        let today = self.today.get();
        let Some(ledger) = self.open.get() else { return false };
        self.due_closed.get() == Some((ledger, today)) || local::get(&due_key(ledger)) == Some(today.to_string())
    }

    pub fn close_due(&self) {
        let today = browser::today();
        if let Some(ledger) = self.open.get_untracked() {
            let _ = local::set(&due_key(ledger), &today.to_string());
            self.due_closed.set(Some((ledger, today)));
        }
    }
}
