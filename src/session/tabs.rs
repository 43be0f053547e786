//! Other tabs: each tells what it has written, and takes in what the others tell.

use std::cell::RefCell;

use leptos::task::spawn_local;

use super::{Session, keep::from_entry, parts::part_prefix};
use crate::{browser::Channel, formats::json::parse_part, ledger::Actor};

thread_local! {
    static CHANNEL: RefCell<Option<Channel>> = const { RefCell::new(None) };
}

fn post(message: &str) {
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            channel.post(message);
        }
    });
}

impl Session {
    pub(super) fn listen_to_tabs(&self) {
        let session = *self;
        let channel = Channel::open("rectification-ledger", move |message| session.hear(&message));
        CHANNEL.set(Some(channel));
    }

    /// `entry` stands in the stores under `key`.
    pub(super) fn tell_tabs(&self, ledger: Actor, key: &str, entry: &str) {
        post(&format!("entry\n{ledger}\n{key}\n{entry}"));
    }

    pub(super) fn tell_shelf(&self) {
        post("shelf");
    }

    pub(super) fn tell_gone(&self, ledger: Actor) {
        post(&format!("gone\n{ledger}"));
    }

    fn hear(&self, message: &str) {
        let mut parts = message.splitn(4, '\n');
        let what = parts.next();
        let ledger: Option<Actor> = parts.next().and_then(|text| text.parse().ok());
        match (what, ledger, parts.next(), parts.next()) {
            (Some("shelf"), ..) => self.read_shelf(),
            (Some("gone"), Some(ledger), ..) => {
                if self.open.get_untracked() == Some(ledger) {
                    self.close();
                }
                self.read_shelf();
            }
            (Some("entry"), Some(ledger), Some(key), Some(entry)) => self.hear_entry(ledger, key, entry),
            _ => {}
        }
    }

    fn hear_entry(&self, ledger: Actor, key: &str, entry: &str) {
        if self.current() != Some(ledger) {
            return;
        }
        if key.starts_with(&part_prefix(ledger)) {
            self.add_parts(parse_part(entry).into_iter().collect());
            return;
        }
        let (session, key, entry) = (*self, key.to_owned(), entry.to_owned());
        let turn = self.opening.get_value();
        spawn_local(async move {
            let (changes, fault) = from_entry(&entry).await;
            if session.opening.get_value() == turn && fault.is_none() {
                session.known.update_value(|known| {
                    known.add(key);
                });
                session.update_book(|book| book.absorb(changes));
                session.look_for_gaps();
            }
        });
    }
}
