//! Where the user is, kept in step with the page's address.

use leptos::prelude::*;

use super::Route;
use crate::signals::State;

/// The place that the page's address names, kept in step with it both ways.
#[derive(Clone, Copy)]
pub struct Place(State<Route>);

impl Place {
    /// Follows the page's address.
    pub fn follow() -> Place {
        let place = Place(State::new(current()));
        let on_change = window_event_listener_untyped("hashchange", move |_| {
            let route = current();
            if place.0.get_untracked() != route {
                place.0.set(route);
            }
        });
        // The page listens as long as it stands.
        std::mem::forget(on_change);
        place
    }

    /// A fixed place, for rendering a view to text.
    pub fn fixed(route: Route) -> Place {
        Place(State::new(route))
    }

    pub fn get(&self) -> Route {
        self.0.get()
    }

    pub fn with<T>(&self, read: impl FnOnce(&Route) -> T) -> T {
        self.0.with(read)
    }

    /// Goes somewhere: a new entry in the browser's history.
    pub fn go(&self, route: Route) {
        let _ = window().location().set_hash(&route.href());
        self.0.set(route);
    }

    /// Changes where the user is without a step in the history, as typing in a search field does.
    pub fn refine(&self, route: Route) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&route.href()));
        }
        self.0.set(route);
    }
}

fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}
