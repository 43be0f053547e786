//! Which columns the table shows: kept in the address with the filters, and remembered by this browser.

use crate::dom::View;
use crate::signals::{Memo, State};
use view_macro::view;

use super::layout::shown_columns;
use crate::{
    figures::{Column, Query},
    ui::{
        parts::{Dialog, use_place, use_session},
        route::Route,
        texts::{hand_texts, use_texts},
        views::ledger::Hand,
    },
};

pub fn dialog(hand: Hand, open: State<bool>) -> View {
    let t = use_texts();
    let x = hand_texts(t.lang);
    let session = use_session();
    let place = use_place();
    let shown = Memo::new(move |_| hand.query.with(|query| shown_columns(session, query)));
    let show = move |columns: Vec<Column>| {
        let columns = Column::names(&columns);
        session.set_columns(&columns);
        place.refine(Route::Ledger(Query {
            columns,
            ..hand.query.get_untracked()
        }));
    };
    let turn = move |column: Column| {
        let now = shown.get_untracked();
        let is_shown = |each: &Column| now.contains(each) != (*each == column);
        show(Column::ALL.iter().copied().filter(is_shown).collect());
    };
    let boxes = move || {
        let one = |column: Column| {
            view! {
                <label class="row">
                    <input type="checkbox" prop:checked=move || shown.with(|shown| shown.contains(&column))
                        disabled=column == Column::Title on:change=move |_| turn(column) />
                    <span>{(t.ledger.column)(column)}</span>
                </label>
            }
        };
        Column::ALL.iter().copied().map(one).collect::<View>()
    };
    let title = Memo::new(move |_| x.columns_title.to_owned());
    view! {
        <Dialog title open>
            <div class="fields">{boxes}</div>
            <div class="dialog-buttons">
                <button type="button" class="button" on:click=move |_| show(Vec::new())>{x.usual_columns}</button>
                <button type="button" class="button primary" on:click=move |_| open.set(false)>{t.words.ok}</button>
            </div>
        </Dialog>
    }
}
