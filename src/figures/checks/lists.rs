//! The findings against others: of earlier ledgers, of the report, of the plan.

use super::{Check, CheckFinding, Checked, Place, Side, Value};
use crate::ledger::{Field, Finding, Ledger, Likeness, Text, Wording, key, problem_title};

/// Two titles that are this much alike name one problem; 1 is the same title.
const ONE_PROBLEM: f32 = 0.6;

fn title(finding: &Finding) -> Side {
    let value = Value::Text(finding.title.clone());
    Side::new(Place::Field(finding.id, Field::Title), value)
}

/// 重复发现
pub(super) fn repeated(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let earlier: Vec<(&Ledger, &Finding)> = checked
        .earlier
        .iter()
        .flat_map(|ledger| ledger.findings().map(move |finding| (*ledger, finding)))
        .collect();
    if earlier.is_empty() {
        return;
    }
    let wordings: Vec<Wording<'_>> = earlier
        .iter()
        .map(|(_, finding)| Wording {
            title: problem_title(&finding.title),
            texts: Vec::new(),
        })
        .collect();
    let findings: Vec<&Finding> = checked.ledger.findings().collect();
    let titles: Vec<&str> = findings.iter().map(|finding| problem_title(&finding.title)).collect();
    let nearest = Likeness::new(&wordings).nearest_titles(&titles);
    for (finding, nearest) in findings.into_iter().zip(nearest) {
        let Some((at, _)) = nearest.filter(|(_, likeness)| *likeness >= ONE_PROBLEM) else {
            continue;
        };
        let (ledger, before) = earlier[at];
        let place = Place::Earlier(ledger.title().into());
        let second = Side::new(place, Value::Text(before.title.clone()));
        let repeated = CheckFinding::of_record(Check::Repeated, finding.id, &finding.title, title(finding), second);
        found.push(repeated);
    }
}

/// What is withheld is not to be in the report.
pub(super) fn not_in_report(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    if let Some(titles) = checked.report {
        let published = |finding: &Finding| finding.withheld.is_empty();
        missing(
            checked.ledger,
            titles,
            &published,
            Check::NotInReport,
            Place::InReport,
            found,
        );
    }
}

pub(super) fn not_in_plan(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    if let Some(titles) = checked.plan {
        missing(
            checked.ledger,
            titles,
            &|_| true,
            Check::NotInPlan,
            Place::InPlan,
            found,
        );
    }
}

fn missing(
    ledger: &Ledger,
    titles: &[&str],
    expected: &dyn Fn(&Finding) -> bool,
    check: Check,
    place: Place,
    found: &mut Vec<CheckFinding>,
) {
    let mut known: Vec<String> = titles.iter().map(|title| key(problem_title(title))).collect();
    crate::ledger::sort_by(&mut known, Ord::cmp);
    let is_known = |title: &Text| known.binary_search(&key(problem_title(title))).is_ok();
    for finding in ledger.findings().filter(|finding| expected(finding)) {
        // A report has the words for the public; a plan has the finding's own.
        let public = &finding.public.title;
        if !is_known(&finding.title) && (public.is_empty() || !is_known(public)) {
            let second = Side::new(place.clone(), Value::Nothing);
            found.push(CheckFinding::of_record(
                check,
                finding.id,
                &finding.title,
                title(finding),
                second,
            ));
        }
    }
}
