//! Bytes to changes and back. A reader returns what it read and a list of faults, never only an error.

pub mod document;
pub mod ics;
pub mod json;
pub mod letter;
pub mod report;
pub mod sheet;
