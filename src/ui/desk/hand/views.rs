//! 常用视图: filters, order and columns of the table, kept in the ledger under a name.

use crate::dom::View;
use crate::signals::{Memo, State};
use leptos::prelude::*;
use view_macro::view;

use super::layout::shown_columns;
use crate::{
    figures::{Column, Query},
    journal::{Edit, NewRecord},
    ledger::{
        Field, Id, Kind, Text,
        acts::{Act, SavedView},
    },
    ui::{
        parts::{Ask, NameDialog, use_place, use_session},
        route::Route,
        texts::{hand_texts, use_texts},
        views::ledger::Hand,
    },
};

const LEDGER: &str = "#/ledger?";

/// The text that a view keeps.
fn text_of(query: &Query) -> String {
    let href = Route::Ledger(query.clone()).href();
    href.strip_prefix(LEDGER).unwrap_or_default().to_owned()
}

fn query_of(text: &str) -> Query {
    match Route::parse(&[LEDGER, text].concat()) {
        Route::Ledger(query) => query,
        _ => Query::default(),
    }
}

pub fn views(hand: Hand) -> View {
    let t = use_texts();
    let x = hand_texts(t.lang);
    let session = use_session();
    let place = use_place();
    let all = Memo::new(move |_| {
        let all = |book: &crate::journal::Book| SavedView::all(&book.ledger().entries).collect::<Vec<_>>();
        session.book.with(all)
    });
    // With the columns that are shown, wherever they were chosen.
    let now = move || {
        let query = hand.query.get();
        text_of(&Query {
            columns: Column::names(&shown_columns(session, &query)),
            ..query
        })
    };
    let now = Memo::new(move |_| now());
    // The view that was last gone to, or that is just what is shown.
    let last = State::new(None::<Id>);
    let current = Memo::new(move |_| {
        all.with(|all| {
            let is_last = all.iter().find(|view| Some(view.id) == last.get());
            let is_now = || all.iter().find(|view| now.with(|now| *now == *view.query));
            is_last.or_else(is_now).cloned()
        })
    });
    let options = move || {
        let one = |view: SavedView| {
            let id = view.id;
            let chosen = move || current.with(|current| current.as_ref().is_some_and(|current| current.id == id));
            view! { <option value=id.to_string() prop:selected=chosen>{view.title.to_string()}</option> }
        };
        all.get().into_iter().map(one).collect::<View>()
    };
    let go = move |event| {
        let id = event_target_value(&event).parse::<Id>().ok();
        last.set(id);
        let view = all.with_untracked(|all| all.iter().find(|view| Some(view.id) == id).cloned());
        place.refine(Route::Ledger(
            view.map(|view| query_of(&view.query)).unwrap_or_default(),
        ));
    };
    let (adding, renaming, removing) = (State::new(false), State::new(false), State::new(false));
    let add = Callback::new(move |name: String| {
        let view = NewRecord::new(Kind::View)
            .with(Field::Title, name)
            .with(Field::Query, now.get_untracked());
        if let Some(change) = session.act(&[Edit::add(Id::ROOT, view)]).first() {
            last.set(Some(change.id));
        }
    });
    let set = move |field: Field, value: String| {
        if let Some(view) = current.get_untracked() {
            session.act(&[Edit::set(view.id, field, Text::from(value))]);
        }
    };
    let rename = Callback::new(move |name: String| set(Field::Title, name));
    let remove = Callback::new(move |()| {
        if let Some(view) = current.get_untracked() {
            session.act(&[Edit::Remove { record: view.id }]);
        }
    });
    let title = Memo::new(move |_| current.get().map(|view| view.title.to_string()).unwrap_or_default());
    let differs =
        Memo::new(move |_| current.with(|view| view.as_ref().is_some_and(|view| now.with(|now| *now != *view.query))));
    let empty = Memo::new(|_| String::new());
    view! {
        <label class="field">
            <span class="visually-hidden">{x.views}</span>
            <select class="small" on:change=go>
                <option value="" prop:selected=move || current.with(Option::is_none)>{x.no_view}</option>
                {options}
            </select>
        </label>
        {move || session.as_of.get().is_none().then(|| view! {
            <span class="row plan-only">
                {move || current.with(Option::is_some).then(|| view! {
                    {move || differs.get().then(|| view! {
                        <button type="button" class="button small" on:click=move |_| set(Field::Query, now.get_untracked())>{x.update_view}</button>
                    })}
                    <button type="button" class="button small" on:click=move |_| renaming.set(true)>{x.rename_view}</button>
                    <button type="button" class="button small" on:click=move |_| removing.set(true)>{x.remove_view}</button>
                })}
                <button type="button" class="button small" on:click=move |_| adding.set(true)>{x.save_view}</button>
            </span>
        })}
        <NameDialog title=Memo::new(move |_| x.view_name.to_owned()) initial=empty open=adding on_name=add />
        <NameDialog title=Memo::new(move |_| x.view_name.to_owned()) initial=title open=renaming on_name=rename />
        <Ask title=Memo::new(move |_| (x.remove_view_question)(&title.get())) text=x.view_comes_back
            yes=t.words.remove open=removing on_yes=remove />
    }
}
