//! Numbers before headings and measures, in every shape: `一、` `（一）` `1.` `1、` `(1)` `1)` `①` `第一，` `第一部分`.

use super::fold::{eat_word, fold, is_blank, plain, squeezed};

/// The shapes of a number, from the highest level to the lowest where nothing in a document says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// `第一部分`
    Part,
    /// `一、`
    Han,
    /// `（一）`
    HanInBrackets,
    /// `1、`; the same as `1.` in documents that do not tell them apart.
    Comma,
    /// `1.`
    Dot,
    /// `1.1`, with a blank or a title's first word behind it; its number is the last one.
    Decimal,
    /// `（1）`
    Brackets,
    /// `1）`
    Bracket,
    /// `①`
    Circle,
    /// `第一，`
    Nth,
    /// A heading without a number.
    Bare,
}

pub(super) const SHAPES: usize = Shape::Bare as usize + 1;

/// The number that a line begins with: its shape, its value and what follows it, which is never empty.
pub(super) fn numbering(text: &str) -> Option<(Shape, u32, &str)> {
    let (shape, number, rest) = read(text)?;
    let rest = rest.trim_start_matches(is_blank);
    (!rest.is_empty()).then_some((shape, number, rest))
}

fn read(text: &str) -> Option<(Shape, u32, &str)> {
    let first = text.chars().next()?;
    if let Some(found) = one_letter(first) {
        return Some((found.0, found.1, skip(text).trim_start_matches(['、', '.', '．'])));
    }
    if plain(first) == '第' {
        let (number, rest) = han_number(skip(text)).or_else(|| digits(skip(text)))?;
        let rest = rest.trim_start_matches(is_blank);
        return match ["部分", "章", "篇"].iter().find_map(|word| eat_word(rest, word)) {
            Some(rest) => {
                let rest = rest
                    .trim_start_matches(|letter| is_blank(letter) || matches!(fold(letter), '、' | ':' | '.' | ','));
                Some((Shape::Part, number, rest))
            }
            None => Some((Shape::Nth, number, eat(rest, &['、', ',', '.', ':'])?)),
        };
    }
    let open = fold(first) == '(';
    let inside = if open { skip(text) } else { text }.trim_start_matches(is_blank);
    let (han, number, after) = match han_number(inside) {
        Some((number, after)) => (true, number, after),
        None => {
            let (number, after) = digits(inside)?;
            (false, number, after)
        }
    };
    let rest = after.trim_start_matches(is_blank);
    let in_brackets = if han { Shape::HanInBrackets } else { Shape::Brackets };
    let mark = fold(rest.chars().next()?);
    match (open, mark) {
        (true, ')') => Some((in_brackets, number, skip(rest))),
        (false, ')') if han => Some((Shape::HanInBrackets, number, skip(rest))),
        (false, ')') => Some((Shape::Bracket, number, skip(rest))),
        (false, '、' | '.' | ',') => {
            let rest = skip(rest);
            let goes_on = rest.starts_with(|next| fold(next).is_ascii_digit());
            let shape = match (han, mark) {
                (true, _) => Shape::Han,
                (false, '.') if goes_on => return decimal(rest),
                (false, _) if goes_on => return None, // 1、2月
                (false, '、') => Shape::Comma,
                (false, _) => Shape::Dot,
            };
            Some((shape, number, rest))
        }
        // Copied without its mark: 一 聚焦…方面, （一 关于…, 1关于…
        _ if begins_a_title(rest) || !open && rest.len() < after.len() && names_a_section(rest) => {
            let shape = match (open, han) {
                (true, _) => in_brackets,
                (false, true) => Shape::Han,
                (false, false) => Shape::Dot,
            };
            Some((shape, number, rest))
        }
        _ => None,
    }
}

/// The rest of `1.1 甲` or `1.1.2关于甲`; 3.5万 is none.
fn decimal(text: &str) -> Option<(Shape, u32, &str)> {
    let (number, rest) = digits(text)?;
    if let Some(deeper) = eat(rest, &['.'])
        && deeper.starts_with(|next| fold(next).is_ascii_digit())
    {
        return decimal(deeper);
    }
    let rest = eat(rest, &['.', '、']).unwrap_or(rest);
    (rest.starts_with(is_blank) || begins_a_title(rest)).then_some((Shape::Decimal, number, rest))
}

fn begins_a_title(text: &str) -> bool {
    ["关于", "针对", "聚焦"]
        .iter()
        .any(|word| eat_word(text, word).is_some())
}

fn names_a_section(text: &str) -> bool {
    let title = squeezed(text, 31);
    title.chars().count() <= 30 && !title.contains(['。', ',', ';']) && super::section::is_named(&title)
}

/// Numbers that are one letter each.
fn one_letter(letter: char) -> Option<(Shape, u32)> {
    const RANGES: [(char, char, Shape); 7] = [
        ('㈠', '㈩', Shape::HanInBrackets),
        ('⒈', '⒛', Shape::Dot),
        ('⑴', '⒇', Shape::Brackets),
        ('①', '⑳', Shape::Circle),
        ('❶', '❿', Shape::Circle),
        ('➀', '➉', Shape::Circle),
        ('㊀', '㊉', Shape::Circle),
    ];
    let range = RANGES.iter().find(|(from, to, _)| (*from..=*to).contains(&letter))?;
    Some((range.2, letter as u32 - range.0 as u32 + 1))
}

/// A number from 一 to 九十九, and what follows it.
pub(super) fn han_number(text: &str) -> Option<(u32, &str)> {
    let digit = |text: &str| {
        let first = text.chars().next()?;
        let at = "一二三四五六七八九".chars().position(|known| known == first)?;
        Some(at as u32 + 1)
    };
    let tens = digit(text);
    let after = tens.map_or(text, |_| skip(text));
    let Some(after) = after.strip_prefix('十') else {
        return tens.map(|ones| (ones, after));
    };
    let ones = digit(after);
    Some((
        tens.unwrap_or(1) * 10 + ones.unwrap_or(0),
        ones.map_or(after, |_| skip(after)),
    ))
}

/// One to three digits and what follows them; four would be a year.
fn digits(text: &str) -> Option<(u32, &str)> {
    let mut number = 0;
    let mut rest = text;
    let mut count = 0;
    while let Some(digit) = rest.chars().next().and_then(|letter| fold(letter).to_digit(10)) {
        number = number * 10 + digit;
        rest = skip(rest);
        count += 1;
        if count > 3 {
            return None;
        }
    }
    (count > 0).then_some((number, rest))
}

fn eat<'a>(text: &'a str, wanted: &[char]) -> Option<&'a str> {
    wanted.contains(&fold(text.chars().next()?)).then(|| skip(text))
}

/// A text without its first letter.
pub(super) fn skip(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(shape: Shape, number: u32, texts: &[&str]) {
        for text in texts {
            let rest = numbering(text).map_or("", |(_, _, rest)| rest);
            assert_eq!(numbering(text), Some((shape, number, rest)), "{text}");
            assert!(["甲", "聚焦甲", "关于甲", "整改落实情况"].contains(&rest), "{text}");
        }
    }

    #[test]
    fn numbers_in_many_hands() {
        check(Shape::Han, 1, &["一、甲", "一.甲", "一． 甲", "一 、甲"]);
        check(Shape::Han, 11, &["十一、甲"]);
        check(Shape::Han, 20, &["二十、甲"]);
        check(
            Shape::HanInBrackets,
            1,
            &["(一)甲", "（一）甲", "(一）甲", "㈠甲", "一）甲"],
        );
        check(Shape::HanInBrackets, 12, &["（ 十二 ） 甲"]);
        check(Shape::Dot, 1, &["1.甲", "1. 甲", "１．甲", "1,甲", "⒈甲"]);
        check(Shape::Comma, 12, &["12、甲", "１２、 甲"]);
        check(Shape::Brackets, 1, &["(1)甲", "（1）甲", "（１） 甲", "⑴甲"]);
        check(Shape::Brackets, 21, &["( 21 )甲"]);
        check(Shape::Decimal, 2, &["1.2 甲", "3.1.2　甲", "1.2关于甲", "1.2. 甲"]);
        check(Shape::Bracket, 3, &["3)甲", "3）甲"]);
        check(Shape::Circle, 2, &["②甲", "② 甲", "②、甲"]);
        check(Shape::Nth, 3, &["第三，甲", "第三、甲", "第3, 甲"]);
        check(Shape::Part, 2, &["第二部分 甲", "第二部分：甲", "第2章甲"]);
    }

    #[test]
    fn numbers_that_lost_their_mark() {
        check(Shape::Han, 2, &["二 聚焦甲", "二聚焦甲", "二 整改落实情况"]);
        check(Shape::HanInBrackets, 2, &["(二聚焦甲", "（二 关于甲"]);
        check(Shape::Dot, 3, &["3关于甲", "3 关于甲"]);
        check(Shape::Brackets, 3, &["(3 关于甲"]);
    }

    #[test]
    fn what_is_no_number() {
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
            "第一责任人",
            "一 甲",
            "3 甲",
            "2整改落实情况",
        ] {
            assert_eq!(numbering(text), None, "{text}");
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
