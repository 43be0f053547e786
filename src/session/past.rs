//! Looking back: the ledger as it was at the end of a day, to be read only. The present goes on behind it.

use chrono::NaiveDate;

use super::Session;
use crate::{browser, journal::Book};

impl Session {
    /// Shows the ledger as it was when a day ended, where the user is. Today and later is the present.
    pub fn look_back(&self, day: NaiveDate) {
        if self.current().is_none() {
            return;
        }
        if day >= browser::today() {
            self.look_at_present();
            return;
        }
        let then = self.on_present(|book| book.at(browser::end_of_day(day)));
        let is_first = self.as_of.get_untracked().is_none();
        self.as_of.set(Some(day));
        self.today.set(day);
        self.book.update(|book| {
            let shown = std::mem::replace(book, then);
            if is_first {
                self.present.set_value(Some(shown));
            }
        });
    }

    /// Today, whichever day is shown.
    pub fn present_day(&self) -> NaiveDate {
        browser::today()
    }

    pub fn look_at_present(&self) {
        let present = self.present.try_update_value(Option::take).flatten();
        if let Some(present) = present {
            self.as_of.set(None);
            self.today.set(browser::today());
            self.book.set(present);
        }
    }

    /// Looks at the ledger as it was when a day ended; at the present one where that day is not over.
    pub fn at_end_of<T>(&self, day: NaiveDate, look: impl FnOnce(&Book) -> T) -> T {
        if day >= browser::today() {
            self.on_present(look)
        } else {
            look(&self.on_present(|book| book.at(browser::end_of_day(day))))
        }
    }

    /// Looks at the present book, whichever is shown.
    pub(super) fn on_present<T>(&self, look: impl FnOnce(&Book) -> T) -> T {
        if self.as_of.get_untracked().is_none() {
            return self.book.with_untracked(look);
        }
        // Invariant: while an earlier book is shown, the present one is kept beside it.
        self.present
            .with_value(|present| look(present.as_ref().unwrap_or(&Book::default())))
    }
}
