//! Persons held to account, as the report states them for the whole, against the sum over the findings.

use super::{About, Check, CheckFinding, Checked, Place, Side, Value};
use crate::ledger::{Accountability, CountedAs, Id, Penalty, Text};

/// One kind of penalty, counted in one way. Persons and person-times are two groups and never added up.
struct Group {
    penalty: Penalty,
    counted_as: Option<CountedAs>,
    /// The first record that states it, with its sentence.
    stated_by: Option<(Id, Text)>,
    stated: u32,
    sum: u32,
    findings: Vec<Id>,
}

pub(super) fn sums(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let ledger = checked.ledger;
    if ledger.accountability.is_empty() {
        return;
    }
    let findings = || {
        ledger
            .findings()
            .flat_map(|finding| finding.accountability.iter().map(|each| (finding.id, each)))
    };
    // Where a report gives one number for 党纪政务处分, the two are compared together.
    let joint = |each: &&Accountability| each.penalty == Penalty::PartyAndAdministrative;
    let stated = ledger.accountability.iter().filter(joint);
    let mut together: Vec<Option<CountedAs>> = stated.map(|each| each.counted_as).collect();
    let stated_together = together.len();
    let of_findings = findings().map(|(_, each)| each).filter(joint);
    together.extend(of_findings.map(|each| each.counted_as));
    let mut groups: Vec<Group> = Vec::new();
    for each in &ledger.accountability {
        // 党纪政务处分2人, of whom 党纪处分2人: a part of the number that is stated for both.
        let in_part = matches!(each.penalty, Penalty::Party | Penalty::Administrative);
        if in_part && together[..stated_together].contains(&each.counted_as) {
            continue;
        }
        if let Some((group, number)) = group_of(&mut groups, each, &together) {
            group.stated += number;
            group.stated_by.get_or_insert_with(|| (each.id, each.passage.clone()));
        }
    }
    for (finding, each) in findings() {
        if let Some((group, number)) = group_of(&mut groups, each, &together) {
            group.sum += number;
            group.findings.push(finding);
        }
    }
    found.extend(groups.into_iter().filter_map(difference));
}

/// The group that a record belongs to, with its number; none where it says too little.
fn group_of<'g>(
    groups: &'g mut Vec<Group>,
    each: &Accountability,
    together: &[Option<CountedAs>],
) -> Option<(&'g mut Group, u32)> {
    let number = each.number?;
    let penalty = match each.penalty {
        Penalty::Party | Penalty::Administrative if together.contains(&each.counted_as) => {
            Penalty::PartyAndAdministrative
        }
        ref penalty if penalty.code().is_empty() => return None,
        ref penalty => penalty.clone(),
    };
    let known = groups
        .iter()
        .position(|group| group.penalty == penalty && group.counted_as == each.counted_as);
    let at = known.unwrap_or(groups.len());
    if known.is_none() {
        groups.push(Group {
            penalty,
            counted_as: each.counted_as,
            stated_by: None,
            stated: 0,
            sum: 0,
            findings: Vec::new(),
        });
    }
    Some((&mut groups[at], number))
}

fn difference(mut group: Group) -> Option<CheckFinding> {
    if group.stated_by.is_some() && group.stated == group.sum {
        return None;
    }
    let mut subject = String::from(group.penalty.code());
    if let Some(counted_as) = group.counted_as {
        subject.push(' ');
        subject.push_str(counted_as.code());
    }
    group.findings.dedup();
    let first = match group.stated_by {
        Some((id, passage)) => Side::with_words(Place::Report(Some(id)), Value::Count(group.stated), &passage),
        None => Side::new(Place::Report(None), Value::Nothing),
    };
    Some(CheckFinding {
        check: Check::Accountability,
        subject,
        about: About::Accountability(group.penalty, group.counted_as),
        records: group.findings,
        first,
        second: Side::new(Place::Findings, Value::Count(group.sum)),
        acknowledged: None,
    })
}
