//! Times as the file writes them: `2026-11-24T08:14:00.250Z`, always in UTC.

use chrono::{Datelike, NaiveDate};

use crate::ledger::parse_date;

/// The last millisecond of the year 9999.
pub(super) const LAST: u64 = 253_402_300_799_999;
/// Days from the first day of year 1 to that of 1970.
const EPOCH: i32 = 719_163;
const DAY: u64 = 86_400_000;

/// Writes milliseconds since 1970, whole seconds without a fraction. Nothing after [`LAST`] has a text.
pub(super) fn time_text(millis: u64) -> Option<String> {
    let days = i32::try_from(millis / DAY).ok().filter(|_| millis <= LAST)?;
    let mut text = NaiveDate::from_num_days_from_ce_opt(EPOCH + days)?.to_string();
    let second = millis % DAY / 1000;
    for (sign, number) in [('T', second / 3600), (':', second / 60 % 60), (':', second % 60)] {
        text.push(sign);
        push_digits(&mut text, number, 10);
    }
    if !millis.is_multiple_of(1000) {
        text.push('.');
        push_digits(&mut text, millis % 1000, 100);
    }
    text.push('Z');
    Some(text)
}

fn push_digits(text: &mut String, number: u64, mut place: u64) {
    while place > 0 {
        text.push((b'0' + (number / place % 10) as u8) as char);
        place /= 10;
    }
}

/// Milliseconds since 1970. Only UTC (`Z`), with or without three digits of a fraction.
pub(super) fn parse_time(text: &str) -> Option<u64> {
    let days = parse_date(text.get(..10)?)?.num_days_from_ce() - EPOCH;
    let clock = text.get(10..)?.strip_suffix('Z')?.as_bytes();
    if !matches!(clock.len(), 9 | 13) || clock[0] != b'T' || clock[3] != b':' || clock[6] != b':' {
        return None;
    }
    let number = |from: usize, to: usize| {
        clock[from..to].iter().try_fold(0u64, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + u64::from(digit - b'0'))
        })
    };
    let (hour, minute, second) = (number(1, 3)?, number(4, 6)?, number(7, 9)?);
    let millis = match clock.get(9) {
        None => 0,
        Some(b'.') => number(10, 13)?,
        Some(_) => return None,
    };
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = (hour * 60 + minute) * 60 + second;
    Some(u64::try_from(days).ok()? * DAY + seconds * 1000 + millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_back_as_they_are_written() {
        assert_eq!(time_text(0).as_deref(), Some("1970-01-01T00:00:00Z"));
        assert_eq!(
            time_text(1_795_508_040_250).as_deref(),
            Some("2026-11-24T08:14:00.250Z")
        );
        assert_eq!(time_text(LAST).as_deref(), Some("9999-12-31T23:59:59.999Z"));
        assert_eq!(time_text(LAST + 1), None);
        for millis in [0, 1, 999, 1000, DAY - 1, DAY, 951_782_400_000, LAST - 1, LAST] {
            assert_eq!(parse_time(&time_text(millis).unwrap()), Some(millis));
        }
    }

    #[test]
    fn other_texts_are_no_times() {
        for text in [
            "",
            "2026-11-24",
            "2026-11-24T08:14:00",
            "2026-11-24T08:14:00+08:00",
            "2026-11-24 08:14:00Z",
            "2026-11-24T24:00:00Z",
            "2026-11-24T08:14:00.5Z",
            "2026-11-24T08:14:00,500Z",
            "1969-12-31T23:59:59Z",
            "2026-02-30T08:14:00Z",
            "二〇二六年十一月二十四日",
            "2026-11-24T08:14:0é",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }
}
