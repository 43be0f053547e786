//! Names of kinds, fields and values, with those that come with this part.

use crate::{
    ledger::{Field, Kind},
    ui::{
        texts::{Texts, act_texts},
        views::finding::conflict,
    },
};

pub fn kind_name(t: &'static Texts, kind: &Kind) -> &'static str {
    (act_texts(t.lang).kind)(kind).unwrap_or_else(|| (t.words.kind)(kind))
}

pub fn field_name(t: &'static Texts, field: &Field) -> &'static str {
    (act_texts(t.lang).field)(field).unwrap_or_else(|| (t.words.field)(field))
}

/// A field's text as a reader of the ledger knows it.
pub fn shown_value(t: &'static Texts, field: &Field, value: &str) -> String {
    match (act_texts(t.lang).code)(field, value) {
        Some(word) => word.into(),
        None => conflict::shown_value(t, field, value),
    }
}
