//! What can go wrong and what was done, in words: what, where, and what helps.

pub(super) mod en;
pub(super) mod zh;

use crate::{
    journal::Fault,
    session::{InputFault, Notice, Saved},
};

pub use en::EN;
pub use zh::ZH;

pub struct FaultTexts {
    /// Why a file or a pasted text is refused.
    pub input: fn(&InputFault) -> String,
    /// Stands behind every refusal.
    pub unchanged: &'static str,
    /// What is wrong in a journal.
    pub fault: fn(&Fault) -> String,
    pub notice: fn(&Notice) -> String,
    pub saved: fn(Saved) -> &'static str,
    pub saved_hint: fn(Saved) -> &'static str,
}

/// Bytes as megabytes with one decimal: `200.0`.
fn megabytes(bytes: usize) -> String {
    let tenths = bytes / (1 << 20) * 10 + bytes % (1 << 20) * 10 / (1 << 20);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The beginning of a text that may be long.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_are_short() {
        assert_eq!(megabytes(200 << 20), "200.0");
        assert_eq!(megabytes((64 << 20) + (1 << 19)), "64.5");
        assert_eq!(short("整改"), "整改");
        assert_eq!(short(&"改".repeat(41)).chars().count(), 41);
    }
}
