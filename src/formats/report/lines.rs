//! Lines of a text, each with its number and its mark: a numbered heading, a label, or plain text.

use super::fold::{fold, is_blank};

/// The lines of a text that are not blank, numbered from 1 with the blank ones counted.
#[derive(Clone)]
pub(super) struct Lines<'a> {
    rest: Option<&'a str>,
    number: usize,
}

/// One line, without the space around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row<'a> {
    pub number: usize,
    pub text: &'a str,
}

/// What a line is by its own shape, whatever stands around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mark<'a> {
    Heading(Numbering, &'a str),
    Label(Label, &'a str),
    Text,
}

/// The four shapes of a number, from the highest level to the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Numbering {
    /// `一、`
    Han,
    /// `(一)`
    HanInBrackets,
    /// `1.`
    Digits,
    /// `(1)`
    DigitsInBrackets,
}

/// The words before a colon at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// 整改进展情况
    Progress,
    /// 存在问题
    Problem,
    /// 未完成整改原因
    Reason,
    /// 下一步整改措施
    NextStep,
    /// 整改时限
    Deadline,
    Other,
}

/// Longer words before a colon are a sentence, not a label.
const LABEL_CHARS: usize = 16;

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Lines<'a> {
        Lines {
            rest: Some(text),
            number: 0,
        }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        loop {
            let rest = self.rest?;
            self.number += 1;
            let line = match rest.find(['\n', '\r']) {
                Some(end) => {
                    let after = &rest[end..];
                    self.rest = Some(after.strip_prefix("\r\n").unwrap_or(&after[1..]));
                    &rest[..end]
                }
                None => {
                    self.rest = None;
                    rest
                }
            };
            let text = line.trim_matches(is_blank);
            if !text.is_empty() {
                return Some(Row {
                    number: self.number,
                    text,
                });
            }
        }
    }
}

/// Tells what a line is. A number before a known label is part of the label: `1.存在问题:…`.
pub(super) fn mark(text: &str) -> Mark<'_> {
    let numbered = numbering(text);
    let rest = numbered.map_or(text, |(_, rest)| rest);
    match (label(rest), numbered) {
        (Some((label, after)), _) if label != Label::Other => Mark::Label(label, after),
        (_, Some((numbering, rest))) => Mark::Heading(numbering, rest),
        (Some((label, after)), None) => Mark::Label(label, after),
        (None, None) => Mark::Text,
    }
}

/// Whether a line goes on with the next measure: `二是…`.
pub(super) fn starts_with_ordinal(text: &str) -> bool {
    han_number(text).is_some_and(|(_, rest)| rest.starts_with('是'))
}

fn numbering(text: &str) -> Option<(Numbering, &str)> {
    let (shape, rest) = if let Some(rest) = eat(text, &['(']) {
        let rest = rest.trim_start_matches(is_blank);
        let (shape, rest) = match han_number(rest) {
            Some((_, rest)) => (Numbering::HanInBrackets, rest),
            None => (Numbering::DigitsInBrackets, digits(rest)?),
        };
        (shape, eat(rest.trim_start_matches(is_blank), &[')'])?)
    } else if let Some((_, rest)) = han_number(text) {
        (
            Numbering::Han,
            eat(rest.trim_start_matches(is_blank), &['、', '.', ','])?,
        )
    } else if let Some(rest) = digits(text) {
        let rest = eat(rest.trim_start_matches(is_blank), &['.', '、', ','])?;
        if rest.starts_with(|first| fold(first).is_ascii_digit()) {
            return None; // 3.5, 1、2月
        }
        (Numbering::Digits, rest)
    } else {
        let shape = match text.chars().next()? {
            '㈠'..='㈩' => Numbering::HanInBrackets,
            '⒈'..='⒛' => Numbering::Digits,
            '⑴'..='⒇' => Numbering::DigitsInBrackets,
            _ => return None,
        };
        (shape, eat_any(text))
    };
    let rest = rest.trim_start_matches(is_blank);
    (!rest.is_empty()).then_some((shape, rest))
}

fn label(text: &str) -> Option<(Label, &str)> {
    let (colon, _) = text
        .char_indices()
        .take(LABEL_CHARS + 1)
        .take_while(|(_, letter)| !matches!(fold(*letter), ',' | ';' | '。' | '“' | '《'))
        .find(|(_, letter)| fold(*letter) == ':')?;
    let words = text[..colon].trim_end_matches(is_blank);
    if words.is_empty() || words.starts_with("关于") || words.starts_with("针对") {
        return None;
    }
    let has = |word: &str| words.contains(word);
    let label = if has("时限") || has("期限") || has("完成时间") {
        Label::Deadline
    } else if has("原因") {
        Label::Reason
    } else if has("下一步") || has("下步") {
        Label::NextStep
    } else if has("存在") && has("问题") {
        Label::Problem
    } else if has("整改")
        && ["情况", "进展", "措施", "成效", "状态", "结果"]
            .iter()
            .any(|end| words.ends_with(end))
    {
        Label::Progress
    } else {
        Label::Other
    };
    Some((label, eat_any(&text[colon..]).trim_start_matches(is_blank)))
}

/// A number from 一 to 九十九, and what follows it.
pub(super) fn han_number(text: &str) -> Option<(u32, &str)> {
    let digit = |text: &str| {
        let first = text.chars().next()?;
        "一二三四五六七八九"
            .chars()
            .position(|known| known == first)
            .map(|at| at as u32 + 1)
    };
    let tens = digit(text);
    let after = tens.map_or(text, |_| eat_any(text));
    let Some(after) = after.strip_prefix('十') else {
        return tens.map(|ones| (ones, after));
    };
    let ones = digit(after);
    Some((
        tens.unwrap_or(1) * 10 + ones.unwrap_or(0),
        ones.map_or(after, |_| eat_any(after)),
    ))
}

/// What follows one to three digits; four would be a year.
fn digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|letter| fold(letter).is_ascii_digit());
    let count = text[..text.len() - rest.len()].chars().take(4).count();
    (1..=3).contains(&count).then_some(rest)
}

fn eat<'a>(text: &'a str, wanted: &[char]) -> Option<&'a str> {
    wanted.contains(&fold(text.chars().next()?)).then(|| eat_any(text))
}

fn eat_any(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers() {
        let rows: Vec<_> = Lines::new("\u{feff}甲\r\n\r\n　乙 \r丙\n\n")
            .map(|row| (row.number, row.text))
            .collect();
        assert_eq!(rows, [(1, "甲"), (3, "乙"), (4, "丙")]);
    }

    #[track_caller]
    fn check(text: &str, numbering: Numbering, rest: &str) {
        assert_eq!(mark(text), Mark::Heading(numbering, rest), "{text}");
    }

    #[test]
    fn numbers_in_many_hands() {
        use Numbering::*;
        for text in ["一、甲", "一.甲", "一． 甲", "一 、甲", "十一、甲", "二十、甲"] {
            check(text, Han, "甲");
        }
        for text in ["(一)甲", "（一）甲", "（ 十二 ） 甲", "(一）甲", "㈠甲"] {
            check(text, HanInBrackets, "甲");
        }
        for text in ["1.甲", "1. 甲", "１．甲", "12、甲", "1,甲", "⒈甲"] {
            check(text, Digits, "甲");
        }
        for text in ["(1)甲", "（1）甲", "（１） 甲", "( 21 )甲", "⑴甲"] {
            check(text, DigitsInBrackets, "甲");
        }
        for text in [
            "",
            "甲",
            "2025.3甲",
            "2025年",
            "3.5万",
            "1、2月份",
            "一是甲",
            "十五五规划",
            "(一)",
            "1.",
            "(甲)乙",
            "(",
            "一",
        ] {
            assert_eq!(mark(text), Mark::Text, "{text}");
        }
    }

    #[test]
    fn labels_by_their_words() {
        for (text, label) in [
            ("整改进展情况:甲", Label::Progress),
            ("整改落实情况： 甲", Label::Progress),
            ("(1)整改情况:甲", Label::Progress),
            ("存在的问题：甲", Label::Problem),
            ("未完成整改原因:甲", Label::Reason),
            ("下一步整改措施:甲", Label::NextStep),
            ("4.整改时限:甲", Label::Deadline),
            ("联系电话:甲", Label::Other),
        ] {
            assert_eq!(mark(text), Mark::Label(label, "甲"), "{text}");
        }
        for text in ["关于整改情况:甲", "会议听取了情况,指出:甲", ":甲"] {
            assert_eq!(mark(text), Mark::Text, "{text}");
        }
    }

    #[test]
    fn han_numbers_up_to_ninety_nine() {
        for (text, number) in [("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("九十九", 99)] {
            assert_eq!(han_number(text), Some((number, "")), "{text}");
        }
        assert_eq!(han_number("百"), None);
    }
}
