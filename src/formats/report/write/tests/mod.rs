//! The writer as a whole, on a small ledger: every setting.

mod own;
mod public;
mod settings;

use super::*;
use crate::ledger::{Actor, Category, Finding, FocusArea, Inspection, Measure, Remedy, Status, Unplaced, parse_date};

fn id(counter: u32) -> Id {
    Id {
        actor: Actor::from_random(7),
        counter,
    }
}

fn measure(counter: u32, heading: &str, text: &str) -> Measure {
    let mut measure = Measure::new(id(counter));
    measure.heading = heading.into();
    measure.text = text.into();
    measure.status = Status::Done;
    measure
}

fn finding(counter: u32, title: &str, status: Status, measures: &[(&str, &str)]) -> Finding {
    let mut finding = Finding::new(id(counter));
    finding.title = title.into();
    finding.status = status;
    let numbered = measures.iter().zip(counter + 1..);
    finding.measures = numbered
        .map(|((heading, text), at)| measure(at, heading, text))
        .collect();
    finding
}

/// Two areas; the second has a category that stands for its finding.
pub fn ledger() -> Ledger {
    let mut open = finding(
        22,
        "巡河“最后一米”没有打通",
        Status::InProgress,
        &[("补齐巡河路线", "")],
    );
    open.problem = "部分支流没有巡查。".into();
    open.reason = "便道尚未完工。".into();
    open.next_step = "一是完成便道。\n二是配齐人员。".into();
    open.deadline = parse_date("2026-06-30");
    open.leader = "张三".into();
    open.owner = "李四明、张三".into();
    open.remedy = Some(Remedy::ByDate);
    let mut whole = finding(50, "合同管理不细", Status::LargelyDone, &[("清理合同", "共清理32份")]);
    whole.stands_for_category = true;
    let category = |counter, title: &str, findings| Category {
        id: id(counter),
        title: title.into(),
        form: "".into(),
        findings,
    };
    let first = finding(
        12,
        "学习不深",
        Status::Done,
        &[("制定计划", "张三牵头，电话13812345678。"), ("集中研讨", "")],
    );
    let third = finding(32, "台账不全", Status::Closed, &[("补录台账", "")]);
    Ledger {
        inspection: Inspection {
            source: "巡察".into(),
            team: "区委第二巡察组".into(),
            unit: "河湾区水务局党组".into(),
            period_from: parse_date("2025-03-03"),
            period_to: parse_date("2025-04-18"),
            feedback: parse_date("2025-05-20"),
            concentrated_until: None,
        },
        focus_areas: vec![
            FocusArea {
                id: id(1),
                title: "聚焦履职尽责方面".into(),
                form: "".into(),
                categories: vec![
                    category(11, "理论武装不够扎实", vec![first, open]),
                    category(31, "基础工作不实", vec![third]),
                ],
            },
            FocusArea {
                id: id(2),
                title: "聚焦廉洁风险方面".into(),
                form: "".into(),
                categories: vec![category(49, "合同管理不细", vec![whole])],
            },
        ],
        unplaced: vec![Unplaced {
            id: id(60),
            title: "往年审计指出的问题".into(),
            problem: "".into(),
            reason: "".into(),
            next_step: "继续清理。".into(),
            deadline: None,
            item_form: "".into(),
            item_place: 0,
        }],
        ..Ledger::default()
    }
}

/// The ledger's own parts alone: no free text.
fn bare_prose() -> Prose {
    let section = |part| Section {
        part,
        title: if part == Part::Progress { "进展" } else { "未完成" }.into(),
        text: String::new(),
    };
    Prose {
        sections: vec![section(Part::Progress), section(Part::Unfinished)],
        ..Prose::default()
    }
}

fn written(style: &Style) -> String {
    let (ledger, prose) = (ledger(), bare_prose());
    plain(&write(&Report::new(&ledger, style, &prose)))
}

#[track_caller]
fn check(change: impl Fn(&mut Style), lines: &[&str]) {
    let mut style = Style::default();
    change(&mut style);
    let text = written(&style);
    for line in lines {
        assert!(text.lines().any(|each| each == *line), "{line}\nis not in\n{text}");
    }
}

#[test]
fn the_style_of_the_sample() {
    let expected = "\
一、进展
（一）聚焦履职尽责方面
1.关于理论武装不够扎实的问题
（1）针对学习不深的问题
整改进展情况：一是制定计划。张三牵头，电话13812345678。二是集中研讨。
（2）针对巡河“最后一米”没有打通的问题
整改进展情况：一是补齐巡河路线。
2.关于基础工作不实的问题
（1）针对台账不全的问题
整改进展情况：一是补录台账。
（二）聚焦廉洁风险方面
1.关于合同管理不细的问题
整改进展情况：一是清理合同。共清理32份。
二、未完成
（一）关于“巡河‘最后一米’没有打通”的问题
存在问题：部分支流没有巡查。
未完成整改原因：便道尚未完工。
下一步整改措施：一是完成便道。
二是配齐人员。
整改时限：2026年6月30日前。
（二）关于“合同管理不细”的问题
（三）关于“往年审计指出的问题”的问题
下一步整改措施：继续清理。
";
    assert_eq!(written(&Style::default()), expected);
}

#[test]
fn numbers_of_each_level() {
    check(
        |style| style.sections = Numbers::HanInBrackets,
        &["（一）进展", "（二）未完成"],
    );
    check(|style| style.areas = Numbers::Dot, &["2.聚焦廉洁风险方面"]);
    check(|style| style.areas = Numbers::Bare, &["聚焦廉洁风险方面"]);
    check(
        |style| style.categories = Numbers::Comma,
        &["2、关于基础工作不实的问题"],
    );
    check(
        |style| style.findings = Numbers::Circle,
        &["②针对巡河“最后一米”没有打通的问题"],
    );
    check(
        |style| style.items = Numbers::Brackets,
        &["（2）关于“合同管理不细”的问题"],
    );
    check(
        |style| style.width = Width::Half,
        &[
            "(一)聚焦履职尽责方面",
            "(1)针对学习不深的问题",
            "整改进展情况:一是补录台账。",
        ],
    );
    check(
        |style| {
            style.category_counting = Counting::RunOn;
            style.finding_counting = Counting::RunOn;
        },
        &["3.关于合同管理不细的问题", "（3）针对台账不全的问题"],
    );
}

#[test]
fn hidden_levels() {
    check(
        |style| {
            style.areas = Numbers::Hidden;
            style.categories = Numbers::Hidden;
            style.findings = Numbers::Dot;
        },
        &[
            "1.针对学习不深的问题",
            "3.针对台账不全的问题",
            "4.针对合同管理不细的问题",
        ],
    );
    check(
        |style| style.areas = Numbers::Hidden,
        &["2.关于基础工作不实的问题", "3.关于合同管理不细的问题"],
    );
}

#[test]
fn phrases_and_labels() {
    check(|style| style.category_phrase = Phrase::Sentence, &["2.基础工作不实。"]);
    check(
        |style| style.finding_phrase = Phrase::Reported,
        &["（1）反馈问题：学习不深"],
    );
    check(
        |style| style.item_phrase = Phrase::AboutRectifying,
        &["（二）关于“合同管理不细”问题的整改"],
    );
    check(
        |style| style.label = ProgressLabel::CarriedOut,
        &["整改落实情况：一是补录台账。"],
    );
    check(|style| style.label = ProgressLabel::None, &["一是补录台账。"]);
    check(
        |style| style.item_labels = ItemLabels::Short,
        &["完成时限：2026年6月30日前。"],
    );
}

#[test]
fn statuses() {
    let place = |place| move |style: &mut Style| style.status_place = place;
    check(
        place(StatusPlace::Line),
        &["整改状态：正在整改。", "整改状态：已销号。"],
    );
    check(
        place(StatusPlace::Heading),
        &[
            "（1）针对学习不深的问题（已完成）",
            "1.关于合同管理不细的问题（基本完成）",
        ],
    );
    check(place(StatusPlace::First), &["整改进展情况：已销号。一是补录台账。"]);
    check(
        |style| {
            style.status_place = StatusPlace::Heading;
            style.status_words = StatusWords::Reached;
            style.finding_phrase = Phrase::Sentence;
            style.width = Width::Half;
        },
        &["(1)学习不深(整改到位)。", "1.关于合同管理不细的问题(阶段性完成)"],
    );
}

#[test]
fn measures_in_every_layout() {
    let layout = |measures| move |style: &mut Style| style.measures = measures;
    check(
        layout(Measures::Apart),
        &[
            "整改进展情况：",
            "一是制定计划。张三牵头，电话13812345678。",
            "二是集中研讨。",
        ],
    );
    check(
        layout(Measures::CircledTogether),
        &["整改进展情况：①制定计划。张三牵头，电话13812345678。②集中研讨。"],
    );
    check(layout(Measures::Circled), &["②集中研讨。"]);
    check(layout(Measures::Numbered), &["2）集中研讨。"]);
    check(layout(Measures::Nth), &["第二，集中研讨。"]);
    check(
        layout(Measures::NthTogether),
        &["整改进展情况：第一，制定计划。张三牵头，电话13812345678。第二，集中研讨。"],
    );
    check(
        layout(Measures::Plain),
        &["整改进展情况：制定计划。张三牵头，电话13812345678。", "集中研讨。"],
    );
}

/// A level that the reader filled in, because the report had none, is not written.
#[test]
fn levels_that_the_report_had_not() {
    let mut ledger = ledger();
    ledger.focus_areas.remove(0);
    ledger.focus_areas[0].title = "关于合同管理不细的问题".into();
    let (style, mut prose) = (Style::default(), bare_prose());
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    assert!(
        text.starts_with("一、进展\n（一）关于合同管理不细的问题\n整改进展情况：一是清理合同。"),
        "{text}"
    );
    ledger.focus_areas[0].title = "进展".into();
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    assert!(text.starts_with("一、进展\n1.关于合同管理不细的问题\n"), "{text}");

    prose.sections[0].title.clear();
    let style = Style {
        areas: Numbers::Han,
        ..style
    };
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    assert!(text.starts_with("一、进展\n1.关于合同管理不细的问题\n"), "{text}");
    assert!(text.contains("\n二、未完成\n"), "{text}");
}

#[test]
fn nothing_known_is_left_blank() {
    let (ledger, style) = (Ledger::default(), Style::default());
    let text = plain(&write(&Report::new(&ledger, &style, &Prose::default())));
    assert_eq!(text, "");
    let prose = Prose::from_ledger(&ledger);
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    let headings: Vec<&str> = text.lines().filter(|line| Numbers::read(line).is_some()).collect();
    let expected = [
        "一、对巡察整改的组织领导情况",
        "二、巡察反馈问题的整改进展情况",
        "三、巡察反馈问题线索的处理情况",
        "四、下一步工作重点和计划",
    ];
    assert_eq!(headings, expected);

    let mut ledger = tests::ledger();
    ledger.focus_areas.truncate(1);
    ledger.focus_areas[0].categories.truncate(1);
    ledger.focus_areas[0].categories[0].findings = vec![Finding::new(id(90))];
    ledger.unplaced.clear();
    let prose = bare_prose();
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    assert!(
        text.contains("（1）针对〔　　〕的问题\n整改进展情况：〔　　〕。\n"),
        "{text}"
    );
    assert!(text.ends_with("（一）关于“〔　　〕”的问题\n"), "{text}");
}
