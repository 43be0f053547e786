//! What each row of a table would become, and what is wrong with it. Nothing of a row is dropped without a fault that says so.

mod fill;
mod split;

use super::{
    Row, Target,
    values::{read_day, read_remedy, read_status},
};
use crate::{
    journal::Book,
    ledger::{Field, Id, Ledger, Status, Text, key},
};

/// What the rows are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// New findings, with their measures where there is a column of them. What the ledger has is filled in where it says nothing,
    /// and never written over.
    #[default]
    Findings,
    /// New measures of findings that the ledger has.
    Measures,
}

/// How a table is to be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    pub mode: Mode,
    /// The row of heads; rows are read from the one below it.
    pub head: Option<usize>,
    /// By column.
    pub columns: Vec<Option<Target>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum RowFault {
    NoTitle,
    /// In the mode of measures: no finding has that title, or several have it.
    NoFinding(String),
    Several(String),
    NoMeasure,
    /// A finding of this title stands further up in the table, or in this category with all that the row says.
    Repeated,
    /// The ledger says something else there, and keeps it.
    Kept(Target, String),
    /// What is in that column is left out, the rest of the row is not.
    UnknownStatus(String),
    UnknownRemedy(String),
    NoDay(Target, String),
}

impl RowFault {
    /// The row is not taken at all.
    pub fn is_whole(&self) -> bool {
        !matches!(
            self,
            RowFault::UnknownStatus(_) | RowFault::UnknownRemedy(_) | RowFault::NoDay(..) | RowFault::Kept(..)
        )
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewMeasure {
    pub values: Vec<(Field, Text)>,
}

/// One row, or several that are of one finding.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadRow {
    /// Its number in the table, from 1.
    pub number: usize,
    pub title: String,
    /// The titles of the area and the category; empty where the table says none.
    pub area: String,
    pub category: String,
    /// The finding that the ledger has: whose measures they are, or what the row fills in.
    pub finding: Option<Id>,
    pub values: Vec<(Field, Text)>,
    pub measures: Vec<NewMeasure>,
    pub faults: Vec<RowFault>,
}

impl ReadRow {
    pub fn is_taken(&self) -> bool {
        !self.faults.iter().any(RowFault::is_whole)
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Read {
    pub rows: Vec<ReadRow>,
}

/// Cells of one row, by what their column is of.
struct Cells<'a> {
    row: &'a Row,
    columns: &'a [Option<Target>],
}

impl Cells<'_> {
    fn of(&self, target: Target) -> &str {
        let at = self.columns.iter().position(|column| *column == Some(target));
        at.and_then(|at| self.row.get(at)).map_or("", |cell| cell.trim())
    }
}

/// A row without a title but with a measure is of the finding above; so is one that repeats the title above it. A blank area or
/// category is that of the row above.
pub fn read_rows(book: &Book, rows: &[Row], asked: &Asked) -> Read {
    let ledger = book.ledger();
    let mut read: Vec<ReadRow> = Vec::new();
    let from = asked.head.map_or(0, |head| head + 1);
    let mut above = (String::new(), String::new());
    for (at, row) in rows.iter().enumerate().skip(from) {
        let cells = Cells {
            row,
            columns: &asked.columns,
        };
        let is_blank = |column: &Option<Target>| column.is_none_or(|target| cells.of(target).is_empty());
        if asked.columns.iter().all(is_blank) {
            continue;
        }
        let unnumbered = |target: Target| split::without_number(cells.of(target));
        let (area, category) = (unnumbered(Target::Area), unnumbered(Target::Category));
        if !area.is_empty() && area != above.0 {
            above = (area.to_owned(), String::new());
        }
        if !category.is_empty() {
            above.1 = category.to_owned();
        }
        let title = unnumbered(Target::Title);
        let measure = cells.of(Target::Measure);
        let last = read.last_mut().filter(|last| {
            !measure.is_empty()
                && (title.is_empty() || title == last.title)
                && (last.area == above.0 && last.category == above.1)
        });
        if let Some(last) = last {
            let measures = measures_of(asked.mode, &cells, &mut last.faults);
            last.measures.extend(measures);
            continue;
        }
        let mut one = ReadRow {
            number: at + 1,
            title: title.to_owned(),
            area: above.0.clone(),
            category: above.1.clone(),
            ..ReadRow::default()
        };
        match asked.mode {
            Mode::Findings => of_finding(ledger, &read, &cells, &mut one),
            Mode::Measures => of_measure(ledger, &cells, &mut one),
        }
        read.push(one);
    }
    if asked.mode == Mode::Findings {
        fill::what_is_missing(book, &mut read);
    }
    Read { rows: read }
}

fn of_finding(ledger: &Ledger, before: &[ReadRow], cells: &Cells<'_>, one: &mut ReadRow) {
    if one.title.is_empty() {
        one.faults.push(RowFault::NoTitle);
    } else if before.iter().any(|each| is_same(each, one)) {
        one.faults.push(RowFault::Repeated);
    } else {
        fill::find(ledger, one);
    }
    for target in Target::ALL {
        let text = match target {
            Target::Title => one.title.clone(),
            _ => cells.of(target).to_owned(),
        };
        let Some(field) = target.field() else { continue };
        if let Some(value) = value(target, &text, &mut one.faults) {
            one.values.push((field, value));
        }
    }
    if one.finding.is_none() && !one.values.iter().any(|(field, _)| *field == Field::Status) {
        one.values.push((Field::Status, Status::default().code().into()));
    }
    one.measures = measures_of(Mode::Findings, cells, &mut one.faults);
}

fn is_same(one: &ReadRow, other: &ReadRow) -> bool {
    one.is_taken() && one.title == other.title && one.category == other.category && one.area == other.area
}

fn of_measure(ledger: &Ledger, cells: &Cells<'_>, one: &mut ReadRow) {
    let title = key(&one.title);
    let mut found = ledger.findings().filter(|finding| key(&finding.title) == title);
    match (one.title.is_empty(), found.next(), found.next()) {
        (true, ..) => one.faults.push(RowFault::NoTitle),
        (_, None, _) => one.faults.push(RowFault::NoFinding(one.title.clone())),
        (_, Some(_), Some(_)) => one.faults.push(RowFault::Several(one.title.clone())),
        (_, Some(finding), None) => one.finding = Some(finding.id),
    }
    one.measures = measures_of(Mode::Measures, cells, &mut one.faults);
    if one.measures.is_empty() {
        one.faults.push(RowFault::NoMeasure);
    }
}

/// The measures of a cell: its lines, each one measure. In the mode of measures the row's other columns are of them.
fn measures_of(mode: Mode, cells: &Cells<'_>, faults: &mut Vec<RowFault>) -> Vec<NewMeasure> {
    let mut shared: Vec<(Field, Text)> = Vec::new();
    let mut add = |field: Field, value: Option<Text>| shared.extend(value.map(|value| (field, value)));
    let mut take = |target: Target| value(target, cells.of(target), faults);
    let lines: Vec<&str> = split::measures(cells.of(Target::Measure)).collect();
    let results = split::by_number(cells.of(Target::Result), lines.len());
    if results.is_none() {
        add(Field::Result, take(Target::Result));
    }
    if mode == Mode::Measures {
        add(Field::Status, take(Target::Status));
        add(Field::Owner, take(Target::Owner));
        let day = take(Target::CompletedOn).or_else(|| take(Target::Deadline));
        add(Field::Date, day);
        add(Field::Note, take(Target::Note));
    }
    let measure = |(at, line): (usize, &str)| {
        // As reports are read: the words up to the first full stop are its heading.
        let end = line.find('。').map_or(line.len(), |at| at + '。'.len_utf8());
        let mut values = vec![(Field::Heading, Text::from(line[..end].trim_end_matches('。')))];
        let rest = line[end..].trim();
        if !rest.is_empty() {
            values.push((Field::Body, rest.into()));
        }
        values.extend(shared.iter().cloned());
        let own = results.as_ref().map(|results| &*results[at]);
        values.extend(own.filter(|own| !own.is_empty()).map(|own| (Field::Result, own.into())));
        NewMeasure { values }
    };
    lines.into_iter().enumerate().map(measure).collect()
}

/// None: there is nothing, or nothing that can be understood, which is a fault.
fn value(target: Target, text: &str, faults: &mut Vec<RowFault>) -> Option<Text> {
    if text.is_empty() {
        return None;
    }
    match target {
        Target::Status => match read_status(text) {
            Some(status) => return Some(status.code().into()),
            None => faults.push(RowFault::UnknownStatus(text.to_owned())),
        },
        Target::Remedy => match read_remedy(text) {
            Some(remedy) => return Some(remedy.code().into()),
            None => faults.push(RowFault::UnknownRemedy(text.to_owned())),
        },
        Target::Deadline | Target::CompletedOn => match read_day(text) {
            Some(day) => return Some(day.to_string().into()),
            None => faults.push(RowFault::NoDay(target, text.to_owned())),
        },
        _ => return Some(text.into()),
    }
    None
}

#[cfg(test)]
mod tests;
