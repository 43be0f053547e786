//! Splits a finding's progress text into its measures: `一是…。二是…。`, `①…②…`, `第一，…第二，…`, `（1）…；（2）…`.

use super::{
    fold::{eat_word, fold, is_blank},
    numbering::{Shape, han_number, numbering, skip},
};

/// A measure's ordinal and its words: the bytes at which each begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    pub at: usize,
    pub words: usize,
}

/// The hands in which measures are counted inside a text; the later ones only where there are two at least.
const HANDS: usize = 6;
const SURE_HANDS: usize = 3;

/// An ordinal that only measures have, `一是` `第一，` `①`: its hand, its number and what follows it.
pub(super) fn ordinal(text: &str) -> Option<(usize, u32, &str)> {
    let is = |text| {
        let (number, rest) = han_number(text)?;
        let near = rest.trim_start_matches(is_blank);
        let rest = eat_word(near, "是").filter(|_| rest.len() - near.len() < 12)?;
        Some((number, rest))
    };
    if let Some((number, rest)) = is(text) {
        return Some((0, number, rest));
    }
    if let Some((number, rest)) = text.strip_prefix('第').and_then(is) {
        return Some((1, number, rest));
    }
    match numbering(text)? {
        (Shape::Nth, number, rest) => Some((1, number, rest)),
        (Shape::Circle, number, rest) => Some((2, number, rest)),
        _ => None,
    }
}

/// Any number that measures may have inside a text.
fn counted(text: &str) -> Option<(usize, u32, &str)> {
    if let Some(found) = ordinal(text) {
        return Some(found);
    }
    match numbering(text)? {
        (Shape::Brackets, number, rest) => Some((3, number, rest)),
        (Shape::Bracket, number, rest) => Some((4, number, rest)),
        (Shape::Dot | Shape::Comma, number, rest) => Some((5, number, rest)),
        _ => None,
    }
}

/// Where the measures of a text begin.
///
/// An ordinal counts only where it is the next one and stands at the start, after a full stop, semicolon or colon, or
/// after space: `统一是` and a `一是` in the middle of a later measure split nothing. A text that has lost all its full
/// stops and semicolons is split at each next ordinal.
pub(super) fn split(text: &str) -> Vec<Start> {
    let mut hands: [Vec<Start>; HANDS] = Default::default();
    let stops_lost = !text.contains(|letter| matches!(fold(letter), '。' | ';'));
    let mut boundary = true;
    for (at, letter) in text.char_indices() {
        let begins = boundary || stops_lost || ('①'..='⑳').contains(&letter);
        if begins
            && may_count(letter)
            && let Some((hand, number, rest)) = counted(&text[at..])
            && number as usize == hands[hand].len() + 1
            && (boundary || hand == 2 || hand == 0 && number > 1)
        {
            hands[hand].push(Start {
                at,
                words: text.len() - rest.len(),
            });
        }
        boundary = is_blank(letter) || matches!(fold(letter), '。' | ';' | ':' | '!' | '?');
    }
    split_at_commas(text, &mut hands[0]);
    let told = |(hand, starts): &(usize, Vec<Start>)| starts.len() > usize::from(*hand >= SURE_HANDS);
    let found = hands.into_iter().enumerate().filter(told).map(|(_, starts)| starts);
    found.min_by_key(|starts| starts[0].at).unwrap_or_default()
}

/// 二是…，三是…: the last measure goes on behind commas, unless it has a list of its own that begins with 一是.
fn split_at_commas(text: &str, starts: &mut Vec<Start>) {
    let Some(last) = starts.last() else { return };
    let (from, known) = (last.words, starts.len());
    let mut comma = false;
    for (at, letter) in text[from..].char_indices() {
        if may_count(letter)
            && let Some((0, number, rest)) = ordinal(&text[from + at..])
        {
            if number == 1 {
                starts.truncate(known);
                return;
            } else if comma && number as usize == starts.len() + 1 {
                starts.push(Start {
                    at: from + at,
                    words: text.len() - rest.len(),
                });
            }
        }
        comma = fold(letter) == ',';
    }
}

/// Whether an ordinal may begin with a letter.
fn may_count(letter: char) -> bool {
    let folded = fold(letter);
    folded == '('
        || folded.is_ascii_digit()
        || "一二三四五六七八九十第".contains(letter)
        || ('①'..='⒛').contains(&letter)
}

/// A measure's heading, up to the first full stop, and its further text, empty where it is one sentence.
pub(super) fn heading_and_text(measure: &str) -> (&str, &str) {
    let measure = measure
        .trim_start_matches(|letter| is_blank(letter) || is_stop(letter))
        .trim_end_matches(is_blank);
    let (heading, text) = match measure.find(['。', '｡']) {
        Some(at) => (&measure[..at], skip(&measure[at..])),
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
        let starts = split(text);
        let first = starts.first().map_or(text.len(), |start| start.at);
        let ends = starts.iter().skip(1).map(|start| start.at).chain([text.len()]);
        let found: Vec<_> = starts
            .iter()
            .zip(ends)
            .map(|(start, end)| heading_and_text(&text[start.words..end]))
            .collect();
        assert_eq!((&text[..first], found.as_slice()), (before, measures), "{text}");
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
        check("一 是甲。 二　是乙。", "", &[("甲", ""), ("乙", "")]);
        check("", "", &[]);
        check("已经整改。", "已经整改。", &[]);
    }

    #[test]
    fn measures_in_other_hands() {
        check("①甲，②乙。又乙。③丙", "", &[("甲", ""), ("乙", "又乙。"), ("丙", "")]);
        check("第一，甲。第二，乙。", "", &[("甲", ""), ("乙", "")]);
        check("第一是甲。第二是乙。", "", &[("甲", ""), ("乙", "")]);
        check("采取措施：（1）甲；（2）乙。", "采取措施：", &[("甲", ""), ("乙", "")]);
        check("1.甲。2.乙，3月办。", "", &[("甲", ""), ("乙，3月办", "")]);
        check("（1）甲。", "（1）甲。", &[]);
        check("一是甲。①子。②丑。二是乙。", "", &[("甲", "①子。②丑。"), ("乙", "")]);
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
    fn the_last_measure_may_go_on_behind_commas() {
        check("一是甲，二是乙，三是丙。", "", &[("甲", ""), ("乙", ""), ("丙", "")]);
        check("一是甲。二是乙，三是丙。", "", &[("甲", ""), ("乙", ""), ("丙", "")]);
        check(
            "一是抓三件事，一是甲，二是乙。",
            "",
            &[("抓三件事，一是甲，二是乙", "")],
        );
    }

    #[test]
    fn a_text_without_stops_is_split_at_its_ordinals() {
        check(
            "一是甲，又甲二是乙三是丙",
            "",
            &[("甲，又甲", ""), ("乙", ""), ("丙", "")],
        );
    }

    #[test]
    fn ordinals_go_past_ten() {
        let text: String = [
            "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
        ]
        .iter()
        .map(|ordinal| format!("{ordinal}是做好{ordinal}。"))
        .collect();
        let starts = split(&text);
        assert_eq!(starts.len(), 12);
        assert_eq!(&text[starts[11].at..], "十二是做好十二。");
    }
}
