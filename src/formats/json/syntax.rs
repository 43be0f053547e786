//! `Json`: JSON text (RFC 8259), a token at a time; `data` hands it to serde. The format has texts and whole numbers from 0; any other number reads as not a
//! number, which no visitor of the format takes.
//!
//! ```text
//! value  = object | list | string | number | "true" | "false" | "null" ;
//! object = "{" [ string ":" value ( "," string ":" value )* ] "}" ;
//! list   = "[" [ value ( "," value )* ] "]" ;
//! ```
//!
//! A reader of its own because of what serde_json's weighs in the page: its tables for floating point alone are 5 KB.
//! `tests/format/syntax.rs` holds both against each other.

use std::borrow::Cow;

/// Deeper than this is no ledger.
const DEEPEST: usize = 127;

pub(super) struct Json<'de> {
    text: &'de str,
    at: usize,
    depth: usize,
}

/// Why reading stopped; [`Json::position`] tells where.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stop {
    /// No JSON: correct as far as it goes, but cut short, or wrong.
    Syntax { cut_short: bool },
    /// JSON, but not what a visitor expected: that, in its own words.
    Data(String),
}

pub(super) type Read<T> = Result<T, Stop>;

pub(super) const WRONG: Stop = Stop::Syntax { cut_short: false };

/// The beginning of an object or a list, or any other value whole. What a visitor makes of it is compiled for each one.
pub(super) enum Token<'de> {
    Object,
    List,
    Text(Cow<'de, str>),
    Number(u64),
    OtherNumber,
    Word(bool),
    Null,
}

impl<'de> Json<'de> {
    pub fn new(text: &'de str) -> Json<'de> {
        Json { text, at: 0, depth: 0 }
    }

    pub(super) fn end(&mut self) -> Read<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(WRONG),
        }
    }

    /// Line and column of where reading stopped, both from 1; a column counts letters.
    pub fn position(&self) -> (usize, usize) {
        let before = &self.text.as_bytes()[..self.at.min(self.text.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        // Every byte of UTF-8 but those that go on with a letter.
        let letters = before[start..].iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        (line, letters + 1)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.byte()
    }

    pub(super) fn must(&mut self) -> Read<u8> {
        self.peek().ok_or(Stop::Syntax { cut_short: true })
    }

    #[inline(never)]
    pub(super) fn eat(&mut self, wanted: u8) -> Read<()> {
        match self.must()? {
            found if found == wanted => {
                self.at += 1;
                Ok(())
            }
            _ => Err(WRONG),
        }
    }

    /// Steps over what follows a backslash or stands in a string as it is.
    fn next_byte(&mut self) -> Read<u8> {
        let byte = self.byte().ok_or(Stop::Syntax { cut_short: true })?;
        self.at += 1;
        Ok(byte)
    }

    pub(super) fn enter(&mut self) -> Read<()> {
        self.at += 1;
        self.depth += 1;
        match self.depth > DEEPEST {
            true => Err(WRONG),
            false => Ok(()),
        }
    }

    /// Whether another member or item follows; `first` is whether none came yet. Steps over the closing bracket.
    #[inline(never)]
    pub(super) fn goes_on(&mut self, closing: u8, first: &mut bool) -> Read<bool> {
        let is_first = std::mem::take(first);
        if self.must()? == closing {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if !is_first {
            self.eat(b',')?;
            // No closing bracket behind a comma.
            if self.must()? == closing {
                return Err(WRONG);
            }
        }
        Ok(true)
    }

    pub(super) fn string(&mut self) -> Read<Cow<'de, str>> {
        self.eat(b'"')?;
        let mut plain_from = self.at;
        let mut out = String::new();
        loop {
            match self.next_byte()? {
                b'"' => {
                    let plain = &self.text[plain_from..self.at - 1];
                    return Ok(match out.is_empty() {
                        true => Cow::Borrowed(plain),
                        false => Cow::Owned(out + plain),
                    });
                }
                b'\\' => {
                    out.push_str(&self.text[plain_from..self.at - 1]);
                    out.push(self.escaped()?);
                    plain_from = self.at;
                }
                0..0x20 => {
                    self.at -= 1;
                    return Err(WRONG);
                }
                _ => {}
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        Ok(match self.next_byte()? {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            same @ (b'"' | b'\\' | b'/') => same.into(),
            b'u' => {
                let mut code = self.four_digits()?;
                if (0xd800..0xdc00).contains(&code) {
                    for wanted in [b'\\', b'u'] {
                        if self.next_byte()? != wanted {
                            return Err(WRONG);
                        }
                    }
                    let low = self.four_digits()?;
                    if !(0xdc00..0xe000).contains(&low) {
                        return Err(WRONG);
                    }
                    code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00));
                }
                char::from_u32(code).ok_or(WRONG)?
            }
            _ => return Err(WRONG),
        })
    }

    fn four_digits(&mut self) -> Read<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = char::from(self.next_byte()?).to_digit(16).ok_or(WRONG)?;
            code = code << 4 | digit;
        }
        Ok(code)
    }

    /// A whole number from 0 where it is one.
    fn number(&mut self) -> Read<Option<u64>> {
        let start = self.at;
        self.at += usize::from(self.byte() == Some(b'-'));
        let leading = self.byte();
        let whole_from = self.at;
        self.digits()?;
        if leading == Some(b'0') && self.at > whole_from + 1 {
            return Err(WRONG);
        }
        let whole = self.text[start..self.at].parse().ok();
        let mut is_whole = true;
        if self.byte() == Some(b'.') {
            is_whole = false;
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            is_whole = false;
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(whole.filter(|_| is_whole))
    }

    /// One digit at least.
    fn digits(&mut self) -> Read<()> {
        let start = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        match (self.at > start, self.byte()) {
            (true, _) => Ok(()),
            (false, byte) => Err(Stop::Syntax {
                cut_short: byte.is_none(),
            }),
        }
    }

    fn word(&mut self, word: &str) -> Read<()> {
        for wanted in word.bytes() {
            if self.next_byte()? != wanted {
                self.at -= 1;
                return Err(WRONG);
            }
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn token(&mut self) -> Read<Token<'de>> {
        Ok(match self.must()? {
            b'{' => {
                self.enter()?;
                Token::Object
            }
            b'[' => {
                self.enter()?;
                Token::List
            }
            b'"' => Token::Text(self.string()?),
            b't' => {
                self.word("true")?;
                Token::Word(true)
            }
            b'f' => {
                self.word("false")?;
                Token::Word(false)
            }
            b'n' => {
                self.word("null")?;
                Token::Null
            }
            b'-' | b'0'..=b'9' => match self.number()? {
                Some(number) => Token::Number(number),
                None => Token::OtherNumber,
            },
            _ => return Err(WRONG),
        })
    }

    /// Steps over a value of any shape.
    pub(super) fn skip(&mut self) -> Read<()> {
        let token = self.token()?;
        self.skip_rest(&token)
    }

    /// Steps over what follows a token of one value.
    #[inline(never)]
    pub(super) fn skip_rest(&mut self, token: &Token<'de>) -> Read<()> {
        // Whether each open bracket is that of an object.
        let mut open: Vec<bool> = match token {
            Token::Object => vec![true],
            Token::List => vec![false],
            _ => Vec::new(),
        };
        let mut first = true;
        while let Some(&is_object) = open.last() {
            if !self.goes_on(if is_object { b'}' } else { b']' }, &mut first)? {
                open.pop();
                continue;
            }
            if is_object {
                self.string()?;
                self.eat(b':')?;
            }
            let token = self.token()?;
            if matches!(token, Token::Object | Token::List) {
                open.push(matches!(token, Token::Object));
                first = true;
            }
        }
        Ok(())
    }
}
