//! A book as a file: the readable part in lines for people, then one line for each change.

use super::{
    FORMAT, VERSION,
    node::{INSPECTION, Node, fields, lists},
    time::time_text,
};
use crate::{
    journal::{Book, Change, Conflict, Op},
    ledger::{Actor, Field, Id, Kind, Text},
};

/// The whole file. `id` names the ledger on every machine; the time is in milliseconds since 1970.
pub fn write(id: Actor, book: &Book, exported_at_millis: u64) -> String {
    let mut file = Writer::default();
    file.open('{');
    file.text("format", FORMAT);
    file.key("version");
    file.number(VERSION);
    file.text("id", &id.to_string());
    file.key("exported_at");
    file.time(exported_at_millis / 1000 * 1000);
    file.key("ledger");
    file.ledger(&Node::from_ledger(book.ledger()), &book.conflicts());
    file.key("changes");
    file.open('[');
    for change in book.changes() {
        file.item();
        file.change(change);
    }
    file.close(']');
    file.close('}');
    file.out.push('\n');
    file.out
}

/// Invariant: `empty` says whether the innermost open bracket has no content yet.
#[derive(Default)]
struct Writer {
    out: String,
    depth: usize,
    empty: bool,
    /// Inside a line: no line breaks and no spaces.
    tight: bool,
}

impl Writer {
    fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
        self.empty = true;
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.empty {
            self.break_line();
        }
        self.out.push(bracket);
        self.empty = false;
    }

    fn break_line(&mut self) {
        if !self.tight {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n(' ', self.depth));
        }
    }

    fn item(&mut self) {
        if !self.empty {
            self.out.push(',');
        }
        self.break_line();
        self.empty = false;
    }

    fn key(&mut self, name: &str) {
        self.item();
        quote(&mut self.out, name);
        self.out.push_str(if self.tight { ":" } else { ": " });
    }

    fn text(&mut self, name: &str, value: &str) {
        self.key(name);
        quote(&mut self.out, value);
    }

    fn number(&mut self, number: u64) {
        self.out.push_str(&number.to_string());
    }

    /// What lies after the year 9999 has no text and is written as a number.
    fn time(&mut self, millis: u64) {
        match time_text(millis) {
            Some(text) => quote(&mut self.out, &text),
            None => self.number(millis),
        }
    }

    fn ledger(&mut self, root: &Node, conflicts: &[Conflict]) {
        self.open('{');
        self.values(root, fields(&Kind::Ledger));
        if INSPECTION.iter().any(|field| root.value(field).is_some()) {
            self.key("inspection");
            self.open('{');
            self.values(root, INSPECTION);
            self.close('}');
        }
        self.lists(root);
        if !conflicts.is_empty() {
            self.key("conflicts");
            self.open('[');
            for conflict in conflicts {
                self.item();
                self.conflict(conflict);
            }
            self.close(']');
        }
        self.close('}');
    }

    fn record(&mut self, node: &Node) {
        self.open('{');
        if let Some(id) = node.id {
            self.text("id", &id.to_string());
        }
        self.values(node, fields(&node.kind));
        self.lists(node);
        self.close('}');
    }

    fn values(&mut self, node: &Node, fields: &[Field]) {
        for field in fields {
            if let Some(value) = node.value(field) {
                self.text(field.name(), value);
            }
        }
    }

    fn lists(&mut self, node: &Node) {
        for (name, kind) in lists(&node.kind) {
            if node.of_kind(kind).next().is_some() {
                self.key(name);
                self.open('[');
                for child in node.of_kind(kind) {
                    self.item();
                    self.record(child);
                }
                self.close(']');
            }
        }
    }

    fn conflict(&mut self, conflict: &Conflict) {
        self.open('{');
        self.text("record", &conflict.record.to_string());
        self.text("field", conflict.field.name());
        self.key("versions");
        self.open('[');
        for version in &conflict.versions {
            self.item();
            self.open('{');
            self.text("value", &version.value);
            self.author("author", &version.author);
            self.key("at");
            self.time(version.stamp.millis);
            self.close('}');
        }
        self.close(']');
        self.close('}');
    }

    fn author(&mut self, name: &str, author: &Text) {
        if !author.is_empty() {
            self.text(name, author);
        }
    }

    fn change(&mut self, change: &Change) {
        self.tight = true;
        self.open('{');
        self.text("id", &change.id.to_string());
        self.key("at");
        self.time(change.stamp.millis);
        if change.stamp.tick != 0 {
            self.key("tick");
            self.number(change.stamp.tick.into());
        }
        self.author("by", &change.author);
        if change.act != change.id.counter {
            self.key("act");
            self.number(change.act.into());
        }
        match &change.op {
            Op::Add { kind, values } => {
                self.text("kind", kind.name());
                self.key("values");
                self.open('{');
                for (field, value) in values {
                    self.text(field.name(), value);
                }
                self.close('}');
            }
            Op::Set {
                record,
                field,
                value,
                replaces,
            } => {
                self.text("record", &record.to_string());
                self.text("field", field.name());
                self.text("value", value);
                self.ids("replaces", replaces);
            }
        }
        self.text("hash", &change.hash.to_string());
        self.close('}');
        self.tight = false;
    }

    fn ids(&mut self, name: &str, ids: &[Id]) {
        if ids.is_empty() {
            return;
        }
        self.key(name);
        self.open('[');
        for id in ids {
            self.item();
            quote(&mut self.out, &id.to_string());
        }
        self.close(']');
    }
}

/// A text as JSON has it.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\x1f' => {
                out.push_str("\\u00");
                for digit in [letter as u32 >> 4, letter as u32 & 15] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_quoted_as_json_wants_it() {
        let every_sign: String = ('\0'..'\u{3000}').chain(['问', '🗂', '\u{2028}', '\u{feff}']).collect();
        let mut quoted = String::new();
        quote(&mut quoted, &every_sign);
        assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), every_sign);
    }
}
