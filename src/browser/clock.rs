//! The computer's clock, in its own time zone.

use chrono::{Datelike, NaiveDate};
use js_sys::Date;
use wasm_bindgen::JsValue;

pub fn now_millis() -> u64 {
    Date::now() as u64
}

pub fn today() -> NaiveDate {
    let now = Date::new_0();
    // Only a clock set before or beyond all calendars has no date.
    NaiveDate::from_ymd_opt(now.get_full_year() as i32, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The last millisecond of a day, where the user is.
pub fn end_of_day(day: NaiveDate) -> u64 {
    let next = day.succ_opt().unwrap_or(day);
    let midnight = Date::new_with_year_month_day(next.year() as u32, next.month0() as i32, next.day() as i32);
    (midnight.get_time() as u64).saturating_sub(1)
}

/// Date and time on the wall at that moment: `2026-11-24` and `08:14`.
pub fn local_time(millis: u64) -> (String, String) {
    let then = Date::new(&JsValue::from_f64(millis as f64));
    let date = joined(
        &[
            (then.get_full_year(), 4),
            (then.get_month() + 1, 2),
            (then.get_date(), 2),
        ],
        '-',
    );
    (date, joined(&[(then.get_hours(), 2), (then.get_minutes(), 2)], ':'))
}

fn joined(numbers: &[(u32, usize)], mark: char) -> String {
    let mut text = String::new();
    for (index, &(number, width)) in numbers.iter().enumerate() {
        if index > 0 {
            text.push(mark);
        }
        let digits = number.to_string();
        for _ in digits.len()..width {
            text.push('0');
        }
        text.push_str(&digits);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn numbers_are_filled_up_with_zeros() {
        assert_eq!(joined(&[(2026, 4), (1, 2), (24, 2)], '-'), "2026-01-24");
        assert_eq!(joined(&[(8, 2), (0, 2)], ':'), "08:00");
    }
}
