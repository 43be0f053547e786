//! What was typed into a form and not yet taken: kept as it is typed, so that neither leaving the screen nor a reload loses it.

use super::Session;
use crate::{ledger::Actor, storage::local};

/// Of one ledger.
pub(super) fn draft_prefix(ledger: Actor) -> String {
    ["prefs/draft/", &ledger.to_string(), "/"].concat()
}

impl Session {
    /// What stands in a form of the open ledger; empty where nothing does.
    pub fn draft(&self, form: &str) -> String {
        let key = self.draft_key(form);
        key.and_then(|key| local::get(&key)).unwrap_or_default()
    }

    /// An empty text leaves nothing behind. Where local storage is full, a draft holds as long as its form.
    pub fn keep_draft(&self, form: &str, text: &str) {
        let Some(key) = self.draft_key(form) else { return };
        if text.is_empty() {
            local::remove(&key);
        } else {
            let _ = local::set(&key, text);
        }
    }

    fn draft_key(&self, form: &str) -> Option<String> {
        let ledger = self.open.get_untracked()?;
        Some([&*draft_prefix(ledger), form].concat())
    }
}
