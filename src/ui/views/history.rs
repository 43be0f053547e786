//! 记录. The list of changes also stands below a finding. All of it comes with the desk.

mod filters;
mod list;
mod screen;

pub use filters::style_in_words as told_in_words;
pub use list::HistoryList;
pub use screen::history_screen;

use crate::{
    journal::Book,
    ledger::{Field, Id, Kind},
};

/// What a record is called.
fn name_of(book: &Book, record: Id) -> String {
    let fields = [Field::Title, Field::Heading, Field::Body, Field::Passage, Field::Unit];
    let own = fields
        .iter()
        .map(|field| book.value(record, field))
        .find(|text| !text.is_empty());
    let text = own
        .map(|text| text.to_string())
        .unwrap_or_else(|| match book.kind(record) {
            Some(Kind::Finding) => book
                .ledger()
                .finding(record)
                .map(|finding| finding.title.to_string())
                .unwrap_or_default(),
            _ => [Field::Name, Field::Reason, Field::Date]
                .iter()
                .map(|field| book.value(record, field).to_string())
                .find(|text| !text.is_empty())
                .unwrap_or_default(),
        });
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
