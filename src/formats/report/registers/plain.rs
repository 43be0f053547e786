//! `Plain`: a text as the words of the grammar are written (half width, simplified, without blanks), each byte with its source.

use crate::formats::report::{
    draft::Span,
    fold::{is_blank, plain},
};

#[derive(Debug, Default)]
pub(in crate::formats::report) struct Plain {
    text: String,
    /// Of each byte of the text, the bytes of the input that its letter was.
    sources: Vec<Span>,
}

impl Plain {
    /// A line of the input that begins at a byte of it.
    pub fn of(line: &str, at: usize) -> Plain {
        let mut plain = Plain::default();
        for (offset, letter) in line.char_indices() {
            plain.push(letter, at + offset);
        }
        plain
    }

    /// Adds a letter that stands at a byte of the input.
    pub fn push(&mut self, letter: char, at: usize) {
        if is_blank(letter) {
            return;
        }
        let source = Span {
            from: at,
            to: at + letter.len_utf8(),
        };
        self.text.push(plain(letter));
        self.sources.resize(self.text.len(), source);
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the input that a part of the text was.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let first = self.sources.get(from).copied().unwrap_or_default();
        let last = to.checked_sub(1).and_then(|last| self.sources.get(last));
        Span {
            from: first.from,
            to: last.map_or(first.from, |last| last.to).max(first.from),
        }
    }
}

/// The last letters of a text: no more than a clause, so that a long line is not read again for every word in it.
pub(in crate::formats::report) fn last_letters(text: &str, most: usize) -> &str {
    text.char_indices()
        .rev()
        .nth(most - 1)
        .map_or(text, |(at, _)| &text[at..])
}

/// The first letters of a text.
pub(in crate::formats::report) fn first_letters(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}
