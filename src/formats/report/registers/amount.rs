//! Whole numbers in plain text: `12`, `1,260`, `三`, `两`, `十二`.

use crate::formats::report::numbering::{han_number, skip};

/// A whole number that a text begins with, and what follows it. Nothing where digits go on as a decimal.
pub(super) fn whole(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = text.strip_prefix('两') {
        return Some((2, rest));
    }
    if let Some(rest) = text.strip_prefix('零') {
        return Some((0, rest));
    }
    if let Some((number, rest)) = han_number(text) {
        let goes_on = rest.starts_with(|next: char| "百千万亿零".contains(next));
        return (!goes_on).then_some((number, rest));
    }
    let mut number = 0u32;
    let mut rest = text;
    let mut count = 0;
    while let Some(digit) = rest.chars().next() {
        if let Some(digit) = digit.to_digit(10) {
            number = number.checked_mul(10)?.checked_add(digit)?;
            count += 1;
        } else if !(digit == ',' && count > 0 && thousands(rest)) {
            break;
        }
        rest = skip(rest);
    }
    let decimal = rest
        .strip_prefix('.')
        .is_some_and(|after| after.starts_with(|next: char| next.is_ascii_digit()));
    (count > 0 && !decimal).then_some((number, rest))
}

/// Whether three digits and no fourth follow a comma.
pub(super) fn thousands(from_comma: &str) -> bool {
    let mut letters = from_comma.chars().skip(1);
    let three = (0..3).all(|_| letters.next().is_some_and(|letter| letter.is_ascii_digit()));
    three && !letters.next().is_some_and(|letter| letter.is_ascii_digit())
}

/// Whether a letter may be part of a whole number.
pub(super) fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || "一二三四五六七八九十两零".contains(letter)
}

/// The whole number that a text ends with, and the byte where it begins.
pub(super) fn whole_at_end(text: &str) -> Option<(u32, usize)> {
    let mut from = text.len();
    for (at, letter) in text.char_indices().rev().take(12) {
        let comma =
            letter == ',' && thousands(&text[at..]) && text[..at].ends_with(|before: char| before.is_ascii_digit());
        if !is_of_number(letter) && !comma {
            break;
        }
        from = at;
    }
    // 2.5, 千三: no whole number of its own. 第3: which one, not how many.
    if text[..from].ends_with(['.', '百', '千', '万', '亿', '第', '-', '/']) {
        return None;
    }
    let (number, rest) = whole(&text[from..])?;
    rest.is_empty().then_some((number, from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_at_either_end() {
        assert_eq!(whole("12人"), Some((12, "人")));
        assert_eq!(whole("1,260元,又"), Some((1260, "元,又")));
        assert_eq!(whole("三名"), Some((3, "名")));
        assert_eq!(whole("两名"), Some((2, "名")));
        assert_eq!(whole("0人"), Some((0, "人")));
        for text in ["", "人", "1.5万", "三百", "99999999999999999999999"] {
            assert_eq!(whole(text), None, "{text}");
        }
        assert_eq!(whole_at_end("给予12"), Some((12, 6)));
        assert_eq!(whole_at_end("共1,260"), Some((1260, 3)));
        for text in ["", "给予", "1.5", "第3", "一百二"] {
            assert_eq!(whole_at_end(text), None, "{text}");
        }
    }
}
