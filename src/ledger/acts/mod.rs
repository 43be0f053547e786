//! What happens to a ledger day by day, as plain types. Each is read from its [`Entry`] where it is shown and nowhere else.

mod closure;
mod evidence;
mod extension;
mod meeting;
mod progress;
mod recheck;
mod reminder;
mod repeat;
mod roster;
mod settings;
mod view;

pub use closure::{Closure, ClosureStep};
pub use evidence::Evidence;
pub use extension::Extension;
pub use meeting::{Decision, Meeting, MeetingKind};
pub use progress::Progress;
pub use recheck::{Outcome, Recheck};
pub use reminder::{Reminder, ReminderLevel};
pub use repeat::Repeat;
pub use roster::{Roster, RosterKind};
pub use settings::{ClosingRules, Settings};
pub use view::SavedView;

use chrono::NaiveDate;

use super::{Entry, Field, Kind, Text, Values, parse_date};

/// A kind of entry as a plain type.
pub trait Act: Sized {
    const KIND: Kind;

    /// Reads an entry of [`Act::KIND`]; what is not set reads as empty.
    fn of(entry: &Entry) -> Self;

    /// All of this kind, in the order of the list.
    fn all(entries: &[Entry]) -> impl Iterator<Item = Self> {
        entries.iter().filter(|entry| entry.kind == Self::KIND).map(Self::of)
    }
}

impl Values {
    fn owned(&self, field: &Field) -> Text {
        self.text(field).cloned().unwrap_or_default()
    }

    fn date(&self, field: &Field) -> Option<NaiveDate> {
        parse_date(self.value(field))
    }
}

#[cfg(test)]
mod tests;
