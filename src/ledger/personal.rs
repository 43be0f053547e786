//! Names of persons, phone and identity numbers: found in a text, and masked.

use super::{
    Ledger,
    letters::{fold, is_letter},
};

/// Surnames of two characters. A name of two characters alone has the first of them as its surname.
const COMPOUND: [&str; 40] = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "夏侯",
    "轩辕", "端木", "百里", "南宫", "东郭", "独孤", "呼延", "申屠", "太史", "澹台", "公冶", "宗政", "濮阳", "淳于",
    "单于", "太叔", "仲孙", "钟离", "司空", "鲜于", "闾丘", "拓跋", "赫连", "万俟", "闻人", "第五",
];

/// Names to find or to mask.
pub struct Names<'a> {
    /// By their first letter, of those with one letter the longest first: so a name within a longer one does not break it.
    names: Vec<(char, &'a str)>,
    /// Which letters may begin one, by their last eight bits: most letters of a text do not.
    begins: [bool; 256],
}

impl<'a> Names<'a> {
    /// Names of one character are no names and are passed over.
    pub fn new(names: &[&'a str]) -> Names<'a> {
        let mut names: Vec<(char, &str)> = names
            .iter()
            .map(|name| name.trim())
            .filter(|name| name.chars().nth(1).is_some())
            .filter_map(|name| Some((name.chars().next()?, name)))
            .collect();
        super::sort_by(&mut names, |left, right| {
            left.0.cmp(&right.0).then(right.1.len().cmp(&left.1.len()))
        });
        let mut begins = [false; 256];
        names.iter().for_each(|(first, _)| begins[last_bits(*first)] = true);
        Names { names, begins }
    }

    pub fn mask(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.each(text, &mut |part, name| match name {
            Some(name) => push_masked(name, &mut out),
            None => out.push(part),
        });
        out
    }

    /// The names that stand in a text, each once.
    pub fn found(&self, text: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        self.each(text, &mut |_, name| {
            if let Some(name) = name.filter(|name| !found.contains(name)) {
                found.push(name);
            }
        });
        found
    }

    /// The name that a text begins with, and what follows it.
    fn at_start<'t>(&self, letter: char, text: &'t str) -> Option<(&'a str, &'t str)> {
        let from = self.names.partition_point(|(first, _)| *first < letter);
        let mut same = self.names[from..].iter().take_while(|(first, _)| *first == letter);
        same.find_map(|(_, name)| Some((*name, without(text, name)?)))
    }

    /// Goes through a text: letter by letter, but each name as a whole.
    fn each(&self, text: &str, see: &mut dyn FnMut(char, Option<&'a str>)) {
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let found = if self.begins[last_bits(letter)] {
                self.at_start(letter, rest)
            } else {
                None
            };
            see(letter, found.map(|(name, _)| name));
            rest = match found {
                Some((_, after)) => after,
                None => &rest[letter.len_utf8()..],
            };
        }
    }
}

fn last_bits(letter: char) -> usize {
    letter as usize & 0xff
}

/// Masks names of persons: 张三 becomes 张某, 欧阳修文 becomes 欧阳某某. A name with space in it (张　三) is one too.
pub fn mask_names(text: &str, names: &[&str]) -> String {
    Names::new(names).mask(text)
}

/// What follows a name at the start of a text.
fn without<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = text;
    for letter in name.chars().filter(|letter| !is_space(*letter)) {
        let next = if rest.len() == text.len() {
            rest
        } else {
            rest.trim_start_matches(is_space)
        };
        rest = next.strip_prefix(letter)?;
    }
    Some(rest)
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{3000}' | '\u{a0}')
}

fn push_masked(name: &str, out: &mut String) {
    let letters = name.chars().filter(|letter| !is_space(*letter)).count();
    let compound = letters > 2 && COMPOUND.iter().any(|surname| name.starts_with(surname));
    let surname = if compound { 2 } else { 1 };
    out.extend(name.chars().take(surname));
    // Long names, most of them transliterated, are not counted out.
    for _ in 0..(letters - surname).min(2) {
        out.push('某');
    }
}

const OFFICES: [char; 16] = [
    '室', '科', '部', '处', '局', '组', '办', '委', '股', '队', '站', '所', '会', '院', '司', '馆',
];

/// The names that the ledger itself gives: 责任领导, 责任人 and who carries out a measure; each once. A proposal to look
/// over: a field may hold what is no person, and offices (办公室) are passed over by their last character alone.
pub fn names_in(ledger: &Ledger) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for finding in ledger.findings() {
        let owners = finding.measures.iter().map(|measure| &measure.owner);
        for field in owners.chain([&finding.leader, &finding.owner]) {
            for name in field.split(['、', '，', ',', '；', ';', '/', '\n']).map(str::trim) {
                if (2..=4).contains(&name.chars().count()) && !name.ends_with(OFFICES) {
                    names.push(name);
                }
            }
        }
    }
    super::sort_by(&mut names, Ord::cmp);
    names.dedup();
    names
}

/// Masks mobile phone numbers (138****5678) and identity numbers (the first six digits are kept).
///
/// Only runs of the right length and shape: a phone number has 11 digits from 13 to 19 on, together or as 3-4-4, after
/// no more than a country's 86; an identity number has 18 characters with a real date of birth. Anything else is left alone.
pub fn mask_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_part(text, &mut |part, shown| match shown {
        Some((first, last)) => {
            let count = part.chars().count();
            let hidden = part.chars().filter(|letter| is_letter(fold(*letter))).count() - first - last;
            out.extend(part.chars().take(first));
            out.extend(std::iter::repeat_n('*', hidden));
            out.extend(part.chars().skip(count - last));
        }
        None => out.push_str(part),
    });
    out
}

/// The numbers in a text that [`mask_numbers`] masks.
pub fn numbers_in(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    // Most texts have fewer digits than the shortest of these numbers.
    let mut digits = text.chars().filter(|letter| fold(*letter).is_ascii_digit());
    if digits.nth(PHONE_DIGITS - 1).is_none() {
        return found;
    }
    each_part(text, &mut |part, shown| {
        if shown.is_some() {
            found.push(part);
        }
    });
    found
}

const PHONE_DIGITS: usize = 11;

/// Goes through a text: letter by letter, but each run of digits as a whole; with how many characters at its start and
/// its end a personal number keeps.
fn each_part<'t>(text: &'t str, see: &mut dyn FnMut(&'t str, Option<(usize, usize)>)) {
    let mut rest = text;
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let joined = before.is_ascii_alphanumeric();
        let digits = if joined || !fold(letter).is_ascii_digit() {
            0
        } else {
            run(rest)
        };
        let end = match digits {
            0 => letter.len_utf8(),
            digits => rest.char_indices().nth(digits).map_or(rest.len(), |(at, _)| at),
        };
        let (part, after) = rest.split_at(end);
        before = match digits {
            // The point of a decimal belongs to its digits.
            0 if letter == '.' && before.is_ascii_digit() => '0',
            0 => fold(letter),
            _ => '0',
        };
        see(part, if digits == 0 { None } else { shown(part, after) });
        rest = after;
    }
}

/// How many characters a number at the start of a text takes, with the hyphens or spaces in it and a last X.
fn run(text: &str) -> usize {
    let mut count = 0;
    let mut letters = text.chars().map(fold).peekable();
    while let Some(letter) = letters.next() {
        let parts =
            matches!(letter, '-' | ' ') && matches!(count, 3 | 8) && letters.peek().is_some_and(char::is_ascii_digit);
        let last = count == 17 && matches!(letter, 'X' | 'x');
        if !(letter.is_ascii_digit() || parts || last) {
            break;
        }
        count += 1;
    }
    count
}

/// How many characters at its start and its end a number keeps that is personal.
fn shown(number: &str, after: &str) -> Option<(usize, usize)> {
    let mut following = after.chars().map(fold);
    let next = following.next().unwrap_or(' ');
    let goes_on = following.next().is_some_and(|letter| letter.is_ascii_alphanumeric());
    let letters: Vec<char> = number.chars().map(fold).collect();
    let plain: String = letters.iter().filter(|letter| is_letter(**letter)).collect();
    let part = next.is_ascii_alphanumeric() || matches!(next, '.' | '-') && goes_on;
    let amount = part || matches!(next, '元' | '万' | '亿' | '%');
    let country = if plain.len() == 13 && plain.starts_with("86") {
        2
    } else {
        0
    };
    let whole = letters.len() == plain.len();
    let parted = letters.len() == 13 && [3, 8].iter().all(|at| !is_letter(letters[*at]));
    if !amount && (whole || parted) && is_mobile(&plain[country..]) {
        Some((letters.len() - 8 - if whole { 0 } else { 2 }, 4))
    } else if whole && !next.is_ascii_alphanumeric() && is_identity(&plain) {
        Some((6, 0))
    } else {
        None
    }
}

fn is_mobile(digits: &str) -> bool {
    let second = digits.as_bytes().get(1).copied().unwrap_or_default();
    digits.len() == PHONE_DIGITS && digits.starts_with('1') && (b'3'..=b'9').contains(&second)
}

/// Eighteen characters whose seventh to fourteenth are a real date.
fn is_identity(number: &str) -> bool {
    let digits = |from: usize, to: usize| number.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (digits(6, 10), digits(10, 12), digits(12, 14)) else {
        return false;
    };
    number.len() == 18
        && !number.starts_with('0')
        && (1900..=2099).contains(&year)
        && chrono::NaiveDate::from_ymd_opt(year as i32, month, day).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn names(text: &str, names: &[&str], expected: &str) {
        assert_eq!(mask_names(text, names), expected);
    }

    #[test]
    fn names_keep_their_surname() {
        names("张三、李四明确分工", &["张三", "李四明"], "张某、李某某确分工");
        names("由欧阳修文牵头", &["欧阳修文"], "由欧阳某某牵头");
        names("诸葛亮到会", &["诸葛亮"], "诸葛某到会");
        names("欧阳到会", &["欧阳"], "欧某到会");
        names("张 三、李　四到会", &["张三", "李　四"], "张某、李某到会");
        names("张三丰和张三", &["张三", "张三丰"], "张某某和张某");
        names("阿卜杜拉·买买提到会", &["阿卜杜拉·买买提"], "阿某某到会");
        names("张三，\n张\n三", &["张三"], "张某，\n张\n三");
        names("王家庄的王", &["王", "", " "], "王家庄的王");
        names("无人", &[], "无人");
    }

    #[track_caller]
    fn numbers(text: &str, expected: &str) {
        assert_eq!(mask_numbers(text), expected);
        assert_eq!(numbers_in(text).is_empty(), text == expected, "{text}");
    }

    #[test]
    fn phone_and_identity_numbers() {
        numbers("电话13812345678。", "电话138****5678。");
        numbers("电话１３８１２３４５６７８", "电话１３８****５６７８");
        numbers("138 1234 5678、139-1234-5678", "138****5678、139****5678");
        numbers(
            "电话13812345678.号码：No.13812345678-",
            "电话138****5678.号码：No.138****5678-",
        );
        numbers("+8613812345678", "+86138****5678");
        numbers("身份证号110101199003071234，", "身份证号110101************，");
        numbers("11010119900307123X", "110101************");
        numbers("11010119900307123x。", "110101************。");
    }

    #[test]
    fn names_and_numbers_are_found() {
        let names = Names::new(&["张三", "张三丰", "李四"]);
        assert_eq!(names.found("张三丰、李　四和张三丰"), ["张三丰", "李四"]);
        assert!(names.found("张某").is_empty());
        assert_eq!(numbers_in("电话138 1234 5678，共13812345678元"), ["138 1234 5678"]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "12812345678",
            "1381234567",
            "138123456789",
            "13812345678.50元",
            "13812345678元",
            "0595-85683864",
            "A13812345678",
            "3.13812345678",
            "110101199013071234",
            "110101199002301234",
            "91350582MA31ABCD2X",
            "2025年12月31日",
            "138-123-45678",
            "6222021234567890123",
            "合同13812345678-2",
            "",
        ] {
            numbers(text, text);
        }
    }
}
