//! What the table is asked for, as the end of its address.

use crate::{
    figures::{Column, Direction, Query},
    ledger::{Status, Text},
};

pub(super) fn query_text(query: &Query) -> String {
    let mut out = String::new();
    let mut put = |name: &str, value: &str| {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        escape(value, &mut out);
    };
    if !query.text.is_empty() {
        put("q", &query.text);
    }
    if let Some(area) = query.area {
        put("area", &area.to_string());
    }
    if let Some(category) = query.category {
        put("category", &category.to_string());
    }
    for status in &query.status {
        put("status", status.code());
    }
    if let Some(department) = &query.department {
        put("department", department);
    }
    if query.overdue {
        put("overdue", "1");
    }
    if let Some(days) = query.due_within {
        put("due", &days.to_string());
    }
    if query.undecided {
        put("undecided", "1");
    }
    if let Some((column, direction)) = query.sort {
        put("sort", column.name());
        if direction == Direction::Descending {
            put("order", "desc");
        }
    }
    if !query.columns.is_empty() {
        put("columns", &query.columns);
    }
    out
}

pub(super) fn parse_query(text: &str) -> Query {
    let mut query = Query::default();
    let mut direction = Direction::Ascending;
    for (name, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
        let value = unescape(value);
        match name {
            "q" => query.text = value,
            "area" => query.area = value.parse().ok(),
            "category" => query.category = value.parse().ok(),
            "status" => query.status.extend(Status::from_code(&value)),
            "department" => query.department = Some(Text::from(value)),
            "overdue" => query.overdue = value == "1",
            "undecided" => query.undecided = value == "1",
            "due" => query.due_within = value.parse().ok(),
            "sort" => query.sort = Column::from_name(&value).map(|column| (column, Direction::Ascending)),
            "columns" => query.columns = value,
            "order" if value == "desc" => direction = Direction::Descending,
            _ => {}
        }
    }
    query.sort = query.sort.map(|(column, _)| (column, direction));
    query
}

fn escape(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(byte as char);
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.extend([
                '%',
                HEX[usize::from(byte >> 4)] as char,
                HEX[usize::from(byte & 15)] as char,
            ]);
        }
    }
}

fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| bytes.get(at + 1..at + 3)).flatten();
        let code = code.and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        out.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}
