//! Bytes to changes and back. A reader returns what it read and a list of faults, never only an error.

pub mod document;
pub mod json;
pub mod report;
pub mod sheet;
