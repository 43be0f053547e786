//! Loading: local storage first, for the first rows; then the IndexedDB log; what stands in either is in the ledger.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{
    Notice, Session,
    keep::{from_entry, prefix},
};
use crate::{
    browser,
    journal::{Book, Change, verify},
    ledger::Actor,
    storage::{local, log},
};

/// Long enough for the first screen to stand and the first key to be pressed.
const VERIFY_AFTER: Duration = Duration::from_secs(3);

impl Session {
    /// Opens a ledger of the shelf, or an empty one under a new name.
    pub async fn open_ledger(&self, ledger: Actor) {
        let turn = self.begin(ledger);
        let home = self.read_home(ledger).await;
        if self.opening.get_value() != turn {
            return;
        }
        self.book.set(Book::from_changes(home));
        self.ready.set(true);
        let session = *self;
        spawn_local(async move { session.join_log(ledger, turn).await });
    }

    /// Opens a ledger with what either store holds of it, before anything is made of the whole.
    pub(super) async fn open_whole(&self, ledger: Actor) {
        if self.open.get_untracked() != Some(ledger) {
            self.open_ledger(ledger).await;
        }
        let mut changes = Vec::new();
        for (_, entry) in log::read(&prefix(ledger)).await.unwrap_or_default() {
            changes.append(&mut from_entry(&entry).await.0);
        }
        self.update_book(|book| book.absorb(changes));
    }

    fn begin(&self, ledger: Actor) -> u32 {
        self.opening.update_value(|turn| *turn += 1);
        self.ready.set(false);
        self.open.set(Some(ledger));
        self.undo.update(Vec::clear);
        self.redo.update(Vec::clear);
        self.known.update_value(|known| known.clear());
        self.broken.update(Vec::clear);
        self.remember_open(ledger);
        self.opening.get_value()
    }

    /// The changes of every entry in local storage that is not in the book.
    async fn read_home(&self, ledger: Actor) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut unreadable = 0;
        for key in local::keys(&prefix(ledger)) {
            if self.known.with_value(|known| known.contains(&key)) {
                continue;
            }
            let Some(entry) = local::get(&key) else { continue };
            unreadable += self.read_entry(key, &entry, &mut changes).await;
        }
        self.tell_unreadable(unreadable);
        changes
    }

    async fn read_entry(&self, key: String, entry: &str, into: &mut Vec<Change>) -> usize {
        let (mut changes, fault) = from_entry(entry).await;
        into.append(&mut changes);
        // An entry that cannot be read whole is left alone: it is not known, so it is never folded and deleted.
        if fault.is_none() {
            self.known.update_value(|known| {
                known.insert(key);
            });
        }
        usize::from(fault.is_some())
    }

    fn tell_unreadable(&self, count: usize) {
        if count > 0 {
            self.notify(Notice::Unreadable(count));
        }
    }

    /// Takes in what only the log has, and gives it what only local storage has.
    async fn join_log(&self, ledger: Actor, turn: u32) {
        let prefix = prefix(ledger);
        let Ok(logged) = log::read(&prefix).await else {
            return;
        };
        let mut changes = Vec::new();
        let mut unreadable = 0;
        let mut in_log = std::collections::HashSet::new();
        for (key, entry) in logged {
            if !self.known.with_value(|known| known.contains(&key)) {
                unreadable += self.read_entry(key.clone(), &entry, &mut changes).await;
                // Back to its home, which a crash or a full store had kept it from.
                let _ = local::set(&key, &entry);
            }
            in_log.insert(key);
        }
        if self.opening.get_value() != turn {
            return;
        }
        self.tell_unreadable(unreadable);
        if !changes.is_empty() {
            self.update_book(|book| book.absorb(changes));
        }
        let missing = local::keys(&prefix).into_iter().filter(|key| !in_log.contains(key));
        let missing: Vec<(String, String)> = missing
            .filter_map(|key| Some((key.clone(), local::get(&key)?)))
            .collect();
        if !missing.is_empty() {
            let _ = log::put(missing).await;
        }
        self.note_on_shelf();
        self.fold(ledger).await;
        self.verify_later(turn);
    }

    /// Checks the seals of the open ledger once the page has come to rest: nobody waits for it.
    fn verify_later(&self, turn: u32) {
        let session = *self;
        let check = move || {
            if session.opening.get_value() == turn {
                let broken = session.book.with_untracked(|book| verify(book.changes()));
                session.broken.set(broken);
            }
        };
        set_timeout(check, VERIFY_AFTER);
    }

    /// Takes in what other tabs have written while this one was not listening.
    pub(super) async fn catch_up(&self) {
        let Some(ledger) = self.open.get_untracked().filter(|_| self.ready.get_untracked()) else {
            return;
        };
        let turn = self.opening.get_value();
        let changes = self.read_home(ledger).await;
        if !changes.is_empty() && self.opening.get_value() == turn {
            self.update_book(|book| book.absorb(changes));
        }
    }

    /// "Today" moves on while a page stays open over night.
    pub(super) fn keep_today(&self) {
        let session = *self;
        browser::on_visible(move || {
            let today = browser::today();
            if session.today.get_untracked() != today {
                session.today.set(today);
            }
            spawn_local(async move { session.catch_up().await });
        });
    }
}
