//! Numbers before headings and measures: `一、`, `（一）`, `1.`, `（1）`, `①`; written, and told apart when read.

use super::choices::choices;
use crate::formats::report::{
    fold::{fold, is_blank},
    numbering::{Shape, numbering},
};

choices! {
    /// How the headings of one level are numbered.
    Numbers {
        Part = "part", "第一部分 ";
        PartColon = "part_colon", "第一部分：";
        Han = "han", "一、";
        HanInBrackets = "han_in_brackets", "（一）";
        Dot = "dot", "1.";
        /// The dot as wide as a Chinese character.
        WideDot = "wide_dot", "1．";
        Comma = "comma", "1、";
        Brackets = "brackets", "（1）";
        Bracket = "bracket", "1）";
        Circle = "circle", "①";
        /// The heading stands without a number.
        Bare = "bare", "";
        /// The level has no headings: what stands under it moves up. Findings are never hidden, only bare.
        Hidden = "hidden", "";
    }
}

choices! {
    /// Whether the numbers of a level begin anew under each heading above it.
    Counting {
        Anew = "anew", "1. 2. 1. 2.";
        RunOn = "run_on", "1. 2. 3. 4.";
    }
}

choices! {
    /// The width of brackets, colons and commas that the writer adds. Words of the ledger stay as they are.
    Width {
        Full = "full", "（，：）";
        Half = "half", "(,:)";
    }
}

impl Width {
    /// A full-width mark, or its half-width twin.
    pub fn mark(self, full: char) -> char {
        match self {
            Width::Full => full,
            Width::Half => fold(full),
        }
    }
}

impl Numbers {
    /// Appends the number of a heading.
    pub fn push(self, number: usize, width: Width, out: &mut String) {
        let brackets = matches!(self, Numbers::HanInBrackets | Numbers::Brackets);
        if brackets {
            out.push(width.mark('（'));
        }
        match self {
            Numbers::Part | Numbers::PartColon => {
                out.push('第');
                push_han(number, out);
                out.push_str("部分");
                out.push(if self == Numbers::Part { ' ' } else { width.mark('：') });
            }
            Numbers::Han | Numbers::HanInBrackets => push_han(number, out),
            Numbers::Circle => match circled(number) {
                Some(letter) => out.push(letter),
                None => return Numbers::Brackets.push(number, width, out),
            },
            Numbers::Bare | Numbers::Hidden => return,
            _ => push_number(number, out),
        }
        match self {
            Numbers::Han | Numbers::Comma => out.push('、'),
            Numbers::Dot => out.push('.'),
            Numbers::WideDot => out.push('．'),
            Numbers::Bracket => out.push(width.mark('）')),
            _ if brackets => out.push(width.mark('）')),
            _ => {}
        }
    }

    /// The number that a line begins with, and what follows it.
    pub(super) fn read(line: &str) -> Option<(Numbers, usize, &str)> {
        let first = line.chars().next()?;
        if let Some(number) = (1..=CIRCLES).find(|number| circled(*number) == Some(first)) {
            return Some((Numbers::Circle, number, &line[first.len_utf8()..]));
        }
        // Numbers that are one letter, ⑴, and those in words.
        if let Some((shape @ (Shape::Part | Shape::HanInBrackets | Shape::Dot | Shape::Brackets), number, rest)) =
            numbering(line)
            && (first == '第' || !first.is_alphanumeric() || !fold(first).is_ascii_digit() && first.is_numeric())
            && fold(first) != '('
        {
            let numbers = match shape {
                Shape::Part if line[..line.len() - rest.len()].contains(['：', ':']) => Numbers::PartColon,
                Shape::Part => Numbers::Part,
                Shape::HanInBrackets => Numbers::HanInBrackets,
                Shape::Dot => Numbers::Dot,
                _ => Numbers::Brackets,
            };
            return Some((numbers, number as usize, rest));
        }
        let open = fold(first) == '(';
        let inside = if open { &line[first.len_utf8()..] } else { line }.trim_start_matches(is_blank);
        let (han, number, rest) = match read_han(inside) {
            (0, _) => {
                let (number, rest) = read_digits(inside)?;
                (false, number, rest)
            }
            (number, rest) => (true, number, rest),
        };
        let rest = rest.trim_start_matches(is_blank);
        let mark = rest.chars().next()?;
        let after = &rest[mark.len_utf8()..];
        let numbers = match (open, han, fold(mark), mark) {
            (true, true, ')', _) => Numbers::HanInBrackets,
            (true, false, ')', _) => Numbers::Brackets,
            (false, false, ')', _) => Numbers::Bracket,
            (false, true, '、' | '.', _) => Numbers::Han,
            (false, false, '、', _) => Numbers::Comma,
            (false, false, '.', '．') => Numbers::WideDot,
            (false, false, '.', _) if !after.starts_with(|letter: char| letter.is_ascii_digit()) => Numbers::Dot,
            _ => return None,
        };
        Some((numbers, number, after.trim_start_matches(is_blank)))
    }
}

/// Appends a number in digits.
pub(super) fn push_number(number: usize, out: &mut String) {
    out.push_str(&number.to_string());
}

const HAN: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Appends a number from 1 to 99 in Chinese numerals; any other in digits.
pub(super) fn push_han(number: usize, out: &mut String) {
    let (tens, ones) = (number / 10, number % 10);
    if number == 0 || tens > 9 {
        return push_number(number, out);
    }
    if tens > 1 {
        out.push(HAN[tens]);
    }
    if tens > 0 {
        out.push('十');
    }
    if ones > 0 {
        out.push(HAN[ones]);
    }
}

/// The Chinese numeral, below 100, that a text begins with, and what follows it; 0 where there is none.
fn read_han(text: &str) -> (usize, &str) {
    let mut number = 0;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        match HAN.iter().position(|han| *han == letter) {
            Some(digit) if digit > 0 && number % 10 == 0 => number += digit,
            None if letter == '十' && number < 10 => number = number.max(1) * 10,
            _ => break,
        }
        rest = &rest[letter.len_utf8()..];
    }
    (number, rest)
}

/// One to three digits of any width.
fn read_digits(text: &str) -> Option<(usize, &str)> {
    let rest = text.trim_start_matches(|letter| fold(letter).is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    let mut number = 0;
    for (count, letter) in digits.chars().enumerate() {
        if count == 3 {
            return None;
        }
        number = number * 10 + fold(letter).to_digit(10)? as usize;
    }
    (!digits.is_empty()).then_some((number, rest))
}

const CIRCLES: usize = 20;

fn circled(number: usize) -> Option<char> {
    let offset = u32::try_from(number).ok()?.checked_sub(1)?;
    (number <= CIRCLES)
        .then(|| char::from_u32('①' as u32 + offset))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numbers: Numbers, number: usize, full: &str, half: &str) {
        for (width, expected) in [(Width::Full, full), (Width::Half, half)] {
            let mut out = String::new();
            numbers.push(number, width, &mut out);
            assert_eq!(out, expected);
            if !matches!(numbers, Numbers::Bare | Numbers::Hidden) {
                out.push('甲');
                let read = Numbers::read(&out).map(|(_, number, rest)| (number, rest));
                assert_eq!(read, Some((number, "甲")), "{out}");
            }
        }
    }

    #[test]
    fn numbers_are_written_and_read() {
        check(Numbers::Han, 1, "一、", "一、");
        check(Numbers::Han, 10, "十、", "十、");
        check(Numbers::Han, 11, "十一、", "十一、");
        check(Numbers::Han, 20, "二十、", "二十、");
        check(Numbers::Han, 99, "九十九、", "九十九、");
        check(Numbers::HanInBrackets, 32, "（三十二）", "(三十二)");
        check(Numbers::Dot, 3, "3.", "3.");
        check(Numbers::WideDot, 3, "3．", "3．");
        check(Numbers::Comma, 12, "12、", "12、");
        check(Numbers::Brackets, 7, "（7）", "(7)");
        check(Numbers::Bracket, 7, "7）", "7)");
        check(Numbers::Circle, 1, "①", "①");
        check(Numbers::Circle, 20, "⑳", "⑳");
        check(Numbers::Circle, 21, "（21）", "(21)");
        check(Numbers::Part, 12, "第十二部分 ", "第十二部分 ");
        check(Numbers::PartColon, 2, "第二部分：", "第二部分:");
        check(Numbers::Bare, 1, "", "");
        check(Numbers::Hidden, 1, "", "");
    }

    #[test]
    fn numbers_past_their_numerals_are_digits() {
        let mut out = String::new();
        Numbers::Han.push(100, Width::Full, &mut out);
        Numbers::Han.push(0, Width::Full, &mut out);
        assert_eq!(out, "100、0、");
    }

    #[test]
    fn lines_without_a_number() {
        for line in [
            "",
            "甲",
            "一是甲",
            "2025年",
            "3.5万",
            "（甲）乙",
            "十五五规划",
            "2025.3",
            "一",
            "（",
            "（一",
        ] {
            assert_eq!(Numbers::read(line), None, "{line}");
        }
        assert_eq!(Numbers::read("（ 十二 ） 甲"), Some((Numbers::HanInBrackets, 12, "甲")));
        assert_eq!(Numbers::read("⑴甲"), Some((Numbers::Brackets, 1, "甲")));
        assert_eq!(Numbers::read("㈡甲"), Some((Numbers::HanInBrackets, 2, "甲")));
        assert_eq!(Numbers::read("１． 甲"), Some((Numbers::WideDot, 1, "甲")));
    }
}
