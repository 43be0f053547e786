//! What a view that takes files is made of: the picker's button, the place to drop and paste, and what came of it.

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, State};
use leptos::{ev, prelude::*};
use view_macro::{component, view};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{Arrival, Intake, Outcome};
use crate::ui::{
    reports::{Reports, Screen},
    texts::use_texts,
};

/// A button that opens the browser's file picker.
#[component]
pub fn PickButton(
    intake: Intake,
    label: &'static str,
    accept: &'static str,
    class: &'static str,
    /// What the button leads to, in a sentence.
    hint: &'static str,
) -> View {
    let node = NodeRef::<web_sys::HtmlInputElement>::new();
    let pick = move |_| {
        if let Some(input) = node.get_untracked() {
            input.click();
        }
    };
    let picked = move |event: ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            intake.take_list(input.files());
            // So that choosing the same file again is a change.
            input.set_value("");
        }
    };
    view! {
        <button type="button" class=class on:click=pick disabled=move || intake.busy.get()>
            {choice(label, hint)}
        </button>
        <input
            node_ref=node
            type="file"
            class="visually-hidden"
            tabindex="-1"
            aria-hidden="true"
            multiple
            accept=accept
            on:change=picked
        />
    }
}

/// What stands on a button: a word, or a word and a sentence.
pub fn choice(label: &'static str, hint: &'static str) -> View {
    if hint.is_empty() {
        return View::Text(label.into());
    }
    view! {
        <strong>{label}</strong>
        <span class="hint">{hint}</span>
    }
}

/// Where to drop files and paste text, and what came of it.
#[component]
pub fn DropBox(intake: Intake) -> View {
    let t = &use_texts().file;
    let text = State::new(String::new());
    let read = move |event: ev::SubmitEvent| {
        event.prevent_default();
        intake.take_text(text.get_untracked());
    };
    view! {
        <p class="drop" class:over=move || intake.over.get()>{t.drop_here}</p>
        <form class="stack" on:submit=read>
            <label class="field">
                <span>{t.paste_label}</span>
                <textarea rows="5" spellcheck="false" prop:value=text on:input=move |event| text.set(event_target_value(&event)) />
            </label>
            <div class="row">
                <button type="submit" class="button" disabled=move || text.with(|text| text.trim().is_empty())>
                    {t.read}
                </button>
            </div>
        </form>
    }
}

/// What became of the inputs that came last: of one, why it was refused; of several, each. And that reading goes on.
#[component]
pub fn IntakeResult(intake: Intake) -> View {
    let t = use_texts();
    let several = Memo::new(move |_| intake.arrivals.with(Vec::len) > 1);
    let refusal = move || {
        intake.arrivals.with(|arrivals| {
            let [
                Arrival {
                    name,
                    outcome: Outcome::Refused(fault),
                },
            ] = arrivals.as_slice()
            else {
                return View::Nothing;
            };
            let name = if name.is_empty() { t.file.pasted } else { name };
            view! {
                <p class="error">
                    <strong>{(t.file.refused)(name)}</strong>
                    {(t.faults.input)(fault)}
                    {t.faults.unchanged}
                </p>
            }
        })
    };
    view! {
        <p role="status" class="muted">{move || intake.busy.get().then_some(t.file.reading)}</p>
        <div role="alert" class="stack">{refusal}</div>
        {live(move || several.get().then(|| view! { <Reports screen=Screen::Arrivals(intake) /> }))}
    }
}
