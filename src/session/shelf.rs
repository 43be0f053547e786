//! The shelf: several ledgers side by side. Each has one small entry that says what it is, in both stores.

use leptos::task::spawn_local;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::{Notice, Session, compare::compare_key, drafts::draft_prefix, due::due_key, keep::prefix};
use crate::{
    browser,
    figures::overall,
    formats::json,
    journal::Edit,
    ledger::{Actor, Field, Id},
    storage::{local, log},
};

const ABOUT: &str = "about/";
const OPEN: &str = "prefs/open";

/// The ledgers of this browser, by the time of their last change, latest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shelf(pub Vec<About>);

/// What the list of ledgers shows without opening one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    pub id: Option<Actor>,
    pub title: String,
    pub findings: usize,
    pub complete: usize,
    /// When it was last changed, in milliseconds since 1970.
    pub touched: u64,
}

impl About {
    fn to_json(&self) -> String {
        let mut text = String::from("{\"title\":");
        json::quote(&mut text, &self.title);
        let numbers = [
            (",\"findings\":", self.findings as u64),
            (",\"complete\":", self.complete as u64),
            (",\"touched\":", self.touched),
        ];
        for (name, number) in numbers {
            text.push_str(name);
            text.push_str(&number.to_string());
        }
        text.push('}');
        text
    }
}

impl<'de> Deserialize<'de> for About {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<About, D::Error> {
        struct Properties;
        impl<'de> Visitor<'de> for Properties {
            type Value = About;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<About, A::Error> {
                let mut about = About::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "title" => about.title = map.next_value()?,
                        "findings" => about.findings = map.next_value::<u64>()? as usize,
                        "complete" => about.complete = map.next_value::<u64>()? as usize,
                        "touched" => about.touched = map.next_value()?,
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(about)
            }
        }
        deserializer.deserialize_map(Properties)
    }
}

impl Shelf {
    pub fn has(&self, id: Actor) -> bool {
        self.0.iter().any(|about| about.id == Some(id))
    }

    fn put(&mut self, about: About) {
        self.0.retain(|each| each.id != about.id);
        self.0.push(about);
        crate::ledger::sort_by_key(&mut self.0, |about| std::cmp::Reverse(about.touched));
    }
}

fn parse_about(key: &str, text: &str) -> Option<About> {
    let id = key.strip_prefix(ABOUT)?.parse().ok()?;
    let about: About = json::from_text(text)?;
    Some(About { id: Some(id), ..about })
}

fn about_key(id: Actor) -> String {
    format!("{ABOUT}{id}")
}

impl Session {
    pub(super) fn start_shelf(&self) {
        self.read_shelf();
        let last = local::get(OPEN).and_then(|text| text.parse().ok());
        let last = last.filter(|id| self.shelf.with_untracked(|shelf| shelf.has(*id)));
        let session = *self;
        spawn_local(async move {
            if let Some(last) = last {
                session.open_ledger(last).await;
            }
            session.join_shelf().await;
            // A crash can take the note of what was open last: then it is the ledger that was worked in last.
            let latest = session
                .shelf
                .with_untracked(|shelf| shelf.0.first().and_then(|about| about.id));
            if let (None, Some(latest)) = (session.open.get_untracked(), latest) {
                session.open_ledger(latest).await;
            }
        });
    }

    /// Adds the ledgers that only the log knows.
    async fn join_shelf(&self) {
        let Ok(logged) = log::read(ABOUT).await else { return };
        for (key, text) in logged {
            let Some(about) = parse_about(&key, &text) else {
                continue;
            };
            if !self
                .shelf
                .with_untracked(|shelf| about.id.is_some_and(|id| shelf.has(id)))
            {
                let _ = local::set(&key, &text);
                self.shelf.update(|shelf| shelf.put(about));
            }
        }
    }

    /// Reads the list again from local storage.
    pub(super) fn read_shelf(&self) {
        let keys = local::keys(ABOUT).into_iter();
        let found = keys.filter_map(|key| parse_about(&key, &local::get(&key)?));
        let mut shelf = Shelf::default();
        found.for_each(|about| shelf.put(about));
        self.shelf.set(shelf);
    }

    pub(super) fn remember_open(&self, ledger: Actor) {
        // Only a convenience for the next start.
        let _ = local::set(OPEN, &ledger.to_string());
    }

    /// Brings the open ledger's entry up to date where what it says has changed.
    pub(super) fn note_on_shelf(&self) {
        let Some(id) = self.current() else { return };
        let (title, findings, complete) = self.on_present(|book| {
            let ledger = book.ledger();
            let tally = overall(ledger);
            (ledger.title().to_owned(), tally.total(), tally.complete())
        });
        let same = self.shelf.with_untracked(|shelf| {
            shelf.0.iter().any(|about| {
                about.id == Some(id) && about.title == title && about.findings == findings && about.complete == complete
            })
        });
        if same {
            return;
        }
        self.put_about(About {
            id: Some(id),
            title,
            findings,
            complete,
            touched: browser::now_millis(),
        });
    }

    fn put_about(&self, about: About) {
        let Some(id) = about.id else { return };
        let text = about.to_json();
        let _ = local::set(&about_key(id), &text);
        self.shelf.update(|shelf| shelf.put(about));
        spawn_local(async move {
            let _ = log::put(vec![(about_key(id), text)]).await;
        });
        self.tell_shelf();
    }

    /// A new ledger with a name, opened.
    pub async fn new_ledger(&self, name: &str) {
        let id = Actor::from_random(browser::random_bits());
        if !self.stand_open(id).await {
            return;
        }
        self.act(&[Edit::set(Id::ROOT, Field::Name, name.trim())]);
        self.note_on_shelf();
    }

    /// Opens a new ledger and does its first acts: a report read, or the sample.
    pub async fn new_ledger_with(&self, edits: Vec<Edit>) {
        let id = Actor::from_random(browser::random_bits());
        if !self.stand_open(id).await {
            return;
        }
        self.act(&edits);
    }

    /// A second ledger with the same contents and history, that goes its own way from here.
    pub async fn duplicate(&self, ledger: Actor, name: &str) {
        if !self.open_whole(ledger).await {
            return;
        }
        let changes = self.on_present(|book| book.changes().to_vec());
        let parts = self.unfilled();
        let id = Actor::from_random(browser::random_bits());
        if !self.stand_open(id).await {
            return;
        }
        self.update_book(|book| book.absorb(changes));
        self.keep_parts(parts);
        let all = self.on_present(|book| book.changes().to_vec());
        self.keep(&all);
        self.act(&[Edit::set(Id::ROOT, Field::Name, name)]);
    }

    /// Takes a ledger off this browser, for good.
    pub async fn remove_ledger(&self, ledger: Actor) {
        let about = self
            .shelf
            .with_untracked(|shelf| shelf.0.iter().find(|each| each.id == Some(ledger)).cloned());
        if self.open.get_untracked() == Some(ledger) {
            self.close();
        }
        // The log first: what it still holds would come back at the next start.
        let _ = log::delete_prefix(&about_key(ledger)).await;
        let _ = log::delete_prefix(&prefix(ledger)).await;
        local::keys(&prefix(ledger)).iter().for_each(|key| local::remove(key));
        local::remove(&about_key(ledger));
        local::remove(&compare_key(ledger));
        local::remove(&due_key(ledger));
        local::keys(&draft_prefix(ledger))
            .iter()
            .for_each(|key| local::remove(key));
        self.shelf
            .update(|shelf| shelf.0.retain(|each| each.id != Some(ledger)));
        self.tell_gone(ledger);
        self.notify(Notice::LedgerRemoved(
            about.map(|about| about.title).unwrap_or_default(),
        ));
    }

    pub(super) fn close(&self) {
        self.look_at_present();
        self.opening.update_value(|turn| *turn += 1);
        self.open.set(None);
        self.ready.set(false);
        self.book.set(Default::default());
        self.undo.update(Vec::clear);
        self.redo.update(Vec::clear);
        self.parts.update_value(Vec::clear);
        self.part.set(None);
        local::remove(OPEN);
    }
}
