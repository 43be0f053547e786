//! Saving: each act is one small entry in local storage and in the IndexedDB log. An entry is a set of changes, so that
//! entries can be written, folded and deleted by several tabs without ever losing one.

use leptos::{prelude::*, task::spawn_local};

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
        let (Some(ledger), Some(first)) = (self.open.get_untracked(), changes.first()) else {
            return;
        };
        // Changes made elsewhere may come to several tabs at once, in different company.
        let taken_by = if first.id.actor == self.actor {
            String::new()
        } else {
            format!("@{}", self.actor)
        };
        let key = format!("{}c/{}{taken_by}", prefix(ledger), first.id);
        self.known.update_value(|known| {
            known.insert(key.clone());
        });
        self.saved.set(Saved::Saving);
        self.pending.update_value(|pending| *pending += 1);
        self.note_on_shelf();
        let session = *self;
        let bytes = encode(changes);
        if bytes.len() < DEFLATE_FROM {
            let entry = plain_entry(&bytes);
            let home = local::set(&key, &entry).is_ok();
            self.tell_tabs(ledger, &key, &entry);
            spawn_local(async move { session.keep_in_log(key, entry, home).await });
            return;
        }
        let changes = changes.to_vec();
        spawn_local(async move {
            let entry = to_entry(&changes).await;
            let home = local::set(&key, &entry).is_ok();
            session.tell_tabs(ledger, &key, &entry);
            session.keep_in_log(key, entry, home).await;
        });
    }

    async fn keep_in_log(&self, key: String, entry: String, home: bool) {
        let logged = log::put(vec![(key, entry)]).await.is_ok();
        self.pending.update_value(|pending| *pending -= 1);
        let outcome = match (home, logged) {
            (true, true) => Saved::Saved,
            (false, true) => Saved::LogOnly,
            (true, false) => Saved::HomeOnly,
            (false, false) => Saved::Nowhere,
        };
        let still = self.saved.get_untracked();
        if outcome == Saved::Nowhere || still == Saved::Nowhere {
            self.saved.set(Saved::Nowhere);
        } else if outcome != Saved::Saved || self.pending.get_value() == 0 {
            self.saved.set(outcome);
        }
    }

    /// Writes everything again, after neither store took a change.
    pub fn save_again(&self) {
        let changes = self.book.with_untracked(|book| book.changes().to_vec());
        self.saved.set(Saved::Saving);
        self.keep(&changes);
    }

    /// Folds many small entries into one. Only entries that this page has read are deleted, after the fold is written.
    pub(super) async fn fold(&self, ledger: Actor) {
        let prefix = prefix(ledger);
        let old: Vec<String> = self
            .known
            .with_value(|known| known.iter().filter(|key| key.starts_with(&prefix)).cloned().collect());
        if old.len() < FOLD_FROM || self.open.get_untracked() != Some(ledger) {
            return;
        }
        let changes = self.book.with_untracked(|book| book.changes().to_vec());
        let Some(last) = changes.last().map(|change| change.id) else {
            return;
        };
        let key = format!("{prefix}f/{last}-{}", changes.len());
        let entry = to_entry(&changes).await;
        let old: Vec<String> = old.into_iter().filter(|each| *each != key).collect();
        let in_log = log::replace(vec![(key.clone(), entry.clone())], old.clone())
            .await
            .is_ok();
        let at_home = local::set(&key, &entry).is_ok();
        if in_log || at_home {
            self.known.update_value(|known| {
                known.retain(|each| !old.contains(each));
                known.insert(key);
            });
        }
        if at_home {
            old.iter().for_each(|key| local::remove(key));
        }
    }
}
