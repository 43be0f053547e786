//! What stands above every view when it is called for: the palette of commands, and the list of keys. Both come with the desk.

use crate::dom;
use crate::signals::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Above {
    Commands,
    Keys,
}

#[derive(Clone, Copy)]
pub struct Called(pub State<Option<Above>>);

impl Called {
    pub fn nothing() -> Called {
        Called(State::new(None))
    }

    /// The same key again takes it away.
    pub fn turn(&self, above: Above) {
        self.0.update(|now| *now = (*now != Some(above)).then_some(above));
    }

    /// Ctrl+K, and a question mark where nothing is being typed.
    pub fn listen(self) {
        let handle = window_event_listener(leptos::ev::keydown, move |event| {
            let with_ctrl = event.ctrl_key() || event.meta_key();
            let above = match event.key().as_str() {
                "k" | "K" if with_ctrl && !event.alt_key() && !event.shift_key() => Above::Commands,
                "?" | "？" if !with_ctrl && !takes_typing(&event) => Above::Keys,
                _ => return,
            };
            event.prevent_default();
            self.turn(above);
        });
        // The page listens as long as it stands.
        std::mem::forget(handle);
    }
}

fn takes_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| dom::takes_typing(&element))
}
