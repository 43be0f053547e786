//! The reader as a whole: trees of small texts and of a fixture.

use super::*;
pub(super) const SMALL: &str = include_str!("../../../tests/data/good/report-small.txt");

/// One line per part of a draft, deeper ones indented.
pub(super) fn render(draft: &Draft) -> String {
    let mut out = String::new();
    let mut line = |depth: usize, text: String| out.extend(["  ".repeat(depth).as_str(), text.trim_end(), "\n"]);
    for area in &draft.areas {
        line(0, format!("{}@{}", area.title, area.line));
        for category in &area.categories {
            line(1, format!("{}@{}", category.title, category.line));
            for finding in &category.findings {
                let deadline = finding.deadline.map(|date| format!(" {date}")).unwrap_or_default();
                line(
                    2,
                    format!("{}@{} {}{deadline}", finding.title, finding.line, finding.status.code()),
                );
                for measure in &finding.measures {
                    line(
                        3,
                        format!(
                            "{}@{} | {}",
                            measure.heading,
                            measure.line,
                            measure.text.replace('\n', "/")
                        ),
                    );
                }
            }
        }
    }
    for item in &draft.unfinished {
        let at = |at: FindingAt| format!("{}.{}.{}", at.area, at.category, at.finding);
        let place = match item.matched {
            Some(place) => at(place),
            None => format!(
                "? {}",
                item.candidates
                    .iter()
                    .map(|place| at(*place))
                    .collect::<Vec<_>>()
                    .join(" ")
            ),
        };
        let deadline = item.deadline.map(|date| date.to_string()).unwrap_or_default();
        let texts = [&item.problem, &item.reason, &item.next_step].map(|text| text.replace('\n', "/"));
        line(
            0,
            format!(
                "! {}@{} {deadline} | {} -> {place}",
                item.title,
                item.line,
                texts.join(" | ")
            ),
        );
    }
    let prose: Vec<String> = draft.prose.iter().map(|line| line.number.to_string()).collect();
    if !prose.is_empty() {
        line(0, format!("prose {}", prose.join(" ")));
    }
    for unread in &draft.unread {
        line(
            0,
            format!("{:?} {} {}", unread.why, unread.line.number, unread.line.text),
        );
    }
    out
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let draft = read_report(text);
    assert_eq!(render(&draft).trim_end(), expected.trim(), "\n{text}\n");
    assert_all_lines(text, &draft);
}

#[track_caller]
pub(super) fn assert_all_lines(text: &str, draft: &Draft) {
    let rows: Vec<usize> = text
        .replace("\r\n", "\n")
        .split(['\n', '\r'])
        .enumerate()
        .filter(|(_, line)| !line.trim_matches(fold::is_blank).is_empty())
        .map(|(at, _)| at + 1)
        .collect();
    let accounted: Vec<usize> = draft.lines_accounted();
    assert_eq!(accounted, rows, "a line was lost in\n{text}");
}

#[test]
fn a_small_report() {
    check(SMALL, "
聚焦党的“三农”政策落实方面@8
  服务农户不够主动@9
    田间“最后一公里”服务不到位@10 in_progress 2026-06-30
      建立包片制度@11 | 12月3日出台《技术员包片服务办法》，36名技术员包片到村。
      办好田间课堂@11 | 统一是前提，一是抓早春备耕；全年举办18期。
    ‘土专家’作用发挥不够@12 done
      建立人才名册@14 | 登记“土专家”52人，分为种植、养殖两类。
      完善激励办法@16 |
  新品种推广成效不明显@17
    @17 in_progress 2025-12-31
      编制试验示范计划@18 |
      跟踪种植效果@18 | 同时，对涉及该问题的1名人员进行批评教育。
聚焦群众身边不正之风方面@19
  经费管理不严格@20
    差旅费审核把关不严@21 done
      清退多报费用@22 | 共清退1.26万元。
      修订报销制度@22 |
      开展专题学习@22 |
! ‘田间“最后一公里”’服务不到位@26 2026-06-30 | 偏远村组覆盖不足。 | 人员编制有限。 | 一是增聘技术员。二是开通热线。 -> 0.0.0
! 新品种推广成效不明显@31 2025-12-31 |  | 作物生长周期长。 |  -> 0.1.0
! 2022年审计指出的差旅费超标问题没有清退到位@34  |  |  | 继续清退。 -> ? 1.0.0
prose 1 4 5 7 23 24 37 38 39
");
    let inspection = read_report(SMALL).inspection;
    assert_eq!(inspection.team, "县委第三巡察组");
    assert_eq!(inspection.unit, "松泉县农业技术推广中心党总支");
    assert_eq!(inspection.source, "巡察");
    let days = [inspection.period_from, inspection.period_to, inspection.feedback];
    assert_eq!(
        days.map(|day| day.unwrap_or_default().to_string()),
        ["2025-09-08", "2025-10-17", "2025-11-06"]
    );
    assert_eq!(
        read_report(SMALL).counts(),
        DraftCounts {
            areas: 2,
            categories: 3,
            findings: 4,
            measures: 9,
            unfinished: 3,
            matched: 2,
            unplaced: 1,
            done: 2,
        }
    );
}

#[test]
fn missing_levels_are_filled_from_above() {
    check(
        "一、整改进展情况\n1.关于甲的问题\n整改情况：一是乙。",
        "
整改进展情况@2
  甲@2
    @2 done
      乙@3 |
",
    );
    check(
        "(一)聚焦甲方面\n(1)针对乙的问题\n一是丙。\n(二)聚焦丁方面\n整改情况:一是戊。",
        "
聚焦甲方面@1
  聚焦甲方面@1
    乙@2 done
      丙@3 |
聚焦丁方面@4
  聚焦丁方面@4
    @4 done
      戊@5 |
",
    );
    check(
        "二、整改进展情况\n(一)聚焦甲方面\n1.关于乙的问题\n2.关于丙的问题",
        "
聚焦甲方面@2
  乙@3
    @3 done
  丙@4
    @4 done
",
    );
}

#[test]
fn progress_may_stand_in_any_section() {
    check(
        "一、组织落实情况\n(一)聚焦甲方面\n1.关于乙的问题\n(1)针对丙的问题\n整改进展情况:一是丁。",
        "
聚焦甲方面@2
  乙@3
    丙@4 done
      丁@5 |
",
    );
}

#[test]
fn what_is_not_understood_is_listed() {
    check(
        "早上好\n二、整改进展情况\n总述\n(一)聚焦甲方面\n闲话\n1.关于乙的问题\n整改情况:已办结。\n存在问题:丙\n整改情况:\n整改状态:好",
        "
聚焦甲方面@4
  乙@6
    @6 done
prose 3
NoOpening 1 早上好
Stray 5 闲话
NoMeasures 9 整改情况:
NoStatus 10 整改状态:好
",
    );
    check(
        "三、莫名\n甲\n1.乙\n整改时效:丙",
        "
HeadingOutOfPlace 1 三、莫名
Stray 2 甲
HeadingOutOfPlace 3 1.乙
Stray 4 整改时效:丙
",
    );
    check(
        "四、未完成整改事项\n整改时限:明年\n(一)关于甲的问题\n(1)乙\n整改时限:明年\n闲话\n监督方式:丙",
        "
! 甲@3  |  |  |  -> ?
UnknownLabel 2 整改时限:明年
HeadingOutOfPlace 4 (1)乙
NoDate 5 整改时限:明年
Stray 6 闲话
UnknownLabel 7 监督方式:丙
",
    );
}

#[test]
fn an_item_matches_only_a_finding_that_is_alone_and_free() {
    let report =
        "二、整改进展情况\n(一)聚焦甲方面\n1.关于乙的问题\n(1)针对丙丙的问题\n(2)针对丙丙的问题\n(3)针对丁丁的问题
四、需要进一步整改的事项\n1.关于“丙丙”的问题\n2.关于丁丁的问题\n整改时限：\n2026年1月1日\n3.丁丁。\n原因：甲\n(1)乙";
    check(
        report,
        "
聚焦甲方面@2
  乙@3
    丙丙@4 done
    丙丙@5 done
    丁丁@6 in_progress 2026-01-01
! 丙丙@8  |  |  |  -> ? 0.0.0 0.0.1
! 丁丁@9 2026-01-01 |  |  |  -> 0.0.2
! 丁丁@12  |  | 甲/(1)乙 |  -> ? 0.0.2
",
    );
}
