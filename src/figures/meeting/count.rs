//! How many findings a meeting sheet names, whichever departments they have.

use super::{DepartmentSheet, MeetingSheet};
use crate::{figures::Due, ledger::IdSet};

impl MeetingSheet {
    /// How many findings are overdue and how many soon due. One of several departments counts once.
    pub fn late_and_soon(&self) -> (usize, usize) {
        let count = |of: fn(&DepartmentSheet) -> &[Due]| {
            let all = self.departments.iter().flat_map(of);
            let ids: IdSet = all.map(|due| due.id).collect();
            ids.iter().count()
        };
        (count(|each| &each.overdue), count(|each| &each.soon))
    }
}
