//! Reads a published progress report: text to a [`Draft`], which becomes edits once the user agrees. Never fails.
//!
//! ```text
//! report     = [ opening ] section*
//! section    = "一、" title row*         the words of the title, or of the rows, tell what the section holds
//!
//! progress   = [ text ] area*            整改进展
//! area       = "(一)" title category*
//! category   = "1." title ( finding+ | [ body ] )
//! finding    = "(1)" title [ body ]
//! body       = [ "整改进展情况:" ] measure+
//! measure    = ordinal "是" heading [ "。" text ]
//! ordinal    = "一" | "二" | … | "十一" | …        each the next one, after "。" ";" ":", space or a new line
//!
//! unfinished = [ text ] item*            需要进一步整改的事项
//! item       = number title ( label ":" text )*
//! label      = 存在问题 | …原因 | 下一步… | 整改时限    by its words, see `lines`
//! title      = [ "关于" | "针对" ] [ "“" ] words [ "”" ] [ "的问题" ]
//! ```
//!
//! Brackets, marks and digits may be full-width or half-width. A level that is missing is filled with what stands above
//! it: findings without a category get one named like their area. Lines in no other place end in `unread`.

#[cfg(test)]
mod damage;
mod dates;
mod draft;
mod edits;
mod fold;
mod lines;
mod matching;
mod measures;
mod opening;
mod progress;
mod query;
mod section;
#[cfg(test)]
mod tests;
mod unfinished;
pub mod write;

pub use crate::ledger::{Wording, place_candidates};
pub use draft::{
    Draft, DraftArea, DraftCategory, DraftCounts, DraftFinding, DraftMeasure, DraftUnfinished, FindingAt, Line, Unread,
    Why,
};

use lines::{Lines, Mark, Numbering, Row, mark};
use section::Section;

/// Reads a report. What it cannot read is listed in the draft, line by line.
pub fn read_report(text: &str) -> Draft {
    let mut draft = Draft::default();
    let mut lines = Lines::new(text);
    let mut opening: Vec<Row<'_>> = Vec::new();
    let mut section: Option<Section<'_>> = None;
    while let Some(row) = lines.next() {
        let mark = mark(row.text);
        if let Mark::Heading(Numbering::Han, title) = mark {
            match section.take() {
                Some(section) => section.close(&mut draft),
                None => opening::read(&opening, &mut draft),
            }
            section = Some(Section::titled(title, row, lines.clone(), &mut draft));
        } else if let Some(section) = &mut section {
            section.row(row, mark, &mut draft);
        } else if let Mark::Heading(..) = mark {
            // A text without sections, or a part of one: its first heading ends the opening.
            opening::read(&opening, &mut draft);
            let first = section.insert(Section::untitled(row, mark, lines.clone()));
            first.row(row, mark, &mut draft);
        } else {
            opening.push(row);
        }
    }
    match section {
        Some(section) => section.close(&mut draft),
        None => opening::read(&opening, &mut draft),
    }
    matching::match_unfinished(&mut draft);
    crate::ledger::sort_by(&mut draft.taken, Ord::cmp);
    crate::ledger::sort_by_key(&mut draft.prose, |line| line.number);
    crate::ledger::sort_by_key(&mut draft.unread, |unread| unread.line.number);
    draft
}
