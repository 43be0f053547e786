//! When the plan and the report are due and concentrated rectification ends, counted by the list of days off.

use crate::dom::{View, live};
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::view;

use crate::{
    figures::{CONCENTRATED_TERMS, PLAN_TERMS, REPORT_TERMS, Term},
    journal::Edit,
    ledger::{
        Field, Id,
        acts::Settings,
        calendar::{Calendar, HOLIDAYS_2026},
        parse_date,
    },
    session::Session,
    ui::{
        parts::{EditField, Input},
        texts::{Texts, TimesTexts, field_name},
    },
};

pub fn terms(t: &'static Texts, x: &'static TimesTexts, session: Session) -> View {
    let shown = move || {
        let date = session
            .book
            .with(|book| book.value(Id::ROOT, &Field::ConcentratedUntil));
        let day = parse_date(&date).map_or_else(|| x.not_set.to_owned(), t.words.date);
        (x.named)((t.words.field)(&Field::ConcentratedUntil), &day)
    };
    view! {
        <section class="card stack">
            <h2>{x.heading}</h2>
            <p class="hint">{x.hint}</p>
            <EditField record=Id::ROOT field=Field::PlanDue input=Input::Date />
            {choices(t, x, session, Field::PlanDue, PLAN_TERMS)}
            <p>{shown}</p>
            {choices(t, x, session, Field::ConcentratedUntil, CONCENTRATED_TERMS)}
            <EditField record=Id::ROOT field=Field::ReportDue input=Input::Date />
            {choices(t, x, session, Field::ReportDue, REPORT_TERMS)}
        </section>
    }
}

/// The terms of one date, each with the day it gives.
fn choices(t: &'static Texts, x: &'static TimesTexts, session: Session, field: Field, terms: &'static [Term]) -> View {
    let counted_field = field.clone();
    let days = Memo::new(move |_| {
        session.book.with(|book| {
            let ledger = book.ledger();
            let feedback = ledger.inspection.feedback?;
            let (calendar, _) = Calendar::read(&Settings::of(ledger).holidays);
            let days = terms
                .iter()
                .filter_map(|term| Some((*term, term.ends(feedback, &calendar)?)));
            Some((days.collect::<Vec<_>>(), book.value(Id::ROOT, &counted_field)))
        })
    });
    let label = (x.named)(field_name(t, &field), x.by_notice);
    let locked_field = field.clone();
    let locked = Memo::new(move |_| !session.may_set(Id::ROOT, &locked_field));
    let field = Memo::fixed(field);
    let buttons = live(move || {
        let Some((days, now)) = days.get() else {
            return view! { <span class="hint">{x.no_feedback}</span> };
        };
        let button = move |(term, day): (Term, chrono::NaiveDate)| {
            let is_chosen = now.as_str() == day.to_string();
            let take = move |_| drop(session.act(&[Edit::set(Id::ROOT, field.get_untracked(), day.to_string())]));
            view! {
                <button type="button" class="button small" aria-pressed=if is_chosen { "true" } else { "false" }
                    disabled=move || locked.get() on:click=take>
                    {is_chosen.then_some("✓ ")}{(x.choice)(&(x.term)(term), &(t.words.date)(day))}
                </button>
            }
        };
        days.into_iter().map(button).collect::<View>()
    });
    view! {
        <div class="row screen-only" role="group" aria-label=label>
            <span class="muted">{x.by_notice}</span>
            {buttons}
        </div>
    }
}

pub fn holidays(t: &'static Texts, x: &'static TimesTexts, session: Session) -> View {
    let list = Memo::new(move |_| session.book.with(|book| book.value(Id::ROOT, &Field::Holidays)));
    let locked = Memo::new(move |_| !session.may_set(Id::ROOT, &Field::Holidays));
    let faults = Memo::new(move |_| {
        let (_, faults) = list.with(|list| Calendar::read(list));
        let told = faults.iter().map(|fault| (x.fault)(fault.line, &fault.text, fault.why));
        told.collect::<Vec<String>>()
    });
    let usual = usual_list(x);
    let (known, added) = (usual.clone(), usual);
    let is_filled = Memo::new(move |_| list.with(|list| list.contains(&*known)));
    let set = move |text: &str| drop(session.act(&[Edit::set(Id::ROOT, Field::Holidays, text.trim_end())]));
    let fill = move |_| {
        let before = list.get_untracked();
        let between = if before.is_empty() { "" } else { "\n" };
        set(&[&*before, between, &*added].concat());
    };
    view! {
        <section class="card stack screen-only">
            <h2>{x.holidays}</h2>
            <p class="hint" id="holidays-hint">{x.holidays_hint}</p>
            <div class="field">
                <label for="holidays">{field_name(t, &Field::Holidays)}</label>
                <textarea id="holidays" rows="6" disabled=move || locked.get()
                    prop:value=move || list.get().to_string() data-was=move || list.get().to_string()
                    aria-invalid=move || (!faults.with(Vec::is_empty)).then_some("true")
                    aria-describedby=move || if faults.with(Vec::is_empty) { "holidays-hint" } else { "holidays-faults" }
                    on:change=move |event| set(&event_target_value(&event))></textarea>
                {live(move || {
                    let faults = faults.get().into_iter().map(|text| view! { <li>{text}</li> });
                    let faults: Vec<View> = faults.collect();
                    (!faults.is_empty()).then(|| view! { <ul class="error" role="alert" id="holidays-faults">{faults}</ul> })
                })}
            </div>
            <button type="button" class="button plan-only" disabled=move || locked.get() || is_filled.get()
                on:click=fill>{move || if is_filled.get() { x.filled } else { x.fill }}</button>
        </section>
    }
}

/// In the words of the language that is shown; either is read.
fn usual_list(x: &TimesTexts) -> String {
    let [until, rest, work] = x.list_words;
    HOLIDAYS_2026
        .replace("..", until)
        .replace("rest", rest)
        .replace("work", work)
}
