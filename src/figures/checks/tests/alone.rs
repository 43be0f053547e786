//! What is open of each finding is the same however it is counted: all at once, of one alone, or by looking through everything.

use super::*;
use crate::{
    figures::{open_checks, open_checks_of, random::Random},
    ledger::{Acknowledgement, Ledger, Rule, Text},
};

const BEFORE_CLOSING: [Check; 5] = [
    Check::NoResult,
    Check::SameText,
    Check::Dates,
    Check::Names,
    Check::Numbers,
];
const TEXTS: [&str; 6] = [
    "由王小芳逐户核对近三年的收缴票据并补登台账。",
    "由 王小芳 逐户核对近三年的收缴票据，并补登台账！",
    "由王小芳逐户核对近三年的收缴票据并另立台账。",
    "联系李军，电话13812345678。",
    "加强培训。",
    "",
];
const OWNERS: [&str; 4] = ["王小芳", "李军", "综合办公室", ""];
const DAYS: [&str; 4] = ["2026-01-01", "2026-05-01", "2027-05-01", ""];

fn filled(random: &mut Random) -> Ledger {
    let mut ledger = random.ledger();
    ledger.inspection.feedback = parse_date("2026-03-20");
    ledger.report.masked_names = random.pick(&["", "李军", "王小芳、李军"]).into();
    ledger.report.mask_numbers = random.below(2) == 0;
    let categories = ledger.focus_areas.iter_mut().flat_map(|area| &mut area.categories);
    for finding in categories.flat_map(|category| &mut category.findings) {
        finding.owner = random.pick(&OWNERS).into();
        finding.problem = random.pick(&TEXTS).into();
        finding.withheld = random.pick(&["", "", "secret"]).into();
        finding.completed_on = parse_date(random.pick(&DAYS));
        for measure in &mut finding.measures {
            measure.text = random.pick(&TEXTS).into();
            measure.owner = random.pick(&OWNERS).into();
            measure.date = parse_date(random.pick(&DAYS));
            measure.rules = vec![Rule {
                id: Id {
                    counter: measure.id.counter + 100_000,
                    ..measure.id
                },
                title: "办法".into(),
                date: parse_date(random.pick(&DAYS)),
                act: None,
                passage: Text::default(),
            }];
        }
    }
    let found = checks(&Checked::new(&ledger, today()));
    let explained = found.iter().filter(|_| random.below(4) == 0);
    ledger.acknowledgements = explained
        .map(|each| Acknowledgement {
            id: Id::ROOT,
            check: each.check.code().into(),
            subject: (&*each.subject).into(),
            seen: (&*each.seen()).into(),
            reason: "另有说明".into(),
        })
        .collect();
    ledger
}

#[test]
fn open_checks_are_those_of_all_checks() {
    let mut with_any = 0;
    for seed in 0..200 {
        let ledger = filled(&mut Random::new(seed));
        let found = checks(&Checked::new(&ledger, today()));
        let open = found
            .iter()
            .filter(|each| each.acknowledged.is_none() && BEFORE_CLOSING.contains(&each.check));
        let open: Vec<&CheckFinding> = open.collect();
        let all = open_checks(&ledger, today());
        for finding in ledger.findings() {
            let concerns = |each: &&&CheckFinding| each.records.iter().any(|record| finding.holds(*record));
            let expected = open.iter().filter(concerns).count();
            let of_all = all
                .iter()
                .find(|(id, _)| *id == finding.id)
                .map_or(0, |(_, count)| *count);
            assert_eq!(of_all, expected, "seed {seed}");
            assert_eq!(open_checks_of(&ledger, finding.id, today()), expected, "seed {seed}");
            with_any += usize::from(expected > 0);
        }
        assert!(all.iter().all(|(_, count)| *count > 0), "seed {seed}");
    }
    assert!(with_any > 500, "{with_any} findings had something to count");
}
