//! 名录: the names of the ledger in three lists, to be renamed, merged, and listed beforehand.

use crate::dom::{View, each, live};
use crate::signals::{Memo, State};
use leptos::{ev::SubmitEvent, prelude::*};
use view_macro::view;

use crate::{
    figures::{Named, Query, people, rename},
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind, acts::RosterKind},
    session::Session,
    ui::{
        long_list::Long,
        parts::{Ask, NameDialog, use_session},
        route::Route,
        texts::{PeopleTexts, people_texts, use_texts},
    },
};

/// What is being renamed, and into what.
#[derive(Clone, Copy)]
struct Renaming {
    session: Session,
    list: State<RosterKind>,
    from: State<String>,
    to: State<String>,
    naming: State<bool>,
    merging: State<bool>,
}

impl Renaming {
    fn begin(&self, list: RosterKind, name: &str) {
        self.list.set(list);
        self.from.set(name.to_owned());
        self.naming.set(true);
    }

    /// A name that is in use is asked about first.
    fn take(&self, to: String) {
        let is_same = self.from.with_untracked(|from| *from == to);
        let list = self.list.get_untracked();
        let is_used = self
            .session
            .book
            .with_untracked(|book| people(book.ledger(), list).iter().any(|each| each.name.as_str() == to));
        self.to.set(to);
        if !is_same && is_used {
            self.merging.set(true);
        } else if !is_same {
            self.act();
        }
    }

    fn act(&self) {
        let (list, from, to) = (
            self.list.get_untracked(),
            self.from.get_untracked(),
            self.to.get_untracked(),
        );
        let edits = self
            .session
            .book
            .with_untracked(|book| rename(book.ledger(), list, &from, &to));
        self.session.act(&edits);
    }
}

pub fn names() -> View {
    let t = use_texts();
    let p = people_texts(t.lang);
    let session = use_session();
    let renaming = Renaming {
        session,
        list: State::new(RosterKind::Leader),
        from: State::new(String::new()),
        to: State::new(String::new()),
        naming: State::new(false),
        merging: State::new(false),
    };
    let title = Memo::new(move |_| renaming.from.with(|from| (p.rename_title)(from)));
    let question = Memo::new(move |_| {
        let (list, from, to) = (renaming.list.get(), renaming.from.get(), renaming.to.get());
        let count = session.book.with(|book| {
            let all = people(book.ledger(), list);
            let named = all.iter().find(|each| each.name.as_str() == from);
            named.map_or(0, |each| each.findings.len())
        });
        (p.merge_question)(&from, &to, count)
    });
    let initial = Memo::new(move |_| renaming.from.get());
    let lists = RosterKind::ALL.iter().map(|kind| list(p, renaming, *kind));
    view! {
        <section class="view stack">
            <div class="view-head"><h1>{p.heading}</h1></div>
            <p class="hint">{p.hint}</p>
            {lists.collect::<View>()}
            <NameDialog title initial open=renaming.naming on_name=Callback::new(move |name: String| renaming.take(name)) />
            <Ask title=question text=p.merge_text yes=p.merge open=renaming.merging
                on_yes=Callback::new(move |()| renaming.act()) />
        </section>
    }
}

fn list(p: &'static PeopleTexts, renaming: Renaming, kind: RosterKind) -> View {
    let session = renaming.session;
    let all = Memo::new(move |_| session.book.with(|book| people(book.ledger(), kind)));
    let long = Long::rows();
    let places = move || all.with(|all| (0..all.len().min(long.most())).collect::<Vec<usize>>());
    let heading = (p.list)(kind);
    view! {
        <section class="card stack">
            <h2>{heading}</h2>
            <p class="hint">{(p.list_hint)(kind)}</p>
            {move || all.with(Vec::is_empty).then(|| view! { <p class="muted">{p.nobody}</p> })}
            <div class="table-scroll" tabindex="0" role="region" aria-label=heading hidden=move || all.with(Vec::is_empty)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{p.name}</th>
                            <th scope="col">{p.findings}</th>
                            <th scope="col">{p.note}</th>
                            <th scope="col"><span class="visually-hidden">{p.acts}</span></th>
                        </tr>
                    </thead>
                    <tbody>{each(places, move |at| live(move || row(p, renaming, kind, all, at)))}</tbody>
                </table>
            </div>
            {long.rest(move || all.with(Vec::len))}
            {add(p, session, kind, all)}
        </section>
    }
}

fn row(p: &'static PeopleTexts, renaming: Renaming, kind: RosterKind, all: Memo<Vec<Named>>, at: usize) -> View {
    let session = renaming.session;
    // The line goes when its name does, and may be drawn once more before.
    let Some(named) = all.with(|all| all.get(at).cloned()) else {
        return View::Nothing;
    };
    let Named {
        name,
        listed,
        note,
        findings,
    } = named;
    let query = match kind {
        RosterKind::Department => Query {
            department: Some(name.clone()),
            ..Query::default()
        },
        _ => Query {
            text: name.to_string(),
            ..Query::default()
        },
    };
    let href = Route::Ledger(query).href();
    let (shown, renamed, noted) = (name.to_string(), name.to_string(), name.clone());
    let write_note = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let edit = match listed {
            Some(record) => Edit::set(record, Field::Note, text.trim()),
            None => Edit::add(Id::ROOT, new(kind, &noted).with(Field::Note, text.trim())),
        };
        session.act(&[edit]);
    };
    let (rename_label, remove_label) = ((p.rename_of)(&name), (p.remove_of)(&name));
    view! {
        <tr>
            <th scope="row">{shown}</th>
            <td>
                {match findings.len() {
                    0 => View::Text("0".into()),
                    count => view! { <a href=href>{count}</a> },
                }}
            </td>
            <td>
                <input type="text" class="inline-edit" autocomplete="off" aria-label=(p.note_of)(&name) prop:value=note.to_string()
                    disabled=move || session.as_of.get().is_some() || session.is_limited() on:change=write_note />
            </td>
            <td class="row plan-only">
                <button type="button" class="button small" aria-label=rename_label
                    on:click=move |_| renaming.begin(kind, &renamed)>{p.rename}</button>
                {listed.map(|record| view! {
                    <button type="button" class="button small" aria-label=remove_label
                        on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{p.remove}</button>
                })}
            </td>
        </tr>
    }
}

fn new(kind: RosterKind, name: &str) -> NewRecord {
    NewRecord::new(Kind::Roster)
        .with(Field::Type, kind.code())
        .with(Field::Title, name)
}

/// A name that is not in use yet.
fn add(p: &'static PeopleTexts, session: Session, kind: RosterKind, all: Memo<Vec<Named>>) -> View {
    let draft = ["names-", kind.code()].concat();
    let typed = State::new(session.draft(&draft));
    let kept = draft.clone();
    let fault = State::new(None::<&'static str>);
    let html_id = ["add-", kind.code()].concat();
    let fault_id = [&*html_id, "-fault"].concat();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked().trim().to_owned();
        let is_listed = all.with_untracked(|all| {
            let known = all.iter().find(|each| each.name.as_str() == name);
            known.is_some_and(|each| each.listed.is_some())
        });
        fault.set(match (name.is_empty(), is_listed) {
            (true, _) => Some(p.is_empty),
            (_, true) => Some(p.is_there),
            _ => None,
        });
        if fault.with_untracked(Option::is_none) {
            session.act(&[Edit::add(Id::ROOT, new(kind, &name))]);
            typed.set(String::new());
            session.keep_draft(&draft, "");
        }
    };
    let described = {
        let fault_id = fault_id.clone();
        move || fault.get().map(|_| fault_id.clone())
    };
    view! {
        <form class="row plan-only" on:submit=submit novalidate>
            <label class="field" for=html_id.clone()>{(p.add_label)(kind)}</label>
            <input id=html_id type="text" autocomplete="off" prop:value=move || typed.get()
                aria-invalid=move || fault.get().map(|_| "true") aria-describedby=described
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    session.keep_draft(&kept, &event_target_value(&event));
                } />
            <button type="submit" class="button">{p.add}</button>
        </form>
        {move || fault.get().map(|text| view! { <p class="error" role="alert" id=fault_id.clone()>{text}</p> })}
    }
}
