//! 分发: which findings a department leads or supports, for a file of its own.

use super::department::{Names, split};
use crate::ledger::{Id, Ledger, Text};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Share {
    pub department: Text,
    /// Those that it leads or supports, in the ledger's order.
    pub findings: Vec<Id>,
    /// How many of them it only supports.
    pub supported: usize,
    /// How many of them are not complete.
    pub unfinished: usize,
}

/// One for each department that a finding names as responsible or supporting, in the order of first mention.
pub fn shares(ledger: &Ledger) -> Vec<Share> {
    let mut names = Names::default();
    let mut all: Vec<Share> = Vec::new();
    for finding in ledger.findings() {
        let leading = split(&finding.department).map(|name| (name, false));
        let supporting = split(&finding.co_departments).map(|name| (name, true));
        for (name, supports) in leading.chain(supporting) {
            let place = names.place(name);
            if place == all.len() {
                all.push(Share {
                    department: name.into(),
                    ..Share::default()
                });
            }
            let share = &mut all[place];
            if share.findings.last() != Some(&finding.id) {
                share.findings.push(finding.id);
                share.supported += usize::from(supports);
                share.unfinished += usize::from(!finding.status.is_complete());
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Category, Finding, FocusArea, Status};

    #[test]
    fn a_department_has_what_it_leads_and_what_it_supports() {
        let finding = |counter: u32, department: &str, supporting: &str, status: Status| {
            let mut finding = Finding::new(Id { counter, ..Id::ROOT });
            finding.department = department.into();
            finding.co_departments = supporting.into();
            finding.status = status;
            finding
        };
        let mut ledger = Ledger::default();
        ledger.focus_areas.push(FocusArea {
            id: Id::ROOT,
            title: "".into(),
            form: "".into(),
            categories: vec![Category {
                id: Id::ROOT,
                title: "".into(),
                form: "".into(),
                findings: vec![
                    finding(1, "办公室、财务科", "人事科", Status::Done),
                    finding(2, "财务科", "办公室、财务科", Status::InProgress),
                    finding(3, "", "", Status::NotStarted),
                ],
            }],
        });
        let found = shares(&ledger);
        let seen: Vec<_> = found
            .iter()
            .map(|share| {
                let counters: Vec<u32> = share.findings.iter().map(|id| id.counter).collect();
                (share.department.as_str(), counters, share.supported, share.unfinished)
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("办公室", vec![1, 2], 1, 1),
                ("财务科", vec![1, 2], 0, 1),
                ("人事科", vec![1], 1, 0),
            ]
        );
    }
}
