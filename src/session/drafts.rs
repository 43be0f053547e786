//! Drafts: what stands half typed in a form. It outlives the form and the page, until the form is sent or emptied.

use super::Session;
use crate::{ledger::Actor, storage::local};

/// Where the drafts of a ledger's forms stand. Only a convenience: a browser without local storage begins anew.
pub(super) fn draft_prefix(ledger: Actor) -> String {
    format!("prefs/draft/{ledger}/")
}

impl Session {
    /// What was typed in a form of the open ledger; empty where nothing was.
    pub fn draft(&self, form: &str) -> String {
        let ledger = self.open.get_untracked();
        let kept = ledger.and_then(|ledger| local::get(&[&*draft_prefix(ledger), form].concat()));
        kept.unwrap_or_default()
    }

    /// Keeps what stands in a form; the empty text forgets it.
    pub fn keep_draft(&self, form: &str, text: &str) {
        let Some(ledger) = self.open.get_untracked() else {
            return;
        };
        let key = [&*draft_prefix(ledger), form].concat();
        if text.is_empty() {
            local::remove(&key);
        } else {
            let _ = local::set(&key, text);
        }
    }
}
