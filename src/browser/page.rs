//! The page as a whole: its title and root element, what is in view and in focus, and the moment it goes away.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, HtmlDocument, HtmlElement, HtmlTextAreaElement, Navigator, ScrollIntoViewOptions, ScrollLogicalPosition,
    StorageEvent, VisibilityState, Window,
};

/// Asks the browser not to clear what this page stores; whether it agreed. Some browsers ask the user.
pub async fn ask_to_keep() -> bool {
    let Some(navigator) = navigator_with("storage") else {
        return false;
    };
    match navigator.storage().persist() {
        Ok(promise) => JsFuture::from(promise).await.is_ok_and(|kept| kept.is_truthy()),
        Err(_) => false,
    }
}

/// Whether the text is on the clipboard now. To be called from a click, else the browser refuses.
pub async fn copy_text(text: &str) -> bool {
    if let Some(navigator) = navigator_with("clipboard") {
        let written: Promise = navigator.clipboard().write_text(text);
        if JsFuture::from(written).await.is_ok() {
            return true;
        }
    }
    // A page served over plain http has no clipboard, only this older way.
    copy_by_selection(text).unwrap_or(false)
}

/// Browsers leave these out where a page is not served securely, and asking them for more would throw.
fn navigator_with(part: &str) -> Option<Navigator> {
    let navigator = window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str(part))
        .is_ok_and(|part| part.is_object())
        .then_some(navigator)
}

fn copy_by_selection(text: &str) -> Option<bool> {
    let document = document()?;
    let focused = document
        .active_element()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    area.set_value(text);
    // An open modal dialog makes everything outside itself inert, also to selection.
    let dialog = document.query_selector("dialog[open]").ok()?;
    match dialog {
        Some(dialog) => dialog.append_child(&area).ok()?,
        None => document.body()?.append_child(&area).ok()?,
    };
    area.select();
    let copied = document
        .unchecked_ref::<HtmlDocument>()
        .exec_command("copy")
        .unwrap_or(false);
    area.remove();
    if let Some(focused) = focused {
        let _ = focused.focus();
    }
    Some(copied)
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of `<html>`, by which the style sheets choose theme and language.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Scrolls no further than needed.
pub fn scroll_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Calls whenever the page is put out of sight: the last moment in which it can surely still write. Listens for good.
pub fn on_page_hide(call: impl Fn() + 'static) {
    let (Some(window), Some(document)) = (window(), document()) else {
        return;
    };
    let watched = document.clone();
    let heard = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if event.type_() == "pagehide" || watched.visibility_state() == VisibilityState::Hidden {
            call();
        }
    })
    .into_js_value();
    // Phones may send only the one, a closing desktop window only the other.
    let _ = document.add_event_listener_with_callback("visibilitychange", heard.unchecked_ref());
    let _ = window.add_event_listener_with_callback("pagehide", heard.unchecked_ref());
}

/// Calls with the key when another tab changes local storage, with nothing when it clears it. Listens for good.
pub fn on_storage(call: impl Fn(Option<String>) + 'static) {
    let Some(window) = window() else { return };
    let heard = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| call(event.key())).into_js_value();
    let _ = window.add_event_listener_with_callback("storage", heard.unchecked_ref());
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Off the browser, where screens are rendered in tests, there is none.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

/// Calls whenever the page comes into sight again. Listens for good.
pub fn on_visible(call: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let watched = document.clone();
    let heard = Closure::<dyn Fn()>::new(move || {
        if watched.visibility_state() == VisibilityState::Visible {
            call();
        }
    })
    .into_js_value();
    let _ = document.add_event_listener_with_callback("visibilitychange", heard.unchecked_ref());
}
