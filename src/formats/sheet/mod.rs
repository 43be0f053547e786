//! Tables as spreadsheet programs put them on the clipboard, both ways: as text with tabs, and as an HTML table.
//!
//! Read in this order: [`read_text`] and [`TableSink`] give cells, [`guess`] says what each column means, [`read_rows`] what each
//! row would become and what is wrong with it, [`edits`] the one act that puts it into the ledger.

mod heads;
mod html;
mod place;
mod rows;
mod text;
mod values;

pub use heads::{Guess, Target, guess};
pub use html::{TableSink, write_html};
pub use place::{Counts, Where, category_names, counts, edits};
pub use rows::{Asked, Mode, NewMeasure, Read, ReadRow, RowFault, read_rows};
pub use text::{read_text, write_text};
pub use values::{read_day, read_remedy, read_status};

/// One row's cells. Rows need not be equally long.
pub type Row = Vec<String>;
