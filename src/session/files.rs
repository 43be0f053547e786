//! The user's files: what a chosen, dropped or pasted one turns out to be, and the open ledger as one to keep.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response};

use super::{Lang, Notice, Session};

use crate::{
    browser,
    formats::{
        document::DocumentNote,
        ics::{self, Event},
        json::{self, Incoming},
        report::Corrections,
    },
    journal::{Change, Hand, Secret},
    ledger::{Actor, parse_date},
};

pub use crate::browser::Encoding;

/// What came in, before anybody knows what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Empty for a pasted text.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What an input turned out to be. Nothing of it is stored yet.
#[derive(Debug, Clone)]
pub enum Understood {
    Ledger(Incoming),
    /// To be read as a report.
    Text(ReadText),
}

/// What taking a file in came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Taken {
    /// So many changes; whether the ledger was not here before.
    Changes(usize, bool),
    NothingNew,
    /// Another ledger was opened meanwhile: nothing was taken.
    Interrupted,
}

#[derive(Debug, Clone, Default)]
pub struct ReadText {
    /// Empty for a pasted text.
    pub name: String,
    pub text: String,
    /// None for a pasted text.
    pub encoding: Option<Encoding>,
    /// Some characters could not be read and stand as U+FFFD.
    pub damaged: bool,
    /// What a document has beside its text, and what of it could not be read.
    pub notes: Vec<DocumentNote>,
    /// What the user knows better than the reader.
    pub corrections: Corrections,
    /// It is the report of one unit, though it reads as if there were several.
    pub one_unit: bool,
    /// Of the reports of several units, those that are stored already.
    pub stored: Vec<usize>,
}

/// Why an input is not taken. The words for users stand with the interface's texts.
#[derive(Debug, Clone, PartialEq)]
pub enum InputFault {
    /// The browser could not read the file: moved, deleted, or not permitted.
    Gone,
    Empty,
    /// A file of another program, whose text has to be taken out of it first.
    NotText(Program),
    /// The part of the page that reads it says why it does not, in the language in use.
    Said(String),
    /// In bytes.
    TooLarge(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// An office document that is not zipped: of an old format, or encrypted.
    OldOffice,
    Pdf,
    Unknown,
}

const SAMPLE: &str = "./sample-report.txt";
const JSON_MIME: &str = "application/json";
const BOM: &[u8] = b"\xef\xbb\xbf";

impl Input {
    pub fn pasted(text: String) -> Input {
        Input {
            name: String::new(),
            bytes: text.into_bytes(),
        }
    }

    /// It is to be read as a ledger, by other code than that of every visit.
    pub fn is_ledger(&self) -> bool {
        self.bytes.len() <= json::LIMIT && self.program().is_none() && !self.is_blank() && self.is_json()
    }

    fn is_blank(&self) -> bool {
        let text = self.bytes.strip_prefix(BOM).unwrap_or(&self.bytes);
        text.trim_ascii().is_empty()
    }

    fn is_json(&self) -> bool {
        let text = self.bytes.strip_prefix(BOM).unwrap_or(&self.bytes).trim_ascii_start();
        matches!(text.first(), Some(b'{' | b'[')) || self.name.to_ascii_lowercase().ends_with(".json")
    }

    fn program(&self) -> Option<Program> {
        let begins = |mark: &[u8]| self.bytes.starts_with(mark);
        if begins(b"\xd0\xcf\x11\xe0") {
            Some(Program::OldOffice)
        } else if begins(b"%PDF") {
            Some(Program::Pdf)
        } else {
            let is_utf16 = begins(b"\xff\xfe") || begins(b"\xfe\xff");
            (!is_utf16 && self.bytes.contains(&0)).then_some(Program::Unknown)
        }
    }

    /// A document that other code reads than that of every visit: a zip, or a saved web page.
    pub fn is_document(&self) -> bool {
        let begins = |mark: &[u8]| {
            let start = self.bytes.strip_prefix(BOM).unwrap_or(&self.bytes).trim_ascii_start();
            start
                .get(..mark.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(mark))
        };
        let named = |end: &str| self.name.to_ascii_lowercase().ends_with(end);
        self.bytes.starts_with(b"PK\x03\x04")
            || !self.name.is_empty()
                && (begins(b"<!doctype html") || begins(b"<html") || named(".html") || named(".htm"))
    }

    /// Reads it as a text, where it is neither a ledger nor a document.
    pub fn understand(self) -> Result<ReadText, InputFault> {
        if self.bytes.len() > json::LIMIT {
            return Err(InputFault::TooLarge(self.bytes.len()));
        }
        if let Some(program) = self.program() {
            return Err(InputFault::NotText(program));
        }
        if self.is_blank() {
            return Err(InputFault::Empty);
        }
        let decoded = browser::decode_text(&self.bytes);
        Ok(ReadText {
            text: decoded.text,
            encoding: (!self.name.is_empty()).then_some(decoded.encoding),
            damaged: decoded.damaged,
            name: self.name,
            ..ReadText::default()
        })
    }
}

/// A name without the letters that some system does not take in the name of a file.
pub(super) fn file_name(name: &str) -> String {
    let taken = |letter: &char| !r#"\/:*?"<>|"#.contains(*letter);
    name.chars().filter(taken).collect()
}

impl Session {
    /// The open ledger as a file: its name and its text.
    pub fn export_json(&self) -> Option<(String, String)> {
        let id = self.current()?;
        let now = browser::now_millis();
        let parts = self.unfilled();
        let text = self.on_present(|book| json::write_part(id, book, &parts, now));
        let (day, _) = browser::local_time(now);
        let title = self.on_present(|book| book.ledger().title().to_owned());
        let safe = file_name(&title);
        let name = if safe.trim().is_empty() {
            "整改台账".into()
        } else {
            safe
        };
        let back = match self.lang.get_untracked() {
            Lang::Zh => "-交回",
            Lang::En => "-back",
        };
        // What a department sends back is told from the ledger, and from what others send.
        let whom = parts
            .first()
            .map_or_else(String::new, |part| file_name(&["-", &*part.whom, back].concat()));
        Some(([&*name, &*whom, "-", &*day, ".json"].concat(), text))
    }

    /// Reads a file, unless it is larger than anything that is taken.
    pub async fn read_input(&self, file: &File) -> Result<Input, InputFault> {
        if file.size() > json::LIMIT as f64 {
            return Err(InputFault::TooLarge(file.size() as usize));
        }
        let bytes = browser::read_bytes(file).await.ok_or(InputFault::Gone)?;
        Ok(Input {
            name: file.name(),
            bytes,
        })
    }

    /// The text of the sample report that comes with the page.
    pub async fn read_sample(&self) -> Option<String> {
        let answer = JsFuture::from(web_sys::window()?.fetch_with_str(SAMPLE)).await.ok()?;
        let answer: Response = answer.dyn_into().ok().filter(Response::ok)?;
        let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
        Some(browser::decode_text(&Uint8Array::new(&buffer).to_vec()).text)
    }

    /// A file's changes and, after them, those that its hand edits make, as this user's. Both values stay where somebody else has
    /// set the same field since.
    pub fn with_hand_edits(&self, incoming: &Incoming) -> Vec<Change> {
        let hand = Hand {
            // Nobody has made changes under this name, so none can meet.
            actor: Actor::from_random(browser::random_bits()),
            author: self.author.get_untracked(),
            secret: Secret(browser::random_bytes()),
        };
        incoming.with_hand_edits(&hand, browser::now_millis())
    }

    /// Offers the open ledger for download.
    pub fn save_export(&self) {
        // Whoever does not look at the outcome sees no notice of success.
        self.try_export();
    }

    /// Offers the open ledger for download; whether the browser took it on.
    pub fn try_export(&self) -> bool {
        let Some((name, text)) = self.export_json() else {
            return false;
        };
        let saved = browser::save_text(&name, &text, JSON_MIME);
        if saved {
            self.notify(Notice::Exported(name));
        }
        saved
    }

    /// Opens a ledger and offers all of it for download, also what its home could not hold.
    pub async fn save_export_of(&self, ledger: Actor) -> bool {
        self.open_whole(ledger).await && self.try_export()
    }

    /// Offers a text for download; whether the browser took it on.
    pub fn save_text(&self, name: &str, text: &str, mime: &str) -> bool {
        let name = file_name(name);
        let saved = browser::save_text(&name, text, mime);
        if saved {
            self.notify(Notice::Exported(name));
        }
        saved
    }

    /// Offers days to keep in mind as a calendar; whether the browser took it on.
    pub fn save_calendar(&self, name: &str, events: &[Event]) -> bool {
        let text = ics::write(name, events, browser::now_millis());
        self.save_text(&[name, ".ics"].concat(), &text, "text/calendar")
    }

    /// The day of a moment, where the user is.
    pub fn day_of(&self, millis: u64) -> chrono::NaiveDate {
        // The browser's own date is always one.
        parse_date(&browser::local_time(millis).0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(name: &str, bytes: &[u8]) -> Input {
        Input {
            name: name.into(),
            bytes: bytes.into(),
        }
    }

    #[test]
    fn content_decides() {
        for (name, bytes) in [
            ("", "{}"),
            ("a.txt", " \n[1]"),
            ("a.txt", "\u{feff}{"),
            ("A.JSON", "一、"),
        ] {
            assert!(input(name, bytes.as_bytes()).is_json(), "{name} {bytes}");
        }
        for (name, bytes) in [("", "一、整改"), ("json", "（一）"), ("a.txt", "")] {
            assert!(!input(name, bytes.as_bytes()).is_json(), "{name} {bytes}");
        }
    }

    #[test]
    fn documents_are_known_by_content_or_name() {
        for (name, bytes) in [
            ("a.docx", &b"PK\x03\x04.."[..]),
            ("", b"PK\x03\x04"),
            ("a.txt", b" <!DOCTYPE html><p>"),
            ("a.txt", b"\xef\xbb\xbf<HTML>"),
            ("a.HTM", b"<p>"),
        ] {
            assert!(input(name, bytes).is_document(), "{name}");
        }
        // A pasted text is plain text, whatever is in it.
        for (name, bytes) in [("", &b"<html>"[..]), ("a.txt", b"PK"), ("a.txt", b"<p>"), ("", b"")] {
            assert!(!input(name, bytes).is_document(), "{name}");
        }
    }

    #[test]
    fn files_of_other_programs_are_named() {
        let refused = |bytes: &[u8]| input("a", bytes).understand().err();
        assert_eq!(
            refused(b"\xd0\xcf\x11\xe0.."),
            Some(InputFault::NotText(Program::OldOffice))
        );
        assert_eq!(refused(b"%PDF-1.7"), Some(InputFault::NotText(Program::Pdf)));
        assert_eq!(refused(b"a\0b"), Some(InputFault::NotText(Program::Unknown)));
        assert_eq!(refused(b"\xef\xbb\xbf \n"), Some(InputFault::Empty));
    }
}
