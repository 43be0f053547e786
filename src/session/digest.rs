//! What is known of a chosen file without keeping it: its SHA-256, taken slice by slice, so that the page stays alive.

use js_sys::Reflect;
use sha2::{Digest, Sha256};
use wasm_bindgen::JsValue;
use web_sys::File;

use crate::{browser, figures::FolderFile};

/// Read and hashed at once: some hundredths of a second of work.
const SLICE: f64 = 1_048_576.0;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Digested {
    Sha256(String),
    /// It has gone, may not be read, or is a folder.
    Unreadable,
    Cancelled,
}

/// `go_on` is told how many bytes are done, and says whether to go on.
pub async fn file_digest(file: &File, go_on: impl Fn(f64) -> bool) -> Digested {
    let mut hasher = Sha256::new();
    let mut done = 0.0;
    // A folder that is dropped can pass for an empty file until it is read.
    if file.size() == 0.0 && browser::read_bytes(file).await.is_none() {
        return Digested::Unreadable;
    }
    while go_on(done) {
        if done >= file.size() {
            return Digested::Sha256(hexadecimal(&hasher.finalize()));
        }
        let end = (done + SLICE).min(file.size());
        let Some(bytes) = browser::read_slice(file, done, end).await else {
            return Digested::Unreadable;
        };
        hasher.update(&bytes);
        done = end;
    }
    Digested::Cancelled
}

/// A file of a folder that was chosen, as far as it is known unread.
pub fn folder_file(file: &File) -> FolderFile {
    let path = Reflect::get(file, &JsValue::from_str("webkitRelativePath")).ok();
    let path = path.and_then(|path| path.as_string()).unwrap_or_default();
    FolderFile {
        path: if path.is_empty() { file.name() } else { path },
        name: file.name(),
        size: file.size() as u64,
        sha256: None,
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| char::from(DIGITS[usize::from(half)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_written_as_it_is_everywhere() {
        let digest = hexadecimal(&Sha256::digest(b"abc"));
        assert_eq!(
            digest,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
