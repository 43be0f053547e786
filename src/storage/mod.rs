//! Text by key, kept in the browser: local storage as the home, an IndexedDB log that survives a crash. Knows no ledger.

pub mod local;
pub mod log;
mod pack;

pub use pack::{pack, unpack};

use wasm_bindgen::JsValue;

/// Why the browser did not keep, or did not give back, a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The space the browser grants this page is used up.
    Full,
    /// There is no such store here (private window, switched off, broken), or it did not answer in time.
    Unavailable,
}

impl Refused {
    /// Goes by the name alone: whether a full store throws a `DOMException` or a class of its own depends on the browser.
    fn from_error(error: &JsValue) -> Refused {
        let name = js_sys::Reflect::get(error, &JsValue::from_str("name"))
            .ok()
            .and_then(|name| name.as_string());
        match name.as_deref() {
            // The second is what older Firefox calls it.
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refused::Full,
            _ => Refused::Unavailable,
        }
    }
}
