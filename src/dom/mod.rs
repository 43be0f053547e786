//! What the page is drawn with: one type for all views, made by `view!` of view-macro, over Leptos' signals.
//!
//! What is generic here only puts into boxes, so that a view costs the page what it says and no more.

mod each;
mod el;
mod node;
mod program;
mod text;
mod typing;
mod values;
mod view;
mod views;

pub use el::{El, Slots};
pub use node::NodeRef;
pub use typing::{holds_typing, takes_typing};
pub use values::{Computed, Fixed, IntoPlain, IntoValue, Plain, Value};
pub use view::{View, mount};
pub use views::{Children, Component, Draw, component, each, live, plain};
