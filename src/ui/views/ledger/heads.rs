//! The heads of the table's columns, which sort, and the box that chooses all rows.

use crate::dom::View;
use crate::signals::Memo;
use view_macro::{component, view};

use super::{grid::GridState, hand::Wish};
use crate::{
    figures::{Column, Direction, Query},
    ui::{parts::use_place, route::Route, texts::use_texts},
};

/// The class of a column's cells.
pub fn cell_class(column: Column) -> &'static str {
    match column {
        Column::Area | Column::Category | Column::Leader | Column::Department | Column::Owner | Column::Remedy => {
            "cell cell-wide"
        }
        Column::Title => "cell cell-title",
        Column::Number => "cell cell-number",
        Column::Measures => "cell cell-measures",
        _ => "cell",
    }
}

/// The box that chooses all that is shown.
#[component]
pub fn ChooseAll(state: GridState) -> View {
    let t = use_texts();
    view! {
        <div class="cell cell-choose" role="columnheader">
            <input type="checkbox" tabindex="-1" aria-label=t.ledger.choose_all prop:checked=move || state.hand.all.get()
                on:change=move |_| {
                    state.hand.wish(Wish::AllOrNone);
                    state.session.focus("grid");
                } />
        </div>
    }
}

/// A column's head: sorts up, down, and back to the order of the ledger.
#[component]
pub fn HeadCell(column: Column, query: Memo<Query>) -> View {
    let t = use_texts();
    let place = use_place();
    let name = (t.ledger.column)(column);
    let direction = move || query.with(|query| query.sort.filter(|(sorted, _)| *sorted == column).map(|(_, way)| way));
    let sorted = move || match direction() {
        Some(Direction::Ascending) => "ascending",
        Some(Direction::Descending) => "descending",
        None => "none",
    };
    let mark = move || match direction() {
        Some(Direction::Ascending) => " ▲",
        Some(Direction::Descending) => " ▼",
        None => "",
    };
    let turn = move |_| {
        let mut next = query.get_untracked();
        next.sort = match direction() {
            None => Some((column, Direction::Ascending)),
            Some(Direction::Ascending) => Some((column, Direction::Descending)),
            Some(Direction::Descending) => None,
        };
        place.refine(Route::Ledger(next));
    };
    view! {
        <div class=cell_class(column) role="columnheader" aria-sort=sorted>
            <button type="button" class="sort" data-sort=column.name() title=(t.ledger.sort_by)(name) on:click=turn>
                {name}<span aria-hidden="true">{mark}</span>
            </button>
        </div>
    }
}
