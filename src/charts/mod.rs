//! Numbers drawn as SVG. Knows no ledger: labels, counts and addresses come as plain values, colours from style sheets.

mod geometry;
mod patterns;
mod ring;
mod stacked;
mod table;
mod timeline;

pub use patterns::ChartPatterns;
pub use ring::CompletionRing;
pub use stacked::{BarGroup, StackedBar, StackedBars};
pub use table::BarTable;
pub use timeline::{TimeBar, TimeLine, TimeMark};
