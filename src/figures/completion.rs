//! 总览: how far the whole ledger, each area, each category and each department has got.

use super::{
    department::{Names, split},
    tally::Tally,
};
use crate::ledger::{Id, Ledger, Text};

/// Completion over the whole ledger. States add up: areas, and categories, each sum to `overall`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Completion {
    /// All findings. Items not yet placed do not count.
    pub overall: Tally,
    /// All measures of all findings: a count of its own, never mixed with that of findings.
    pub measures: Tally,
    /// Every area in the order of the ledger, empty ones too.
    pub areas: Vec<GroupTally>,
    /// Every category in the order of the ledger, empty ones too.
    pub categories: Vec<CategoryTally>,
    /// Most findings first; findings without a department come last, under an empty name.
    pub departments: Vec<DepartmentTally>,
    /// Findings of several departments, counted in each: why `departments` may sum to more than `overall`.
    pub shared: usize,
    /// Items that still wait for their finding.
    pub unplaced: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct GroupTally {
    pub id: Id,
    pub title: Text,
    pub tally: Tally,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CategoryTally {
    pub area: Id,
    pub area_title: Text,
    pub id: Id,
    pub title: Text,
    pub tally: Tally,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DepartmentTally {
    pub department: Text,
    pub tally: Tally,
}

/// Every finding of the ledger by status.
pub fn overall(ledger: &Ledger) -> Tally {
    let mut tally = Tally::default();
    ledger.findings().for_each(|finding| tally.add(finding.status));
    tally
}

pub fn completion(ledger: &Ledger) -> Completion {
    let mut whole = Completion {
        unplaced: ledger.unplaced.len(),
        ..Completion::default()
    };
    for area in &ledger.focus_areas {
        let mut area_tally = Tally::default();
        for category in &area.categories {
            let mut tally = Tally::default();
            for finding in &category.findings {
                tally.add(finding.status);
                for measure in &finding.measures {
                    whole.measures.add(measure.status);
                }
            }
            area_tally.add_all(&tally);
            whole.categories.push(CategoryTally {
                area: area.id,
                area_title: area.title.clone(),
                id: category.id,
                title: category.title.clone(),
                tally,
            });
        }
        whole.overall.add_all(&area_tally);
        whole.areas.push(GroupTally {
            id: area.id,
            title: area.title.clone(),
            tally: area_tally,
        });
    }
    (whole.departments, whole.shared) = by_department(ledger);
    whole
}

fn by_department(ledger: &Ledger) -> (Vec<DepartmentTally>, usize) {
    let mut names = Names::default();
    let mut tallies: Vec<Tally> = Vec::new();
    let mut without = Tally::default();
    let mut shared = 0;
    let mut counted_in = Vec::new();
    for finding in ledger.findings() {
        counted_in.clear();
        for name in split(&finding.department) {
            let place = names.place(name);
            if place == tallies.len() {
                tallies.push(Tally::default());
            }
            if !counted_in.contains(&place) {
                counted_in.push(place);
                tallies[place].add(finding.status);
            }
        }
        match counted_in.len() {
            0 => without.add(finding.status),
            1 => {}
            _ => shared += 1,
        }
    }
    let mut departments: Vec<DepartmentTally> = names
        .in_order()
        .into_iter()
        .zip(tallies)
        .map(|(name, tally)| DepartmentTally {
            department: name.into(),
            tally,
        })
        .collect();
    crate::ledger::sort_by_key(&mut departments, |department| {
        std::cmp::Reverse(department.tally.total())
    });
    if without.total() > 0 {
        departments.push(DepartmentTally {
            department: Text::default(),
            tally: without,
        });
    }
    (departments, shared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        figures::{departments, random::Random},
        ledger::{Actor, Category, Finding, FocusArea, Status},
    };

    fn ledger_of(findings: &[(&str, Status)]) -> Ledger {
        let id = |counter| Id {
            actor: Actor::from_random(1),
            counter,
        };
        let findings = findings
            .iter()
            .enumerate()
            .map(|(at, (department, status))| {
                let mut finding = Finding::new(id(at as u32 + 3));
                finding.department = (*department).into();
                finding.status = *status;
                finding
            })
            .collect();
        let categories = vec![Category {
            id: id(2),
            title: "关于制度".into(),
            form: "".into(),
            findings,
        }];
        Ledger {
            focus_areas: vec![FocusArea {
                id: id(1),
                title: "聚焦".into(),
                form: "".into(),
                categories,
            }],
            ..Ledger::default()
        }
    }

    #[test]
    fn nothing_has_no_rate() {
        let whole = completion(&Ledger::default());
        assert_eq!(whole, Completion::default());
        assert_eq!(whole.overall.rate(), None);
    }

    #[test]
    fn a_finding_counts_in_each_of_its_departments_once() {
        let whole = completion(&ledger_of(&[
            ("", Status::NotStarted),
            ("财务科", Status::Done),
            ("办公室、财务科", Status::InProgress),
            ("办公室/办公室", Status::LargelyDone),
            ("办公室", Status::Closed),
        ]));
        let seen: Vec<_> = whole
            .departments
            .iter()
            .map(|each| (each.department.as_str(), each.tally.by_status))
            .collect();
        assert_eq!(
            seen,
            [
                ("办公室", [0, 1, 1, 0, 1]),
                ("财务科", [0, 1, 0, 1, 0]),
                ("", [1, 0, 0, 0, 0])
            ]
        );
        assert_eq!(whole.shared, 1);
        assert_eq!(whole.overall.by_status, [1, 1, 1, 1, 1]);
    }

    #[test]
    fn states_add_up_at_every_level() {
        for seed in 0..300 {
            let ledger = Random::new(seed).ledger();
            let whole = completion(&ledger);
            let sum = |tallies: &mut dyn Iterator<Item = Tally>| {
                tallies.fold(Tally::default(), |mut sum, tally| {
                    sum.add_all(&tally);
                    sum
                })
            };
            assert_eq!(whole.overall.total(), ledger.findings().count());
            assert_eq!(sum(&mut whole.areas.iter().map(|area| area.tally)), whole.overall);
            assert_eq!(
                sum(&mut whole.categories.iter().map(|category| category.tally)),
                whole.overall
            );
            assert_eq!(
                whole.measures.total(),
                ledger.findings().map(|finding| finding.measures.len()).sum::<usize>()
            );
            for status in Status::ALL {
                let there = ledger.findings().filter(|finding| finding.status == status).count();
                assert_eq!(whole.overall.count(status), there);
            }
            let in_departments = sum(&mut whole.departments.iter().map(|department| department.tally)).total();
            // No random finding names more than two departments.
            assert_eq!(in_departments, whole.overall.total() + whole.shared);
            let named = whole
                .departments
                .iter()
                .filter(|each| !each.department.is_empty())
                .count();
            assert_eq!(named, departments(&ledger).len());
        }
    }
}
