//! A number as Word writes it: 一、(一) 1. ① A i.

const HAN: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const LEGAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// A number in one of Word's formats. None for a format that is not known, or a number that it is not known to write.
pub fn written(format: &str, number: u32) -> Option<String> {
    let within = |first: char, most: u32| {
        let letter = char::from_u32(u32::from(first) + number.checked_sub(1)?)?;
        (number <= most).then(|| letter.to_string())
    };
    match format {
        "decimal" | "decimalHalfWidth" => Some(number.to_string()),
        "decimalZero" => Some(if number < 10 {
            ["0", &number.to_string()].concat()
        } else {
            number.to_string()
        }),
        "decimalFullWidth" | "decimalFullWidth2" => {
            let wide = |digit: char| char::from_u32(u32::from(digit) + 0xfee0).unwrap_or(digit);
            Some(number.to_string().chars().map(wide).collect())
        }
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => tens(number, &HAN, "十", false),
        "chineseLegalSimplified" => tens(number, &LEGAL, "拾", true),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            let digits = number.to_string();
            digits
                .chars()
                .map(|digit| digit.to_digit(10).map(|digit| HAN[digit as usize]))
                .collect()
        }
        "ideographTraditional" => STEMS.chars().nth(number.checked_sub(1)? as usize).map(String::from),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => within('①', 20),
        "decimalEnclosedFullstop" => within('⒈', 20),
        "decimalEnclosedParen" => within('⑴', 20),
        "ideographEnclosedCircle" => within('㊀', 10),
        "lowerLetter" => within('a', 26),
        "upperLetter" => within('A', 26),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).map(|text| text.to_ascii_uppercase()),
        "none" => Some(String::new()),
        _ => None,
    }
}

/// Up to ninety-nine: above, programs differ.
fn tens(number: u32, digits: &[&str; 10], ten: &str, with_one: bool) -> Option<String> {
    let (high, low) = (number / 10, number % 10);
    let mut out = String::new();
    match high {
        0 => {}
        1 if !with_one => out.push_str(ten),
        1..=9 => {
            out.push_str(digits[high as usize]);
            out.push_str(ten);
        }
        _ => return None,
    }
    if low > 0 || high == 0 {
        out.push_str(digits[low as usize]);
    }
    Some(out)
}

fn roman(mut number: u32) -> Option<String> {
    let mut out = String::new();
    if number == 0 || number >= 4000 {
        return None;
    }
    for (value, sign) in ROMAN {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_does() {
        for (format, number, expected) in [
            ("decimal", 12, Some("12")),
            ("decimalFullWidth", 10, Some("１０")),
            ("chineseCountingThousand", 1, Some("一")),
            ("chineseCounting", 10, Some("十")),
            ("japaneseCounting", 11, Some("十一")),
            ("chineseCounting", 20, Some("二十")),
            ("chineseCounting", 35, Some("三十五")),
            ("chineseCounting", 100, None),
            ("chineseLegalSimplified", 12, Some("壹拾贰")),
            ("ideographDigital", 10, Some("一〇")),
            ("ideographTraditional", 3, Some("丙")),
            ("decimalEnclosedCircle", 20, Some("⑳")),
            ("decimalEnclosedCircle", 21, None),
            ("lowerLetter", 2, Some("b")),
            ("upperRoman", 14, Some("XIV")),
            ("koreanCounting", 1, None),
        ] {
            assert_eq!(written(format, number).as_deref(), expected, "{format} {number}");
        }
    }
}
