//! Long lists: the first items at once, the rest by a button below or for paper. What is counted, searched, copied or saved is all of
//! them. Parts of the page that come later alone use this; the table 台账 draws the rows in sight.

use crate::dom::{View, live};
use crate::signals::State;
use leptos::prelude::*;
use view_macro::view;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::texts::{report_texts, use_texts};

/// Rows of a table that are drawn at first.
const ROWS: usize = 200;

/// How much of a list is drawn.
#[derive(Clone, Copy)]
pub struct Long {
    first: usize,
    all: State<bool>,
    printing: State<bool>,
}

impl Long {
    pub fn rows() -> Long {
        Long::of(ROWS)
    }

    /// So many items at first.
    pub fn of(first: usize) -> Long {
        let printing = State::new(false);
        let before = window_event_listener_untyped("beforeprint", move |_| printing.set(true));
        let after = window_event_listener_untyped("afterprint", move |_| printing.set(false));
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
        Long {
            first,
            all: State::new(false),
            printing,
        }
    }

    /// So many items are drawn at most.
    pub fn most(self) -> usize {
        if self.all.get() || self.printing.get() {
            usize::MAX
        } else {
            self.first
        }
    }

    /// Draws the rest too, for whoever is led there.
    pub fn draw_all(self) {
        self.all.set(true);
    }

    /// The button for the rest, right behind the items.
    pub fn rest(self, count: impl Fn() -> usize + 'static) -> View {
        let r = report_texts(use_texts().lang);
        live(move || {
            let rest = count().saturating_sub(self.most());
            (rest > 0).then(|| {
                view! {
                    <div class="screen-only">
                        <button type="button" class="button" on:click=move |event| self.show(&event)>{(r.show_rest)(rest)}</button>
                    </div>
                }
            })
        })
    }

    /// The button goes with that: the first of the new items has the focus then.
    fn show(self, event: &web_sys::Event) {
        let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let around = button.and_then(|button| button.closest("section, article, .card").ok().flatten());
        let new = format!(":nth-child(n+{}) :is(a, button, input)", self.first + 1);
        self.draw_all();
        request_animation_frame(move || {
            let next = around.and_then(|around| around.query_selector(&new).ok().flatten());
            if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
                let _ = next.focus();
            }
        });
    }
}
