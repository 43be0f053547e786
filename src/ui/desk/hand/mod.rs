//! Above the table: what is done with many of its rows at once. It acts on the findings that are chosen, also on those that the
//! filters do not show, and says so.

mod bulk;
mod chosen;
mod columns;
mod copy;
mod layout;
mod paste;
mod views;

use crate::dom::View;
use crate::signals::{Memo, State};
use view_macro::view;

use crate::{
    ledger::Id,
    ui::{
        desk::send,
        parts::{use_place, use_session},
        route::{Route, WorkPage},
        texts::{hand_texts, use_texts},
        views::ledger::{Hand, Wish},
    },
};

pub fn hand(hand: Hand) -> View {
    let t = use_texts();
    let x = hand_texts(t.lang);
    let session = use_session();
    let place = use_place();
    layout::follow(session, hand);
    let chosen = chosen::follow(session, hand);
    let hidden = Memo::new(move |_| {
        session.book.with(|book| {
            hand.selection.with(|selection| {
                let mut shown: Vec<Id> = selection.findings(book.ledger()).collect();
                crate::ledger::sort_by(&mut shown, Ord::cmp);
                chosen.with(|ids| ids.iter().filter(|id| shown.binary_search(id).is_err()).count())
            })
        })
    });
    let (editing, choosing, pasting) = (State::new(false), State::new(false), State::new(false));
    let given = State::new(Vec::new());
    paste::listen(session, pasting, given);
    copy::listen(t, session, hand, chosen);
    let told = State::new(None::<String>);
    let counts = move || match (chosen.with(Vec::len), hidden.get()) {
        (0, _) => x.none_chosen.to_owned(),
        (count, 0) => (x.chosen)(count),
        (count, hidden) => [&*(x.chosen)(count), " · ", &*(x.hidden)(hidden)].concat(),
    };
    view! {
        <section class="row hand" aria-label=x.bar>
            <p role="status" data-chosen=move || chosen.with(Vec::len).to_string()>{counts}{move || told.get().map(|told| [" ", &*told].concat())}</p>
            {move || (chosen.with(|ids| !ids.is_empty())).then(|| view! {
                {session.as_of.get().is_none().then(|| view! {
                    <button type="button" class="button small" on:click=move |_| {
                        told.set(None);
                        editing.set(true);
                    }>{x.edit}</button>
                })}
                {session.as_of.get().is_none().then(|| view! {
                    <button type="button" class="button small" on:click=move |_| {
                        send::choose(session, &chosen.get_untracked());
                        place.go(Route::Work(WorkPage::Send));
                    }>{x.send}</button>
                })}
                <button type="button" class="button small" on:click=move |_| {
                    hand.wish(Wish::None);
                    session.focus("grid");
                }>{x.clear}</button>
            })}
            {copy::button(t, session, hand, chosen, told)}
            {move || session.as_of.get().is_none().then(|| view! {
                <button type="button" class="button small plan-only" on:click=move |_| {
                    told.set(None);
                    pasting.set(true);
                }>{x.paste}</button>
            })}
            <span class="row hand-views">
                {views::views(hand)}
                <button type="button" class="button small" on:click=move |_| {
                    // The usual columns alone would not keep the tools in sight.
                    hand.open.set(true);
                    choosing.set(true);
                }>{x.columns}</button>
            </span>
        </section>
        {columns::dialog(hand, choosing)}
        {paste::dialog(pasting, given, told)}
        {bulk::dialog(chosen, editing, told)}
    }
}
