//! Text with tabs: a cell with a tab, a line break or a quotation mark stands in quotation marks, with those in it doubled.

use super::Row;

/// Reads lines of cells. A quotation mark that is never closed is one of the text.
pub fn read_text(text: &str) -> Vec<Row> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = vec![Row::new()];
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = match quoted(rest) {
            Some(found) => found,
            None => {
                let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        push(&mut rows, cell);
        rest = match after.as_bytes() {
            [b'\t', next @ ..] => {
                // A tab at the end of a line has an empty cell behind it.
                if matches!(next, [] | [b'\n', ..] | [b'\r', ..]) {
                    push(&mut rows, String::new());
                }
                &after[1..]
            }
            _ => after,
        };
        let line = rest.trim_start_matches('\r');
        if after.starts_with(['\n', '\r']) || (after.starts_with('\t') && rest.starts_with(['\n', '\r'])) {
            rest = line.strip_prefix('\n').unwrap_or(line);
            rows.push(Row::new());
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

fn push(rows: &mut [Row], cell: String) {
    if let Some(row) = rows.last_mut() {
        row.push(cell.trim().to_owned());
    }
}

/// The cell in quotation marks at the beginning, and what follows it: a tab, the end of the line or nothing.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if rest.is_empty() || rest.starts_with(['\t', '\n', '\r']) => {
                return Some((cell.replace("\r\n", "\n"), rest));
            }
            None => return None,
        }
    }
}

pub fn write_text(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push('\t');
            }
            if cell.contains(['\t', '\n', '\r', '"']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(cell);
            }
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let expected: Vec<Row> = expected
            .iter()
            .map(|row| row.iter().map(|cell| cell.to_string()).collect())
            .collect();
        assert_eq!(read_text(text), expected, "{text:?}");
    }

    #[test]
    fn lines_of_cells_are_read() {
        check("", &[]);
        check("\n\r\n\t\n", &[]);
        check("一\t二\r\n三\t四\r\n", &[&["一", "二"], &["三", "四"]]);
        check("一\t\t三\n\t二\t\n", &[&["一", "", "三"], &["", "二", ""]]);
        check("\u{feff} 一 \t二", &[&["一", "二"]]);
        check("一\r二", &[&["一"], &["二"]]);
        check("一\t", &[&["一", ""]]);
    }

    #[test]
    fn what_is_quoted_keeps_its_breaks() {
        check("\"一\n二\"\t三", &[&["一\n二", "三"]]);
        check(
            "\"一\r\n二\"\r\n\"他说\"\"好\"\"\"\t\"\"",
            &[&["一\n二"], &["他说\"好\"", ""]],
        );
        // No cell of its own: a text that begins with a quotation mark, and one that never ends.
        check("\"关于\"作风的问题\t二", &[&["\"关于\"作风的问题", "二"]]);
        check("\"一\t二\n三", &[&["\"一", "二"], &["三"]]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let cells = ["一", "", "一\n二", "他说\"好\"", "一\t二", "\"", "a\"b\nc"];
        for one in cells {
            for other in cells {
                let rows = vec![vec!["首".to_owned(), one.to_owned(), other.to_owned(), "末".to_owned()]];
                assert_eq!(read_text(&write_text(&rows)), rows, "{one:?} {other:?}");
            }
        }
    }
}
