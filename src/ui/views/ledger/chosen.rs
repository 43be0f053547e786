//! Which findings of the table are chosen, for an act on all of them.

use crate::signals::{Aside, State};

use crate::ledger::{Id, Ledger, sort_by};

#[derive(Clone, Copy)]
pub struct Chosen {
    /// Sorted.
    pub ids: State<Vec<Id>>,
    /// Where a range begins: the finding that was chosen last.
    anchor: Aside<Option<Id>>,
}

impl Chosen {
    pub fn new() -> Chosen {
        Chosen {
            ids: State::new(Vec::new()),
            anchor: Aside::new(None),
        }
    }

    /// Those that are still in the ledger, sorted.
    pub fn present(&self, ledger: &Ledger) -> Vec<Id> {
        self.ids.with(|ids| {
            if ids.is_empty() {
                return Vec::new();
            }
            let all = ledger.findings().map(|finding| finding.id);
            let mut here: Vec<Id> = all.filter(|id| ids.binary_search(id).is_ok()).collect();
            sort_by(&mut here, Ord::cmp);
            here
        })
    }

    pub fn clear(&self) {
        self.ids.set(Vec::new());
        self.anchor.set_value(None);
    }

    pub fn toggle(&self, id: Id) {
        self.anchor.set_value(Some(id));
        self.ids.update(|ids| match ids.binary_search(&id) {
            Ok(at) => drop(ids.remove(at)),
            Err(at) => ids.insert(at, id),
        });
    }

    /// From the finding that was chosen last through this one, in the order of the table.
    pub fn through(&self, id: Id, table: &[Id]) {
        let place = |id: Id| table.iter().position(|each| *each == id);
        let Some(to) = place(id) else { return };
        let from = self.anchor.get_value().and_then(place).unwrap_or(to);
        self.anchor.set_value(Some(table[from]));
        self.add(&table[from.min(to)..=from.max(to)]);
    }

    pub fn add(&self, more: &[Id]) {
        self.ids.update(|ids| {
            ids.extend(more);
            sort_by(ids, Ord::cmp);
            ids.dedup();
        });
    }

    /// All of them, or none if they are chosen already.
    pub fn all_or_none(&self, table: &[Id]) {
        if self.holds_all(table) {
            self.clear()
        } else {
            self.add(table)
        }
    }

    pub fn holds_all(&self, table: &[Id]) -> bool {
        self.ids
            .with(|ids| table.iter().all(|id| ids.binary_search(id).is_ok()))
    }
}
