//! Texts made alike for comparing, as the ledger does it: width of characters, quotes, the wrapping of titles.

pub(super) use crate::ledger::{fold, is_blank, key, problem_title};
