//! Why a ledger file is refused: what, where, and what helps. The part of the page that reads files says it.

mod en;
mod zh;

use crate::{formats::json::Refusal, session::Lang};

pub fn refusal_text(lang: Lang, refusal: &Refusal) -> String {
    match lang {
        Lang::Zh => zh::refusal(refusal),
        Lang::En => en::refusal(refusal),
    }
}
