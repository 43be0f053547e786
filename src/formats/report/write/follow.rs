//! Which of a report's stored texts follow from the ledger: what nobody wrote himself is stored as a mark, not as words.

use super::{Part, Prose, Section, settings};
use crate::{
    journal::Edit,
    ledger::{Ledger, ReportSection},
};

/// Stands in place of a text that follows from the ledger, once the report has sections of its own.
pub const FOLLOWS: &str = "{随台账}";

/// What a stored text says, where the ledger says `derived`.
pub(super) fn said<'a>(stored: &'a str, derived: &'a str) -> &'a str {
    if stored == FOLLOWS { derived } else { stored }
}

impl Prose {
    /// What follows from the ledger for a part; nothing does for one that is not usual.
    fn text_of(&self, part: Part) -> &str {
        self.section(part).map_or("", |section| &section.text)
    }

    /// A stored section, with its text as it is now; `self` is what follows from the ledger.
    pub(super) fn section_now(&self, stored: &ReportSection) -> Section {
        let part = settings::part(stored);
        Section {
            part,
            title: stored.title.to_string(),
            text: said(&stored.text, self.text_of(part)).to_owned(),
        }
    }
}

/// Stores what somebody wrote of a report's free text. What equals what the ledger says goes on following it, unless it
/// was stored as words, by whoever wrote or read them.
pub fn passage_edits(ledger: &Ledger, prose: &Prose) -> Vec<Edit> {
    let derived = Prose::from_ledger(ledger);
    let report = &ledger.report;
    let is_stored = !ledger.sections.is_empty();
    let kept = |old: Option<&str>, new: &str, derived: &str| {
        let old = old.filter(|old| said(old, derived) == new);
        old.unwrap_or(if new == derived && !new.is_empty() {
            FOLLOWS
        } else {
            new
        })
        .to_owned()
    };
    let root = |old| Some(old).filter(|old: &&str| is_stored || !old.is_empty());
    let mut stored = Prose {
        title: kept(root(&report.title), &prose.title, &derived.title),
        intro: kept(root(&report.intro), &prose.intro, &derived.intro),
        sections: prose.sections.clone(),
        contact: kept(root(&report.contact), &prose.contact, &derived.contact),
    };
    let old = settings::recognised(ledger, prose);
    for (section, old) in stored.sections.iter_mut().zip(old) {
        let old = old.map(|at| &*ledger.sections[at].text);
        section.text = kept(old, &section.text, derived.text_of(section.part));
    }
    settings::prose_edits(ledger, &stored)
}
