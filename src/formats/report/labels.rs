//! Labels: the words before a colon at the start of a line, and what they announce.

use super::{
    fold::{eat_any_word, fold, is_blank, plain, squeezed},
    measures,
    numbering::{han_number, skip},
    status,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// 整改进展情况
    Progress,
    /// 整改状态
    Status,
    /// 反馈问题
    Reported,
    /// 存在问题
    Problem,
    /// 未完成整改原因
    Reason,
    /// 下一步整改措施
    NextStep,
    /// 整改时限
    Deadline,
    /// 责任领导
    Leader,
    /// 责任部门
    Department,
    /// 责任人
    Owner,
    Other,
}

/// Longer words before a colon are a sentence, not a label.
const LABEL_CHARS: usize = 16;

/// The label that a line begins with, and the text after it.
pub(super) fn read(text: &str) -> Option<(Label, &str)> {
    if text.starts_with(['【', '[', '［', '〔']) {
        return in_brackets(text);
    }
    let mut words = String::new();
    let mut count = 0;
    for (at, letter) in text.char_indices().take(LABEL_CHARS * 2) {
        match fold(letter) {
            ':' if !words.is_empty() => {
                let label = named(&words)?;
                return Some((label, skip(&text[at..]).trim_start_matches(is_blank)));
            }
            ':' | ',' | ';' | '。' | '“' | '《' => break,
            _ if is_blank(letter) => continue,
            _ if count == LABEL_CHARS => break,
            _ => {
                count += 1;
                words.push(plain(letter));
            }
        }
    }
    without_colon(text)
}

/// 【整改情况】一是…
fn in_brackets(text: &str) -> Option<(Label, &str)> {
    let inside = skip(text);
    let letters = inside.char_indices().take(LABEL_CHARS + 1);
    let end = letters
        .clone()
        .find(|(_, letter)| matches!(letter, '】' | ']' | '］' | '〕'))?
        .0;
    let label = named(&squeezed(&inside[..end], LABEL_CHARS)).filter(|label| *label != Label::Other)?;
    let rest = skip(&inside[end..]).trim_start_matches(|letter| is_blank(letter) || fold(letter) == ':');
    Some((label, rest))
}

/// A label whose colon was lost: 整改情况 一是…
fn without_colon(text: &str) -> Option<(Label, &str)> {
    const WORDS: [&str; 4] = ["整改进展情况", "整改落实情况", "整改情况", "整改状态"];
    let (word, rest) = eat_any_word(text, &WORDS)?;
    let after = rest.trim_start_matches(|letter| is_blank(letter) || letter == '?');
    let label = if word == WORDS[3] {
        Label::Status
    } else {
        Label::Progress
    };
    let goes_on = measures::ordinal(after).is_some() || status::of_sentence(after).is_some();
    (goes_on || after.is_empty()).then_some((label, after))
}

/// What plain words before a colon announce; nothing where they are part of a heading.
pub(super) fn named(words: &str) -> Option<Label> {
    const LEADERS: [&str; 4] = ["责任领导", "牵头领导", "分管领导", "责任校领导"];
    const DEPARTMENTS: [&str; 9] = [
        "责任部门",
        "责任单位",
        "责任科室",
        "责任股室",
        "责任处室",
        "牵头部门",
        "牵头单位",
        "牵头科室",
        "牵头股室",
    ];
    const OWNERS: [&str; 4] = ["责任人", "具体责任人", "整改责任人", "直接责任人"];
    const PROGRESS: [&str; 8] = [
        "进展情况",
        "落实情况",
        "完成情况",
        "采取措施",
        "主要措施",
        "具体措施",
        "主要做法",
        "工作措施",
    ];
    const ENDS: [&str; 7] = ["情况", "进展", "措施", "举措", "成效", "结果", "做法"];
    let has = |word: &str| words.contains(word);
    if words.starts_with("关于") || words.starts_with("针对") {
        return None;
    }
    Some(if has("时限") || has("期限") || has("完成时间") {
        Label::Deadline
    } else if has("原因") {
        Label::Reason
    } else if has("下一步") || has("下步") {
        Label::NextStep
    } else if words.strip_prefix("问题").is_some_and(is_number)
        || words.ends_with("反馈问题")
        || words.ends_with("反馈的问题")
        || words.starts_with("反馈问题")
    {
        Label::Reported
    } else if has("存在") && (has("问题") || has("困难") || has("不足")) || words == "问题表现" {
        Label::Problem
    } else if words.ends_with("整改状态") || words == "完成状态" || words == "整改进度" || words == "状态"
    {
        Label::Status
    } else if LEADERS.contains(&words) {
        Label::Leader
    } else if DEPARTMENTS.contains(&words) {
        Label::Department
    } else if OWNERS.contains(&words) {
        Label::Owner
    } else if PROGRESS.contains(&words) || has("整改") && ENDS.iter().any(|end| words.ends_with(end)) {
        Label::Progress
    } else {
        Label::Other
    })
}

/// 问题1：…, 问题一：…
fn is_number(words: &str) -> bool {
    let digits = words.chars().all(|letter| letter.is_ascii_digit());
    !words.is_empty() && (digits || han_number(words).is_some_and(|(_, rest)| rest.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::report::lines::{Mark, mark};

    #[test]
    fn labels_by_their_words() {
        for (text, label) in [
            ("整改进展情况:甲", Label::Progress),
            ("整改落实情况： 甲", Label::Progress),
            ("整 改 情 况 ：甲", Label::Progress),
            ("整改進展情況：甲", Label::Progress),
            ("(1)整改情况:甲", Label::Progress),
            ("整改状态：甲", Label::Status),
            ("存在的问题：甲", Label::Problem),
            ("未完成整改原因:甲", Label::Reason),
            ("下一步整改措施:甲", Label::NextStep),
            ("4.整改时限:甲", Label::Deadline),
            ("责任领导：甲", Label::Leader),
            ("责任科室：甲", Label::Department),
            ("責任人：甲", Label::Owner),
            ("联系电话:甲", Label::Other),
        ] {
            assert_eq!(mark(text), Mark::Label(label, "甲"), "{text}");
        }
        assert_eq!(mark("【整改情况】甲"), Mark::Label(Label::Progress, "甲"));
        assert_eq!(mark("整改情况一是甲"), Mark::Label(Label::Progress, "一是甲"));
        assert_eq!(mark("整改情况 已完成"), Mark::Label(Label::Progress, "已完成"));
        for text in ["关于整改情况:甲", "会议听取了情况,指出:甲", ":甲", "整改情况良好"] {
            assert_eq!(mark(text), Mark::Text, "{text}");
        }
    }
}
