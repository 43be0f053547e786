//! An HTML table, as spreadsheet programs put it on the clipboard beside the text. Merged cells are read as if each of them had the
//! text, downwards; to the right it stands once.

use super::Row;
use crate::formats::document::Sink;

/// Spans beyond this are not meant.
const MOST_SPANNED: usize = 2_000;

/// What is told of a table's markup, as rows.
#[derive(Debug, Default)]
pub struct TableSink {
    rows: Vec<Row>,
    row: Row,
    cell: Option<Cell>,
    /// By column: the text of a cell above, and how many more rows it spans.
    spanning: Vec<(String, usize)>,
    in_row: bool,
}

#[derive(Debug, Default)]
struct Cell {
    text: String,
    down: usize,
    right: usize,
}

impl TableSink {
    /// Rows without any text are left out.
    pub fn finish(mut self) -> Vec<Row> {
        self.end_row();
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        self.rows
    }

    fn end_row(&mut self) {
        self.end_cell();
        if !std::mem::take(&mut self.in_row) {
            return;
        }
        while self.take_from_above() {}
        self.rows.push(std::mem::take(&mut self.row));
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        while self.take_from_above() {}
        let text = cell.text.trim().to_owned();
        for at in 0..cell.right {
            let text = if at == 0 { text.clone() } else { String::new() };
            self.span(self.row.len(), text.clone(), cell.down - 1);
            self.row.push(text);
        }
    }

    fn span(&mut self, column: usize, text: String, rows: usize) {
        if self.spanning.len() <= column {
            self.spanning.resize(column + 1, (String::new(), 0));
        }
        self.spanning[column] = (text, rows);
    }

    /// Puts the cell here that spans down from above, if there is one.
    fn take_from_above(&mut self) -> bool {
        let Some((text, rows)) = self.spanning.get_mut(self.row.len()).filter(|(_, rows)| *rows > 0) else {
            return false;
        };
        *rows -= 1;
        self.row.push(text.clone());
        true
    }
}

impl Sink for TableSink {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool {
        match name {
            "tr" => {
                self.end_row();
                self.in_row = true;
            }
            "td" | "th" => {
                self.end_cell();
                self.in_row = true;
                let spans = |name: &str| {
                    let number = attribute(name).and_then(|number| number.trim().parse().ok());
                    number.unwrap_or(1).clamp(1, MOST_SPANNED)
                };
                self.cell = Some(Cell {
                    text: String::new(),
                    down: spans("rowspan"),
                    right: spans("colspan"),
                });
            }
            "br" => self.line_break(),
            "p" | "div" if self.cell.as_ref().is_some_and(|cell| !cell.text.is_empty()) => self.line_break(),
            "style" | "script" | "head" | "title" => return false,
            _ => {}
        }
        true
    }

    fn text(&mut self, text: &str) {
        let Some(cell) = &mut self.cell else { return };
        for letter in text.chars() {
            if !letter.is_whitespace() {
                cell.text.push(letter);
            } else if !cell.text.is_empty() && !cell.text.ends_with([' ', '\n']) {
                cell.text.push(' ');
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            _ => {}
        }
    }
}

impl TableSink {
    fn line_break(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.text.truncate(cell.text.trim_end_matches(' ').len());
            cell.text.push('\n');
        }
    }
}

/// The first row is of heads.
pub fn write_html(rows: &[Row]) -> String {
    let mut out = String::from("<meta charset=\"utf-8\"><table>");
    for (at, row) in rows.iter().enumerate() {
        let tag = if at == 0 { "th" } else { "td" };
        out.push_str("<tr>");
        for cell in row {
            out.push_str(&format!("<{tag}>"));
            escape(cell, &mut out);
            out.push_str(&format!("</{tag}>"));
        }
        out.push_str("</tr>");
    }
    out.push_str("</table>");
    out
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // In one cell, not in the next row.
            '\n' => out.push_str("<br style=\"mso-data-placement:same-cell\">"),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::document::tests::tell;

    fn check(markup: &str, expected: &[&[&str]]) {
        let mut sink = TableSink::default();
        tell(markup, &mut sink);
        let expected: Vec<Row> = expected
            .iter()
            .map(|row| row.iter().map(|cell| cell.to_string()).collect())
            .collect();
        assert_eq!(sink.finish(), expected, "{markup}");
    }

    #[test]
    fn merged_cells_have_their_text_in_every_row() {
        check(
            "<table><tr><td rowspan=\"2\">类别</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td>类别二</td><td>丙</td></tr></table>",
            &[&["类别", "甲"], &["类别", "乙"], &["类别二", "丙"]],
        );
        check(
            "<table><tr><td colspan=\"2\">标题</td><td>末</td></tr><tr><td>甲</td><td>乙</td><td rowspan=\"2\">丙</td></tr><tr><td>丁</td><td>戊</td></tr></table>",
            &[&["标题", "", "末"], &["甲", "乙", "丙"], &["丁", "戊", "丙"]],
        );
    }

    #[test]
    fn white_space_of_the_markup_is_none_of_the_text() {
        check(
            "<table>\n <tr>\n  <td>一\n   二 </td>\n  <td>三</td>\n </tr>\n <tr><td></td><td> </td></tr></table>",
            &[&["一 二", "三"]],
        );
        check("<table><tr><td><p>一</p><p>二</p></td></tr></table>", &[&["一\n二"]]);
        check("<p>没有表格</p>", &[]);
    }

    #[test]
    fn what_is_written_is_markup_of_one_table() {
        let rows = vec![vec!["问题".to_owned()], vec!["a<b & \"c\"\n二".to_owned()]];
        assert_eq!(
            write_html(&rows),
            "<meta charset=\"utf-8\"><table><tr><th>问题</th></tr><tr><td>a&lt;b &amp; \"c\"<br style=\"mso-data-placement:same-cell\">二</td></tr></table>"
        );
    }
}
