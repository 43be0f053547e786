//! Counts that a report states, against what the ledger holds.

use super::{About, Check, CheckFinding, Checked, Place, Side, Value};
use crate::{
    figures::{Tally, overall},
    ledger::{Ledger, Stated, Statement, Status, key},
};

/// Counts in the summary against the tree, but for rules, which are named and not counted there.
pub(super) fn stated_counts(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let ledger = checked.ledger;
    if ledger.statements.is_empty() {
        return;
    }
    let tally = overall(ledger);
    let in_tree = |what: Stated| counted(ledger, &tally, what);
    compare(
        ledger,
        Check::Counts,
        &|at| ledger.statements[at].number,
        &in_tree,
        found,
    );
}

/// Rules that the report says were made or revised against the different ones that measures name.
pub(super) fn stated_rules(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let ledger = checked.ledger;
    if ledger
        .statements
        .iter()
        .all(|statement| statement.what != Some(Stated::Rules))
    {
        return;
    }
    let rules = rules_named(ledger);
    compare(
        ledger,
        Check::Rules,
        &|at| in_sentence(&ledger.statements, at),
        &|what| (what == Stated::Rules).then_some(rules),
        found,
    );
}

/// 修订制度6项、新建制度2项: what one sentence says of rules is one count, of the first statement. A sentence may also say
/// the whole with its parts, or with one of them: 制度8项，其中修订6项.
fn in_sentence(statements: &[Statement], at: usize) -> Option<u32> {
    let passage = &statements[at].passage;
    let alike = |each: &&Statement| each.what == Some(Stated::Rules) && each.passage == *passage;
    if passage.is_empty() {
        return statements[at].number;
    } else if statements[..at].iter().any(|each| alike(&each)) {
        return None;
    }
    let numbers = statements[at..].iter().filter(alike).filter_map(|each| each.number);
    let sum = numbers.clone().fold(0, u32::saturating_add);
    let most = numbers.max()?;
    let whole = passage.contains("其中") || u64::from(most) * 2 == u64::from(sum);
    Some(if whole { most } else { sum })
}

/// `stated` gives the number of a statement, by its place; none where it is not compared.
fn compare(
    ledger: &Ledger,
    check: Check,
    stated: &dyn Fn(usize) -> Option<u32>,
    in_tree: &dyn Fn(Stated) -> Option<usize>,
    found: &mut Vec<CheckFinding>,
) {
    for (at, statement) in ledger.statements.iter().enumerate() {
        let (Some(what), Some(stated)) = (statement.what, stated(at)) else {
            continue;
        };
        let Some(counted) = in_tree(what).map(|count| count as u32).filter(|count| *count != stated) else {
            continue;
        };
        found.push(CheckFinding {
            check,
            subject: subject(what, &ledger.statements[..at]),
            about: About::Stated(what),
            records: vec![statement.id],
            first: Side::with_words(
                Place::Report(Some(statement.id)),
                Value::Count(stated),
                &statement.passage,
            ),
            second: Side::new(Place::Tree, Value::Count(counted)),
            acknowledged: None,
        });
    }
}

/// A report may state one count several times.
fn subject(what: Stated, before: &[Statement]) -> String {
    let mut subject = String::from(what.code());
    let earlier = before.iter().filter(|each| each.what == Some(what)).count();
    if earlier > 0 {
        subject.push(' ');
        subject.push_str(&(earlier + 1).to_string());
    }
    subject
}

fn counted(ledger: &Ledger, tally: &Tally, what: Stated) -> Option<usize> {
    Some(match what {
        Stated::Findings => tally.total(),
        Stated::Done => tally.complete(),
        Stated::LargelyDone => tally.count(Status::LargelyDone),
        Stated::InProgress => tally.count(Status::InProgress),
        Stated::Unfinished => tally.total() - tally.complete(),
        Stated::Measures => ledger.findings().map(|finding| finding.measures.len()).sum(),
        Stated::Areas => ledger.focus_areas.len(),
        Stated::Categories => ledger.categories().count(),
        // Clues are in no tree; rules have a check of their own.
        Stated::Clues | Stated::Rules => return None,
    })
}

/// One rule may be named by several measures.
fn rules_named(ledger: &Ledger) -> usize {
    let measures = ledger.findings().flat_map(|finding| &finding.measures);
    let mut titles: Vec<String> = measures
        .flat_map(|measure| &measure.rules)
        .map(|rule| key(&rule.title))
        .collect();
    crate::ledger::sort_by(&mut titles, Ord::cmp);
    let unnamed = titles.partition_point(String::is_empty);
    let mut named = titles.split_off(unnamed);
    named.dedup();
    unnamed + named.len()
}
