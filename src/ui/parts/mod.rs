//! Small parts that every view is made of.

mod dialog;
mod field;
mod name_dialog;

use leptos::prelude::*;

pub use dialog::{Ask, Dialog};
pub use field::{EditField, Input};
pub use name_dialog::NameDialog;

use super::{above::Called, route::Place};
use crate::session::Session;

/// The session, from any view.
pub fn use_session() -> Session {
    expect_context()
}

/// Where the user is, from any view.
pub fn use_place() -> Place {
    expect_context()
}

/// What is called for above the view, from any view.
pub fn use_called() -> Called {
    expect_context()
}

/// The value of the input, text area or select that an event comes from.
pub fn value_of(event: &web_sys::Event) -> String {
    event_target_value(event)
}
