//! One difference: both values at their places, and the reason why it is as it should be.

use crate::dom::{NodeRef, View};
use crate::signals::{Memo, State, effect};
use leptos::{
    ev::{KeyboardEvent, SubmitEvent},
    prelude::*,
};
use view_macro::view;

use super::{
    desk::{Found, Spot, half_written, keep_half_written},
    places::{leads_to, record_route},
};
use crate::{
    figures::{About, CheckFinding, Explanation, Side},
    ledger::Id,
    session::Session,
    ui::{
        parts::use_session,
        route::Route,
        texts::{CheckingTexts, Texts, check_texts, checking_texts, use_texts},
    },
};

/// Findings that are named under a difference.
const MOST_CONCERNED: usize = 30;

/// Finds the difference behind one.
pub type Next = Callback<u64, Option<u64>>;

/// The difference with a number, as it stands now.
pub fn spot(found: Memo<Found>, key: u64) -> Memo<Option<CheckFinding>> {
    Memo::new(move |_| {
        found.with(|found| {
            let mut spots = found.spots.iter();
            let spot: Option<&Spot> = spots.find(|spot| spot.key == key);
            spot.map(|spot| spot.finding.clone())
        })
    })
}

/// The id of the button that explains a difference.
pub fn button_id(key: u64) -> String {
    ["explain-", &key.to_string()].concat()
}

/// One that waits. `next` is the one to look at when it was explained.
pub fn open_item(found: Memo<Found>, key: u64, next: Next) -> View {
    let t = use_texts();
    let c = checking_texts(t.lang);
    let session = use_session();
    let spot = spot(found, key);
    let is_open = State::new(!half_written(key).is_empty());
    let before = Memo::new(move |_| {
        let spot = spot.get()?;
        session.book.with(|book| spot.earlier_reason(book.ledger()))
    });
    let name = move || spot.with(|spot| spot.as_ref().map(|spot| (c.explain_what)(&about(t, spot))));
    view! {
        <li class="stack">
            {move || spot.get().map(|spot| difference(t, session, &spot))}
            {move || before.get().map(|reason| view! { <p class="hint">{(c.earlier_reason)(&reason)}</p> })}
            {move || match is_open.get() {
                true => form(c, session, spot, key, is_open, next),
                false => view! {
                    <p class="screen-only">
                        <button type="button" class="button small" id=button_id(key) aria-label=name
                            on:click=move |_| is_open.set(true)>{c.explain}</button>
                    </p>
                },
            }}
        </li>
    }
}

/// The form for the reason. What is typed stays until it is stored, also where the form is closed or the screen left.
fn form(
    c: &'static CheckingTexts,
    session: Session,
    spot: Memo<Option<CheckFinding>>,
    key: u64,
    is_open: State<bool>,
    next: Next,
) -> View {
    let t = use_texts();
    let node = NodeRef::<web_sys::HtmlTextAreaElement>::new();
    let fault = State::new(None::<&'static str>);
    let fault_id = ["fault-", &key.to_string()].concat();
    effect(move || {
        if let Some(area) = node.get() {
            let _ = area.focus();
        }
    });
    let close = move || {
        is_open.set(false);
        session.focus_later(button_id(key));
    };
    let store = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = node.get_untracked().map(|area| area.value()).unwrap_or_default();
        if typed.trim().is_empty() {
            fault.set(Some(c.reason_needed));
            session.focus(&["reason-", &key.to_string()].concat());
            return;
        }
        let Some(spot) = spot.get_untracked() else { return };
        let edits = session
            .book
            .with_untracked(|book| spot.acknowledge(book.ledger(), typed.trim()));
        // What is stored is gone from the desk; the list is drawn anew by the act itself.
        keep_half_written(key, "");
        let next = next.run(key);
        if session.act(&edits).is_empty() {
            keep_half_written(key, &typed);
            fault.set(Some(c.not_taken));
        } else {
            session.focus_later(next.map_or("checks-heading".into(), button_id));
        }
    };
    let initial = half_written(key);
    let described = {
        let fault_id = fault_id.clone();
        move || fault.get().map(|_| fault_id.clone())
    };
    view! {
        <form class="stack screen-only" novalidate on:submit=store on:keydown=move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                close();
            }
        }>
            <label class="field">
                <span>{c.reason}</span>
                <textarea node_ref=node rows="2" id=["reason-", &key.to_string()].concat() prop:value=initial
                    aria-invalid=move || fault.get().map(|_| "true") aria-describedby=described
                    on:input=move |event| keep_half_written(key, &event_target_value(&event))></textarea>
            </label>
            <p class="hint">{c.reason_hint}</p>
            <div role="alert">{move || fault.get().map(|text| view! { <p class="error" id=fault_id.clone()>{text}</p> })}</div>
            <div class="row">
                <button type="submit" class="button primary">{c.save}</button>
                <button type="button" class="button" on:click=move |_| close()>{t.words.cancel}</button>
            </div>
        </form>
    }
}

/// One that was explained: by whom, when, and why.
pub fn explained_item(found: Memo<Found>, key: u64) -> View {
    let t = use_texts();
    let c = checking_texts(t.lang);
    let session = use_session();
    let spot = spot(found, key);
    let explanation = Memo::new(move |_| {
        let spot = spot.get()?;
        session.book.with(|book| spot.explanation(book))
    });
    let take_back = move |_| {
        if let Some(spot) = spot.get_untracked() {
            session.act(&session.book.with_untracked(|book| spot.take_back(book.ledger())));
        }
    };
    let name = move || spot.with(|spot| spot.as_ref().map(|spot| (c.take_back_what)(&about(t, spot))));
    let title = move || spot.with(|spot| spot.as_ref().map(|spot| (check_texts(t.lang).title)(spot.check)));
    view! {
        <li class="stack">
            <p class="muted">{title}</p>
            {move || spot.get().map(|spot| difference(t, session, &spot))}
            {move || explanation.get().map(|explanation| given(t, session, &explanation))}
            <p class="screen-only">
                <button type="button" class="button small" aria-label=name on:click=take_back>{c.take_back}</button>
            </p>
        </li>
    }
}

/// A reason, with its author and time.
pub fn given(t: &'static Texts, session: Session, explanation: &Explanation) -> View {
    let c = checking_texts(t.lang);
    let who = t.words.author(&explanation.author);
    let when = session.local_time(explanation.millis);
    view! {
        <p>{(c.reason_given)(&explanation.reason)} " " <span class="muted">{(c.given_by)(who, &when)}</span></p>
    }
}

/// What a difference is about, for those who do not see what stands beside a button.
fn about(t: &'static Texts, spot: &CheckFinding) -> String {
    let about = (check_texts(t.lang).about)(spot);
    if about.is_empty() {
        (check_texts(t.lang).title)(spot.check).into()
    } else {
        about
    }
}

fn difference(t: &'static Texts, session: Session, spot: &CheckFinding) -> View {
    let words = (check_texts(t.lang).about)(spot);
    let record = match spot.about {
        About::Titled(_) => spot.records.last().copied(),
        _ => None,
    };
    let route = |record: Id| session.book.with_untracked(|book| record_route(book.ledger(), record));
    let about = (!words.is_empty()).then(|| view! { <h3>{link(record.and_then(route), words)}</h3> });
    view! {
        {about}
        <dl class="check-sides">
            {side(t, session, spot, &spot.first)}
            {side(t, session, spot, &spot.second)}
        </dl>
        {concerned(t, session, spot)}
    }
}

fn side(t: &'static Texts, session: Session, spot: &CheckFinding, side: &Side) -> View {
    let words = check_texts(t.lang);
    let route = session.book.with_untracked(|book| leads_to(book.ledger(), &side.place));
    let quote = (!side.words.is_empty()).then(|| view! { <q class="hint">{side.words.to_string()}</q> });
    view! {
        <div>
            <dt>{link(route, (words.place)(side))}</dt>
            <dd><strong>{(words.value)(spot, side)}</strong> {quote}</dd>
        </div>
    }
}

fn link(route: Option<Route>, words: String) -> View {
    match route {
        Some(route) => view! { <a href=route.href()>{words}</a> },
        None => View::Text(words.into()),
    }
}

/// The findings whose numbers were added up.
fn concerned(t: &'static Texts, session: Session, spot: &CheckFinding) -> View {
    if !matches!(spot.about, About::Accountability(..)) || spot.records.is_empty() {
        return View::Nothing;
    }
    let titles = session.book.with_untracked(|book| {
        let all = spot.records.iter().take(MOST_CONCERNED);
        let named = all.filter_map(|id| Some((*id, book.ledger().finding(*id)?.title.to_string())));
        named.collect::<Vec<(Id, String)>>()
    });
    let rows = titles.into_iter().map(|(id, title)| {
        view! { <li><a href=Route::Finding(id).href()>{title}</a></li> }
    });
    view! {
        <details>
            <summary>{(checking_texts(t.lang).concerned)(spot.records.len())}</summary>
            <ul>{rows.collect::<View>()}</ul>
        </details>
    }
}
