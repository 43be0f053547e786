//! The book as it was.

use super::Book;

impl Book {
    /// With what bears a stamp up to that moment. A change of somebody whose clock was wrong stands where he said it does.
    pub fn at(&self, millis: u64) -> Book {
        let then = self.changes.iter().filter(|change| change.stamp.millis <= millis);
        Book::from_changes(then.cloned().collect())
    }
}
