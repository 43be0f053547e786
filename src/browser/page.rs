//! The page as a whole: its title and root element, what is in view and in focus, and the moment it goes away.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ClipboardEvent, CustomEvent, Document, FocusOptions, HtmlDocument, HtmlElement, HtmlTextAreaElement, Navigator,
    ScrollIntoViewOptions, ScrollLogicalPosition, VisibilityState, Window,
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

/// Browsers leave these out where a page is not served securely, and asking them for more would throw.
fn navigator_with(part: &str) -> Option<Navigator> {
    let navigator = window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str(part))
        .is_ok_and(|part| part.is_object())
        .then_some(navigator)
}

/// Puts a text on the clipboard; whether the browser did.
pub async fn copy_text(text: &str) -> bool {
    match navigator_with("clipboard") {
        Some(navigator) => JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Puts a text on the clipboard together with the same as HTML; whether the browser did. It works where a page is not served
/// securely, too. The focus stays where it is.
pub fn copy_both(text: &str, html: &str) -> bool {
    copy_by_event(text, html).unwrap_or(false)
}

/// Browsers ask what to copy where something is selected.
fn copy_by_event(text: &str, html: &str) -> Option<bool> {
    let document: HtmlDocument = document()?.dyn_into().ok()?;
    let focused = document.active_element();
    let carrier: HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    carrier.set_class_name("visually-hidden");
    carrier.set_value(" ");
    document.body()?.append_child(&carrier).ok()?;
    carrier.select();
    let (text, html) = (text.to_owned(), html.to_owned());
    let answer = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            let _ = data.set_data("text/plain", &text);
            let _ = data.set_data("text/html", &html);
            event.prevent_default();
        }
    });
    let callback = answer.as_ref().unchecked_ref();
    document.add_event_listener_with_callback("copy", callback).ok()?;
    let copied = document.exec_command("copy").unwrap_or(false);
    let _ = document.remove_event_listener_with_callback("copy", callback);
    carrier.remove();
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

/// Tells that printing begins, as the browser does: too late, where a script asks for it, to draw what is for paper alone.
pub fn before_print() {
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new("beforeprint")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
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

/// What had the focus is gone from the page: the next Tab would begin at its very top. The content as a whole has the
/// focus for want of anything better.
pub fn focus_if_lost(id: &str) {
    let body = document().and_then(|document| document.body());
    let focused = document().and_then(|document| document.active_element());
    if focused.is_none_or(|focused| focused.id() == "main" || body.is_some_and(|body| *body == focused))
        && let Some(element) = element(id)
    {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
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
