//! A view that takes files: what it listens to, and what stands in it while the user is asked about one.

use crate::dom::{Children, View, live};
use crate::signals::{Memo, effect};
use leptos::{ev, prelude::*};
use view_macro::{component, view};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Element};

use super::Intake;
use crate::{
    session::Understood,
    ui::reports::{Reports, Screen},
};

/// What the user is asked about, and its place among the arrivals: the next of a kind is another one.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Idle,
    Report(usize),
    Ledger(usize),
}

impl Intake {
    fn listen(&self) {
        let intake = *self;
        effect(move || {
            let over = window_event_listener(ev::dragover, move |event| {
                if carries_files(&event) {
                    // Else the browser would leave the page for the file.
                    event.prevent_default();
                    intake.over.set(true);
                }
            });
            let left = window_event_listener(ev::dragleave, move |event| {
                if event.related_target().is_none() {
                    intake.over.set(false);
                }
            });
            let dropped = window_event_listener(ev::drop, move |event| {
                intake.over.set(false);
                if carries_files(&event) {
                    event.prevent_default();
                    intake.take_list(event.data_transfer().and_then(|data| data.files()));
                }
            });
            let pasted = window_event_listener(ev::paste, move |event| {
                let in_field = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok())
                    .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA"));
                let Some(data) = event.clipboard_data().filter(|_| !in_field) else {
                    return;
                };
                let text = data.get_data("text/plain").unwrap_or_default();
                if data.files().is_some_and(|files| files.length() > 0) {
                    intake.take_list(data.files());
                } else if !text.trim().is_empty() {
                    intake.take_text(text);
                }
            });
            on_cleanup(move || {
                [over, left, dropped, pasted]
                    .into_iter()
                    .for_each(WindowListenerHandle::remove)
            });
        });
    }
}

fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&JsValue::from_str("Files"), 0))
}

/// A view that takes files: what stands in it makes room while the user is asked about one.
#[component]
pub fn IntakePane(intake: Intake, children: Children) -> View {
    intake.listen();
    let stage = Memo::new(move |_| {
        let at = intake.asked_at().unwrap_or_default();
        intake.asked.with(|asked| match asked {
            None => Stage::Idle,
            Some(Understood::Text(_)) => Stage::Report(at),
            Some(Understood::Ledger(_)) => Stage::Ledger(at),
        })
    });
    live(move || match stage.get() {
        Stage::Idle => children(),
        Stage::Report(_) => view! { <Reports screen=Screen::Preview(intake) /> },
        Stage::Ledger(_) => view! { <Reports screen=Screen::TakeIn(intake) /> },
    })
}
