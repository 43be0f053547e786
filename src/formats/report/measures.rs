//! Splits a finding's progress text into its measures: `一是…。二是…。`

use super::{
    fold::{fold, is_blank},
    lines::han_number,
};

/// The text before the first measure, and each measure's words after `一是`, with the byte it starts at.
///
/// An ordinal counts only where it is the next one and stands at the start, after a full stop, semicolon or colon, or
/// after space: `统一是` and a `一是` in the middle of a later measure split nothing.
pub(super) fn split(text: &str) -> (&str, Vec<(usize, &str)>) {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut boundary = true;
    for (at, letter) in text.char_indices() {
        if boundary
            && let Some((number, rest)) = han_number(&text[at..])
            && number as usize == starts.len() + 1
            && let Some(body) = rest.strip_prefix('是')
        {
            starts.push((at, text.len() - body.len()));
        }
        boundary = is_blank(letter) || matches!(fold(letter), '。' | ';' | ':' | '!' | '?');
    }
    let ends = starts.iter().skip(1).map(|(ordinal, _)| *ordinal).chain([text.len()]);
    let before = starts.first().map_or(text, |(ordinal, _)| &text[..*ordinal]);
    let measures = starts
        .iter()
        .zip(ends)
        .map(|((ordinal, from), to)| (*ordinal, &text[*from..to]));
    (before.trim_matches(is_blank), measures.collect())
}

/// A measure's heading, up to the first full stop, and its further text, empty where it is one sentence.
pub(super) fn heading_and_text(measure: &str) -> (&str, &str) {
    let measure = measure
        .trim_start_matches(|letter| is_blank(letter) || is_stop(letter))
        .trim_end_matches(is_blank);
    let (heading, text) = match measure.split_once('。').or_else(|| measure.split_once('｡')) {
        Some((heading, text)) => (heading, text),
        None => (measure, ""),
    };
    (
        heading.trim_end_matches(|letter| is_blank(letter) || is_stop(letter)),
        text.trim_start_matches(is_blank),
    )
}

fn is_stop(letter: char) -> bool {
    matches!(fold(letter), '。' | ';' | ',' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, before: &str, measures: &[(&str, &str)]) {
        let (found_before, found) = split(text);
        let found: Vec<_> = found
            .into_iter()
            .map(|(_, measure)| heading_and_text(measure))
            .collect();
        assert_eq!((found_before, found.as_slice()), (before, measures), "{text}");
    }

    #[test]
    fn measures_follow_their_ordinals() {
        check(
            "一是立规。4月出台。二是学习。",
            "",
            &[("立规", "4月出台。"), ("学习", "")],
        );
        check(
            "已完成。一是甲;二是乙；三是丙",
            "已完成。",
            &[("甲", ""), ("乙", ""), ("丙", "")],
        );
        check("一是甲。\n二是 乙。\n同时,丙。", "", &[("甲", ""), ("乙", "同时,丙。")]);
        check("一是甲｡又做乙｡二是丙", "", &[("甲", "又做乙｡"), ("丙", "")]);
        check("", "", &[]);
        check("已经整改。", "已经整改。", &[]);
    }

    #[test]
    fn stray_ordinals_split_nothing() {
        check(
            "一是标准统一是要点。重点:一是甲。三是乙。二是丙。",
            "",
            &[("标准统一是要点", "重点:一是甲。三是乙。"), ("丙", "")],
        );
        check("二是甲。三是乙。", "二是甲。三是乙。", &[]);
        check("统一是前提,一是要点", "统一是前提,一是要点", &[]);
    }

    #[test]
    fn ordinals_go_past_ten() {
        let text: String = [
            "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
        ]
        .iter()
        .map(|ordinal| format!("{ordinal}是做好{ordinal}。"))
        .collect();
        let (_, measures) = split(&text);
        assert_eq!(measures.len(), 12);
        assert_eq!(heading_and_text(measures[10].1), ("做好十一", ""));
        assert_eq!(&text[measures[11].0..], "十二是做好十二。");
    }
}
