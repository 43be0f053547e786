//! Editing in place: a field of a record that is taken over when it is left, or Enter is pressed in a line.

use std::{cell::Cell, rc::Rc};

use crate::dom::View;
use crate::signals::{Memo, State};
use leptos::{
    ev::{Event, FocusEvent, KeyboardEvent},
    prelude::*,
    task::spawn_local,
};
use view_macro::{component, view};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::use_session;
use crate::{
    journal::Edit,
    ledger::{Field, Id, Remedy, Status, parse_date},
    ui::texts::{field_name, use_texts},
};

/// How a field is typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    Line,
    /// A line that completes from a datalist of the page.
    Listed(&'static str),
    /// A line that may not be empty.
    Needed,
    Paragraph,
    Date,
    Status,
    Remedy,
}

/// A labelled field of a record, edited in place.
#[component]
pub fn EditField(record: Id, field: Field, input: Input) -> View {
    let t = use_texts();
    let session = use_session();
    let name = field_name(t, &field).to_owned();
    let html_id = format!("{record}-{}", field.name());
    let fault_id = format!("{html_id}-fault");
    let fault = State::new(None::<&'static str>);
    let (read, locked_field) = (field.clone(), field.clone());
    let value = Memo::new(move |_| session.book.with(|book| book.value(record, &read)));
    // A field that goes with its view is left as well, and tells so in the middle of drawing: its own signals are gone
    // then, what was typed must not be, and the act waits until the drawing is over.
    let take: Rc<dyn Fn(String)> = Rc::new(move |typed: String| {
        let typed = typed.trim().to_owned();
        if input == Input::Needed && typed.is_empty() {
            fault.try_set(Some(t.ledger.title_needed));
            return;
        }
        // A year of which some digits are missing.
        if input == Input::Date && typed.starts_with('0') {
            fault.try_set(Some(t.finding.year_needed));
            return;
        }
        let edit = Edit::set(record, field.clone(), typed);
        if fault.try_update(|fault| *fault = None).is_some() {
            session.act(&[edit]);
        } else {
            spawn_local(async move { drop(session.act(&[edit])) });
        }
    });
    // On the keyboard a date goes through years that nobody means: then it is taken over when the field is left, as
    // typed text is.
    let typed = Rc::new(Cell::new(false));
    let on_key = {
        let typed = typed.clone();
        move |event: KeyboardEvent| {
            if event.key() != "Tab" {
                typed.set(true);
            }
        }
    };
    let on_change = {
        let (typed, take) = (typed.clone(), take.clone());
        move |event: Event| {
            if !typed.get() {
                take(event_target_value(&event));
            }
        }
    };
    // Then it shows what there is: another hand may have set it meanwhile.
    let on_leave = move |event: FocusEvent| {
        if typed.replace(false) {
            take(event_target_value(&event));
        }
        if fault.try_with_untracked(Option::is_none) == Some(true) {
            show(&event, &value.get_untracked());
        }
    };
    let shown = move || value.get().to_string();
    let locked = {
        let field = locked_field;
        move || !session.may_set(record, &field)
    };
    let locked = Memo::new(move |_| locked());
    let locked = move || locked.get();
    let described = {
        let fault_id = fault_id.clone();
        move || fault.get().map(|_| fault_id.clone())
    };
    let control = match input {
        Input::Paragraph => view! {
            <textarea id=html_id.clone() rows="2" class="inline-edit" disabled=locked prop:value=shown data-was=shown
                on:change=on_change on:blur=on_leave></textarea>
        },
        Input::Status => {
            let options = Status::ALL.map(|status| {
                let chosen = move || Status::from_code(&value.get()).unwrap_or_default() == status;
                view! { <option value=status.code() prop:selected=chosen>{(t.words.status)(status)}</option> }
            });
            view! {
                <select id=html_id.clone() class="inline-edit" disabled=locked on:change=on_change>
                    {options}
                </select>
            }
        }
        Input::Remedy => {
            let options = Remedy::ALL.map(|remedy| {
                let chosen = move || value.get().as_str() == remedy.code();
                view! { <option value=remedy.code() prop:selected=chosen>{(t.words.remedy)(remedy)}</option> }
            });
            let unset = move || value.get().is_empty();
            view! {
                <select id=html_id.clone() class="inline-edit" disabled=locked on:change=on_change>
                    <option value="" prop:selected=unset>{t.finding.not_chosen}</option>
                    {options}
                </select>
            }
        }
        Input::Date => {
            // What is no date is shown as empty by the browser; the journal keeps it and the history tells.
            let shown = move || value.with(|text| parse_date(text).map(|date| date.to_string()).unwrap_or_default());
            view! {
                <input id=html_id.clone() type="date" max="9999-12-31" class="inline-edit" disabled=locked prop:value=shown data-was=shown
                    aria-describedby=described aria-invalid=move || fault.get().map(|_| "true")
                    on:change=on_change on:keydown=on_key on:blur=on_leave />
            }
        }
        Input::Line | Input::Needed | Input::Listed(_) => view! {
            <input id=html_id.clone() type="text" class="inline-edit" disabled=locked prop:value=shown data-was=shown autocomplete="off"
                list=match input { Input::Listed(list) => Some(list), _ => None } aria-describedby=described
                aria-invalid=move || fault.get().map(|_| "true")
                on:change=on_change on:blur=on_leave />
        },
    };
    view! {
        <div class="field">
            <label for=html_id>{name}</label>
            {control}
            {move || fault.get().map(|text| view! { <p class="error" role="alert" id=fault_id.clone()>{text}</p> })}
        </div>
    }
}

/// Puts a text into the field that is left.
fn show(event: &FocusEvent, text: &str) {
    let Some(target) = event.target() else { return };
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    } else if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    }
}
