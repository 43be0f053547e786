//! One file per screen.

pub mod file;
pub mod finding;
pub mod history;
pub mod intake;
pub mod ledger;
pub mod overview;
pub mod start;
