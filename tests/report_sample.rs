//! The reader on a real published report, which is not part of this repository.

use rectification_ledger::formats::report::{DraftCounts, read_report};

#[test]
fn a_published_report_is_read_in_full() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    let draft = read_report(&text);
    assert_eq!(
        draft.counts(),
        DraftCounts {
            areas: 4,
            categories: 11,
            findings: 30,
            measures: 90,
            unfinished: 5,
            matched: 4,
            unplaced: 1,
            done: 26,
        }
    );
    let inspection = &draft.inspection;
    assert_eq!((&*inspection.source, &*inspection.team), ("巡察", "市委巡察二组"));
    assert_eq!(&*inspection.unit, "晋江市融媒体中心党委");
    let days = [inspection.period_from, inspection.period_to, inspection.feedback];
    assert_eq!(
        days.map(|day| day.unwrap_or_default().to_string()),
        ["2024-12-26", "2025-01-26", "2025-02-24"]
    );

    let items: Vec<_> = draft
        .unfinished
        .iter()
        .map(|item| {
            let deadline = item.deadline.unwrap_or_default().to_string();
            (item.matched.map_or("", |at| draft.finding_title(at)), deadline)
        })
        .collect();
    let expected = [
        ("自我“造血”功能不够强", "2025-12-31"),
        ("对新闻宣传工作是意识形态领域的重要阵地认识不足", "2025-08-31"),
        ("综合服务平台建设滞后", "2025-10-31"),
        ("政治吸纳力度不足", "2025-12-31"),
        ("", "2025-12-31"),
    ];
    assert_eq!(items, expected.map(|(title, deadline)| (title, deadline.to_owned())));
    let proposed: Vec<_> = draft.unfinished[4]
        .candidates
        .iter()
        .map(|at| draft.finding_title(*at))
        .collect();
    assert_eq!(proposed[..2], ["推动媒体深度融合不够有力", "履行整改主体责任不到位"]);

    assert!(draft.unread.is_empty(), "{:?}", draft.unread);
    assert_eq!(
        draft.lines_accounted().len(),
        text.lines().filter(|line| !line.trim().is_empty()).count()
    );
    let prose: Vec<_> = draft.prose.iter().map(|line| line.number).collect();
    assert_eq!(prose, [2, 3, 4, 5, 6, 81, 82, 83, 84, 110, 111, 112]);
}

/// Every letter of a progress text is in a heading or a text, but for ordinals and full stops after headings.
#[test]
fn no_words_of_measures_are_lost() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    let draft = read_report(&text);
    let lines: Vec<&str> = text.lines().collect();
    let findings = draft
        .areas
        .iter()
        .flat_map(|area| &area.categories)
        .flat_map(|category| &category.findings);
    for finding in findings {
        let line = lines[finding.measures[0].line - 1];
        let ordinals = ["一是", "二是", "三是", "四是", "五是", "六是", "七是"];
        let again: String = finding
            .measures
            .iter()
            .zip(ordinals)
            .map(|(measure, ordinal)| format!("{ordinal}{}。{}", measure.heading, measure.text))
            .collect();
        assert_eq!(format!("整改进展情况:{again}"), line);
    }
}
