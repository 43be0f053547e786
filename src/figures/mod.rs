//! What the screens and charts show, as plain values computed from a ledger. Knows no clock, no browser and no words.
//!
//! Read in this order: a [`Tally`] counts by status, [`completion`] spreads it over the ledger, [`deadlines`] says what
//! is late or soon due, [`meeting_sheet`] what changed between two moments, [`happened`] what was done in a period, [`select`] finds and orders the lines of the ledger's table, [`checks`] say what does not fit together.

mod across;
mod bulk;
mod checks;
mod closing;
mod completion;
mod deadlines;
mod decisions;
mod department;
mod evidence;
mod happened;
mod lookup;
mod meeting;
mod number;
mod people;
mod pressing;
mod query;
mod registers;
mod round;
mod search;
mod shares;
mod sort;
mod table;
mod tally;
mod timeliness;
mod undecided;

pub use across::{Again, By, Group, Source, across, all_across, repeats};
pub use bulk::{BulkAct, BulkPlan, bulk};
pub use checks::{
    About, CHECKS, Check, CheckFinding, Checked, Explanation, Outdated, Place, Side, Value, checks, outdated, was_made,
};
pub use closing::{
    ClosingLine, ClosingState, Closings, Missing, Stage, Standing, closing_state, closings, open_checks, open_checks_of,
};
pub use completion::{CategoryTally, Completion, DepartmentTally, GroupTally, completion, overall};
pub use deadlines::{Deadlines, Due, Thresholds, Urgency, deadlines, urgency};
pub use decisions::{Became, as_measure, as_note, became, finding_label, finding_meant};
pub use department::{departments, names as names_department};
pub use evidence::{
    Comparison, EvidenceLine, FolderFile, Found, Lacking, compare_folder, evidence_lines, is_worth_hashing,
    lacking_evidence,
};
pub use happened::{Happened, HappenedFinding, Happening, happened};
pub use lookup::{Lookup, has_words, lookup};
pub use meeting::{
    ChangedFinding, ChangedStep, DepartmentSheet, HandShare, MeetingSheet, Question, Review, WrongChange,
    changes_between, meeting_sheet, review, wrong_changes,
};
pub use number::{chinese_number, path_label};
pub use people::{Named, people, rename};
pub use pressing::{Pressing, dated, pressing, reminders};
pub use query::{Column, Direction, Query};
pub use registers::{
    PenaltySum, RecoverySum, RegisterLine, accountability_lines, penalty_sums, recovered_lines, recovery_sums,
    rule_lines, rule_sums,
};
pub use round::{CONCENTRATED_TERMS, PLAN_TERMS, REPORT_TERMS, Round, Term, Week, round};
pub use shares::{Share, shares};
pub use sort::{ReadingOrder, by_code_point};
pub use table::{Line, Selection, Spot, select};
pub use tally::{Rate, Tally};
pub use timeliness::{Extensions, Judged, Timeliness, extensions, timeliness};
pub use undecided::undecided;

#[cfg(test)]
mod random;
