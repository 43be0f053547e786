//! Loading: local storage first, for the first rows; then the IndexedDB log; what stands in either is in the ledger.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{
    Notice, Session,
    keep::{Keys, from_entry, prefix},
    parts::{join_parts, part_prefix, stored_parts},
};
use crate::{
    browser,
    journal::{Book, Change, verify},
    ledger::Actor,
    storage::{local, log},
};

/// Long enough for the first screen to stand and the first key to be pressed.
const VERIFY_AFTER: Duration = Duration::from_secs(3);

/// What reading entries gave.
#[derive(Default)]
pub(super) struct Entries {
    pub changes: Vec<Change>,
    /// Entries that were read whole.
    keys: Vec<String>,
    unreadable: usize,
}

impl Session {
    /// Opens a ledger of the shelf, or an empty one under a new name. False when another one was opened meanwhile.
    pub async fn open_ledger(&self, ledger: Actor) -> bool {
        let turn = self.begin(ledger);
        let read = self.read(self.unknown_at_home(ledger)).await;
        if self.opening.get_value() != turn {
            return false;
        }
        self.book.set(Book::from_changes(self.take(read)));
        self.add_parts(stored_parts(ledger));
        self.ready.set(true);
        let session = *self;
        spawn_local(async move { session.join_log(ledger, turn).await });
        true
    }

    /// Sees to it that a ledger is open and read, and tells the user when it cannot be.
    pub async fn stand_open(&self, ledger: Actor) -> bool {
        self.look_at_present();
        let stands = self.current() == Some(ledger) || self.open_ledger(ledger).await || self.open_ledger(ledger).await;
        if !stands {
            self.notify(Notice::Interrupted);
        }
        stands
    }

    /// Opens a ledger with what either store holds of it, before anything is made of the whole.
    pub async fn open_whole(&self, ledger: Actor) -> bool {
        if !self.stand_open(ledger).await {
            return false;
        }
        let turn = self.opening.get_value();
        let logged = log::read(&prefix(ledger)).await.unwrap_or_default();
        let read = self.read(changes_of(ledger, logged)).await;
        if self.opening.get_value() != turn {
            self.notify(Notice::Interrupted);
            return false;
        }
        self.update_book(|book| book.absorb(read.changes));
        true
    }

    fn begin(&self, ledger: Actor) -> u32 {
        self.look_at_present();
        self.opening.update_value(|turn| *turn += 1);
        self.ready.set(false);
        self.open.set(Some(ledger));
        self.undo.update(Vec::clear);
        self.redo.update(Vec::clear);
        self.known.update_value(|known| known.0.clear());
        self.broken.update(Vec::clear);
        self.parts.update_value(Vec::clear);
        self.part.set(None);
        self.remember_open(ledger);
        self.opening.get_value()
    }

    /// Every entry of a ledger in local storage whose changes are not in the book.
    fn unknown_at_home(&self, ledger: Actor) -> Vec<(String, String)> {
        let parts = part_prefix(ledger);
        let keys = local::keys(&prefix(ledger)).into_iter();
        keys.filter(|key| !self.knows(key) && !key.starts_with(&parts))
            .filter_map(|key| Some((key.clone(), local::get(&key)?)))
            .collect()
    }

    fn knows(&self, key: &String) -> bool {
        self.known.with_value(|known| known.has(key))
    }

    pub(super) async fn read(&self, entries: Vec<(String, String)>) -> Entries {
        let mut read = Entries::default();
        for (key, entry) in entries {
            let (mut changes, fault) = from_entry(&entry).await;
            read.changes.append(&mut changes);
            match fault {
                None => read.keys.push(key),
                // Left alone: it does not become known, so it is never folded and deleted.
                Some(_) => read.unreadable += 1,
            }
        }
        read
    }

    /// Notes entries as known and gives their changes, which must go into the book at once: what is known is in the book.
    fn take(&self, read: Entries) -> Vec<Change> {
        self.known
            .update_value(|known| read.keys.into_iter().for_each(|key| known.add(key)));
        if read.unreadable > 0 {
            self.notify(Notice::Unreadable(read.unreadable));
        }
        read.changes
    }

    /// Takes in what only the log has, and gives it what only local storage has.
    async fn join_log(&self, ledger: Actor, turn: u32) {
        let prefix = prefix(ledger);
        let Ok(logged) = log::read(&prefix).await else {
            return;
        };
        let logged = changes_of(ledger, logged);
        let mut in_log = Keys::default();
        logged.iter().for_each(|(key, _)| in_log.add(key.clone()));
        let unknown: Vec<_> = logged.into_iter().filter(|(key, _)| !self.knows(key)).collect();
        for (key, entry) in &unknown {
            // Back to its home, which a crash or a full store had kept it from.
            let _ = local::set(key, entry);
        }
        let read = self.read(unknown).await;
        if self.opening.get_value() != turn {
            return;
        }
        let changes = self.take(read);
        if !changes.is_empty() {
            self.update_book(|book| book.absorb(changes));
        }
        let parts = join_parts(ledger).await;
        if self.opening.get_value() != turn {
            return;
        }
        self.add_parts(parts);
        let missing = local::keys(&prefix).into_iter().filter(|key| !in_log.has(key));
        let missing: Vec<(String, String)> = missing
            .filter_map(|key| Some((key.clone(), local::get(&key)?)))
            .collect();
        if !missing.is_empty() {
            let _ = log::put(missing).await;
        }
        if self.opening.get_value() != turn {
            return;
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
                let left_out = session.left_out();
                let broken = session.on_present(|book| verify(book.changes(), &left_out));
                session.broken.set(broken);
            }
        };
        set_timeout(check, VERIFY_AFTER);
    }

    /// Takes in what other tabs have written while this one was not listening.
    pub(super) async fn catch_up(&self) {
        let Some(ledger) = self.current() else { return };
        let turn = self.opening.get_value();
        let read = self.read(self.unknown_at_home(ledger)).await;
        if self.opening.get_value() == turn {
            let changes = self.take(read);
            self.update_book(|book| book.absorb(changes));
            self.add_parts(stored_parts(ledger));
        }
    }

    /// "Today" moves on while a page stays open over night.
    pub(super) fn keep_today(&self) {
        let session = *self;
        browser::on_visible(move || {
            let today = browser::today();
            if session.today.get_untracked() != today && session.as_of.get_untracked().is_none() {
                session.today.set(today);
            }
            spawn_local(async move { session.catch_up().await });
        });
    }
}

/// The entries of changes; parts stand beside them.
fn changes_of(ledger: Actor, mut entries: Vec<(String, String)>) -> Vec<(String, String)> {
    let parts = part_prefix(ledger);
    entries.retain(|(key, _)| !key.starts_with(&parts));
    entries
}
