//! Dates as the journal writes them: `2025-02-24`.

use chrono::NaiveDate;

/// Reads `YYYY-MM-DD` and nothing else.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0u32, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
        })
    };
    NaiveDate::from_ymd_opt(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)
}

/// Days from one date to another; negative when `to` is earlier.
pub fn days_until(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_whole_and_real_dates() {
        let day = NaiveDate::from_ymd_opt(2025, 2, 24);
        assert_eq!(parse_date("2025-02-24"), day);
        for wrong in [
            "",
            "2025-2-24",
            "2025-02-30",
            "2025/02/24",
            "2025-02-24 ",
            "２０２５-02-24",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }
}
