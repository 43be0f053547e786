//! The text in which `view!` writes what never changes of an element: marks below U+0020, each with the words behind it.

/// Where a value goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Target {
    Attribute,
    Property,
    Class,
    Style,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Op {
    /// A tag, and whether it stands inside `<svg>`.
    Open(&'static str, bool),
    /// An attribute that never changes.
    Fixed(&'static str, &'static str),
    Text(&'static str),
    Close,
    // Each of the following takes a slot.
    Value(Target, &'static str),
    On(&'static str),
    Ref,
    Child,
}

/// The marks; view-macro has the same.
const OPEN: u8 = 1;
const DRAWN: u8 = 2;
const FIXED: u8 = 3;

const ATTRIBUTE: u8 = 5;
const PROPERTY: u8 = 6;
const CLASS: u8 = 7;
const STYLE: u8 = 8;
const ON: u8 = 14;
const REF: u8 = 15;
const CHILD: u8 = 16;
const TEXT: u8 = 17;
const CLOSE: u8 = 18;

fn is_mark(byte: u8) -> bool {
    (OPEN..=STYLE).contains(&byte) || (ON..=CLOSE).contains(&byte)
}

/// Reads a program from its beginning.
#[derive(Clone)]
pub(super) struct Ops(pub &'static str);

impl Ops {
    fn word(&mut self) -> &'static str {
        let end = self.0.bytes().position(is_mark).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        word
    }

    fn mark(&mut self) -> Option<u8> {
        let mark = *self.0.as_bytes().first()?;
        self.0 = self.0.get(1..)?;
        Some(mark)
    }
}

impl Iterator for Ops {
    type Item = Op;

    fn next(&mut self) -> Option<Op> {
        let mark = self.mark()?;
        let word = self.word();
        Some(match mark {
            OPEN => Op::Open(word, false),
            DRAWN => Op::Open(word, true),
            // Its value stands behind a mark of its own, 4.
            FIXED => {
                self.mark();
                Op::Fixed(word, self.word())
            }
            ATTRIBUTE => Op::Value(Target::Attribute, word),
            PROPERTY => Op::Value(Target::Property, word),
            CLASS => Op::Value(Target::Class, word),
            STYLE => Op::Value(Target::Style, word),
            ON => Op::On(word),
            REF => Op::Ref,
            CHILD => Op::Child,
            TEXT => Op::Text(word),
            _ => Op::Close,
        })
    }
}
