//! What checks find, said in both languages.

use super::*;
use crate::{
    figures::{CHECKS, Checked, checks},
    ledger::{Accountability, Category, Finding, FocusArea, Id, Ledger, Penalty, Status, parse_date},
};

fn held(number: u32, passage: &str) -> Accountability {
    let mut held = Accountability::new(Id::ROOT);
    held.penalty = Penalty::Criticism;
    held.number = Some(number);
    held.counted_as = Some(CountedAs::Persons);
    held.passage = passage.into();
    held
}

fn ledger() -> Ledger {
    let mut finding = Finding::new(Id::ROOT);
    finding.title = "渠道清淤不及时".into();
    finding.status = Status::InProgress;
    finding.deadline = parse_date("2026-09-30");
    finding.accountability = vec![held(20, "")];
    let category = Category {
        id: Id::ROOT,
        title: "管理松散".into(),
        form: "".into(),
        findings: vec![finding],
    };
    Ledger {
        accountability: vec![held(11, "共批评教育11人。")],
        focus_areas: vec![FocusArea {
            id: Id::ROOT,
            title: "聚焦履职".into(),
            form: "".into(),
            categories: vec![category],
        }],
        ..Ledger::default()
    }
}

fn said(texts: &CheckTexts, found: &CheckFinding) -> String {
    let [first, second] = [&found.first, &found.second].map(|side| {
        let value = (texts.value)(found, side);
        [&(texts.place)(side), " = ", &value].concat()
    });
    [&(texts.about)(found), ": ", &first, ", ", &second].concat()
}

#[test]
fn both_values_are_said_in_both_languages() {
    let ledger = ledger();
    let today = parse_date("2026-10-01").expect("a date");
    let found = checks(&Checked::new(&ledger, today));
    let chinese: Vec<String> = found.iter().map(|each| said(&ZH, each)).collect();
    assert_eq!(
        chinese,
        [
            "批评教育: 报告 = 11人, 各问题合计 = 20人",
            "渠道清淤不及时: 整改时限 = 2026年9月30日, 状态 = 整改中",
            "渠道清淤不及时: 状态 = 整改中, 未填写 = 未完成整改原因、下一步整改措施",
        ]
    );
    let english: Vec<String> = found.iter().map(|each| said(&EN, each)).collect();
    assert_eq!(
        english,
        [
            "Criticism: Report = 11 persons, Findings together = 20 persons",
            "渠道清淤不及时: Deadline = 2026-09-30, Status = In progress",
            "渠道清淤不及时: Status = In progress, Missing = Why it is not finished, Next step",
        ]
    );
}

#[test]
fn every_check_has_its_own_title_and_a_remedy() {
    for texts in [&ZH, &EN] {
        let mut titles: Vec<&str> = CHECKS.iter().map(|(check, _)| (texts.title)(*check)).collect();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), CHECKS.len());
        assert!(CHECKS.iter().all(|(check, _)| !(texts.remedy)(*check).is_empty()));
    }
}
