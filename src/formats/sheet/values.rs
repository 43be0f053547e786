//! Cells as values: days as people and spreadsheet programs write them, statuses and kinds of remedy in the words in use.
//!
//! ```text
//! day     := year sep month sep day ["日"] [rest]      2026-05-06, 2026/5/6, 2026.5.6, 2026年5月6日
//!          | year "年" month "月底" [rest]              its last day
//!          | eight digits                              20260506
//!          | serial number of a spreadsheet            46148
//!          | day line break "原" day                  the first
//! rest    := "前" | "之前" | "以前" | a time of day
//! ```

use chrono::{Days, NaiveDate};

use crate::ledger::{Remedy, Status};

/// Serial numbers of days between 1954 and 2119: none of them is a year, nor a number of findings.
const SERIALS: std::ops::Range<u64> = 20_000..80_000;

/// None: it is no single day.
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let text = narrow(text);
    // Our own tables have the first deadline under the one that stands.
    let text = text.split_once("\n原").map_or(&*text, |(day, _)| day).trim();
    let text = ["之前", "以前", "前"]
        .into_iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
        .trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return from_digits(text);
    }
    if let Some(month) = text.strip_suffix("月底").or_else(|| text.strip_suffix("月末")) {
        let (year, month) = month.split_once('年')?;
        return last_of_month(year.trim().parse().ok()?, month.trim().parse().ok()?);
    }
    let (year, rest) = number(text)?;
    let (month, rest) = number(separated(rest, &['-', '/', '.', '年'])?)?;
    let (day, rest) = number(separated(rest, &['-', '/', '.', '月'])?)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['日', '号']).unwrap_or(rest);
    let is_time = rest
        .trim_start_matches('T')
        .chars()
        .all(|letter| letter.is_ascii_digit() || " :.Z".contains(letter));
    let is_year = (1900..2200).contains(&year);
    (is_time && is_year).then(|| NaiveDate::from_ymd_opt(year as i32, month, day))?
}

fn from_digits(text: &str) -> Option<NaiveDate> {
    let number: u64 = text.parse().ok()?;
    if SERIALS.contains(&number) {
        // Spreadsheets take 1900 for a leap year: from its March on, days count from the 30th of December before.
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number));
    }
    if text.len() != 8 {
        return None;
    }
    NaiveDate::from_ymd_opt(
        (number / 10_000) as i32,
        (number / 100 % 100) as u32,
        (number % 100) as u32,
    )
    .filter(|_| (1900..2200).contains(&(number / 10_000)))
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// The number at the beginning, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

fn separated<'a>(text: &'a str, by: &[char]) -> Option<&'a str> {
    text.trim_start().strip_prefix(by)
}

/// Digits and signs that are as wide as a Chinese character, as the usual ones.
pub(super) fn narrow(text: &str) -> String {
    let one = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    };
    text.chars().map(one).collect()
}

/// As names are compared: without white space, in small letters.
fn bare(text: &str) -> String {
    let narrow = narrow(text);
    let letters = narrow
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '_');
    letters.collect::<String>().to_ascii_lowercase()
}

pub fn read_status(text: &str) -> Option<Status> {
    Some(match bare(text).as_str() {
        "未启动" | "未开始" | "尚未启动" | "未整改" | "未完成" | "notstarted" => Status::NotStarted,
        "整改中" | "正在整改" | "进行中" | "推进中" | "持续整改" | "inprogress" => Status::InProgress,
        "基本完成" | "阶段性完成" | "基本整改" | "largelydone" => Status::LargelyDone,
        "已完成" | "完成" | "完成整改" | "已整改" | "整改完成" | "整改到位" | "已整改到位" | "done" | "completed" => {
            Status::Done
        }
        "已销号" | "销号" | "closed" | "signedoff" => Status::Closed,
        _ => return None,
    })
}

pub fn read_remedy(text: &str) -> Option<Remedy> {
    Some(match bare(text).as_str() {
        "立行立改" | "立即整改" | "立整立改" | "atonce" => Remedy::AtOnce,
        "限期整改" | "限时整改" | "bydate" | "byadate" => Remedy::ByDate,
        "长期坚持" | "长期整改" | "长期" | "keptup" | "keptupforgood" => Remedy::KeptUp,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_and_programs_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 5, 6);
        for text in [
            "2026-05-06",
            "2026/5/6",
            "2026.5.6",
            "2026年5月6日",
            " 2026 年 5 月 6 日 ",
            "２０２６年５月６日",
            "2026年5月6号",
            "20260506",
            "46148",
            "2026/5/6 0:00",
            "2026-05-06T00:00:00.000Z",
            "2026年5月6日前",
            "2026/05/06以前",
            "2026年5月6日\n原2026年4月30日",
        ] {
            assert_eq!(read_day(text), day, "{text}");
        }
        assert_eq!(read_day("2028年2月底"), NaiveDate::from_ymd_opt(2028, 2, 29));
        assert_eq!(read_day("2026年12月底前"), NaiveDate::from_ymd_opt(2026, 12, 31));
    }

    #[test]
    fn what_is_no_single_day_is_none() {
        for text in [
            "",
            "长期坚持",
            "2026",
            "2026年5月",
            "5月6日",
            "2026-13-01",
            "2026/2/30",
            "30",
            "12345678",
            "2026年5月6日起",
            "6/5/2026",
            "2026年13月底",
        ] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn statuses_and_remedies_are_read_in_both_languages() {
        assert_eq!(read_status(" 已 完成"), Some(Status::Done));
        assert_eq!(read_status("Largely done"), Some(Status::LargelyDone));
        for status in Status::ALL {
            assert_eq!(read_status(status.code()), Some(status));
        }
        assert_eq!(read_status("差不多"), None);
        for remedy in Remedy::ALL {
            assert_eq!(read_remedy(remedy.code()), Some(remedy));
        }
        assert_eq!(read_remedy("限期整改"), Some(Remedy::ByDate));
    }
}
