//! 台账信息: the inspection's own data, and whose hand the changes carry.

use crate::dom::View;
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::view;

use super::times;
use crate::{
    ledger::{Field, Id},
    ui::{
        parts::{EditField, Input, use_session},
        texts::use_texts,
    },
};

pub fn about() -> View {
    let t = use_texts();
    let session = use_session();
    let fields = [
        (Field::Name, Input::Line),
        (Field::Unit, Input::Line),
        (Field::Team, Input::Line),
        (Field::Source, Input::Line),
        (Field::PeriodFrom, Input::Date),
        (Field::PeriodTo, Input::Date),
        (Field::Feedback, Input::Date),
        (Field::ConcentratedUntil, Input::Date),
    ];
    let wrong_order = Memo::new(move |_| {
        session.book.with(|book| {
            let inspection = &book.ledger().inspection;
            matches!((inspection.period_from, inspection.period_to), (Some(from), Some(to)) if to < from)
        })
    });
    view! {
        <section class="view">
            <div class="view-head"><h1>{t.shell.about}</h1></div>
            <div class="stack">
                <div class="card stack">
                    <h2>{t.finding.inspection}</h2>
                    <div class="fields">
                        {fields.map(|(field, input)| view! { <EditField record=Id::ROOT field input /> })}
                    </div>
                    {move || wrong_order.get().then(|| view! { <p class="error" role="alert">{t.finding.order_wrong}</p> })}
                </div>
                {times::times()}
                <div class="card stack">
                    <h2>{t.finding.author}</h2>
                    <label class="field">
                        <span>{t.finding.author}</span>
                        <input type="text" autocomplete="name" placeholder=t.finding.author_placeholder
                            prop:value=move || session.author.get().to_string()
                            data-was=move || session.author.get().to_string()
                            on:change=move |event| session.set_author(&event_target_value(&event)) />
                    </label>
                    <p class="hint">{t.finding.author_hint}</p>
                </div>
            </div>
        </section>
    }
}
