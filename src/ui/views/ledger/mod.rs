//! 台账: the findings as a table, searched, filtered and sorted; the place to build and arrange the ledger.

mod filters;
mod grid;
mod hand;
mod heads;
mod row;
mod structure;

use crate::dom::View;
use crate::signals::{Memo, effect};
use view_macro::{component, view};

use super::super::{
    desk::{self, Desk},
    parts::{use_place, use_session},
    route::Route,
    texts::use_texts,
};
use crate::{
    figures::{Query, Selection, select, undecided},
    session::reading_order,
};
use filters::Filters;
use grid::Grid;
pub use hand::{Hand, Layout, Wish};
use structure::{Arrange, Structure};

#[component]
pub fn LedgerView() -> View {
    let t = use_texts();
    let session = use_session();
    let place = use_place();
    let query = Memo::new(move |previous: Option<&Query>| {
        place.with(|route| match route {
            Route::Ledger(query) => query.clone(),
            // On the way to another view: what is still shown stays.
            _ => previous.cloned().unwrap_or_default(),
        })
    });
    let selection: Memo<Selection> = Memo::new(move |_| {
        session.book.with(|book| {
            let today = session.today.get();
            query.with(|query| select(book.ledger(), undecided(book), query, today, &reading_order))
        })
    });
    session.last_query.set_value(query.get_untracked());
    effect(move || session.last_query.set_value(query.get()));
    let arrange = Arrange::new();
    let is_empty = Memo::new(move |_| session.book.with(|book| book.ledger().focus_areas.is_empty()));
    let hand = Hand::new(query, selection);
    let with_tools = move || {
        hand.open.get()
            || hand.asked.with(Option::is_some)
            || hand.ids.with(|ids| !ids.is_empty())
            || query.with(|query| !query.columns.is_empty())
            || session.columns.with(|columns| !columns.is_empty())
    };
    let with_tools = Memo::new(move |_| with_tools());
    let shown = move || selection.with(|selection| (selection.shown, selection.total));
    view! {
        <section class="view view-ledger">
            <div class="view-head">
                <h1>{t.ledger.heading}</h1>
                <div class="row">
                    <button type="button" class="button" aria-expanded=move || if hand.open.get() { "true" } else { "false" }
                        on:click=move |_| hand.open.update(|open| *open = !*open)>{t.ledger.tools}</button>
                    <button type="button" class="button plan-only" on:click=move |_| arrange.ask_area()>{t.ledger.add_area}</button>
                </div>
            </div>
            <Filters query selection />
            <p class="filter-summary" role="status">
                <span data-count=move || shown().0.to_string()>{move || (t.ledger.shown)(shown().0, shown().1)}</span>
                " "
                <span class="muted">{t.ledger.keys}</span>
            </p>
            {move || with_tools.get().then(|| view! { <Desk screen=desk::Screen::Hand(hand) /> })}
            {move || {
                if is_empty.get() {
                    view! { <p class="empty">{t.ledger.empty}</p> }
                } else {
                    view! { <Grid selection query arrange hand /> }
                }
            }}
            {move || {
                (!is_empty.get() && selection.with(|selection| selection.lines.is_empty()))
                    .then(|| view! { <p class="empty">{t.ledger.nothing}</p> })
            }}
            <Structure arrange />
        </section>
    }
}
