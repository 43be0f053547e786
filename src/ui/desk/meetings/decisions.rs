//! What a meeting decided, and what became of it.

use crate::dom::{View, each, live};
use crate::signals::{Memo, State};
use leptos::{ev::SubmitEvent, prelude::*};
use view_macro::view;

use super::{Desk, edit_field};
use crate::{
    figures::{Became, as_measure, as_note, became, finding_label, finding_meant},
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind, Ledger, acts::Decision, parse_date},
    ui::{desk::draft::Draft, parts::Input, route::Route},
};

const TEXT: usize = 0;
const FINDING: usize = 1;
const OWNER: usize = 2;
const DEADLINE: usize = 3;

pub fn decisions(desk: Desk, meeting: Id) -> View {
    let m = desk.m;
    let ids = Memo::new(move |_| {
        let meeting = desk.meeting(meeting);
        let decisions = meeting.map(|meeting| meeting.decisions).unwrap_or_default();
        decisions.iter().map(|decision| decision.id).collect::<Vec<Id>>()
    });
    let findings = move || {
        desk.session.book.with(|book| {
            let findings = (1..).zip(book.ledger().findings());
            let labels = findings.map(|(number, finding)| finding_label(number, &finding.title));
            labels
                .map(|label| view! { <option value=label></option> })
                .collect::<View>()
        })
    };
    view! {
        <section class="card stack screen-only">
            <h3>{m.decisions}</h3>
            <datalist id="meeting-findings">{findings}</datalist>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="muted">{m.decided_none}</p> })}
            <ol class="measures">{each(move || ids.get(), move |id| decision(desk, meeting, ids, id))}</ol>
            {add(desk, meeting)}
        </section>
    }
}

fn find(desk: Desk, meeting: Id, id: Id) -> Option<Decision> {
    let mut all = desk.meeting(meeting)?.decisions.into_iter();
    all.find(|decision| decision.id == id)
}

/// A finding with its number.
fn label(ledger: &Ledger, id: Id) -> Option<String> {
    let mut findings = (1..).zip(ledger.findings());
    let found = findings.find(|(_, finding)| finding.id == id);
    found.map(|(number, finding)| finding_label(number, &finding.title))
}

fn decision(desk: Desk, meeting: Id, ids: Memo<Vec<Id>>, id: Id) -> View {
    let Desk { t, m, session, .. } = desk;
    let number = move || ids.with(|ids| ids.iter().position(|each| *each == id).map_or(0, |at| at + 1));
    let name = Memo::new(move |_| (m.decision)(number()));
    view! {
        <li class="measure" aria-label=move || name.get()>
            {edit_field(m.text, id, Field::Body, Input::Paragraph)}
            {subject(desk, meeting, id)}
            <div class="row">
                {edit_field(m.owner, id, Field::Owner, Input::Line)}
                {edit_field(m.deadline, id, Field::Deadline, Input::Date)}
            </div>
            {live(move || outcome(desk, meeting, id))}
            <p class="row plan-only">
                <button type="button" class="button quiet small" on:click=move |_| drop(session.act(&[Edit::Remove { record: id }]))>
                    {t.words.remove} <span class="visually-hidden">{move || name.get()}</span>
                </button>
            </p>
        </li>
    }
}

/// The finding it is about. What names none stays to be mended.
fn subject(desk: Desk, meeting: Id, id: Id) -> View {
    let Desk { m, session, .. } = desk;
    let fault = State::new(false);
    let html_id = format!("{id}-subject");
    let fault_id = [&*html_id, "-fault"].concat();
    let shown = move || {
        let subject = find(desk, meeting, id).and_then(|decision| decision.subject);
        let named = subject.and_then(|subject| session.book.with(|book| label(book.ledger(), subject)));
        named.unwrap_or_default()
    };
    let shown = Memo::new(move |_| shown());
    let take = move |event: web_sys::Event| {
        let typed = event_target_value(&event);
        let meant = session.book.with_untracked(|book| finding_meant(book.ledger(), &typed));
        fault.set(meant.is_none() && !typed.trim().is_empty());
        if !fault.get_untracked() {
            let subject = meant.map(|id| id.to_string()).unwrap_or_default();
            session.act(&[Edit::set(id, Field::Subject, subject)]);
        }
    };
    let locked = Memo::new(move |_| !session.may_set(id, &Field::Subject));
    let described = fault_id.clone();
    view! {
        <div class="field">
            <label for=html_id.clone()>{m.finding}</label>
            <input id=html_id type="text" class="inline-edit" list="meeting-findings" autocomplete="off" disabled=move || locked.get()
                prop:value=move || shown.get() data-was=move || shown.get()
                aria-invalid=move || fault.get().then_some("true")
                aria-describedby=move || fault.get().then(|| described.clone())
                on:change=take />
            {move || fault.get().then(|| view! { <p class="error" role="alert" id=fault_id.clone()>{m.no_finding}</p> })}
        </div>
    }
}

/// What it became, with the way there, or what it can become.
fn outcome(desk: Desk, meeting: Id, id: Id) -> View {
    let Desk { m, session, .. } = desk;
    let Some(decision) = find(desk, meeting, id) else {
        return View::Nothing;
    };
    let told = session.book.with(|book| became(book.ledger(), &decision));
    let gone = match told {
        Some(Became::Measure(finding)) => return said(m.became_measure, finding),
        Some(Became::Note(finding)) => return said(m.became_note, finding),
        Some(Became::Gone) => Some(m.became_gone),
        None => None,
    };
    if decision.subject.is_none() {
        return view! { <p class="hint">{m.needs_finding}</p> };
    }
    let (to_measure, to_note) = (decision.clone(), decision);
    let make_measure = move |_| {
        let next = session.next_record();
        let edits = session
            .book
            .with_untracked(|book| as_measure(book.ledger(), &to_measure, next));
        session.act(&edits);
    };
    let make_note = move |_| {
        let line = note_line(desk, meeting, &to_note);
        let edits = session
            .book
            .with_untracked(|book| as_note(book.ledger(), &to_note, &line));
        session.act(&edits);
    };
    view! {
        {gone.map(|text| view! { <p class="hint">{text}</p> })}
        <p class="row plan-only">
            <button type="button" class="button small" on:click=make_measure>{m.to_measure}</button>
            <button type="button" class="button small" on:click=make_note>{m.to_note}</button>
        </p>
    }
}

fn said(text: &'static str, finding: Id) -> View {
    view! { <p role="status"><a href=Route::Finding(finding).href()>{text}</a></p> }
}

fn note_line(desk: Desk, meeting: Id, decision: &Decision) -> String {
    let date = desk.t.words.date;
    let deadline = decision.deadline.map(date);
    let (day, kind) = leptos::prelude::untrack(|| {
        let meeting = desk.meeting(meeting);
        let day = meeting.as_ref().and_then(|meeting| meeting.date).map(date);
        let kind = meeting.map(|meeting| desk.kind(&meeting));
        (day.unwrap_or_default(), kind.unwrap_or_default())
    });
    (desk.m.note_line)(&day, &kind, &decision.text, &decision.owner, deadline.as_deref())
}

fn add(desk: Desk, meeting: Id) -> View {
    let Desk { m, session, .. } = desk;
    let draft = Draft::open(session, format!("decision/{meeting}"), vec![String::new(); 4]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = draft.typed(FINDING);
        let meant = session.book.with_untracked(|book| finding_meant(book.ledger(), &typed));
        let mut faults = Vec::new();
        if draft.typed(TEXT).is_empty() {
            faults.push((TEXT, m.text_needed));
        }
        if meant.is_none() && !typed.is_empty() {
            faults.push((FINDING, m.no_finding));
        }
        let deadline = draft.typed(DEADLINE);
        if !deadline.is_empty() && (deadline.starts_with('0') || parse_date(&deadline).is_none()) {
            faults.push((DEADLINE, m.year_needed));
        }
        if !draft.check(faults) {
            return;
        }
        let record = NewRecord::new(Kind::Decision)
            .with(Field::Subject, meant.map(|id| id.to_string()).unwrap_or_default())
            .with(Field::Body, draft.typed(TEXT))
            .with(Field::Owner, draft.typed(OWNER))
            .with(Field::Deadline, deadline);
        if !session.act(&[Edit::add(meeting, record)]).is_empty() {
            draft.clear();
            session.focus_later(draft.html_id(TEXT));
        }
    };
    view! {
        <form class="stack plan-only" on:submit=submit novalidate>
            {draft.paragraph(TEXT, m.text, "2")}
            <div class="fields">
                {draft.line(FINDING, m.finding, "text", Some("meeting-findings"))}
                {draft.line(OWNER, m.owner, "text", None)}
                {draft.line(DEADLINE, m.deadline, "date", None)}
            </div>
            <p class="hint">{m.finding_hint}</p>
            <button type="submit" class="button">{m.add_decision}</button>
        </form>
    }
}
