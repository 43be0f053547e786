//! Saving: each act is one small entry in local storage and in the IndexedDB log. An entry is a set of changes, so that
//! entries can be written, folded and deleted by several tabs without ever losing one.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::task::spawn_local;

use super::Session;
use crate::{
    browser,
    journal::{Change, Fault, decode, encode},
    ledger::Actor,
    storage::{local, log, pack, unpack},
};

/// How far the last change has got. "Saved" is said only when the durable write has completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Saved {
    #[default]
    Saved,
    Saving,
    /// Durable, but local storage is full: the browser's database alone holds the newest changes.
    LogOnly,
    /// The browser has no database for this page: local storage alone holds them.
    HomeOnly,
    /// Neither store took it: only this page still has it.
    Nowhere,
}

/// The browser was asked, once, not to clear what this page stores when space runs short.
static ASKED_TO_KEEP: AtomicBool = AtomicBool::new(false);

/// Storage keys, in order.
#[derive(Debug, Default)]
pub(super) struct Keys(pub Vec<String>);

impl Keys {
    pub fn has(&self, key: &String) -> bool {
        self.0.binary_search(key).is_ok()
    }

    pub fn add(&mut self, key: String) {
        if let Err(at) = self.0.binary_search(&key) {
            self.0.insert(at, key);
        }
    }
}

/// An entry that the log has not taken yet.
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    key: String,
    entry: String,
    /// Local storage holds it.
    home: bool,
}

/// Entries past this many bytes are deflated.
const DEFLATE_FROM: usize = 4096;
/// So many entries are folded into one.
pub(super) const FOLD_FROM: usize = 60;

/// Where a ledger's entries stand, in both stores.
pub(super) fn prefix(ledger: Actor) -> String {
    format!("ledger/{ledger}/")
}

/// Changes as the text of an entry: `z` and deflated, or `p` and plain; then 15 bits a letter.
pub(super) async fn to_entry(changes: &[Change]) -> String {
    let bytes = encode(changes);
    if bytes.len() >= DEFLATE_FROM
        && let Some(deflated) = browser::deflate(&bytes).await
    {
        return format!("z{}", pack(&deflated));
    }
    plain_entry(&bytes)
}

fn plain_entry(bytes: &[u8]) -> String {
    format!("p{}", pack(bytes))
}

pub(super) async fn from_entry(entry: &str) -> (Vec<Change>, Option<Fault>) {
    let unreadable = || (Vec::new(), Some(Fault::Unreadable { at: 0 }));
    let Some((kind, packed)) = entry.split_at_checked(1) else {
        return unreadable();
    };
    let Some(bytes) = unpack(packed) else {
        return unreadable();
    };
    match kind {
        "p" => decode(&bytes),
        "z" => match browser::inflate(&bytes).await {
            Some(bytes) => decode(&bytes),
            None => unreadable(),
        },
        _ => unreadable(),
    }
}

impl Session {
    /// Saves changes that are in the book already, and tells the other tabs.
    pub(super) fn keep(&self, changes: &[Change]) {
        let (Some(ledger), Some(first)) = (self.current(), changes.first()) else {
            return;
        };
        // Changes made elsewhere may come to several tabs at once, in different company.
        let taken_by = if first.id.actor == self.actor {
            String::new()
        } else {
            format!("@{}", self.actor)
        };
        let key = format!("{}c/{}{taken_by}", prefix(ledger), first.id);
        self.known.update_value(|known| known.add(key.clone()));
        self.saved.set(Saved::Saving);
        self.note_on_shelf();
        if !ASKED_TO_KEEP.swap(true, Ordering::Relaxed) {
            spawn_local(async {
                // It may refuse; then exporting is what remains.
                let _ = browser::ask_to_keep().await;
            });
        }
        let session = *self;
        let bytes = encode(changes);
        if bytes.len() < DEFLATE_FROM {
            session.write(ledger, key, plain_entry(&bytes));
            return;
        }
        let changes = changes.to_vec();
        self.pending.update_value(|pending| *pending += 1);
        spawn_local(async move {
            let entry = to_entry(&changes).await;
            session.pending.update_value(|pending| *pending -= 1);
            session.write(ledger, key, entry);
        });
    }

    /// Writes an entry home at once, and to the log with whatever still waits for it.
    pub(super) fn write(&self, ledger: Actor, key: String, entry: String) {
        let home = local::set(&key, &entry).is_ok();
        self.tell_tabs(ledger, &key, &entry);
        self.waiting
            .update_value(|waiting| waiting.push(Waiting { key, entry, home }));
        let session = *self;
        spawn_local(async move { session.flush().await });
    }

    /// Gives the log what waits for it, and says how far saving has got.
    async fn flush(&self) {
        let mut batch = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        let entries = batch
            .iter()
            .map(|each| (each.key.clone(), each.entry.clone()))
            .collect();
        self.pending.update_value(|pending| *pending += 1);
        let logged = log::put(entries).await.is_ok();
        self.pending.update_value(|pending| *pending -= 1);
        let all_home = batch.iter().all(|each| each.home);
        if !logged {
            for each in batch.iter_mut().filter(|each| !each.home) {
                each.home = local::set(&each.key, &each.entry).is_ok();
            }
            self.waiting.update_value(|waiting| waiting.append(&mut batch));
        }
        let (is_empty, has_home) = self
            .waiting
            .with_value(|waiting| (waiting.is_empty(), waiting.iter().all(|each| each.home)));
        match (is_empty, has_home) {
            (true, _) if self.pending.get_value() > 0 => {}
            (true, _) => self.saved.set(if all_home { Saved::Saved } else { Saved::LogOnly }),
            (false, true) => self.saved.set(Saved::HomeOnly),
            (false, false) => self.saved.set(Saved::Nowhere),
        }
    }

    /// Tries again, after neither store took a change.
    pub fn save_again(&self) {
        self.saved.set(Saved::Saving);
        let session = *self;
        spawn_local(async move { session.flush().await });
    }

    /// Comes back when every write that was begun has ended.
    pub(super) async fn writes_ended(&self) {
        self.flush().await;
        // The log does one thing after the other: an answer to this comes after all writes before it.
        let _ = log::read("none/").await;
    }

    /// Folds many small entries into one. Only entries that this page has read are deleted, after the fold is written.
    pub(super) async fn fold(&self, ledger: Actor) {
        let prefix = prefix(ledger);
        let old: Vec<String> = self
            .known
            .with_value(|known| known.0.iter().filter(|key| key.starts_with(&prefix)).cloned().collect());
        if old.len() < FOLD_FROM || self.current() != Some(ledger) {
            return;
        }
        let changes = self.on_present(|book| book.changes().to_vec());
        let Some(last) = changes.last().map(|change| change.id) else {
            return;
        };
        let turn = self.opening.get_value();
        let key = format!("{prefix}f/{}-{last}-{}", self.actor, changes.len());
        let entry = to_entry(&changes).await;
        let old: Vec<String> = old.into_iter().filter(|each| *each != key).collect();
        let in_log = log::replace(vec![(key.clone(), entry.clone())], old.clone())
            .await
            .is_ok();
        let at_home = local::set(&key, &entry).is_ok();
        if (in_log || at_home) && self.opening.get_value() == turn {
            self.known.update_value(|known| {
                known.0.retain(|each| !old.contains(each));
                known.add(key);
            });
        }
        if at_home {
            old.iter().for_each(|key| local::remove(key));
        }
    }
}
