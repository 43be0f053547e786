//! Reads a published progress report: text to a [`Draft`], which becomes edits once the user agrees. Never fails.
//!
//! First every line is marked by its own shape (`lines`, `numbering`, `labels`). Then it is decided for the document as a
//! whole which heading stands under which (`outline`), what each line is (`roles`) and which shape of number is which level
//! (`levels`). Then the draft is built line by line (`build`).
//!
//! ```text
//! report     = [ contents ] [ opening ] ( section | area | category | finding )*
//! section    = heading row*              the words of the title, or of the rows, tell what the section holds
//!
//! area       = heading category*         聚焦…方面, …方面存在的问题
//! category   = heading ( finding+ | [ body ] )
//! finding    = heading [ text ] [ body ] a heading without a number has 关于…问题 or 反馈问题：, or a label under it
//! body       = ( label ":" text )* [ 整改情况 ":" ] [ status "。" ] measure+
//! measure    = ordinal heading [ "。" text ] | number heading [ "。" text ] | paragraph
//! ordinal    = "一是" | "①" | "第一," …  each the next one, after "。" ";" ":", space or a new line
//!
//! unfinished = [ text ] item*            需要进一步整改的事项
//! item       = heading ( label ":" text )*
//! label      = 存在问题 | …原因 | 下一步… | 整改时限 | 责任领导 | …   by its words, see `labels`
//! heading    = [ number ] title [ "(" status ")" ]
//! title      = [ "关于" | "针对" | "反馈问题:" ] [ "“" ] words [ "”" ] [ "的问题" ] [ "的整改" ]
//! ```
//!
//! Feedback has the same tree without bodies: text under a finding, and what follows its first sentence, describes it.
//!
//! Brackets, marks and digits may be full-width or half-width, characters simplified or traditional, and stray blanks may
//! stand in words of the grammar. A level that is missing is filled with what stands above it: findings without a
//! category get one named like their area. Lines in no other place end in `unread`.

mod body;
mod build;
mod contents;
mod corrections;
#[cfg(test)]
mod damage;
mod dates;
mod draft;
mod edits;
mod feedback;
mod fields;
mod fold;
mod labels;
mod levels;
mod lines;
mod matching;
mod measures;
mod numbering;
mod opening;
mod outline;
mod progress;
mod query;
mod registers;
mod reports;
mod roles;
mod section;
mod status;
#[cfg(test)]
mod tests;
mod unfinished;
pub mod write;

pub use crate::ledger::{Wording, place_candidates};
pub use corrections::{Corrections, LineRole, TextKind};
pub use draft::{
    Draft, DraftArea, DraftCategory, DraftCounts, DraftFinding, DraftMeasure, DraftUnfinished, FindingAt, Line, Span,
    Spans, Unread, Why, span_of,
};
pub use registers::{DraftAccountability, DraftRecovered, DraftRule, DraftStated};

/// Reads a report. What it cannot read is listed in the draft, line by line.
pub fn read_report(text: &str) -> Draft {
    read_report_with(text, &Corrections::default())
}

/// Reads a report, and takes what is said of its lines for true.
pub fn read_report_with(text: &str, corrections: &Corrections) -> Draft {
    let rows = lines::rows(text);
    let marks = lines::marks(text, &rows);
    build::read(text, &rows, &marks, corrections)
}

/// Reads a text that holds the reports of several units, one draft for each. Lines and bytes are those of the whole text.
pub fn read_reports(text: &str, corrections: &Corrections) -> Vec<Draft> {
    let rows = lines::rows(text);
    let mut marks = lines::marks(text, &rows);
    let beginnings = reports::beginnings(&rows, &mut marks);
    let ends = beginnings.iter().skip(1).copied().chain([rows.len()]);
    let parts = beginnings.iter().zip(ends);
    parts
        .map(|(from, to)| build::read(text, &rows[*from..to], &marks[*from..to], corrections))
        .collect()
}
