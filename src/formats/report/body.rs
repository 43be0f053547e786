//! The progress text of a finding, put together from its lines, and the measures in it.

use super::{
    corrections::Corrections,
    draft::{DraftMeasure, Span},
    fold::{is_blank, offset},
    lines::Row,
    measures::{self, Start},
    registers::{self, Plain, Reading},
};
use crate::ledger::Field;

/// One row of a progress text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub row: Row<'a>,
    /// The row without its label, number or status.
    pub text: &'a str,
    /// It begins a paragraph; otherwise it goes on with a line that was broken.
    pub paragraph: bool,
    /// It is a numbered measure.
    pub numbered: bool,
}

/// Lines joined to one text, each with its place in it and in the input.
struct Joined {
    text: String,
    /// Where a line begins in the text and in the input, and its number.
    parts: Vec<(usize, usize, usize)>,
}

/// What a progress text says.
pub(super) struct Told {
    pub measures: Vec<DraftMeasure>,
    /// The text before the first measure.
    pub before: String,
    pub registers: Reading,
}

pub(super) fn read(pieces: &[Piece<'_>], corrections: &Corrections, context: &registers::Context<'_>) -> Told {
    let joined = Joined::new(pieces);
    let starts = starts(pieces, &joined, corrections);
    let mut told = Told {
        measures: Vec::with_capacity(starts.len()),
        before: String::new(),
        registers: Reading::default(),
    };
    let first = starts.first().map_or(joined.text.len(), |start| start.at);
    told.before.push_str(joined.text[..first].trim_matches(is_blank));
    if first > 0 {
        told.registers
            .take(registers::read(&joined.plain(0, first), context), None);
    }
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(joined.text.len(), |next| next.at);
        let words = &joined.text[start.words.min(end)..end];
        let (heading, text) = measures::heading_and_text(words);
        if heading.is_empty() && text.is_empty() {
            continue;
        }
        let mut measure = DraftMeasure {
            heading: heading.into(),
            text: text.into(),
            line: joined.line(start.at),
            at: joined.source(start.at),
            ..DraftMeasure::default()
        };
        for (field, part) in [(Field::Heading, heading), (Field::Body, text)] {
            if !part.is_empty() {
                let from = offset(&joined.text, part);
                measure.spans.push((field, joined.span(from, from + part.len())));
            }
        }
        let read = registers::read(&joined.plain(start.at, end), context);
        told.registers.take(read, Some(&mut measure));
        told.measures.push(measure);
    }
    told
}

/// Where measures begin: as numbered, else as counted in the text, else one a paragraph; and as corrected.
fn starts(pieces: &[Piece<'_>], joined: &Joined, corrections: &Corrections) -> Vec<Start> {
    let place = |at: usize| Start { at, words: at };
    let with_parts = || pieces.iter().zip(&joined.parts);
    let mut starts: Vec<Start> = if pieces.iter().any(|piece| piece.numbered) {
        with_parts()
            .filter(|(piece, _)| piece.numbered)
            .map(|(_, part)| place(part.0))
            .collect()
    } else {
        measures::split(&joined.text)
    };
    if starts.is_empty() {
        let paragraphs = with_parts().filter(|(piece, _)| piece.paragraph);
        starts = paragraphs.map(|(_, part)| place(part.0)).collect();
    }
    if corrections.starts.is_empty() && corrections.no_starts.is_empty() {
        return starts;
    }
    let places = |said: &[(usize, usize)]| -> Vec<usize> {
        let within = |(line, at): &(usize, usize)| {
            let (piece, part) = with_parts().find(|(piece, _)| piece.row.number == *line)?;
            let at = (piece.row.line_at + at).checked_sub(part.1)?;
            (at < piece.text.len() && piece.text.is_char_boundary(at)).then_some(part.0 + at)
        };
        said.iter().filter_map(within).collect()
    };
    let (more, fewer) = (places(&corrections.starts), places(&corrections.no_starts));
    starts.retain(|start| !fewer.contains(&start.at));
    for at in more {
        if starts.iter().all(|start| start.at != at) {
            let rest = &joined.text[at..];
            let words = measures::ordinal(rest).map_or(at, |(.., words)| at + rest.len() - words.len());
            starts.push(Start { at, words });
        }
    }
    crate::ledger::sort_by_key(&mut starts, |start| start.at);
    starts
}

impl Joined {
    fn new(pieces: &[Piece<'_>]) -> Joined {
        let mut joined = Joined {
            text: String::new(),
            parts: Vec::with_capacity(pieces.len()),
        };
        for piece in pieces {
            if piece.paragraph && !joined.text.is_empty() {
                joined.text.push('\n');
            }
            let source = piece.row.at + offset(piece.row.text, piece.text);
            joined.parts.push((joined.text.len(), source, piece.row.number));
            joined.text.push_str(piece.text);
        }
        joined
    }

    fn part(&self, at: usize) -> (usize, usize, usize) {
        let after = self.parts.partition_point(|part| part.0 <= at);
        self.parts.get(after.saturating_sub(1)).copied().unwrap_or_default()
    }

    fn line(&self, at: usize) -> usize {
        self.part(at).2
    }

    /// Where a byte of the text stands in the input.
    fn source(&self, at: usize) -> usize {
        let (from, source, _) = self.part(at);
        source + at - from
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span {
            from: self.source(from),
            to: if to > from {
                self.source(to - 1) + 1
            } else {
                self.source(from)
            },
        }
    }

    fn plain(&self, from: usize, to: usize) -> Plain {
        let mut plain = Plain::default();
        for (at, letter) in self.text[from..to].char_indices() {
            plain.push(letter, self.source(from + at));
        }
        plain
    }
}
