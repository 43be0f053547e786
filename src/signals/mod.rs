//! Leptos' signals, whatever they hold, over one type each: their code stands once in the page, not once for each type.

mod memo;
mod state;

pub use memo::{Memo, Reading, effect};
pub use state::{Aside, State};
