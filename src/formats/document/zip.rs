//! The central directory of a zip: what files it holds, and where. Nothing in it is trusted.
//!
//! ```text
//! zip       = ( local name extra data )* entry* end
//! end       = "PK\5\6" disks entries-here entries size-of-directory at-of-directory comment
//! entry     = "PK\1\2" versions flags method time crc size whole-size lengths … at name extra comment
//! local     = "PK\3\4" … name-length extra-length         its sizes may be wrong; those of the entry hold
//! ```

use super::DocumentFault;

/// One file of the zip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// Stored as it is, not deflated.
    pub stored: bool,
    pub encrypted: bool,
    pub crc: u32,
    /// Bytes in the zip, and once inflated.
    pub size: usize,
    pub whole: usize,
    at: usize,
}

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
const END_LENGTH: usize = 22;
/// A comment may follow, whose length is a number of 16 bits.
const LONGEST_COMMENT: usize = 0xffff;
/// A document has some dozens of files, one with many pictures some hundreds.
const MOST_ENTRIES: usize = 20_000;
const DEFLATED: usize = 8;

/// What the zip holds.
pub fn directory(bytes: &[u8]) -> Result<Vec<Entry>, DocumentFault> {
    read_directory(bytes).ok_or(DocumentFault::Broken)
}

fn read_directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(LONGEST_COMMENT);
    let end = (first..=last).rev().find(|at| bytes[*at..].starts_with(END))?;
    let count = number(bytes, end + 10, 2)?;
    let mut at = number(bytes, end + 16, 4)?;
    if count > MOST_ENTRIES {
        return None;
    }
    let mut entries = Vec::new();
    for _ in 0..count {
        if !bytes.get(at..)?.starts_with(ENTRY) {
            return None;
        }
        let method = number(bytes, at + 10, 2)?;
        let (name, extra, comment) = (
            number(bytes, at + 28, 2)?,
            number(bytes, at + 30, 2)?,
            number(bytes, at + 32, 2)?,
        );
        entries.push(Entry {
            name: String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name)?).into_owned(),
            stored: method == 0,
            encrypted: number(bytes, at + 8, 2)? & 1 == 1,
            crc: number(bytes, at + 16, 4)? as u32,
            size: number(bytes, at + 20, 4)?,
            whole: number(bytes, at + 24, 4)?,
            at: number(bytes, at + 42, 4)?,
        });
        if method != 0 && method != DEFLATED && !entries.last()?.encrypted && is_text(&entries.last()?.name) {
            return None;
        }
        at += 46 + name + extra + comment;
    }
    Some(entries)
}

fn is_text(name: &str) -> bool {
    name.ends_with(".xml")
}

/// The bytes of a file as they stand in the zip.
pub fn data<'a>(bytes: &'a [u8], entry: &Entry) -> Result<&'a [u8], DocumentFault> {
    let found = || {
        let local = bytes.get(entry.at..)?.strip_prefix(LOCAL)?;
        let lengths = number(local, 22, 2)? + number(local, 24, 2)?;
        let from = 26 + lengths;
        local.get(from..from.checked_add(entry.size)?)
    };
    found().ok_or(DocumentFault::Broken)
}

/// A number of so many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(length)?)?.iter().rev();
    // Up to four bytes, which a usize of 32 bits holds.
    Some(digits.fold(0, |number, digit| number << 8 | usize::from(*digit)))
}

/// The check sum of zip. Bit by bit: a table would be more code than the texts are long.
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zip of one stored file.
    fn zip(name: &str, text: &[u8], flags: u8) -> Vec<u8> {
        let name = name.as_bytes();
        let sizes = [crc32(text), text.len() as u32, text.len() as u32]
            .map(u32::to_le_bytes)
            .concat();
        let lengths = [name.len() as u8, 0, 3, 0];
        let mut out = [
            LOCAL,
            &[20, 0, flags, 0, 0, 0, 0, 0, 0, 0],
            &sizes,
            &lengths,
            name,
            b"xyz",
            text,
        ]
        .concat();
        let at = out.len() as u32;
        out.extend([ENTRY, &[20, 0, 20, 0, flags, 0, 0, 0, 0, 0, 0, 0], &sizes].concat());
        out.extend([name.len() as u8, 0, 0, 0, 0, 0]);
        out.extend([0; 12]);
        out.extend(name);
        let size = out.len() as u32 - at;
        out.extend([END, &[0, 0, 0, 0, 1, 0, 1, 0]].concat());
        out.extend([size, at].map(u32::to_le_bytes).concat());
        out.extend([2, 0, b'!', b'!']);
        out
    }

    #[test]
    fn a_file_is_found_by_the_directory() {
        let bytes = zip("word/document.xml", "整改".as_bytes(), 0);
        let entries = directory(&bytes).expect("a zip");
        assert_eq!(entries.len(), 1);
        assert_eq!(
            (&*entries[0].name, entries[0].stored, entries[0].encrypted),
            ("word/document.xml", true, false)
        );
        assert_eq!(data(&bytes, &entries[0]), Ok("整改".as_bytes()));
        assert_eq!(entries[0].crc, crc32("整改".as_bytes()));
        assert!(directory(&zip("a.xml", b"", 1)).expect("a zip")[0].encrypted);
    }

    #[test]
    fn the_check_sum_is_that_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn a_damaged_zip_is_refused_and_never_read_past_its_end() {
        let bytes = zip("word/document.xml", b"<w:document/>", 0);
        for cut in 0..bytes.len() {
            let _ =
                directory(&bytes[..cut]).map(|entries| entries.iter().map(|entry| data(&bytes[..cut], entry)).count());
            let mut damaged = bytes.clone();
            damaged[cut] = 0xff;
            if let Ok(entries) = directory(&damaged) {
                entries.iter().for_each(|entry| {
                    let _ = data(&damaged, entry);
                });
            }
        }
        assert_eq!(directory(b"PK\x03\x04"), Err(DocumentFault::Broken));
        assert_eq!(directory(&bytes[..bytes.len() - 10]), Err(DocumentFault::Broken));
    }
}
