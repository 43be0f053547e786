//! The registers 制度, 问责 and 追缴挽回: every row with its finding, and sums that never mix what is counted apart.

use crate::ledger::{
    Accountability, Amount, CountedAs, Finding, Id, Ledger, Penalty, Recovered, Recovery, Rule, RuleAct, Text,
};

/// A row of a register, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterLine<T> {
    pub finding: Id,
    pub title: Text,
    /// Its number from 1 and its heading, where the record stands under a measure.
    pub measure: Option<(usize, Text)>,
    pub record: T,
}

/// One kind of penalty, counted in one way.
#[derive(Debug, Clone, PartialEq)]
pub struct PenaltySum {
    pub penalty: Penalty,
    pub counted_as: Option<CountedAs>,
    /// Over the findings.
    pub sum: u64,
    pub rows: usize,
    /// Rows of which no number is known.
    pub unnumbered: usize,
    /// What the report states for the whole. Never added to the sum.
    pub stated: Option<u64>,
}

/// Money that came back in one way.
#[derive(Debug, Clone, PartialEq)]
pub struct RecoverySum {
    pub recovery: Recovery,
    pub sum: Option<Amount>,
    pub rows: usize,
    /// Rows of which no amount is known.
    pub without_amount: usize,
}

impl<T> RegisterLine<T> {
    fn of(finding: &Finding, measure: Option<(usize, Text)>, record: T) -> RegisterLine<T> {
        RegisterLine {
            finding: finding.id,
            title: finding.title.clone(),
            measure,
            record,
        }
    }
}

pub fn rule_lines(ledger: &Ledger) -> Vec<RegisterLine<Rule>> {
    let mut lines = Vec::new();
    for finding in ledger.findings() {
        for (measure, number) in finding.measures.iter().zip(1..) {
            let of = Some((number, measure.heading.clone()));
            let rules = measure.rules.iter();
            lines.extend(rules.map(|rule| RegisterLine::of(finding, of.clone(), rule.clone())));
        }
    }
    lines
}

pub fn accountability_lines(ledger: &Ledger) -> Vec<RegisterLine<Accountability>> {
    let of = |finding| move |each: &Accountability| RegisterLine::of(finding, None, each.clone());
    let lines = ledger
        .findings()
        .map(|finding| finding.accountability.iter().map(of(finding)));
    lines.flatten().collect()
}

pub fn recovered_lines(ledger: &Ledger) -> Vec<RegisterLine<Recovered>> {
    let of = |finding| move |each: &Recovered| RegisterLine::of(finding, None, each.clone());
    let lines = ledger
        .findings()
        .map(|finding| finding.recovered.iter().map(of(finding)));
    lines.flatten().collect()
}

/// How many rules were made, revised, or are not said to be either, in the order of [`RuleAct`].
pub fn rule_sums(lines: &[RegisterLine<Rule>]) -> Vec<(Option<RuleAct>, usize)> {
    let acts = RuleAct::ALL.iter().map(|act| Some(*act)).chain([None]);
    let counted = acts.map(|act| (act, lines.iter().filter(|line| line.record.act == act).count()));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// In falling gravity; persons and person-times apart, and apart from numbers that say neither.
pub fn penalty_sums(ledger: &Ledger) -> Vec<PenaltySum> {
    let mut sums: Vec<PenaltySum> = Vec::new();
    for finding in ledger.findings() {
        for each in &finding.accountability {
            let sum = sum_of(&mut sums, each);
            sum.rows += 1;
            sum.unnumbered += usize::from(each.number.is_none());
            sum.sum += u64::from(each.number.unwrap_or_default());
        }
    }
    for each in &ledger.accountability {
        let sum = sum_of(&mut sums, each);
        if let Some(number) = each.number {
            sum.stated = Some(sum.stated.unwrap_or_default() + u64::from(number));
        }
    }
    crate::ledger::sort_by(&mut sums, |one, other| {
        (&one.penalty, one.counted_as).cmp(&(&other.penalty, other.counted_as))
    });
    sums
}

fn sum_of<'s>(sums: &'s mut Vec<PenaltySum>, each: &Accountability) -> &'s mut PenaltySum {
    let is_its = |sum: &PenaltySum| sum.penalty == each.penalty && sum.counted_as == each.counted_as;
    let at = sums.iter().position(is_its).unwrap_or_else(|| {
        sums.push(PenaltySum {
            penalty: each.penalty.clone(),
            counted_as: each.counted_as,
            sum: 0,
            rows: 0,
            unnumbered: 0,
            stated: None,
        });
        sums.len() - 1
    });
    &mut sums[at]
}

/// Exact, whatever units the rows are written in.
pub fn recovery_sums(lines: &[RegisterLine<Recovered>]) -> Vec<RecoverySum> {
    let mut kinds: Vec<Recovery> = lines.iter().map(|line| line.record.recovery.clone()).collect();
    crate::ledger::sort_by(&mut kinds, Ord::cmp);
    kinds.dedup();
    let sums = kinds.into_iter().map(|recovery| {
        let its = || lines.iter().filter(|line| line.record.recovery == recovery);
        RecoverySum {
            sum: Amount::sum(its().filter_map(|line| line.record.amount)),
            rows: its().count(),
            without_amount: its().filter(|line| line.record.amount.is_none()).count(),
            recovery: recovery.clone(),
        }
    });
    sums.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Actor, Category, FocusArea, MoneyUnit};

    fn id(counter: u32) -> Id {
        Id {
            actor: Actor::from_random(7),
            counter,
        }
    }

    fn held(penalty: Penalty, number: Option<u32>, counted_as: CountedAs) -> Accountability {
        Accountability {
            penalty,
            number,
            counted_as: Some(counted_as),
            ..Accountability::new(id(9))
        }
    }

    fn money(recovery: Recovery, written: &str) -> Recovered {
        Recovered {
            recovery,
            amount: Amount::from_written(written),
            ..Recovered::new(id(9))
        }
    }

    fn ledger(findings: Vec<Finding>) -> Ledger {
        let category = Category {
            id: id(2),
            title: Text::default(),
            form: Text::default(),
            findings,
        };
        let area = FocusArea {
            id: id(1),
            title: Text::default(),
            form: Text::default(),
            categories: vec![category],
        };
        Ledger {
            focus_areas: vec![area],
            ..Ledger::default()
        }
    }

    #[test]
    fn persons_and_person_times_are_never_added_up() {
        let mut finding = Finding::new(id(3));
        finding.accountability = vec![
            held(Penalty::Criticism, Some(3), CountedAs::Persons),
            held(Penalty::Criticism, Some(4), CountedAs::PersonTimes),
            held(Penalty::Criticism, Some(2), CountedAs::Persons),
            held(Penalty::Party, None, CountedAs::Persons),
        ];
        let mut ledger = ledger(vec![finding]);
        ledger.accountability = vec![held(Penalty::Criticism, Some(11), CountedAs::PersonTimes)];
        let sums = penalty_sums(&ledger);
        let told: Vec<_> = sums
            .iter()
            .map(|it| (&it.penalty, it.sum, it.rows, it.unnumbered, it.stated))
            .collect();
        assert_eq!(
            told,
            [
                (&Penalty::Party, 0, 1, 1, None),
                (&Penalty::Criticism, 5, 2, 0, None),
                (&Penalty::Criticism, 4, 1, 0, Some(11)),
            ]
        );
        assert_eq!(
            accountability_lines(&ledger).len(),
            4,
            "what is stated for the whole is no row of a finding"
        );
    }

    #[test]
    fn money_is_exact_in_both_units() {
        let mut finding = Finding::new(id(3));
        finding.recovered = vec![
            money(Recovery::Refunded, "0.1万元"),
            money(Recovery::Refunded, "0.2万元"),
            money(Recovery::Recovered, "12.3456万元"),
            money(Recovery::Recovered, "0.0001元"),
            money(Recovery::Recovered, ""),
        ];
        let lines = recovered_lines(&ledger(vec![finding]));
        let sums = recovery_sums(&lines);
        let in_unit = |at: usize, unit| sums[at].sum.map(|sum| sum.in_unit(unit).written()).unwrap_or_default();
        assert_eq!(in_unit(0, MoneyUnit::Yuan), "123456.0001元");
        assert_eq!(in_unit(0, MoneyUnit::TenThousandYuan), "12.34560001万元");
        assert_eq!((sums[0].rows, sums[0].without_amount), (3, 1));
        assert_eq!(in_unit(1, MoneyUnit::Yuan), "3000元");
    }

    #[test]
    fn rules_are_counted_by_what_was_done() {
        let mut measure = crate::ledger::Measure::new(id(4));
        let rule = |act| Rule {
            act,
            ..Rule::new(id(5))
        };
        measure.rules = vec![rule(Some(RuleAct::Revised)), rule(None), rule(Some(RuleAct::Revised))];
        let mut finding = Finding::new(id(3));
        finding.measures = vec![measure];
        let lines = rule_lines(&ledger(vec![finding]));
        assert_eq!(rule_sums(&lines), [(Some(RuleAct::Revised), 2), (None, 1)]);
        assert_eq!(lines[0].measure.as_ref().map(|it| it.0), Some(1));
    }
}
