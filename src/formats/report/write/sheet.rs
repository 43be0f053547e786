//! A table as text: with tabs, as spreadsheets take it from the clipboard; and with commas, as a .csv file.

use super::Table;

/// Excel takes a file for UTF-8 by this mark alone.
const MARK: char = '\u{feff}';

/// Rows with tabs between their cells, the heads first. Pasted into a spreadsheet, each cell is a cell.
pub fn tab_separated(table: &Table) -> String {
    rows(&heads(table), cells(table), '\t', "\n")
}

/// A .csv file after RFC 4180, with a mark at its beginning.
pub fn comma_separated(table: &Table) -> String {
    marked(&heads(table), cells(table))
}

/// Any table with tabs, as [`tab_separated`].
pub fn with_tabs<'a>(heads: &[&str], rows_of: impl Iterator<Item = &'a [String]>) -> String {
    rows(heads, rows_of, '\t', "\n")
}

/// Any table as a file, as [`comma_separated`].
pub fn marked<'a>(heads: &[&str], rows_of: impl Iterator<Item = &'a [String]>) -> String {
    let mut out = String::from(MARK);
    out.push_str(&rows(heads, rows_of, ',', "\r\n"));
    out
}

fn heads(table: &Table) -> Vec<&'static str> {
    table.columns.iter().map(|column| column.head()).collect()
}

fn cells(table: &Table) -> impl Iterator<Item = &[String]> {
    table.rows.iter().map(|row| &*row.cells)
}

fn rows<'a>(heads: &[&str], rows_of: impl Iterator<Item = &'a [String]>, comma: char, end: &str) -> String {
    let mut out = String::new();
    push_row(heads.iter().copied(), comma, &mut out);
    for row in rows_of {
        out.push_str(end);
        push_row(row.iter().map(String::as_str), comma, &mut out);
    }
    out.push_str(end);
    out
}

fn push_row<'a>(cells: impl Iterator<Item = &'a str>, comma: char, out: &mut String) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(comma);
        }
        if cell.contains(['"', '\n', '\r', '\t', ',']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::report::write::{Column, TableRow},
        ledger::Id,
    };

    fn table() -> Table {
        Table {
            title: String::new(),
            columns: &[Column::Number, Column::Finding, Column::Measure],
            rows: vec![TableRow {
                record: Id::ROOT,
                cells: vec!["1".into(), "称\"三清单\"".into(), "1.建账\n2.销号".into()],
            }],
        }
    }

    #[test]
    fn lines_and_quotes_stay_in_their_cell() {
        assert_eq!(
            tab_separated(&table()),
            "序号\t反馈问题\t整改措施\n1\t\"称\"\"三清单\"\"\"\t\"1.建账\n2.销号\"\n"
        );
    }

    #[test]
    fn a_file_has_its_mark_and_ends_its_rows_as_files_do() {
        let text = comma_separated(&table());
        assert!(text.starts_with("\u{feff}序号,反馈问题,整改措施\r\n1,"));
        assert!(text.ends_with("2.销号\"\r\n"));
    }
}
