//! Local storage as plain strings by key; where the browser withholds it, reads are empty and writes are refused.

use super::Refused;
use gloo_storage::{LocalStorage, Storage as _};

pub fn get(key: &str) -> Option<String> {
    store()?.get_item(key).ok()?
}

/// Either the whole text is kept, or the text kept before stays.
pub fn set(key: &str, text: &str) -> Result<(), Refused> {
    let store = store().ok_or(Refused::Unavailable)?;
    store.set_item(key, text).map_err(|error| Refused::from_error(&error))
}

pub fn remove(key: &str) {
    if let Some(store) = store() {
        // Removing cannot fail where the store could be had at all.
        let _ = store.remove_item(key);
    }
}

/// The keys that begin with `prefix`, sorted, because browsers list them in no particular order.
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let mut found = Vec::new();
    for index in 0..store.length().unwrap_or(0) {
        match store.key(index) {
            Ok(Some(key)) if key.starts_with(prefix) => found.push(key),
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

/// `LocalStorage::raw` panics where the browser withholds the store, so it is asked for first.
fn store() -> Option<web_sys::Storage> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}
