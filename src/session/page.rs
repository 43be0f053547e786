//! The page as a whole: its title, the focus, and a new version on offer.

use leptos::prelude::*;

use super::Session;
use crate::{browser, journal::Fault};

impl Session {
    pub fn show_title(&self, title: &str) {
        browser::set_title(title);
    }

    pub fn focus(&self, element: &str) {
        browser::focus(element);
    }

    /// Once the page is drawn anew: to an element, if what had the focus is gone.
    pub fn rescue_focus(&self, element: &'static str) {
        request_animation_frame(move || browser::focus_if_lost(element));
    }

    /// Once what was just added stands in the page.
    pub fn focus_later(&self, element: String) {
        request_animation_frame(move || browser::focus(&element));
    }

    pub fn scroll_into_view(&self, element: &str) {
        browser::scroll_into_view(element);
    }

    /// Puts a text on the clipboard; whether the browser did.
    pub async fn copy(&self, text: &str) -> bool {
        browser::copy_text(text).await
    }

    /// Puts a table on the clipboard, in both forms; whether the browser did.
    pub fn copy_table(&self, text: &str, html: &str) -> bool {
        browser::copy_both(text, html)
    }

    /// Opens the browser's dialog for printing, once all is drawn that is for paper.
    pub fn print(&self) {
        browser::before_print();
        request_animation_frame(browser::print);
    }

    /// Date and time of a change, where the reader is.
    pub fn local_time(&self, millis: u64) -> String {
        let (day, time) = browser::local_time(millis);
        format!("{day} {time}")
    }

    /// Conflicts and edits of removed records that wait for somebody's word.
    pub fn open_questions(&self) -> usize {
        self.book.with(|book| {
            let asked = book
                .faults()
                .iter()
                .filter(|fault| matches!(fault, Fault::EditedThoughRemoved { .. }));
            asked.count() + book.conflicts().len() + self.broken.with(Vec::len)
        })
    }

    /// Listens for what the offline script of the page tells.
    pub(super) fn watch_for_update(&self) {
        let ready = self.update_ready;
        ready.set(browser::update_waits());
        let heard = window_event_listener_untyped("rl-update", move |_| ready.set(true));
        // The page listens as long as it stands.
        std::mem::forget(heard);
    }

    /// Starts the new version, once everything of this one is saved.
    pub async fn apply_update(&self) {
        self.writes_ended().await;
        browser::apply_update();
    }
}
