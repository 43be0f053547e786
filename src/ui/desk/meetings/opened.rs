//! One meeting: what is known of it, and its agenda as the ledger stood that day.

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use leptos::prelude::*;
use view_macro::view;

use super::{Desk, decisions, edit_field, minutes};
use crate::{
    figures::MeetingSheet,
    journal::Edit,
    ledger::{Field, Id},
    ui::{
        desk::meeting,
        parts::{Ask, EditField, Input},
        texts::meeting_texts,
    },
};

/// The heading, for the focus to go to.
pub const HEADING: &str = "meeting-opened";

/// The agenda of a meeting, none where its days do not say which.
pub type Agenda = Memo<Option<MeetingSheet>>;

pub fn opened(desk: Desk, id: Id) -> View {
    let name = move || desk.meeting(id).map(|meeting| desk.name(&meeting)).unwrap_or_default();
    let agenda = agenda(desk, id);
    view! {
        <h2 id=HEADING tabindex="-1" class="screen-only">{name}</h2>
        {facts(desk, id)}
        {agenda_view(desk, agenda)}
        {decisions::decisions(desk, id)}
        {minutes::minutes(desk, id, agenda)}
    }
}

fn facts(desk: Desk, id: Id) -> View {
    let Desk { t, m, session, .. } = desk;
    let asking = State::new(false);
    let kind = move || desk.meeting(id).map(|meeting| desk.kind(&meeting)).unwrap_or_default();
    let locked = Memo::new(move |_| !session.may_set(id, &Field::Type));
    let set_kind = move |event: web_sys::Event| {
        let code = desk.kind_code(event_target_value(&event).trim());
        session.act(&[Edit::set(id, Field::Type, code)]);
    };
    let remove = Callback::new(move |()| {
        session.act(&[Edit::Remove { record: id }]);
        desk.show(None);
    });
    view! {
        <section class="card stack screen-only">
            <h3>{m.facts}</h3>
            <div class="fields">
                {edit_field(m.date, id, Field::Date, Input::Date)}
                <label class="field">
                    <span>{m.kind}</span>
                    <input type="text" class="inline-edit" list="meeting-kinds" autocomplete="off" disabled=move || locked.get()
                        prop:value=kind data-was=kind on:change=set_kind />
                </label>
                {edit_field(m.title, id, Field::Title, Input::Line)}
                {edit_field(m.since, id, Field::Since, Input::Date)}
            </div>
            {edit_field(m.people, id, Field::People, Input::Paragraph)}
            <EditField record=id field=Field::Body input=Input::Paragraph />
            <button type="button" class="button danger small plan-only" on:click=move |_| asking.set(true)>{m.remove}</button>
            <Ask title=Memo::fixed(m.remove.to_owned()) text=m.remove_text yes=t.words.remove open=asking on_yes=remove />
        </section>
    }
}

fn agenda(desk: Desk, id: Id) -> Agenda {
    let session = desk.session;
    Memo::new(move |_| {
        let meeting = desk.meeting(id)?;
        // Of a day that is not over, the agenda is the present one.
        let until = meeting.date?.min(session.present_day());
        let since = meeting.since.filter(|since| *since <= until)?;
        Some(meeting::compared(session, (since, until), until))
    })
}

fn agenda_view(desk: Desk, agenda: Agenda) -> View {
    let Desk { t, m, session, .. } = desk;
    let drawn = move || {
        agenda.with(|agenda| {
            let Some(sheet) = agenda else {
                return view! { <p class="muted">{m.agenda_needs}</p> };
            };
            let date = t.words.date;
            view! {
                <p>{(m.agenda_of)(&date(sheet.period.0), &date(sheet.period.1))}</p>
                {meeting::contents(t, meeting_texts(t.lang), session, sheet)}
            }
        })
    };
    view! {
        <details class="card stack screen-only" open>
            <summary><h3>{m.agenda}</h3></summary>
            {live(drawn)}
        </details>
    }
}
