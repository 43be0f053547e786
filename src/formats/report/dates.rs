//! Dates as reports write them, found in running text.
//!
//! ```text
//! date  = [ year "年" ] month "月" [ day ( "日" | "号" ) | "底" | "末" | "份" ]
//!       | year "年" ( "底" | "末" )
//!       | year sep month sep day          sep = "-" | "." | "/"
//!       | day "日"                         right after "至" of another date
//! ```
//! Numbers may be in Chinese numerals, 二〇二五年三月十二日. Digits and marks may be full-width, with spaces between. A part that is missing is taken from the date before.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::fold::{fold, is_blank};

/// A date and the bytes that it takes in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spotted {
    pub from: usize,
    pub to: usize,
    pub date: NaiveDate,
    /// The text names a day, not only a month or a year, whose last day then stands here.
    pub exact: bool,
}

/// Every date of a text, in order. `year` stands in for a missing year until a date names one.
pub(super) fn dates(text: &str, year: Option<i32>) -> Vec<Spotted> {
    let mut found: Vec<Spotted> = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(is_digit) {
        let from = at + step;
        let before = found.last().copied();
        let mut cursor = Cursor { text, at: from };
        match cursor.date(before, year) {
            Some((date, exact)) => {
                at = cursor.at;
                found.push(Spotted {
                    from,
                    to: at,
                    date,
                    exact,
                });
            }
            None => {
                let rest = text[from..].trim_start_matches(is_digit);
                at = text.len() - rest.len();
            }
        }
    }
    found
}

/// Every date of a text. One without a year, whose sentence names none before it, is the first such day since a day; where
/// no such day is known, it is none.
pub(super) fn dates_since(text: &str, since: Option<NaiveDate>) -> Vec<Spotted> {
    let Some(since) = since else {
        return dates(text, None);
    };
    let mut found: Vec<Spotted> = Vec::new();
    // Of the date before: where it ended, and whether its year was named.
    let mut before = (0, false);
    for mut spotted in dates(text, Some(since.year())) {
        let words = &text[spotted.from..spotted.to];
        let own = words.contains(['年', '-', '－', '/', '／', '.', '．']);
        let same_sentence = !text[before.0..spotted.from].contains('。');
        let day_alone = !own && !words.contains('月');
        let named = own || before.1 && same_sentence;
        if !named {
            let year = match found.last() {
                Some(last) if day_alone => last.date.year(),
                _ => since.year(),
            };
            let this_year = spotted.date.with_year(year).filter(|date| day_alone || *date >= since);
            match this_year.or_else(|| spotted.date.with_year(year + 1)) {
                Some(date) => spotted.date = date,
                None => continue,
            }
        }
        before = (spotted.to, named);
        found.push(spotted);
    }
    found
}

/// The day by which something is due: the end of a first range, or the first date.
pub(super) fn deadline(text: &str, year: Option<i32>) -> Option<NaiveDate> {
    let found = dates(text, year);
    let first = found.first()?;
    let end = found.get(1).filter(|second| is_range(text, first, second));
    Some(end.unwrap_or(first).date)
}

/// Whether nothing but 至 stands between two dates.
pub(super) fn is_range(text: &str, from: &Spotted, to: &Spotted) -> bool {
    let between = &text[from.to..to.from];
    // Bounded, so that a long run of space is not read again for every date after it.
    between.len() < 30
        && matches!(
            between.trim_matches(is_blank),
            "至" | "到" | "-" | "—" | "——" | "–" | "~" | "～" | "－"
        )
}

/// Chinese numerals of dates.
const HAN: &str = "〇○零一二三四五六七八九十";

fn is_digit(letter: char) -> bool {
    fold(letter).is_ascii_digit() || HAN.contains(letter)
}

fn digit_of(numeral: char) -> Option<u32> {
    let zero = matches!(numeral, '〇' | '○');
    let at = "零一二三四五六七八九".chars().position(|digit| digit == numeral);
    if zero { Some(0) } else { at.map(|at| at as u32) }
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn date(&mut self, before: Option<Spotted>, year: Option<i32>) -> Option<(NaiveDate, bool)> {
        let start = self.at;
        let first = self.number()?;
        match self.next()? {
            '年' => {
                let year = i32::try_from(first).ok().filter(|year| (1949..=2100).contains(year))?;
                let mark = self.at;
                if self.peek() == Some('年') {
                    self.next(); // 2025年年底
                }
                if matches!(self.peek(), Some('底' | '末')) {
                    self.next();
                    return Some((NaiveDate::from_ymd_opt(year, 12, 31)?, false));
                }
                self.at = mark;
                let month = self.number()?;
                (self.next()? == '月').then_some(())?;
                self.day_of(year, month)
            }
            '月' => {
                let lead = self.text[..start].trim_end_matches(is_blank);
                if lead.ends_with('年') && !lead.ends_with("今年") {
                    return None; // 明年3月
                }
                let same_year = before.map(|before| before.date.year()).or(year)?;
                let (date, exact) = self.day_of(same_year, first)?;
                let ranges_on = before.is_some_and(|before| {
                    let this = Spotted {
                        from: start,
                        to: start,
                        ..before
                    };
                    before.date > date && is_range(self.text, &before, &this)
                });
                // 2024年12月26日至1月26日 ends in the year after.
                Some((
                    if ranges_on {
                        date.checked_add_months(Months::new(12))?
                    } else {
                        date
                    },
                    exact,
                ))
            }
            '日' => {
                let before = before?;
                let this = Spotted {
                    from: start,
                    to: start,
                    ..before
                };
                is_range(self.text, &before, &this).then_some(())?;
                Some((before.date.with_day(first)?, true))
            }
            separator @ ('-' | '.' | '/') => {
                let year = i32::try_from(first).ok().filter(|year| (1949..=2100).contains(year))?;
                let month = self.number()?;
                (self.next()? == separator).then_some(())?;
                let day = self.number()?;
                Some((NaiveDate::from_ymd_opt(year, month, day)?, true))
            }
            _ => None,
        }
    }

    /// A day of the month, or the month's last one where no day is named.
    fn day_of(&mut self, year: i32, month: u32) -> Option<(NaiveDate, bool)> {
        let mark = self.at;
        if let Some(day) = self.number()
            && matches!(self.next(), Some('日' | '号'))
        {
            return Some((NaiveDate::from_ymd_opt(year, month, day)?, true));
        }
        self.at = mark;
        if matches!(self.peek(), Some('底' | '末' | '份')) {
            self.next();
        }
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first
            .checked_add_months(Months::new(1))?
            .checked_sub_days(Days::new(1))?;
        Some((last, false))
    }

    /// One to four digits side by side.
    fn number(&mut self) -> Option<u32> {
        let rest = self.text[self.at..].trim_start_matches(is_blank);
        if rest.starts_with(|letter| HAN.contains(letter)) {
            return self.han_number(rest);
        }
        let digits = rest.chars().take(5).map_while(|letter| fold(letter).to_digit(10));
        let (number, count) = digits.fold((0, 0), |(number, count), digit| (number * 10 + digit, count + 1));
        for _ in 0..count {
            self.next();
        }
        (1..=4).contains(&count).then_some(number)
    }

    /// 二〇二五, digit by digit, or up to 三十一.
    fn han_number(&mut self, rest: &str) -> Option<u32> {
        let numerals = rest.chars().take(5).take_while(|letter| HAN.contains(*letter));
        let (mut number, mut count, mut tens) = (0, 0, false);
        for letter in numerals {
            count += 1;
            number = match digit_of(letter) {
                Some(digit) if tens => number + digit,
                Some(digit) => number * 10 + digit,
                None if tens => return None,
                None => {
                    tens = true;
                    if count == 1 { 10 } else { number * 10 }
                }
            };
        }
        for _ in 0..count {
            self.next();
        }
        (count == 1 || count == 4 && !tens || tens && count <= 3 && number < 100).then_some(number)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..]
            .trim_start_matches(is_blank)
            .chars()
            .next()
            .map(fold)
    }

    fn next(&mut self) -> Option<char> {
        let rest = self.text[self.at..].trim_start_matches(is_blank);
        let letter = rest.chars().next()?;
        self.at = self.text.len() - rest.len() + letter.len_utf8();
        Some(fold(letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = dates(text, Some(2020))
            .iter()
            .map(|spotted| spotted.date.to_string())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_in_running_text() {
        check("于2025年2月24日反馈", &["2025-02-24"]);
        check("２０２５ 年 ２ 月 ２４ 日", &["2025-02-24"]);
        check("2024年12月26日至2025年1月26日", &["2024-12-26", "2025-01-26"]);
        check("2024年12月26日至1月26日", &["2024-12-26", "2025-01-26"]);
        check("2024年3月4日至20日", &["2024-03-04", "2024-03-20"]);
        check("今年4月23日,5月7号", &["2020-04-23", "2020-05-07"]);
        check("二〇二五年九月十日,十二月三十一日", &["2025-09-10", "2025-12-31"]);
        check("二○二五年三月至五月,二零二五年二十月", &["2025-03-31", "2025-05-31"]);
        check(
            "2025年底前,2025年年底,2026年末",
            &["2025-12-31", "2025-12-31", "2026-12-31"],
        );
        check("2025年2月底前,2024年2月份", &["2025-02-28", "2024-02-29"]);
        check(
            "2025-12-31、2025.6.30、2025/7/1",
            &["2025-12-31", "2025-06-30", "2025-07-01"],
        );
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "2025",
            "2025年",
            "13月",
            "2025年2月30日",
            "12345678年1月1日",
            "5日",
            "2025年以来10次",
            "长期坚持",
            "99年",
            "一是三个月,十五日内,二〇二五年以来",
            "明年3月",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn years_from_what_stands_around() {
        let check = |text, expected: &[&str]| {
            let found = dates_since(text, NaiveDate::from_ymd_opt(2025, 9, 8));
            let found: Vec<String> = found.iter().map(|spotted| spotted.date.to_string()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("12月3日出台,1月5日印发", &["2025-12-03", "2026-01-05"]);
        check("9月8日开会。9月7日又开会", &["2025-09-08", "2026-09-07"]);
        check("2024年5月6日,7月1日", &["2024-05-06", "2024-07-01"]);
        check("2024年5月6日。7月1日", &["2024-05-06", "2026-07-01"]);
        check("12月3日至5日", &["2025-12-03", "2025-12-05"]);
        assert!(dates_since("12月3日", None).is_empty());
    }

    #[test]
    fn a_deadline_is_the_end_of_a_range() {
        let day = |text| deadline(text, None).map(|date| date.to_string());
        assert_eq!(day("2025年12月31日前。").as_deref(), Some("2025-12-31"));
        assert_eq!(day("2025年3月至2025年8月31日").as_deref(), Some("2025-08-31"));
        assert_eq!(day("2025年9月前(原定2025年3月)").as_deref(), Some("2025-09-30"));
        assert_eq!(day("12月31日前"), None);
        assert_eq!(
            deadline("12月31日前", Some(2025))
                .map(|date| date.to_string())
                .as_deref(),
            Some("2025-12-31")
        );
    }
}
