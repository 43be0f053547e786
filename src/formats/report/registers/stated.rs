//! Counts that a report says of itself: `反馈的4个方面11类30个问题，已完成整改26个`, `出台制度18项`, `移交线索3条`.

use super::{
    amount::{is_of_number, whole},
    plain::{Plain, last_letters},
};
use crate::{
    formats::report::{draft::Span, fold::offset},
    ledger::Stated,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftStated {
    pub what: Stated,
    pub number: u32,
    /// Said of one area or category alone, in its heading or in the list of contents.
    pub of_part: bool,
    pub span: Span,
}

use Stated::*;

/// What may follow a number with its unit: 30个问题, 11类, 18份制度.
const AFTER: [(&str, Stated); 25] = [
    ("已完成整改", Done),
    ("已完成", Done),
    ("已整改完成", Done),
    ("整改完成", Done),
    ("完成整改", Done),
    ("已整改到位", Done),
    ("整改到位", Done),
    ("已销号", Done),
    ("基本完成", LargelyDone),
    ("阶段性完成", LargelyDone),
    ("正在整改", InProgress),
    ("正在推进", InProgress),
    ("尚未完成", Unfinished),
    ("未完成", Unfinished),
    ("整改措施", Measures),
    ("具体整改措施", Measures),
    ("具体措施", Measures),
    ("措施", Measures),
    ("规章制度", Rules),
    ("制度", Rules),
    ("问题线索", Clues),
    ("线索", Clues),
    ("具体问题", Findings),
    ("反馈问题", Findings),
    ("问题", Findings),
];

/// What may stand right before a number: 已完成整改26个, 制度18项.
const BEFORE: [(&str, Stated); 25] = [
    ("阶段性成效", LargelyDone),
    ("阶段性成果", LargelyDone),
    ("基本完成整改", LargelyDone),
    ("基本完成", LargelyDone),
    ("阶段性完成", LargelyDone),
    ("未完成整改", Unfinished),
    ("未完成", Unfinished),
    ("正在整改", InProgress),
    ("正在推进整改", InProgress),
    ("正在推进", InProgress),
    ("持续整改", InProgress),
    ("继续整改", InProgress),
    ("完成整改", Done),
    ("整改完成", Done),
    ("整改到位", Done),
    ("完成", Done),
    ("已整改", Done),
    ("已销号", Done),
    ("整改措施", Measures),
    ("措施", Measures),
    ("制度", Rules),
    ("制度文件", Rules),
    ("线索", Clues),
    ("反馈问题", Findings),
    ("反馈的问题", Findings),
];

const UNITS: [char; 6] = ['个', '项', '条', '类', '份', '件'];

/// The counts in a text. In a heading or a list of them, `（7个问题）` needs no words around it.
pub(in crate::formats::report) fn read(plain: &Plain, in_list: bool) -> Vec<DraftStated> {
    let text = plain.text();
    let mut found: Vec<DraftStated> = Vec::new();
    let mut done = 0;
    for (at, letter) in text.char_indices() {
        if at < done || !is_of_number(letter) {
            continue;
        }
        // A number is read once, from its first letter on.
        let number = &text[at..];
        let length = number
            .find(|letter: char| !is_of_number(letter) && letter != ',')
            .unwrap_or(number.len());
        done = at + length.max(letter.len_utf8());
        let Some((value, rest)) = whole(number) else { continue };
        let before = last_letters(&text[..at], 24);
        if before.ends_with(['.', '第', '-', '/', '百', '千', '万', '亿']) {
            continue;
        }
        if let Some((what, from, to)) = count(before, number, rest, in_list, found.last().is_some()) {
            found.push(DraftStated {
                what,
                number: value,
                of_part: in_list,
                span: plain.span(at - from, at + to),
            });
        }
    }
    found
}

/// What a number counts, and how many bytes before and from its first one on say so.
fn count(before: &str, number: &str, rest: &str, in_list: bool, goes_on: bool) -> Option<(Stated, usize, usize)> {
    let digits = number.starts_with(|letter: char| letter.is_ascii_digit());
    let unit = rest.chars().next().filter(|unit| UNITS.contains(unit))?;
    let after = &rest[unit.len_utf8()..];
    let until = |rest: &str| number.len() - rest.len();
    // 解决一个问题, 完成一个销号一个: a manner of speaking.
    let one = number.starts_with('一') && !number.starts_with("一十");
    if one {
        return None;
    }
    if unit == '个'
        && let Some(rest) = after.strip_prefix("方面").or_else(|| after.strip_prefix("聚焦方面"))
    {
        return about_inspection(before, in_list, rest).then_some((Areas, 0, until(rest)));
    }
    if unit == '类' || after.starts_with("类") {
        let rest = after.strip_prefix('类').unwrap_or(after);
        let named = rest.starts_with("问题") || rest.starts_with(|next: char| next.is_ascii_digit());
        return (named && (goes_on || about_inspection(before, in_list, rest))).then_some((Categories, 0, until(rest)));
    }
    let clause = before.rsplit(['。', ';', ',', '、']).next().unwrap_or(before);
    let word = clause.trim_end_matches(['的', '有', '共', ':']);
    let said = BEFORE
        .iter()
        .filter(|_| digits)
        .find(|(words, _)| word.ends_with(words));
    if let Some((words, what)) = said {
        // 完成60个: of findings only where they are spoken of; 基本完成 comes before 完成.
        let state = matches!(what, Done | LargelyDone | InProgress | Unfinished);
        let of_findings = after.starts_with("问题") || goes_on || is_end(after);
        if !state || of_findings && matches!(unit, '个' | '项' | '件') {
            let from = before.len() - offset(before, word) - (word.len() - words.len());
            return Some((*what, from, until(after)));
        }
    }
    let (words, what) = AFTER.iter().find(|(words, _)| after.starts_with(words))?;
    let rest = &after[words.len()..];
    match what {
        Findings if !(goes_on || about_inspection(before, in_list, rest)) => None,
        Done | LargelyDone | InProgress | Unfinished if !goes_on => None,
        Findings if rest.starts_with("线索") => Some((Clues, 0, until(&rest["线索".len()..]))),
        what => Some((*what, 0, until(rest))),
    }
}

fn is_end(after: &str) -> bool {
    after.is_empty() || after.starts_with([',', '。', ';', ')', '、'])
}

/// Whether a count is one of what the inspection found.
fn about_inspection(before: &str, in_list: bool, after: &str) -> bool {
    let words = ["反馈", "指出", "移交", "巡察", "巡视", "审计", "方面", "涉及"];
    in_list || words.iter().any(|word| before.contains(word)) || after.starts_with(|next: char| next.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Stated, u32, &str)]) {
        let found = read(&Plain::of(text, 0), false);
        let found: Vec<_> = found
            .iter()
            .map(|said| (said.what, said.number, said.span.of(text)))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn counts_of_findings() {
        check(
            "反馈的30个问题，已完成整改26个，基本完成2个，正在整改2个。",
            &[
                (Findings, 30, "30个问题"),
                (Done, 26, "完成整改26个"),
                (LargelyDone, 2, "基本完成2个"),
                (InProgress, 2, "正在整改2个"),
            ],
        );
        check(
            "将反馈的4个方面11类30个问题细化为90条措施",
            &[
                (Areas, 4, "4个方面"),
                (Categories, 11, "11类"),
                (Findings, 30, "30个问题"),
                (Measures, 90, "90条措施"),
            ],
        );
        check(
            "巡察反馈的四个方面25个问题，其中19个已完成，6个正在整改。",
            &[
                (Areas, 4, "四个方面"),
                (Findings, 25, "25个问题"),
                (Done, 19, "19个已完成"),
                (InProgress, 6, "6个正在整改"),
            ],
        );
    }

    #[test]
    fn counts_of_other_things() {
        check(
            "制定整改措施 90 条，出台制度18项。",
            &[(Measures, 90, "整改措施 90 条"), (Rules, 18, "制度18项")],
        );
        check("对《甲》等18份制度方案进行审核", &[(Rules, 18, "18份制度")]);
        check("移交问题线索3条，办结2件", &[(Clues, 3, "线索3条")]);
        check("反饋的５個問題線索", &[(Clues, 5, "５個問題線索")]);
        assert_eq!(read(&Plain::of("（一）聚焦甲方面（7个问题）", 0), true).len(), 1);
    }

    #[test]
    fn other_numbers_are_no_counts() {
        for text in [
            "召开协调会12场、专题会4场",
            "完成一个销号一个",
            "解决一个问题、堵塞一个漏洞",
            "发现并更正3条问题",
            "完成800多个微心愿",
            "累计完成60笔采购",
            "完成5批次",
            "2025年12月",
            "",
        ] {
            check(text, &[]);
        }
    }
}
