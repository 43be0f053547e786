//! What a user said of single lines holds, and reading again with it changes nothing else.

use rectification_ledger::{
    formats::report::{Corrections, Draft, LineRole, Why, read_report, read_report_with},
    ledger::Status,
};

use super::tree::{assert_all_lines, assert_spans};

const TEXT: &str = "\
一、整改进展情况
（一）聚焦甲方面
1.关于乙的问题
整改情况：一是丙。又丙。二是丁。
2.补充说明
整改情况：一是戊。
二、杂项
（一）己不清
下一步措施：庚。";

/// Titles by level, with measures, and unfinished items.
fn outline(draft: &Draft) -> String {
    let mut out = String::new();
    for area in &draft.areas {
        out += &format!("{}\n", area.title);
        for category in &area.categories {
            out += &format!(" {}\n", category.title);
            for finding in &category.findings {
                out += &format!("  {} {}:", finding.title, finding.status.code());
                for measure in &finding.measures {
                    out += &format!(" {}|{}", measure.heading, measure.text.replace('\n', "/"));
                }
                out += "\n";
            }
        }
    }
    for item in &draft.unfinished {
        out += &format!("! {}|{}\n", item.title, item.next_step);
    }
    out
}

#[track_caller]
fn check(corrections: &Corrections, expected: &str) -> Draft {
    let draft = read_report_with(TEXT, corrections);
    assert_eq!(outline(&draft), expected);
    let drafts = [draft];
    assert_all_lines(TEXT, &drafts);
    assert_spans(TEXT, &drafts);
    let [draft] = drafts;
    draft
}

fn roles(roles: &[(usize, LineRole)]) -> Corrections {
    Corrections {
        roles: roles.to_vec(),
        ..Corrections::default()
    }
}

#[test]
fn without_corrections() {
    let plain = check(
        &Corrections::default(),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁|\n 补充说明\n   done: 戊|\n",
    );
    assert_eq!(plain, read_report(TEXT));
    assert_eq!(plain.unread[0].why, Why::HeadingOutOfPlace);
}

#[test]
fn lines_get_the_role_that_was_said() {
    check(
        &roles(&[(5, LineRole::Finding)]),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁|\n  补充说明 done: 戊|\n",
    );
    check(
        &roles(&[(5, LineRole::Area)]),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁|\n补充说明\n 补充说明\n   done: 戊|\n",
    );
    check(
        &roles(&[(5, LineRole::Body)]),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁|2.补充说明 戊|\n",
    );
    let ignored = check(
        &roles(&[(5, LineRole::Ignored)]),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁| 戊|\n",
    );
    assert!(ignored.prose.iter().any(|line| line.number == 5));
    check(
        &roles(&[(8, LineRole::Item)]),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁|\n 补充说明\n   done: 戊|\n! 己不清|庚。\n",
    );
    check(
        &roles(&[(3, LineRole::Category), (5, LineRole::Ignored), (6, LineRole::Ignored)]),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁|\n",
    );
    let section = check(
        &roles(&[(5, LineRole::Section)]),
        "聚焦甲方面\n 乙\n   done: 丙|又丙。 丁|\n",
    );
    assert!(section.taken.contains(&5) && section.unread.iter().any(|unread| unread.line.number == 8));
}

#[test]
fn a_status_is_the_one_that_was_said() {
    let corrections = Corrections {
        statuses: vec![(3, Status::LargelyDone)],
        ..Corrections::default()
    };
    check(
        &corrections,
        "聚焦甲方面\n 乙\n   largely_done: 丙|又丙。 丁|\n 补充说明\n   done: 戊|\n",
    );
}

#[test]
fn measures_begin_where_it_was_said() {
    let line = TEXT.lines().nth(3).expect("a fourth line");
    let at = |words: &str| (4, line.find(words).expect("these words"));
    let corrections = Corrections {
        starts: vec![at("又丙"), (4, 1), (400, 0)],
        no_starts: vec![at("二是"), (4, 100_000)],
        ..Corrections::default()
    };
    check(
        &corrections,
        "聚焦甲方面\n 乙\n   done: 丙| 又丙|二是丁。\n 补充说明\n   done: 戊|\n",
    );
}

/// Whatever is said of a line, none is lost.
#[test]
fn any_role_of_any_line() {
    use LineRole::*;
    for role in [Section, Area, Category, Finding, Item, Body, Ignored] {
        for line in 0..=TEXT.lines().count() + 1 {
            for other in [Section, Finding, Item, Body] {
                let corrections = roles(&[(line, role), (line + 2, other)]);
                let drafts = [read_report_with(TEXT, &corrections)];
                assert_all_lines(TEXT, &drafts);
                assert_spans(TEXT, &drafts);
            }
        }
    }
}
