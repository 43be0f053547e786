//! Files in and out: reading a chosen file, telling its encoding, offering one for download.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, TextDecoder, Url};

/// A download is read from its address some time after the click; a minute is ample.
const ADDRESS_KEPT_MILLIS: i32 = 60_000;

/// Nothing if the file has gone or may not be read.
pub async fn read_bytes(file: &File) -> Option<Vec<u8>> {
    bytes_of(file.array_buffer()).await
}

/// Some bytes of a file, from one place to another. Nothing as above.
pub async fn read_slice(file: &File, from: f64, to: f64) -> Option<Vec<u8>> {
    let slice = file.slice_with_f64_and_f64(from, to).ok()?;
    bytes_of(slice.array_buffer()).await
}

/// Offers a file for download under that name; whether the browser took it on.
pub fn save_text(name: &str, text: &str, mime: &str) -> bool {
    save_bytes(name, text.as_bytes(), mime)
}

pub fn save_bytes(name: &str, bytes: &[u8], mime: &str) -> bool {
    blob_of(bytes, mime).and_then(|blob| download(name, &blob)).is_some()
}

fn download(name: &str, blob: &Blob) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Older Firefox follows only links that are in the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), ADDRESS_KEPT_MILLIS)
        .ok()
        .map(drop)
}

pub(super) fn blob_of(bytes: &[u8], mime: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options).ok()
}

pub(super) async fn bytes_of(array_buffer: Promise) -> Option<Vec<u8>> {
    JsFuture::from(array_buffer)
        .await
        .ok()
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Gb18030,
    Utf16,
    Big5,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    /// Some characters could not be read and stand in the text as U+FFFD.
    pub damaged: bool,
}

impl Decoded {
    fn new(text: String, encoding: Encoding) -> Self {
        let damaged = text.contains(char::REPLACEMENT_CHARACTER);
        Self {
            text,
            encoding,
            damaged,
        }
    }
}

/// A mark at the beginning decides; then valid UTF-8; then GB18030, in which older Chinese programs write.
pub fn decode_text(bytes: &[u8]) -> Decoded {
    decode_without_browser(bytes).unwrap_or_else(|| match gb18030(bytes) {
        Some(text) => Decoded::new(text, Encoding::Gb18030),
        None => Decoded::new(String::from_utf8_lossy(bytes).into_owned(), Encoding::Utf8),
    })
}

fn decode_without_browser(bytes: &[u8]) -> Option<Decoded> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            return Some(Decoded::new(String::from_utf8_lossy(rest).into_owned(), Encoding::Utf8));
        }
        [0xff, 0xfe, rest @ ..] => return Some(Decoded::new(utf16(rest, u16::from_le_bytes), Encoding::Utf16)),
        [0xfe, 0xff, rest @ ..] => return Some(Decoded::new(utf16(rest, u16::from_be_bytes), Encoding::Utf16)),
        _ => {}
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return Some(Decoded::new(text.to_owned(), Encoding::Utf8));
    }
    // Nearly all byte pairs mean something in GB18030, so UTF-8 with a few broken bytes must be told apart here: in GB18030
    // taken for UTF-8, the broken characters far outnumber the whole ones.
    let text = String::from_utf8_lossy(bytes);
    let broken = text
        .chars()
        .filter(|&character| character == char::REPLACEMENT_CHARACTER)
        .count();
    let whole = text.chars().filter(|character| !character.is_ascii()).count() - broken;
    (broken * 4 < whole).then(|| Decoded::new(text.into_owned(), Encoding::Utf8))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text: String = char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Reads a text in an encoding that it says it has, if that fits it.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Option<Decoded> {
    let text = match encoding {
        Encoding::Gb18030 => decoded_by_browser(bytes, "gb18030"),
        Encoding::Big5 => decoded_by_browser(bytes, "big5"),
        Encoding::Utf8 | Encoding::Utf16 => None,
    };
    text.map(|text| Decoded::new(text, encoding))
        .filter(|decoded| !decoded.damaged)
}

fn gb18030(bytes: &[u8]) -> Option<String> {
    decoded_by_browser(bytes, "gb18030")
}

fn decoded_by_browser(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label)
        .ok()?
        .decode_with_u8_array(bytes)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str, encoding: Encoding, damaged: bool) -> Option<Decoded> {
        Some(Decoded {
            text: text.into(),
            encoding,
            damaged,
        })
    }

    #[test]
    fn marks_decide_and_are_taken_off() {
        let utf8 = "\u{feff}整改台账".as_bytes();
        assert_eq!(decode_without_browser(utf8), decoded("整改台账", Encoding::Utf8, false));
        let little: Vec<u8> = "\u{feff}整改😀".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(
            decode_without_browser(&little),
            decoded("整改😀", Encoding::Utf16, false)
        );
        let mut big: Vec<u8> = "\u{feff}整改".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode_without_browser(&big), decoded("整改", Encoding::Utf16, false));
        big.push(0);
        assert_eq!(
            decode_without_browser(&big),
            decoded("整改\u{fffd}", Encoding::Utf16, true)
        );
    }

    #[test]
    fn utf8_is_known_even_with_a_broken_byte() {
        assert_eq!(
            decode_without_browser("整改".as_bytes()),
            decoded("整改", Encoding::Utf8, false)
        );
        assert_eq!(decode_without_browser(b""), decoded("", Encoding::Utf8, false));
        let mut bytes = "关于巡视整改进展情况的通报已经公布".as_bytes().to_vec();
        bytes[4] = b'?';
        let read = decode_without_browser(&bytes).expect("mostly UTF-8");
        assert!(read.damaged && read.encoding == Encoding::Utf8 && read.text.ends_with("通报已经公布"));
    }

    #[test]
    fn gb18030_is_left_to_the_browser() {
        let report = b"\xd5\xfb\xb8\xc4\xcc\xa8\xd5\xcb"; // 整改台账
        assert_eq!(decode_without_browser(report), None);
    }
}
