//! A table that is read, copied, kept as a .csv file and printed; each row leads to its finding.

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use leptos::task::spawn_local;
use view_macro::view;

use crate::{
    formats::report::write::{marked, with_tabs},
    ledger::Id,
    session::Session,
    ui::{
        long_list::Long,
        route::Route,
        texts::{list_texts, use_texts},
    },
};

const CSV: &str = "text/csv;charset=utf-8";

#[derive(Clone, PartialEq, Default)]
pub struct Listed {
    pub title: String,
    pub heads: Vec<&'static str>,
    /// The column that leads to the finding.
    pub link: usize,
    pub rows: Vec<(Id, Vec<String>)>,
}

/// What came of copying or saving.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Copied,
    NotCopied,
    NotSaved,
}

/// Copying and saving, printing where the page is this table alone, and what came of it.
pub fn tools(session: Session, listed: Memo<Listed>, prints: bool) -> View {
    let l = list_texts(use_texts().lang);
    let told = State::new(None::<Told>);
    let copy = move |_| {
        let text = listed.with_untracked(|listed| with_tabs(&listed.heads, listed.rows.iter().map(|row| &*row.1)));
        told.set(None);
        spawn_local(async move {
            let copied = session.copy(&text).await;
            told.try_set(Some(if copied { Told::Copied } else { Told::NotCopied }));
        });
    };
    let save = move |_| {
        let (name, text) = listed.with_untracked(|listed| {
            let day = session.present_day().to_string();
            let name = [&*listed.title, "-", &day, ".csv"].concat();
            (name, marked(&listed.heads, listed.rows.iter().map(|row| &*row.1)))
        });
        let saved = session.save_text(&name, &text, CSV);
        told.set((!saved).then_some(Told::NotSaved));
    };
    let fault = move || {
        let text = match told.get()? {
            Told::Copied => return None,
            Told::NotCopied => l.not_copied,
            Told::NotSaved => l.not_saved,
        };
        Some(view! { <p class="error">{text}</p> })
    };
    let print = prints.then(|| {
        view! { <button type="button" class="button" on:click=move |_| session.print()>{l.print}</button> }
    });
    view! {
        <div class="toolbar">
            <button type="button" class="button" on:click=copy>{l.copy}</button>
            <button type="button" class="button" on:click=save>{l.save}</button>
            {print}
        </div>
        <p class="hint screen-only" role="status">{move || (told.get() == Some(Told::Copied)).then_some(l.copied)}</p>
        <div role="alert">{fault}</div>
    }
}

/// The table, by whose `id` one comes to it.
pub fn table(id: &'static str, listed: Memo<Listed>, untitled: &'static str) -> View {
    let name = move || listed.with(|listed| listed.title.clone());
    let long = Long::rows();
    view! {
        <div class="table-scroll list-scroll" id=id tabindex="0" role="region" aria-label=name>
            {live(move || listed.with(|listed| drawn(listed, long.most(), untitled)))}
        </div>
        {long.rest(move || listed.with(|listed| listed.rows.len()))}
    }
}

fn drawn(listed: &Listed, most: usize, untitled: &'static str) -> View {
    let heads = listed.heads.iter().map(|head| view! { <th scope="col">{*head}</th> });
    let rows = listed.rows.iter().take(most).map(|(finding, cells)| {
        let cells = cells.iter().enumerate().map(|(at, text)| {
            if at != listed.link {
                return view! { <td class=width(text)>{breakable(text)}</td> };
            }
            let title = if text.is_empty() {
                untitled.to_owned()
            } else {
                text.clone()
            };
            view! { <th scope="row" class="list-text"><a href=Route::Finding(*finding).href()>{title}</a></th> }
        });
        view! { <tr>{cells.collect::<View>()}</tr> }
    });
    view! {
        <table class="table list-table">
            <caption><strong>{listed.title.clone()}</strong></caption>
            <thead><tr>{heads.collect::<View>()}</tr></thead>
            <tbody>{rows.collect::<View>()}</tbody>
        </table>
    }
}

/// How wide a cell wants to be; its column follows the widest.
fn width(text: &str) -> &'static str {
    match text.chars().count() {
        0..=3 => "",
        4..=10 => "list-short",
        11..=40 => "list-text",
        _ => "list-long",
    }
}

/// A check sum may go on in the next line every sixteen digits.
pub fn breakable(text: &str) -> View {
    if text.len() != 64 || !text.is_ascii() {
        return View::Text(text.to_owned().into());
    }
    let parts = text.as_bytes().chunks(16).map(|part| {
        let part = String::from_utf8_lossy(part).into_owned();
        view! { {part} <wbr /> }
    });
    parts.collect()
}
