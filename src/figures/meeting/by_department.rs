//! The sheets of a meeting by department, and which of them a finding stands on.

use super::DepartmentSheet;
use crate::{
    figures::department::{Names, split},
    journal::Book,
};

/// One sheet for each department, the last for findings without one.
pub(super) struct Departments<'a> {
    names: Vec<&'a str>,
    pub sheets: Vec<DepartmentSheet>,
}

impl<'a> Departments<'a> {
    /// The departments of all these books, in the order of first mention.
    pub fn new(books: [&'a Book; 3]) -> Departments<'a> {
        let mut names = Names::default();
        for finding in books.into_iter().flat_map(|book| book.ledger().findings()) {
            for name in split(&finding.department) {
                names.place(name);
            }
        }
        let names = names.in_order();
        let with_last = names.iter().copied().chain([""]);
        let sheets = with_last.map(|name| DepartmentSheet {
            department: name.into(),
            ..DepartmentSheet::default()
        });
        Departments {
            sheets: sheets.collect(),
            names,
        }
    }

    /// Does something to the sheet of each department that a text names.
    pub fn each(&mut self, text: &str, mut with: impl FnMut(&mut DepartmentSheet)) {
        for place in self.of(text) {
            with(&mut self.sheets[place]);
        }
    }

    /// The places of the departments that a text names, each once.
    fn of(&self, text: &str) -> Vec<usize> {
        let mut places: Vec<usize> = Vec::new();
        for name in split(text) {
            let place = self.names.iter().position(|known| *known == name);
            if let Some(place) = place.filter(|place| !places.contains(place)) {
                places.push(place);
            }
        }
        if places.is_empty() {
            places.push(self.names.len());
        }
        places
    }
}
