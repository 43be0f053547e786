//! 反馈意见: a text that says what was found, and nothing of what was done about it.

use super::{
    corrections::{Corrections, TextKind},
    fold::squeezed,
    labels::Label,
    lines::{Mark, Row},
    opening::is_title,
    section::{Holds, holds_by_title, opens_as_problem},
    status,
};

/// Of a line, as much as is looked at.
const CHARS: usize = 400;

pub(super) fn kind_of(rows: &[Row<'_>], marks: &[Mark<'_>], corrections: &Corrections) -> TextKind {
    if let Some(kind) = corrections.kind {
        return kind;
    }
    let of_a_report = |(row, mark): (&Row<'_>, &Mark<'_>)| match mark {
        Mark::Label(label, _) => *label != Label::Other,
        Mark::Heading(.., title) => {
            matches!(holds_by_title(title), Holds::Progress | Holds::Unfinished)
                || opens_as_problem(title)
                || status::at_end(title).is_some()
                || tells_of_acts(title)
        }
        _ => is_title(row.text) || tells_of_acts(row.text),
    };
    let first = marks.iter().position(|mark| matches!(mark, Mark::Heading(..)));
    let opening = &rows[..first.unwrap_or(0)];
    let is_announced = opening.iter().any(|row| {
        let text = squeezed(row.text, CHARS);
        text.contains("反馈") || text.contains("发现")
    });
    match is_announced && !rows.iter().zip(marks).any(of_a_report) {
        true => TextKind::Feedback,
        false => TextKind::Report,
    }
}

/// What was done is told as done: 已完成, 制定了, 一是修订.
fn tells_of_acts(text: &str) -> bool {
    const ACTS: [&str; 11] = [
        "已完成",
        "已整改",
        "完成整改",
        "整改完成",
        "已制定",
        "已印发",
        "已建立",
        "已修订",
        "已开展",
        "已清退",
        "已追缴",
    ];
    let text = squeezed(text, CHARS);
    ACTS.iter().any(|act| text.contains(act))
}

/// A heading over what the inspectors ask for, or over what is no problem: 意见建议, 基本情况.
pub(super) fn is_prose(title: &str) -> bool {
    const WORDS: [&str; 9] = [
        "整改意见",
        "意见建议",
        "工作建议",
        "整改要求",
        "整改建议",
        "下一步",
        "基本情况",
        "总体评价",
        "线索",
    ];
    let title = squeezed(title, 24);
    WORDS.iter().any(|word| title.contains(word)) || title == "意见和建议"
}

/// A heading over the problems as a whole: 巡察发现的主要问题.
pub(super) fn is_over_all(title: &str) -> bool {
    let title = squeezed(title, 40);
    ["主要问题", "发现的问题", "存在的问题", "存在问题", "反馈的问题"]
        .iter()
        .any(|end| title.trim_end_matches([':', '。']).ends_with(end))
}

/// The problem, and what follows it on the line.
pub(super) fn split(title: &str) -> (&str, &str) {
    title.split_once('。').unwrap_or((title, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::report::{read_report, read_report_with},
        journal::Edit,
        ledger::{Field, Id, Kind},
    };

    const FEEDBACK: &str = include_str!("../../../tests/data/reports/feedback-numbered.txt");
    const REPORT: &str = include_str!("../../../tests/data/good/report-small.txt");

    #[test]
    fn a_text_that_tells_of_no_remedy_is_feedback() {
        assert_eq!(read_report(FEEDBACK).kind, TextKind::Feedback);
        assert_eq!(read_report(REPORT).kind, TextKind::Report);
        assert_eq!(read_report("").kind, TextKind::Report);
        // That nobody looked into something is a problem, and no remedy.
        let unstudied = FEEDBACK.replace("记录不全。", "记录不全。支部从未专题研究。");
        assert_eq!(read_report(&unstudied).kind, TextKind::Feedback);
        let with_remedy = FEEDBACK.replace("（2）活动场地闲置。", "（2）活动场地闲置。已完成整改。");
        assert_eq!(read_report(&with_remedy).kind, TextKind::Report);
    }

    #[test]
    fn the_user_knows_better() {
        for (text, kind) in [(FEEDBACK, TextKind::Report), (REPORT, TextKind::Feedback)] {
            let corrections = Corrections {
                kind: Some(kind),
                ..Corrections::default()
            };
            assert_eq!(read_report_with(text, &corrections).kind, kind);
        }
    }

    #[test]
    fn feedback_is_stored_as_problems_that_nobody_has_begun_with() {
        let edits = read_report(FEEDBACK).into_edits(FEEDBACK);
        let mut findings = 0;
        for edit in &edits {
            match edit {
                Edit::Set { record, field, .. } => {
                    assert!(*record == Id::ROOT && *field != Field::ReportStyle, "{edit:?}")
                }
                Edit::Add { record, .. } => {
                    assert!(record.kind != Kind::Section);
                    for category in &record.children {
                        findings += category.children.len();
                        let none = |finding: &crate::journal::NewRecord| finding.children.is_empty();
                        assert!(category.children.iter().all(none), "no measure is made up");
                    }
                }
                _ => panic!("{edit:?}"),
            }
        }
        assert_eq!(findings, 8);
    }
}
