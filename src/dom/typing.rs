//! Fields that hold something typed which nobody has taken over yet. `data-was` of a field is what it showed before.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// The field's text is not the one that it was given.
pub fn holds_typing(element: &Element) -> bool {
    let value = if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        return false;
    };
    value != element.get_attribute("data-was").unwrap_or_default()
}

/// What is typed goes into this element.
pub fn takes_typing(element: &Element) -> bool {
    element
        .matches("input:not([type=checkbox]), textarea, select")
        .unwrap_or(false)
}

/// Somebody is typing in the field at this moment.
pub(super) fn is_typed_in(element: &Element) -> bool {
    let focused = element.owner_document().and_then(|document| document.active_element());
    element.has_attribute("data-was") && focused.as_ref() == Some(element) && holds_typing(element)
}
