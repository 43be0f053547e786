//! The opening of a report: who inspected whom, when, and when the problems were handed over.
//!
//! ```text
//! sentence = … [ date "至" date ] … team ( "对" | ( "于" | "自" ) … "对" ) unit ( "开展" | "进行" | "实施" ) …
//! feedback = date … "反馈"
//! ```

use super::{
    dates::{self, Spotted},
    draft::{Draft, Span, Why},
    fold::{eat_any_word, fold, is_blank, offset, plain, squeezed},
    lines::Row,
};
use crate::ledger::Field;
use chrono::Datelike;

/// Longer stretches are no team's or unit's name; this also bounds the work on one long line.
const NAME_CHARS: usize = 60;

/// Reads the lines before the first heading. If they say nothing of an inspection they are all unread.
pub(super) fn read(rows: &[Row<'_>], draft: &mut Draft) {
    let told: Vec<bool> = rows.iter().map(|row| read_line(row, draft)).collect();
    name_unit(rows, draft);
    let inspection = &draft.inspection;
    let none = inspection.team.is_empty() && inspection.unit.is_empty() && inspection.period_from.is_none();
    for (row, told) in rows.iter().zip(told) {
        if none && !is_title(row.text) {
            draft.leave_unread(*row, Why::NoOpening);
        } else if told {
            draft.taken.push(row.number);
        } else {
            draft.leave_as_prose(*row);
        }
    }
}

/// Where a report speaks of 我局党组, its title may name the unit: 甲局党组关于…整改…的通报.
fn name_unit(rows: &[Row<'_>], draft: &mut Draft) {
    if !draft.inspection.unit.starts_with(['我', '本']) {
        return;
    }
    let titles = rows.iter().filter(|row| is_title(row.text));
    let mut named = titles.filter_map(|row| {
        let at = row
            .text
            .find(['关', '關'])
            .filter(|at| eat_any_word(&row.text[*at..], &["关于"]).is_some())?;
        let name = row.text[..at].trim_matches(is_blank);
        let name = name.strip_prefix("中共").unwrap_or(name);
        Some((row, name))
    });
    if let Some((row, name)) = named.rfind(|(_, name)| !name.is_empty()) {
        let from = row.at + offset(row.text, name);
        let to = from + name.len();
        draft.inspection.unit = name.into();
        draft.spans.retain(|(field, _)| *field != Field::Unit);
        draft.spans.push((Field::Unit, Span { from, to }));
    }
}

/// Whether a line is the title of a report: 关于…整改进展情况的通报.
pub(super) fn is_title(line: &str) -> bool {
    const ENDS: [&str; 8] = ["通报", "公布", "公示", "报告", "公告", "公开", "情况", "通告"];
    let title = squeezed(line, NAME_CHARS * 2);
    let plain = !title.contains(['。', ';', ':']) && title.chars().count() <= NAME_CHARS + 20;
    plain && title.contains("整改") && ENDS.iter().any(|end| title.ends_with(end))
}

/// Takes what a line says of the inspection, unless an earlier line said it.
pub(super) fn read_line(row: &Row<'_>, draft: &mut Draft) -> bool {
    let text = row.text;
    let inspection = &mut draft.inspection;
    let known = draft.spans.len();
    let span = |from: usize, to: usize| Span {
        from: row.at + from,
        to: row.at + to,
    };
    let found = dates::dates(text, inspection.period_to.map(|date| chrono::Datelike::year(&date)));
    let period = found.windows(2).position(|pair| is_period(text, &pair[0], &pair[1]));
    if inspection.period_from.is_none()
        && let Some(at) = period
    {
        let (from, to) = (&found[at], &found[at + 1]);
        // A month alone begins with its first day.
        let first = if from.exact {
            Some(from.date)
        } else {
            from.date.with_day(1)
        };
        (inspection.period_from, inspection.period_to) = (first, Some(to.date));
        draft.spans.push((Field::PeriodFrom, span(from.from, from.to)));
        draft.spans.push((Field::PeriodTo, span(to.from, to.to)));
    }
    if inspection.feedback.is_none() {
        let day = found.iter().enumerate().find(|(at, spotted)| {
            let in_period = period.is_some_and(|period| *at == period || *at == period + 1);
            let until = found.get(at + 1).map_or(text.len(), |next| next.from);
            spotted.exact && !in_period && says(first_sentence(&text[spotted.to..until]), "反馈")
        });
        if let Some((_, day)) = day {
            inspection.feedback = Some(day.date);
            draft.spans.push((Field::Feedback, span(day.from, day.to)));
        }
    }
    if inspection.team.is_empty()
        && let Some((team, unit)) = team_and_unit(text)
    {
        for (field, name) in [(Field::Team, team), (Field::Unit, unit)] {
            let from = offset(text, name);
            draft.spans.push((field, span(from, from + name.len())));
        }
        inspection.team = team.into();
        inspection.unit = unit.into();
    }
    if draft.spans.len() == known {
        return false;
    }
    if inspection.source.is_empty() {
        let whole = team_and_unit(text).map_or(text, |(team, _)| team);
        let found = source(whole)
            .map(|source| (whole, source))
            .or_else(|| Some((text, source(text)?)));
        if let Some((part, (at, word))) = found {
            let from = offset(text, part) + at;
            draft.spans.push((Field::Source, span(from, from + word.len())));
            inspection.source = word.into();
        }
    }
    true
}

/// Whether a text has a word, written in whatever characters. Only as much of it is looked at as a sentence may have.
fn says(text: &str, word: &str) -> bool {
    squeezed(text, 400).contains(word)
}

fn is_period(text: &str, from: &Spotted, to: &Spotted) -> bool {
    let month = |spotted: &Spotted| {
        let words = text[spotted.from..spotted.to].trim_end_matches(is_blank);
        spotted.exact || words.ends_with(['月', '份'])
    };
    month(from) && month(to) && from.exact == to.exact && from.date <= to.date && dates::is_range(text, from, to)
}

fn first_sentence(text: &str) -> &str {
    text.split('。').next().unwrap_or(text)
}

/// The kind of inspection that a text names, and where.
fn source(text: &str) -> Option<(usize, &'static str)> {
    const WORDS: [(&str, &str); 5] = [
        ("巡察", "巡察"),
        ("巡视", "巡视"),
        ("巡視", "巡视"),
        ("审计", "审计"),
        ("審計", "审计"),
    ];
    WORDS
        .iter()
        .find_map(|(written, word)| Some((text.find(written)?, *word)))
}

/// The first `…组对…开展` of a text.
pub(super) fn team_and_unit(text: &str) -> Option<(&str, &str)> {
    text.char_indices().find_map(|(at, letter)| {
        if plain(letter) != '组' {
            return None;
        }
        let end = at + letter.len_utf8();
        let after = first_chars(&text[end..], NAME_CHARS * 2);
        let first = after.chars().next()?;
        let unit = match plain(first) {
            '对' => &after[first.len_utf8()..],
            '于' | '自' | '从' => {
                let at = after.find(['对', '對'])?;
                super::numbering::skip(&after[at..])
            }
            _ => return None,
        };
        let mut until = None;
        for (at, letter) in unit.char_indices() {
            let begins = matches!(plain(letter), '开' | '进' | '实');
            if begins && eat_any_word(&unit[at..], &["开展", "进行", "实施"]).is_some() {
                until = Some(at);
                break;
            } else if is_break(letter) && !is_blank(letter) {
                break;
            }
        }
        let until = until?;
        let unit = unit[..until].trim_matches(is_blank);
        let team = last_words(&text[..end]);
        let plain_team = squeezed(team, NAME_CHARS);
        let inspects = ["巡", "审计", "督", "检查"]
            .iter()
            .any(|word| plain_team.contains(word));
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
        let mut draft = Draft::default();
        for row in super::super::lines::rows(text) {
            read_line(&row, &mut draft);
        }
        for (field, span) in &draft.spans {
            assert!(!span.of(text).is_empty(), "{field:?}");
        }
        let inspection = draft.inspection;
        let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let (from, to) = (day(inspection.period_from), day(inspection.period_to));
        let feedback = day(inspection.feedback);
        let crate::ledger::Inspection { source, team, unit, .. } = inspection;
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
        check(
            "縣委第一巡察組對甲局黨組開展了常規巡察，2025年2月24日反饋意見",
            "巡察|縣委第一巡察組|甲局黨組|..|2025-02-24",
        );
        check("工作小组对账目开展核对。", "|||..|");
        check("组对", "|||..|");
    }
}
