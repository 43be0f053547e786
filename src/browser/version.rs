//! The page's offline script: whether a new version waits, and the word to start it.

use web_sys::CustomEvent;

pub fn update_waits() -> bool {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.is_some_and(|root| root.get_attribute("data-update").as_deref() == Some("waiting"))
}

pub fn apply_update() {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new("rl-apply-update")) {
        let _ = window.dispatch_event(&event);
    }
}
