//! Other ledgers of this browser beside the open one, to compare with: read from what is stored, and not opened.

use super::{Session, keep::prefix, parts::join_parts};
use crate::{
    figures::Source,
    journal::Book,
    ledger::{Actor, Ledger},
    storage::{local, log},
};

/// Which ledgers one was compared with last. Only a convenience: a browser without local storage asks again.
pub(super) fn compare_key(ledger: Actor) -> String {
    ["prefs/compare/", &ledger.to_string()].concat()
}

impl Session {
    /// A ledger as either store holds it now. None where nothing of it can be read.
    pub async fn read_aside(&self, ledger: Actor) -> Option<Ledger> {
        let source = self.read_source(ledger).await;
        source.map(|source| source.ledger)
    }

    /// The same, and whether it is a part.
    pub async fn read_source(&self, ledger: Actor) -> Option<Source> {
        let prefix = prefix(ledger);
        let at_home = local::keys(&prefix).into_iter();
        let mut entries: Vec<(String, String)> = at_home
            .filter_map(|key| Some((key.clone(), local::get(&key)?)))
            .collect();
        for (key, entry) in log::read(&prefix).await.unwrap_or_default() {
            if !entries.iter().any(|(known, _)| *known == key) {
                entries.push((key, entry));
            }
        }
        let changes = self.read(entries).await.changes;
        if changes.is_empty() {
            return None;
        }
        let book = Book::from_changes(changes);
        let parts = join_parts(ledger).await;
        Some(Source {
            id: ledger,
            ledger: book.ledger().clone(),
            is_part: parts.iter().any(|part| !part.is_filled(&book)),
        })
    }

    /// The ledgers that the open one was compared with last.
    pub fn compared(&self) -> Vec<Actor> {
        let stored = self
            .open
            .get_untracked()
            .and_then(|open| local::get(&compare_key(open)));
        let names = stored.as_deref().unwrap_or_default().split(' ');
        names.filter_map(|name| name.parse().ok()).collect()
    }

    pub fn keep_compared(&self, with: &[Actor]) {
        if let Some(open) = self.open.get_untracked() {
            let names: Vec<String> = with.iter().map(Actor::to_string).collect();
            let _ = local::set(&compare_key(open), &names.join(" "));
        }
    }
}
