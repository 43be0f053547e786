//! The ledger as one JSON file: what people and programs read first, then the journal that it follows from.
//!
//! FORMAT.md describes the file. Read in this order: `node` is the readable part as a tree, `write` and `read` turn a
//! book into a file and back, `diff` finds what a person changed in the readable part.

mod change;
mod data;
mod diff;
mod file;
mod hand_edit;
mod node;
mod node_of;
mod parts;
mod path;
mod read;
mod refusal;
mod seal;
mod syntax;
mod time;
mod tree;
mod write;

pub use data::from_text;
pub use hand_edit::HandEdit;
pub use parts::{parse_part, part_text};
pub use read::{Incoming, hand_edits_as_edits, read};
pub use refusal::{Expected, Found, Refusal};
pub use write::{quote, write, write_part};

/// The `format` of a file.
pub const FORMAT: &str = "rectification-ledger";
/// The `version` that is written, and the newest one that is read.
pub const VERSION: u64 = 1;
/// The largest file that is read, in bytes.
pub const LIMIT: usize = 64 << 20;

#[cfg(test)]
mod laws;
