//! Early, on time or late, against the deadline that stands and the first one; and how often it was put off.

use chrono::NaiveDate;

use crate::ledger::{
    Finding,
    acts::{Act, Extension},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timeliness {
    /// 提前
    Early,
    /// 准时: on the day itself.
    OnTime,
    /// 延迟
    Late,
}

/// One completion judged twice; none where a day is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Judged {
    pub by_deadline: Option<Timeliness>,
    pub by_first: Option<Timeliness>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extensions {
    pub count: usize,
    /// Before it was ever put off; the present one where it never was.
    pub first_deadline: Option<NaiveDate>,
}

/// Where there is no first deadline, the deadline that stands is the first.
pub fn timeliness(
    deadline: Option<NaiveDate>,
    first_deadline: Option<NaiveDate>,
    completed_on: Option<NaiveDate>,
) -> Judged {
    let against = |deadline: Option<NaiveDate>| {
        let (deadline, completed_on) = (deadline?, completed_on?);
        Some(match completed_on.cmp(&deadline) {
            std::cmp::Ordering::Less => Timeliness::Early,
            std::cmp::Ordering::Equal => Timeliness::OnTime,
            std::cmp::Ordering::Greater => Timeliness::Late,
        })
    };
    Judged {
        by_deadline: against(deadline),
        by_first: against(first_deadline.or(deadline)),
    }
}

/// Of a finding that was put off, the earliest deadline before is the first one, in whatever order they were written down.
pub fn extensions(finding: &Finding) -> Extensions {
    let mut found = Extensions::default();
    for extension in Extension::all(&finding.entries) {
        found.count += 1;
        let before = [found.first_deadline, extension.deadline_before];
        found.first_deadline = before.into_iter().flatten().min();
    }
    found.first_deadline = found.first_deadline.or(finding.deadline);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Entry, Field, Id, Kind, parse_date};

    #[test]
    fn it_is_judged_against_both_deadlines() {
        use Timeliness::{Early, Late, OnTime};
        let check = |deadline: &str, first: &str, completed: &str, expected| {
            let judged = timeliness(parse_date(deadline), parse_date(first), parse_date(completed));
            assert_eq!(
                (judged.by_deadline, judged.by_first),
                expected,
                "{deadline} {first} {completed}"
            );
        };
        check("2026-12-31", "2026-09-30", "2026-11-20", (Some(Early), Some(Late)));
        check("2026-12-31", "2026-09-30", "2026-12-31", (Some(OnTime), Some(Late)));
        check("2026-12-31", "", "2027-01-01", (Some(Late), Some(Late)));
        check("2026-12-31", "2026-12-31", "2026-12-30", (Some(Early), Some(Early)));
        check("", "2026-09-30", "2026-09-30", (None, Some(OnTime)));
        check("2026-12-31", "2026-09-30", "", (None, None));
    }

    #[test]
    fn extensions_are_counted_and_the_first_deadline_kept() {
        let mut finding = Finding::new(Id::ROOT);
        finding.deadline = parse_date("2027-03-31");
        assert_eq!(
            extensions(&finding),
            Extensions {
                count: 0,
                first_deadline: finding.deadline,
            }
        );
        for before in ["2026-12-31", "2026-09-30", ""] {
            let mut entry = Entry::new(Id::ROOT, Kind::Extension);
            let table = entry.kind.entry_fields();
            entry.values.set(table, &Field::DeadlineBefore, &before.into());
            finding.entries.push(entry);
        }
        assert_eq!(
            extensions(&finding),
            Extensions {
                count: 3,
                first_deadline: parse_date("2026-09-30"),
            }
        );
    }
}
