//! What the ledger is compared with: other ledgers of this browser, a report, a plan.

use crate::dom::{NodeRef, View, each};
use crate::signals::{Memo, State};
use leptos::{
    ev::{Event, SubmitEvent},
    prelude::*,
    task::spawn_local,
};
use view_macro::view;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::desk::{Desk, Held, Material, Paper};
use crate::{
    formats::json,
    ledger::Actor,
    session::{Input, InputFault, Session, Understood, read_document},
    ui::{
        parts::use_session,
        texts::{CheckingTexts, checking_texts, preview_texts, refusal_text, use_texts},
        views::intake::REPORTS,
    },
};

pub fn materials(desk: Desk) -> View {
    let t = use_texts();
    let c = checking_texts(t.lang);
    let session = use_session();
    view! {
        <section class="card stack screen-only">
            <h2>{c.materials}</h2>
            <p class="hint">{c.materials_hint}</p>
            <div class="check-materials">
                {earlier(c, desk, session)}
                {paper(c, desk, Paper::Report)}
                {paper(c, desk, Paper::Plan)}
            </div>
        </section>
    }
}

fn earlier(c: &'static CheckingTexts, desk: Desk, session: Session) -> View {
    let others = Memo::new(move |_| {
        let open = session.open.get();
        session.shelf.with(|shelf| {
            let ids = shelf.0.iter().filter_map(|about| about.id);
            ids.filter(|id| Some(*id) != open).collect::<Vec<Actor>>()
        })
    });
    let row = move |id: Actor| {
        let name = move || {
            session.shelf.with(|shelf| {
                let about = shelf.0.iter().find(|about| about.id == Some(id));
                about.map(|about| {
                    let title = if about.title.is_empty() {
                        c.untitled
                    } else {
                        &about.title
                    };
                    (c.earlier_ledger)(title, about.findings)
                })
            })
        };
        let held = Memo::new(move |_| {
            desk.earlier.with(|all| {
                let each = all.iter().find(|each| each.id == id);
                each.map(|each| each.held == Held::Missing)
            })
        });
        view! {
            <label class="row">
                <input type="checkbox" prop:checked=move || held.get().is_some()
                    on:change=move |event: Event| desk.choose(id, event_target_checked(&event)) />
                <span>{name}</span>
            </label>
            {move || (held.get() == Some(true)).then(|| view! { <p class="error" role="alert">{c.earlier_missing}</p> })}
        }
    };
    view! {
        <fieldset class="stack">
            <legend>{c.earlier}</legend>
            <p class="hint">{c.earlier_hint}</p>
            {move || others.with(Vec::is_empty).then(|| view! { <p class="muted">{c.earlier_none}</p> })}
            {each(move || others.get(), row)}
        </fieldset>
    }
}

fn paper(c: &'static CheckingTexts, desk: Desk, paper: Paper) -> View {
    let t = use_texts();
    let session = use_session();
    let (name, hint) = match paper {
        Paper::Report => (c.report, c.report_hint),
        Paper::Plan => (c.plan, c.plan_hint),
    };
    let material = desk.paper(paper);
    let fault = State::new(None::<String>);
    let typed = State::new(String::new());
    let take = move |understood: Result<Understood, InputFault>| {
        let said = match understood {
            Err(fault) => Some((t.faults.input)(&fault)),
            Ok(Understood::Ledger(_)) => Some(c.is_ledger.into()),
            Ok(Understood::Text(text)) => match Material::read(&text.name, &text.text) {
                None => Some(c.nothing_read.into()),
                material => {
                    desk.put(paper, material);
                    typed.try_set(String::new());
                    None
                }
            },
        };
        fault.try_set(said);
    };
    let node = NodeRef::<HtmlInputElement>::new();
    let picked = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        // So that choosing the same file again is a change.
        if let Some(file) = file {
            spawn_local(async move { take(understood(session, &file).await) });
        }
        input.set_value("");
    };
    let pasted = move |event: SubmitEvent| {
        event.prevent_default();
        take(read_at_once(session, Input::pasted(typed.get_untracked())));
    };
    let told = move || {
        material.with(|material| {
            let material = material.as_ref()?;
            Some((c.read_count)(material.titles.len(), &material.name))
        })
    };
    view! {
        <fieldset class="stack">
            <legend>{name}</legend>
            <p class="hint">{hint}</p>
            <p role="status">{told}</p>
            <div class="row">
                <button type="button" class="button" aria-label=(c.choose_file_for)(name)
                    on:click=move |_| {
                        node.get_untracked().iter().for_each(|input| input.click());
                    }>{c.choose_file}</button>
                {move || material.with(Option::is_some).then(|| view! {
                    <button type="button" class="button" aria-label=(c.drop_what)(name) on:click=move |_| {
                        desk.put(paper, None);
                        session.focus_later("checks-heading".into());
                    }>{c.drop}</button>
                })}
            </div>
            <input node_ref=node type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" accept=REPORTS
                on:change=picked />
            <form class="stack" on:submit=pasted>
                <label class="field">
                    <span>{(c.or_paste)(name)}</span>
                    <textarea rows="2" spellcheck="false" prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))></textarea>
                </label>
                {move || (!typed.with(|typed| typed.trim().is_empty())).then(|| view! {
                    <button type="submit" class="button" aria-label=(c.read_for)(name)>{c.read}</button>
                })}
            </form>
            <div role="alert">{move || fault.get().map(|text| view! { <p class="error">{text}</p> })}</div>
        </fieldset>
    }
}

async fn understood(session: Session, file: &File) -> Result<Understood, InputFault> {
    let input = session.read_input(file).await?;
    if !input.is_document() {
        return read_at_once(session, input);
    }
    let say = preview_texts(session.lang.get_untracked()).document_fault;
    let read = read_document(input).await;
    read.map(Understood::Text)
        .map_err(|fault| InputFault::Said(say(fault).into()))
}

/// Whether it is a ledger is all that is asked of one.
fn read_at_once(session: Session, input: Input) -> Result<Understood, InputFault> {
    if input.is_ledger() {
        let lang = session.lang.get_untracked();
        let read = json::read(&input.bytes).map(Understood::Ledger);
        return read.map_err(|refusal| InputFault::Said(refusal_text(lang, &refusal)));
    }
    input.understand().map(Understood::Text)
}
