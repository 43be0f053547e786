//! A ledger is the fold of a set of changes: the set, the fold, merging, undo, history and the hash chain. Pure.
//!
//! Read in this order: an [`Edit`] is what a user does; [`Book::act`] turns it into [`Change`]s; `State` holds every
//! field as a register of values; `project` reads the ledger from it, each record by `records`.

mod absorb;
mod book;
mod chain;
mod change;
mod codec;
mod conflict;
mod edit;
mod fault;
mod history;
mod order;
mod part;
mod past;
mod project;
mod records;
mod removal;
mod state;
mod touch;
mod undo;

pub use absorb::Absorbed;
pub use book::{Book, Hand};
pub use chain::{Hash, Salt, Secret, seal, verify};
pub use change::{Change, Op, Stamp};
pub use codec::{decode, encode};
pub use conflict::{Conflict, Version};
pub use edit::{Edit, NewRecord, Position};
pub use fault::Fault;
pub use history::{HistoryLine, Removed, Step, first_deadline, history, removed_records, stands_under};
pub use part::{Excerpt, LeftOut, Part, may_report};
pub use undo::Undone;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod stories;
