//! The order of the table by a column: one number per row, so that text is compared once per distinct value.

use super::{
    query::{Column, Direction},
    table::Spot,
};
use crate::ledger::{Finding, Ledger};

/// Puts distinct texts, given sorted by code point, in reading order: gives their indices. One call, because in the
/// browser each comparison by itself would cross into JavaScript.
pub type ReadingOrder<'a> = dyn Fn(&[&str]) -> Vec<u32> + 'a;

/// The order where the browser has no better one.
pub fn by_code_point(texts: &[&str]) -> Vec<u32> {
    (0..texts.len() as u32).collect()
}

/// A row without a value comes last in both directions.
const EMPTY: u32 = u32::MAX;

/// Sorts rows that stand in the order of the ledger; equal ones stay in it, in both directions.
pub fn sort(ledger: &Ledger, rows: &mut Vec<Spot>, (column, direction): (Column, Direction), order: &ReadingOrder) {
    let findings = || rows.iter().map(|spot| spot.finding(ledger));
    let keys: Vec<u32> = match column {
        Column::Title => text_keys(findings().map(|finding| text(finding, |finding| &finding.title)), order),
        Column::Leader => text_keys(
            findings().map(|finding| text(finding, |finding| &finding.leader)),
            order,
        ),
        Column::Department => text_keys(
            findings().map(|finding| text(finding, |finding| &finding.department)),
            order,
        ),
        Column::Owner => text_keys(findings().map(|finding| text(finding, |finding| &finding.owner)), order),
        _ => rows
            .iter()
            .map(|spot| number_key(spot, spot.finding(ledger), column).unwrap_or(EMPTY))
            .collect(),
    };
    // Key above, row below: one plain sort of numbers, and ties keep the order of the ledger.
    let mut sorted: Vec<u64> = (0u64..)
        .zip(keys)
        .map(|(row, key)| match direction {
            Direction::Descending if key != EMPTY => u64::from(EMPTY - 1 - key) << 32 | row,
            _ => u64::from(key) << 32 | row,
        })
        .collect();
    sorted.sort_unstable();
    *rows = sorted.into_iter().map(|each| rows[each as u32 as usize]).collect();
}

fn text<'a>(finding: Option<&'a Finding>, of: impl Fn(&'a Finding) -> &'a str) -> &'a str {
    finding.map_or("", of).trim()
}

/// The key of a row by any column but those of text; none where it has no value.
fn number_key(spot: &Spot, finding: Option<&Finding>, column: Column) -> Option<u32> {
    let finding = finding?;
    // Days from the year 1, lifted above zero for every date of the calendar.
    let day = |date: chrono::NaiveDate| (chrono::Datelike::num_days_from_ce(&date) + 100_000_000) as u32;
    match column {
        Column::Area => Some(spot.area),
        Column::Category => Some(spot.area << 16 | spot.category & 0xffff),
        Column::Remedy => finding.remedy.map(|remedy| remedy as u32),
        Column::Deadline => finding.deadline.map(day),
        Column::CompletedOn => finding.completed_on.map(day),
        Column::Status => Some(finding.status as u32),
        Column::Measures => {
            let all = finding.measures.len() as u64;
            let millionths = 1_000_000 * finding.measures_complete() as u64;
            millionths.checked_div(all).map(|share| share as u32)
        }
        Column::Number | Column::Title | Column::Leader | Column::Department | Column::Owner => Some(spot.number),
    }
}

/// The rank of each row's text in reading order.
fn text_keys<'a>(texts: impl Iterator<Item = &'a str>, order: &ReadingOrder) -> Vec<u32> {
    let mut keys = vec![];
    let mut rows: Vec<(&str, u32)> = vec![];
    for (row, text) in (0..).zip(texts) {
        keys.push(EMPTY);
        if !text.is_empty() {
            rows.push((text, row));
        }
    }
    crate::ledger::sort_by(&mut rows, Ord::cmp);
    let mut distinct: Vec<&str> = rows.iter().map(|(text, _)| *text).collect();
    distinct.dedup();
    let mut ranks = vec![EMPTY - 1; distinct.len()];
    for (rank, index) in (0..).zip(order(&distinct)) {
        if let Some(place) = ranks.get_mut(index as usize) {
            *place = rank;
        }
    }
    let mut at = 0;
    for (text, row) in rows {
        if distinct[at] != text {
            at += 1;
        }
        keys[row as usize] = ranks[at];
    }
    keys
}
