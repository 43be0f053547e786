//! The templates of the letters, as the unit words them.

use crate::dom::{View, live};
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::view;

use super::Desk;
use crate::{
    formats::letter::{Blank, fill},
    journal::Edit,
    ledger::{
        Field, Id, Text,
        acts::{ReminderLevel, Settings},
    },
    ui::texts::{RemindersTexts, field_name},
};

/// The unit's own, or the usual one.
pub fn template(r: &RemindersTexts, settings: &Settings, level: ReminderLevel) -> String {
    let own = match level {
        ReminderLevel::Reminder => &settings.letter_reminder,
        ReminderLevel::Supervision => &settings.letter_supervision,
        ReminderLevel::Warning => &settings.letter_warning,
    };
    if own.is_empty() { (r.template)(level) } else { own }.to_owned()
}

fn field_of(level: ReminderLevel) -> Field {
    match level {
        ReminderLevel::Reminder => Field::LetterReminder,
        ReminderLevel::Supervision => Field::LetterSupervision,
        ReminderLevel::Warning => Field::LetterWarning,
    }
}

pub fn templates(desk: Desk) -> View {
    let r = desk.r;
    let names = Blank::ALL.map(|(_, zh, en)| ["{", if r.is_english { en } else { zh }, "}"].concat());
    let each = ReminderLevel::ALL.iter().map(|level| one(desk, *level));
    view! {
        <details class="card screen-only">
            <summary><h2>{r.templates}</h2></summary>
            <div class="stack">
                <p class="hint">{(r.templates_hint)(&names.join(" "))}</p>
                {each.collect::<View>()}
            </div>
        </details>
    }
}

fn one(desk: Desk, level: ReminderLevel) -> View {
    let Desk { t, r, session, .. } = desk;
    let text = Memo::new(move |_| {
        session
            .book
            .with(|book| template(r, &Settings::of(book.ledger()), level))
    });
    let unknown = Memo::new(move |_| {
        let filled = text.with(|text| fill(text, |_| String::new()));
        let names: Vec<&str> = filled.unknown.iter().map(Text::as_str).collect();
        if names.is_empty() {
            String::new()
        } else {
            (r.unknown)(&names)
        }
    });
    let locked = Memo::new(move |_| !session.may_set(Id::ROOT, &field_of(level)));
    let is_usual = Memo::new(move |_| text.with(|text| text == (r.template)(level)));
    let take = move |typed: &str| {
        // The usual one is not stored, so that it can become better.
        let own = if typed.trim_end() == (r.template)(level) {
            ""
        } else {
            typed.trim_end()
        };
        session.act(&[Edit::set(Id::ROOT, field_of(level), own)]);
    };
    let name = field_name(t, &field_of(level));
    let html_id = ["template-", level.code()].concat();
    let fault_id = [&*html_id, "-fault"].concat();
    let described = fault_id.clone();
    view! {
        <div class="field">
            <label for=html_id.clone()>{name}</label>
            <textarea id=html_id rows="10" disabled=move || locked.get()
                prop:value=move || text.get() data-was=move || text.get()
                aria-invalid=move || (!unknown.with(String::is_empty)).then_some("true")
                aria-describedby=move || (!unknown.with(String::is_empty)).then(|| described.clone())
                on:change=move |event| take(&event_target_value(&event))></textarea>
            {live(move || {
                let text = unknown.get();
                (!text.is_empty()).then(|| view! { <p class="error" role="alert" id=fault_id.clone()>{text}</p> })
            })}
        </div>
        <button type="button" class="button small plan-only" aria-label=(r.reset_of)(name)
            disabled=move || locked.get() || is_usual.get() on:click=move |_| take("")>{r.reset}</button>
    }
}
