//! The opening of a report: who inspected whom, when, and when the problems were handed over.
//!
//! ```text
//! sentence = … [ date "至" date ] … team ( "对" | ( "于" | "自" ) … "对" ) unit ( "开展" | "进行" | "实施" ) …
//! feedback = date … "反馈"
//! ```

use super::{
    dates::{self, Spotted},
    draft::{Draft, Line, Unread, Why},
    fold::{fold, is_blank},
    lines::Row,
};
use crate::ledger::Inspection;

/// Longer stretches are no team's or unit's name; this also bounds the work on one long line.
const NAME_CHARS: usize = 60;

/// Reads the lines before the first heading. If they say nothing of an inspection they are all unread.
pub(super) fn read(rows: &[Row<'_>], draft: &mut Draft) {
    let told: Vec<bool> = rows
        .iter()
        .map(|row| read_line(row.text, &mut draft.inspection))
        .collect();
    let inspection = &draft.inspection;
    let none = inspection.team.is_empty() && inspection.unit.is_empty() && inspection.period_from.is_none();
    for (row, told) in rows.iter().zip(told) {
        let line = Line {
            number: row.number,
            text: row.text.into(),
        };
        if none {
            draft.unread.push(Unread {
                line,
                why: Why::NoOpening,
            });
        } else if told {
            draft.taken.push(row.number);
        } else {
            draft.prose.push(line);
        }
    }
}

/// Takes what a line says of the inspection, unless an earlier line said it.
fn read_line(text: &str, inspection: &mut Inspection) -> bool {
    let before = inspection.clone();
    let found = dates::dates(text, inspection.period_to.map(|date| chrono::Datelike::year(&date)));
    let period = found.windows(2).position(|pair| is_period(text, &pair[0], &pair[1]));
    if inspection.period_from.is_none()
        && let Some(at) = period
    {
        inspection.period_from = Some(found[at].date);
        inspection.period_to = Some(found[at + 1].date);
    }
    if inspection.feedback.is_none() {
        inspection.feedback = found.iter().enumerate().find_map(|(at, spotted)| {
            let in_period = period.is_some_and(|period| at == period || at == period + 1);
            let until = found.get(at + 1).map_or(text.len(), |next| next.from);
            (spotted.exact && !in_period && first_sentence(&text[spotted.to..until]).contains("反馈"))
                .then_some(spotted.date)
        });
    }
    if inspection.team.is_empty()
        && let Some((team, unit)) = team_and_unit(text)
    {
        inspection.team = team.into();
        inspection.unit = unit.into();
    }
    if *inspection == before {
        return false;
    }
    if inspection.source.is_empty() {
        inspection.source = source(&inspection.team)
            .or_else(|| source(text))
            .unwrap_or_default()
            .into();
    }
    true
}

fn is_period(text: &str, from: &Spotted, to: &Spotted) -> bool {
    from.exact && to.exact && from.date <= to.date && dates::is_range(text, from, to)
}

fn first_sentence(text: &str) -> &str {
    text.split('。').next().unwrap_or(text)
}

fn source(text: &str) -> Option<&'static str> {
    ["巡察", "巡视", "审计"].into_iter().find(|word| text.contains(word))
}

/// The first `…组对…开展` of a text.
fn team_and_unit(text: &str) -> Option<(&str, &str)> {
    text.match_indices("组").find_map(|(at, word)| {
        let end = at + word.len();
        let after = first_chars(&text[end..], NAME_CHARS * 2);
        let unit = match after.chars().next()? {
            '对' => &after['对'.len_utf8()..],
            '于' | '自' | '从' => &after[after.find('对')? + '对'.len_utf8()..],
            _ => return None,
        };
        let until = ["开展", "进行", "实施"]
            .iter()
            .filter_map(|word| unit.find(word))
            .min()?;
        let unit = unit[..until].trim_matches(is_blank);
        let team = last_words(&text[..end]);
        let inspects = ["巡", "审计", "督", "检查"].iter().any(|word| team.contains(word));
        let plain = !unit.is_empty() && !unit.contains(is_break) && unit.chars().count() <= NAME_CHARS;
        (inspects && plain).then_some((team, unit))
    })
}

/// The end of a text, back to the last mark or date.
fn last_words(text: &str) -> &str {
    let mut from = text.len();
    for (at, letter) in text.char_indices().rev().take(NAME_CHARS) {
        if is_break(letter) || letter == '日' {
            break;
        }
        from = at;
    }
    text[from..].trim_start_matches('由')
}

fn is_break(letter: char) -> bool {
    is_blank(letter) || matches!(fold(letter), ',' | '。' | ';' | ':' | '、')
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut inspection = Inspection::default();
        for line in text.lines() {
            read_line(line, &mut inspection);
        }
        let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let (from, to) = (day(inspection.period_from), day(inspection.period_to));
        let feedback = day(inspection.feedback);
        let Inspection { source, team, unit, .. } = inspection;
        assert_eq!(format!("{source}|{team}|{unit}|{from}..{to}|{feedback}"), expected);
    }

    #[test]
    fn openings() {
        check(
            "根据部署,2024年12月26日至2025年1月26日,市委巡察二组对甲市乙局党委开展了巡察,并于2025年2月24日反馈了巡察意见。",
            "巡察|市委巡察二组|甲市乙局党委|2024-12-26..2025-01-26|2025-02-24",
        );
        check(
            "由省委第三巡视组于２０２４年３月４日至５月２０日对甲市进行了巡视。\n6月7日，巡视组反馈了意见。",
            "巡视|省委第三巡视组|甲市|2024-03-04..2024-05-20|2024-06-07",
        );
        check(
            "2024年3月4日至20日县委第一巡察组对甲局党组进行巡察",
            "巡察|县委第一巡察组|甲局党组|2024-03-04..2024-03-20|",
        );
        check("工作小组对账目开展核对。", "|||..|");
        check("组对", "|||..|");
    }
}
