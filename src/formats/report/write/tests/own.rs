//! Style and free text of reports that today's reader does not read in full, with drafts made by hand.

use super::*;
use crate::formats::report::{Draft, DraftArea, DraftCategory, DraftFinding, DraftMeasure, DraftUnfinished};

/// A draft of a tree whose lines are found by their titles, a space before each level: area, category, finding.
fn draft(text: &str, tree: &[&str], items: &[&str]) -> Draft {
    let line = |title: &str| {
        text.lines()
            .position(|line| line.contains(title))
            .expect("a line with that title")
            + 1
    };
    let mut draft = Draft::default();
    for entry in tree {
        let title = entry.trim_start();
        let (line, name) = (line(title), title.to_owned());
        match entry.len() - title.len() {
            0 => draft.areas.push(DraftArea {
                title: name,
                line,
                ..DraftArea::default()
            }),
            1 => draft.areas.last_mut().expect("an area").categories.push(DraftCategory {
                title: name,
                line,
                ..DraftCategory::default()
            }),
            _ => {
                let category = draft.areas.last_mut().and_then(|area| area.categories.last_mut());
                category.expect("a category").findings.push(DraftFinding {
                    title: name,
                    line,
                    status: Status::Done,
                    measures: vec![DraftMeasure {
                        heading: "甲".into(),
                        line: line + 1,
                        ..DraftMeasure::default()
                    }],
                    ..DraftFinding::default()
                });
            }
        }
    }
    draft.unfinished.extend(items.iter().map(|title| {
        DraftUnfinished {
            title: (*title).into(),
            line: text.lines().count()
                - text
                    .lines()
                    .rev()
                    .position(|line| line.contains(title))
                    .unwrap_or_default(),
            ..DraftUnfinished::default()
        }
    }));
    draft
}

#[test]
fn areas_that_are_sections() {
    let text = include_str!("../../../../../tests/data/written/grain.txt");
    let tree = [
        "聚焦粮食安全责任方面",
        " 储备粮管理不够严",
        "  轮换计划执行不及时",
        "  库区巡查流于形式",
        "聚焦支部建设方面",
        " 组织生活不够经常",
        "  党课质量不高",
    ];
    let draft = draft(text, &tree, &[]);
    let expected = Style {
        areas: Numbers::Han,
        categories: Numbers::HanInBrackets,
        findings: Numbers::Dot,
        width: Width::Half,
        label: ProgressLabel::None,
        ..Style::default()
    };
    assert_eq!(Style::from_report(&draft, text), expected);
    let prose = Prose::from_draft(&draft, text);
    let sections: Vec<_> = prose
        .sections
        .iter()
        .map(|section| (section.part, &*section.title, &*section.text))
        .collect();
    let expected = [
        (Part::Organisation, "组织推进情况", "支部大会通过方案,分3组落实。"),
        (Part::Progress, "", ""),
        (Part::NextSteps, "下一步打算", "继续对账,一季一查。"),
    ];
    assert_eq!(sections, expected);
}

#[test]
fn sections_in_brackets_and_statuses_in_headings() {
    let text = include_str!("../../../../../tests/data/written/hospital.txt");
    let tree = [
        "公共卫生服务方面",
        " 随访不够实",
        "  慢病随访靠电话应付",
        "  档案更新慢",
        " 收费公示不全",
    ];
    let draft = draft(text, &tree, &["档案更新慢", "收费公示不全"]);
    let expected = Style {
        sections: Numbers::HanInBrackets,
        areas: Numbers::Comma,
        categories: Numbers::Brackets,
        findings: Numbers::Circle,
        items: Numbers::Comma,
        category_phrase: Phrase::Sentence,
        finding_phrase: Phrase::Bare,
        item_phrase: Phrase::AboutQuotedShort,
        status_place: StatusPlace::Heading,
        status_words: StatusWords::Reached,
        measures: Measures::Numbered,
        item_labels: ItemLabels::Short,
        ..Style::default()
    };
    assert_eq!(Style::from_report(&draft, text), expected);
    let prose = Prose::from_draft(&draft, text);
    let parts: Vec<_> = prose
        .sections
        .iter()
        .map(|section| (section.part, &*section.title))
        .collect();
    let expected = [
        (Part::Progress, "整改情况"),
        (Part::Clues, "问题线索处置情况"),
        (Part::Unfinished, "未完成事项"),
    ];
    assert_eq!(parts, expected);
    assert_eq!(prose.title, "云麓镇卫生院党支部整改公示");
    assert_eq!(prose.sections[2].text, "以下2项继续整改。");
}

#[test]
fn nothing_is_told_from_nothing() {
    for text in ["", "\n\r\n", "甲", "一、", "（一）（二）", "1.\n2."] {
        let draft = crate::formats::report::read_report(text);
        let (style, prose) = (Style::from_report(&draft, text), Prose::from_draft(&draft, text));
        let ledger = Ledger::default();
        write(&Report::new(&ledger, &style, &prose));
        assert!(item_order(&draft, &ledger).is_empty());
    }
    let draft = Draft::default();
    assert_eq!(Style::from_report(&draft, ""), Style::default());
    assert_eq!(Prose::from_draft(&draft, ""), Prose::default());
}

/// What is written in the standard style, with no free text but what the ledger gives, is read without a line left over.
#[test]
fn the_standard_report_is_read_in_full() {
    let (ledger, style) = (ledger(), Style::default());
    let prose = Prose::from_ledger(&ledger);
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    let draft = crate::formats::report::read_report(&text);
    assert!(draft.unread.is_empty(), "{:?}", draft.unread);
    assert_eq!(draft.inspection, ledger.inspection);
    let counts = draft.counts();
    assert_eq!(
        (counts.areas, counts.categories, counts.findings, counts.measures),
        (2, 3, 4, 5)
    );
    assert_eq!((counts.unfinished, counts.matched, counts.unplaced), (3, 2, 1));
    assert_eq!(
        (Style::from_report(&draft, &text), Prose::from_draft(&draft, &text)),
        (style, prose)
    );
    let order = item_order(&draft, &ledger);
    assert_eq!(order, [id(22), id(50), id(60)]);
}
