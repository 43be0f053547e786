//! Parts of ledgers: what was sent of one to a department, kept beside its changes.

use chrono::NaiveDate;

use super::{Notice, Session, files::file_name, keep::prefix};
use crate::{
    browser,
    formats::json,
    journal::{Book, Edit, LeftOut, Part, may_report},
    ledger::{Actor, Field, Id, Text},
    storage::{local, log},
};

/// What is to be sent, and to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Sending {
    pub findings: Vec<Id>,
    pub whom: Text,
    pub until: Option<NaiveDate>,
    pub progress_only: bool,
}

/// Where the parts of a ledger stand, in both stores.
pub(super) fn part_prefix(ledger: Actor) -> String {
    format!("{}p/", prefix(ledger))
}

impl Session {
    /// Notes parts of the open ledger, each once, and sees whether it is one.
    pub(super) fn add_parts(&self, parts: Vec<Part>) {
        self.parts.update_value(|known| {
            for part in parts {
                if !known.contains(&part) {
                    known.push(part);
                }
            }
        });
        self.look_for_gaps();
    }

    /// Looks again whether the open ledger is a part: changes have come from elsewhere.
    pub(super) fn look_for_gaps(&self) {
        let mut parts = self.unfilled();
        crate::ledger::sort_by_key(&mut parts, |part| part.made_millis);
        let latest = parts.pop();
        if self.part.with_untracked(|part| *part != latest) {
            self.part.set(latest);
        }
    }

    /// The parts whose gaps are still open.
    pub(super) fn unfilled(&self) -> Vec<Part> {
        self.parts.with_value(|parts| {
            if parts.is_empty() {
                return Vec::new();
            }
            self.on_present(|book| parts.iter().filter(|part| !part.is_filled(book)).cloned().collect())
        })
    }

    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        let parts = self.unfilled();
        parts.into_iter().flat_map(|part| part.left_out).collect()
    }

    /// Stores parts that came with a file, where they leave something out that is not here.
    pub(super) fn keep_parts(&self, parts: Vec<Part>) {
        let Some(ledger) = self.current() else { return };
        let open = |part: &Part| self.on_present(|book| !part.is_filled(book));
        let parts: Vec<Part> = parts.into_iter().filter(open).collect();
        for part in &parts {
            // Made by one hand at one moment: it is the same part.
            let first = part.left_out.first().map(|run| run.last).unwrap_or(Id::ROOT);
            let key = format!("{}{}-{first}", part_prefix(ledger), part.made_millis);
            self.write(ledger, key, json::part_text(part));
        }
        self.add_parts(parts);
    }

    /// Whether the open ledger's plan is to be read only.
    pub fn is_limited(&self) -> bool {
        self.part
            .with(|part| part.as_ref().is_some_and(|part| part.progress_only))
    }

    /// Whether a field can be set here and now: nothing can in what was, and in a part that is limited no plan.
    pub fn may_set(&self, record: Id, field: &Field) -> bool {
        self.as_of.get().is_none() && (!self.is_limited() || self.book.with(|book| may_report(book, record, field)))
    }

    /// The user is told where an act concerns the plan, which is for others to make.
    pub(super) fn is_refused(&self, edits: &[Edit]) -> bool {
        let limited = self
            .part
            .with_untracked(|part| part.as_ref().is_some_and(|part| part.progress_only));
        let refused = limited
            && self
                .book
                .with_untracked(|book| edits.iter().any(|edit| !edit.is_progress(book)));
        if refused {
            self.notify(Notice::PlanOnly);
        }
        refused
    }

    /// Offers a part of the open ledger for download; whether the browser took it on. Only the part of the page that makes
    /// such files calls this.
    pub fn send(&self, sending: &Sending) -> bool {
        let Some(ledger) = self.current() else { return false };
        let now = browser::now_millis();
        let excerpt = self.on_present(|book| book.excerpt(&sending.findings, &self.left_out()));
        let part = Part {
            whom: sending.whom.clone(),
            until: sending.until,
            // Who may not plan cannot give that away.
            progress_only: sending.progress_only || self.is_limited(),
            by: self.author.get_untracked(),
            made_millis: now,
            left_out: excerpt.left_out,
        };
        let book = Book::from_changes(excerpt.changes);
        let text = json::write_part(ledger, &book, &[part], now);
        let (day, _) = browser::local_time(now);
        let title = self.on_present(|book| book.ledger().title().to_owned());
        let whom = if sending.whom.is_empty() {
            String::new()
        } else {
            format!("-{}", sending.whom)
        };
        self.save_text(
            &file_name(&format!("{title}{whom}-{day}.json")),
            &text,
            "application/json",
        )
    }
}

/// Every part of a ledger that local storage holds.
pub(super) fn stored_parts(ledger: Actor) -> Vec<Part> {
    let keys = local::keys(&part_prefix(ledger)).into_iter();
    keys.filter_map(|key| json::parse_part(&local::get(&key)?)).collect()
}

/// Gives each store the parts that the other has; the log's come with what was read of it.
pub(super) async fn join_parts(ledger: Actor) -> Vec<Part> {
    let prefix = part_prefix(ledger);
    let logged = log::read(&prefix).await.unwrap_or_default();
    for (key, text) in &logged {
        let _ = local::set(key, text);
    }
    let missing = local::keys(&prefix).into_iter();
    let missing: Vec<(String, String)> = missing
        .filter(|key| logged.iter().all(|(known, _)| known != key))
        .filter_map(|key| Some((key.clone(), local::get(&key)?)))
        .collect();
    if !missing.is_empty() {
        let _ = log::put(missing).await;
    }
    stored_parts(ledger)
}
