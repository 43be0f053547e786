//! Lines of a text, each with its number and its mark: a numbered heading, a label, what a web page added, or plain text.

use super::{
    fold::{cut_word, eat_any_word, eat_word, fold, is_blank, offset, plain, squeezed},
    labels::{self, Label},
    measures,
    numbering::{Shape, numbering},
    progress::ends_a_sentence,
    section::{body_in, is_bare_area, is_bare_section},
};

/// One line that is not blank, without the space around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row<'a> {
    /// From 1, with the blank lines counted.
    pub number: usize,
    pub text: &'a str,
    /// Where the text begins in the whole input, in bytes.
    pub at: usize,
    /// Where the line itself begins.
    pub line_at: usize,
}

/// What a line is by its own shape, whatever stands around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mark<'a> {
    /// Shape, number (0 where there is none) and title.
    Heading(Shape, u32, &'a str),
    Label(Label, &'a str),
    /// The end of a heading that was broken over two lines.
    Continued,
    /// Header or footer of a web page or of a printed page.
    Noise,
    Text,
}

/// The lines of a text that are not blank.
pub(super) fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let (mut number, mut at) = (0, 0);
    loop {
        number += 1;
        let rest = &text[at..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = rest[..end].trim_matches(is_blank);
        if !line.is_empty() {
            rows.push(Row {
                number,
                text: line,
                at: offset(text, line),
                line_at: at,
            });
        }
        at += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        if end == rest.len() {
            return rows;
        }
    }
}

/// What each line is, with what only the lines around it tell: headings that are broken over two lines, and labels that are
/// numbered like headings and come again and again.
pub(super) fn marks<'a>(input: &'a str, rows: &[Row<'a>]) -> Vec<Mark<'a>> {
    let mut marks: Vec<Mark<'a>> = rows.iter().map(|row| mark(row.text)).collect();
    for at in 1..rows.len() {
        let Mark::Heading(shape, number, title) = marks[at - 1] else {
            continue;
        };
        let row = &rows[at];
        let area = eat_word(title, "聚焦").is_some();
        let problem = eat_word(title, "关于").is_some() || eat_word(title, "针对").is_some();
        let whole = if area {
            cut_word(title, "方面").is_some()
        } else {
            names_a_problem(title) || body_in(title).is_some()
        };
        if !(area || problem)
            || whole
            || ends_a_sentence(title)
            || marks[at] != Mark::Text
            || row.text.chars().count() > 80
        {
            continue;
        }
        let joined = &input[rows[at - 1].at + offset(rows[at - 1].text, title)..row.at + row.text.len()];
        let fits = if area {
            cut_word(joined, "方面").is_some()
        } else {
            names_a_problem(joined) || body_in(joined).is_some()
        };
        if fits {
            marks[at - 1] = Mark::Heading(shape, number, joined);
            marks[at] = Mark::Continued;
        }
    }
    numbered_labels(&mut marks);
    marks
}

/// A report has a handful of labels; this bounds the work.
const MOST_LABELS: usize = 40;

/// `1.反馈问题` `2.整改情况` under every finding: labels that are numbered and have no colon.
fn numbered_labels(marks: &mut [Mark<'_>]) {
    let named = |mark: &Mark<'_>| match mark {
        Mark::Heading(shape, _, title) if *shape > Shape::HanInBrackets && title.len() <= 40 => {
            let words = squeezed(title, 12);
            labels::named(&words)
                .filter(|label| *label != Label::Other)
                .map(|label| (label, *shape, words))
        }
        _ => None,
    };
    let found: Vec<_> = marks.iter().map(named).collect();
    let mut seen: Vec<(&(Label, Shape, String), bool)> = Vec::new();
    for told in found.iter().flatten() {
        if let Some(at) = seen.iter().position(|(known, _)| *known == told) {
            seen[at].1 = true;
        } else if seen.len() < MOST_LABELS {
            seen.push((told, false));
        }
    }
    for (mark, told) in marks.iter_mut().zip(&found) {
        let again = told.as_ref().is_some_and(|told| seen.contains(&(told, true)));
        if let Some((label, ..)) = told
            && let Mark::Heading(.., title) = *mark
            && again
        {
            *mark = Mark::Label(*label, &title[title.len()..]);
        }
    }
}

/// Tells what a line is. A number before a known label is part of the label: `1.存在问题:…`.
pub(super) fn mark(text: &str) -> Mark<'_> {
    let numbered = numbering(text);
    let rest = numbered.map_or(text, |(.., rest)| rest);
    // 一、整改情况 is a heading, 整改情况 alone may be a label that lost its colon.
    let label =
        labels::read(rest).filter(|(_, after)| numbered.is_none() || !after.is_empty() || text.ends_with([':', '：']));
    match (label, numbered) {
        (Some((Label::Reported, after)), Some((shape, number, _))) if !after.is_empty() => {
            Mark::Heading(shape, number, after)
        }
        (Some((Label::Reported, after)), None) if !after.is_empty() => Mark::Heading(Shape::Bare, 0, after),
        (Some((label, after)), _) if !matches!(label, Label::Other | Label::Reported) => Mark::Label(label, after),
        _ if is_noise(text) => Mark::Noise,
        (_, Some((shape, number, rest))) => Mark::Heading(shape, number, rest),
        (Some((label, after)), None) => Mark::Label(label, after),
        (None, None) if is_bare_problem(text) || is_bare_area(text) || is_bare_section(text) => {
            Mark::Heading(Shape::Bare, 0, text)
        }
        (None, None) => Mark::Text,
    }
}

/// `关于…的问题` and its like as a line of its own, without a number; or with its measures right behind it.
fn is_bare_problem(text: &str) -> bool {
    let opens = eat_word(text, "关于").is_some() || eat_word(text, "针对").is_some();
    let title = text.trim_end_matches(|letter| is_blank(letter) || matches!(fold(letter), '。' | ':'));
    let alone = !title.contains('。') && names_a_problem(title);
    let counted = |body| matches!(measures::ordinal(body), Some((_, 1, _)));
    opens && (alone || body_in(text).is_some_and(|(at, body)| counted(body) || labels::read(&text[at..]).is_some()))
}

/// Whether a heading ends as the name of a problem does: 问题, or 问题的整改情况.
pub(super) fn names_a_problem(title: &str) -> bool {
    let tail: Vec<char> = title
        .chars()
        .rev()
        .take(40)
        .filter(|letter| !is_blank(*letter))
        .collect();
    let tail: String = tail.into_iter().rev().map(plain).collect();
    let tail = tail.trim_end_matches(['。', ':', ';', ',']);
    let rectified = ["的整改情况", "的整改落实情况", "的整改进展情况"]
        .iter()
        .any(|end| tail.ends_with(end));
    if rectified && (title.starts_with(['关', '關', '针', '針'])) {
        return true;
    }
    let tail = ["情况", "进展", "落实", "整改", "的"]
        .iter()
        .fold(tail, |tail, end| tail.strip_suffix(end).unwrap_or(tail));
    tail.ends_with("问题") || tail.ends_with("问题”") || tail.ends_with("问题’")
}

/// The ordinal of a measure, `一是` or `第一，` or `①`, and where its words begin.
pub(super) fn starts_with_ordinal(text: &str) -> bool {
    measures::ordinal(text).is_some()
}

/// Longer lines are no headers or footers.
const NOISE_CHARS: usize = 60;

/// What a web page or a printer adds to a report. Only lines that are nothing else.
fn is_noise(text: &str) -> bool {
    const FIELDS: [&str; 22] = [
        "发布日期",
        "发布时间",
        "发布机构",
        "发布单位",
        "来源",
        "信息来源",
        "文章来源",
        "稿件来源",
        "浏览量",
        "浏览次数",
        "阅读量",
        "阅读次数",
        "点击数",
        "点击量",
        "访问量",
        "字号",
        "字体",
        "分享",
        "分享到",
        "责任编辑",
        "编辑",
        "当前位置",
    ];
    const LINKS: [&str; 16] = [
        "打印本页",
        "打印本文",
        "打印",
        "关闭窗口",
        "关闭本页",
        "关闭",
        "分享",
        "收藏",
        "返回顶部",
        "返回首页",
        "返回",
        "上一篇",
        "下一篇",
        "扫一扫",
        "首页",
        "大中小",
    ];
    let squeezed = squeezed(text, NOISE_CHARS + 1);
    if squeezed.chars().count() > NOISE_CHARS {
        return false;
    }
    let mut rest = squeezed.as_str();
    if FIELDS
        .iter()
        .any(|word| rest.strip_prefix(word).is_some_and(|after| after.starts_with(':')))
    {
        return true;
    }
    if let Some((_, after)) = eat_any_word(rest, &["上一篇", "下一篇"]) {
        return after.is_empty() || after.starts_with([':', '。']);
    }
    if rest.contains("版权所有") || rest.contains("ICP备") || rest.contains("公网安备") {
        return true;
    }
    // A number of a page: — 3 —, 第3页, 第3页共12页.
    let page = rest.trim_matches(['-', '—', '–', '·', '第', '页', '共', '/']);
    if page.len() < rest.len()
        && page
            .chars()
            .all(|letter| letter.is_ascii_digit() || "页共第/,".contains(letter))
    {
        return true;
    }
    // Nothing but links: 【打印】【关闭】, 字号：大 中 小.
    while !rest.is_empty() {
        let bare = rest.trim_start_matches(['[', ']', '【', '】', '|', '(', ')', '/', '>', '、', ':']);
        rest = match LINKS.iter().find_map(|word| bare.strip_prefix(word)) {
            Some(after) => after,
            None if bare.is_empty() && rest.len() < squeezed.len() => bare,
            None => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_and_places() {
        let text = "\u{feff}甲\r\n\r\n　乙 \r丙\n\n";
        let found: Vec<_> = rows(text).iter().map(|row| (row.number, row.text, row.at)).collect();
        assert_eq!(found, [(1, "甲", 3), (3, "乙", 13), (4, "丙", 18)]);
        assert!(rows(text).iter().all(|row| text[row.at..].starts_with(row.text)));
        assert_eq!(rows(text)[1].line_at, 10);
        assert!(rows("").is_empty());
    }

    #[test]
    fn headings_with_and_without_a_number() {
        for (text, title) in [
            ("1.反馈问题：甲", "甲"),
            ("反馈问题：甲。", "甲。"),
            ("关于“甲”问题的整改", "关于“甲”问题的整改"),
            ("针对甲的问题：", "针对甲的问题："),
            ("针对“甲”问题：一是乙。", "针对“甲”问题：一是乙。"),
            ("问题2：甲", "甲"),
            ("问题三：甲", "甲"),
            ("（一）来源不明", "来源不明"),
        ] {
            assert!(
                matches!(mark(text), Mark::Heading(_, _, found) if found == title),
                "{text}"
            );
        }
        for text in [
            "关于甲的问题。乙的问题",
            "针对甲的问题，乙办丙。",
            "甲的问题",
            "关于甲",
            "反馈问题：",
            "问题：甲",
        ] {
            assert!(!matches!(mark(text), Mark::Heading(..)), "{text}");
        }
    }

    #[test]
    fn what_pages_add() {
        for text in [
            "发布日期：2025-09-01 10:22",
            "來源：縣紀委 瀏覽量：12",
            "【打印】【关闭】",
            "[ 打 印 ] [ 关 闭 窗 口 ]",
            "字号：大 中 小",
            "分享到：",
            "上一篇：甲单位通报",
            "下一篇",
            "- 3 -",
            "第 3 页 共 12 页",
            "某县政府 版权所有 京ICP备1号",
        ] {
            assert_eq!(mark(text), Mark::Noise, "{text}");
        }
        for text in ["来源不明", "打印机三台", "3", "2025", "一、打印", "分享经验。", "甲"] {
            assert_ne!(mark(text), Mark::Noise, "{text}");
        }
    }
}
