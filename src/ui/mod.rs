//! The interface: a frame, and one view per place. Views read the session and figures, and act through the session.

pub mod above;
mod banners;
pub mod desk;
pub mod lazy;
mod long_list;
mod pages;
pub mod parts;
pub mod reports;
pub mod route;
mod shell;
pub mod texts;
pub mod views;

use crate::dom::{self, View, live};
use leptos::prelude::*;
use view_macro::{component, view};
use wasm_bindgen::JsCast;

use crate::session::Session;
use above::Called;
use route::Place;
use shell::Shell;
use texts::texts;
use views::intake::Pending;

/// Puts the app into the page.
pub fn mount() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let Some(body) = document().body() else { return };
    owner.with(|| {
        let session = Session::start();
        let place = Place::follow();
        listen_to_keys(session);
        let called = Called::nothing();
        called.listen();
        take_over_on_leaving();
        std::mem::forget(window_event_listener_untyped("focusin", move |_| {
            session.used.set_value(true)
        }));
        let pending = Pending::default();
        pending.ask_before_leaving();
        dom::mount(&body, view! { <App session place pending called /> });
    });
    // The page stands as long as it is open.
    std::mem::forget(owner);
}

/// Everything, drawn anew when the language changes.
#[component]
pub fn App(session: Session, place: Place, pending: Pending, called: Called) -> View {
    provide_context(session);
    provide_context(place);
    provide_context(pending);
    provide_context(called);
    live(move || {
        provide_context(texts(session.lang.get()));
        view! { <Shell /> }
    })
}

/// What is still being typed when the page goes away is taken over, as if its field were left.
fn take_over_on_leaving() {
    let handle = window_event_listener_untyped("pagehide", |_| {
        let focused = document().active_element();
        if let Some(element) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.blur();
        }
    });
    // The page listens as long as it stands.
    std::mem::forget(handle);
}

/// Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) take acts back, unless something typed is still to be taken over: then they are
/// the field's own.
fn listen_to_keys(session: Session) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let redo = match event.key().as_str() {
            "z" => event.shift_key(),
            "Z" => true,
            "y" | "Y" => true,
            _ => return,
        };
        let target = event.target().and_then(|target| target.dyn_into().ok());
        if target.is_some_and(|element| dom::holds_typing(&element)) {
            return;
        }
        event.prevent_default();
        if redo { session.redo() } else { session.undo() }
    });
    // The page listens as long as it stands.
    std::mem::forget(handle);
}
