//! Deadlines as a calendar file (RFC 5545): whole days, each with an alarm some days before.
//!
//! ```text
//! calendar = "BEGIN:VCALENDAR" … { event } "END:VCALENDAR" ;
//! line     = name [ ";" parameter ] ":" value CRLF ;      (* at most 75 octets, then CRLF and a space *)
//! ```

use chrono::{DateTime, Datelike, NaiveDate, Timelike};

use crate::ledger::calendar::add_days;

/// Octets of one line, its end not counted.
const LINE: usize = 75;

/// A day to keep in mind.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The same for the same deadline in every file, so that a calendar replaces what it had.
    pub uid: String,
    pub day: NaiveDate,
    pub title: String,
    pub text: String,
    /// How many days before it a calendar says so.
    pub alarm_days: i64,
}

/// The file. `now_millis`: when it is made, in milliseconds since 1970.
pub fn write(name: &str, events: &[Event], now_millis: u64) -> String {
    let mut out = String::new();
    let stamp = stamp(now_millis);
    for fixed in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rectification Ledger//Deadlines//ZH",
    ] {
        line(&mut out, fixed, "");
    }
    line(&mut out, "CALSCALE:", "GREGORIAN");
    line(&mut out, "X-WR-CALNAME:", &escaped(name));
    for event in events {
        write_event(&mut out, event, &stamp);
    }
    line(&mut out, "END:VCALENDAR", "");
    out
}

fn write_event(out: &mut String, event: &Event, stamp: &str) {
    let title = escaped(&event.title);
    line(out, "BEGIN:VEVENT", "");
    line(out, "UID:", &event.uid);
    line(out, "DTSTAMP:", stamp);
    line(out, "DTSTART;VALUE=DATE:", &day_text(event.day));
    if let Some(next) = add_days(event.day, 1) {
        line(out, "DTEND;VALUE=DATE:", &day_text(next));
    }
    line(out, "SUMMARY:", &title);
    if !event.text.is_empty() {
        line(out, "DESCRIPTION:", &escaped(&event.text));
    }
    line(out, "TRANSP:", "TRANSPARENT");
    line(out, "BEGIN:VALARM", "");
    line(out, "ACTION:", "DISPLAY");
    line(out, "DESCRIPTION:", &title);
    line(
        out,
        "TRIGGER:",
        &["-P", &event.alarm_days.max(0).to_string(), "D"].concat(),
    );
    line(out, "END:VALARM", "");
    line(out, "END:VEVENT", "");
}

/// One line, folded where it is long. No character is cut.
fn line(out: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for letter in name.chars().chain(value.chars()) {
        if used + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out.push_str("\r\n");
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

fn digits(out: &mut String, number: u32, width: usize) {
    let text = number.to_string();
    out.extend(std::iter::repeat_n('0', width.saturating_sub(text.len())));
    out.push_str(&text);
}

fn day_text(day: NaiveDate) -> String {
    let mut out = String::new();
    digits(&mut out, day.year().unsigned_abs(), 4);
    digits(&mut out, day.month(), 2);
    digits(&mut out, day.day(), 2);
    out
}

fn stamp(millis: u64) -> String {
    let time = DateTime::from_timestamp_millis(i64::try_from(millis).unwrap_or_default()).unwrap_or_default();
    let mut out = day_text(time.date_naive());
    out.push('T');
    for part in [time.hour(), time.minute(), time.second()] {
        digits(&mut out, part, 2);
    }
    out.push('Z');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::parse_date;

    fn event(title: &str, text: &str) -> Event {
        Event {
            uid: "a1-3@b2".into(),
            day: parse_date("2026-12-31").expect("a date"),
            title: title.into(),
            text: text.into(),
            alarm_days: 10,
        }
    }

    #[test]
    fn an_event_is_a_whole_day_with_an_alarm() {
        let text = write("某台账", &[event("1. 整改", "办公室")], 1_795_600_003_000);
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Rectification Ledger//Deadlines//ZH",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:某台账",
            "BEGIN:VEVENT",
            "UID:a1-3@b2",
            "DTSTAMP:20261125T094643Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:1. 整改",
            "DESCRIPTION:办公室",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:1. 整改",
            "TRIGGER:-P10D",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(text, expected.join("\r\n"));
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\rf"), "a\\,b\\;c\\\\d\\nef");
        let text = write("", &[event("甲,乙", "")], 0);
        assert!(text.contains("SUMMARY:甲\\,乙\r\n"), "{text}");
        assert!(!text.contains("DESCRIPTION:\r\n"), "an empty text has no line: {text}");
    }

    #[test]
    fn long_lines_are_folded_without_cutting_a_character() {
        let title = "整改a落实不到位".repeat(20);
        let text = write("", &[event(&title, &"x".repeat(300))], 0);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LINE), "{text}");
        assert!(lines.iter().any(|line| line.len() == LINE), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{title}\r\n")), "{unfolded}");
    }
}
