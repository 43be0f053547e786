//! The table's columns: their widths, and the heads that sort and choose.

use crate::dom::View;
use crate::signals::Memo;
use leptos::prelude::untrack;
use view_macro::{component, view};

use super::grid::GridState;
use crate::{
    figures::{Column, Direction, Query},
    session::Session,
    ui::{parts::use_place, route::Route, texts::use_texts},
};

/// Those that the address names, else those that the reader likes.
pub fn shown_columns(session: Session, query: &Query) -> Vec<Column> {
    let liked = session.columns.get();
    let mut lists = [&query.columns, &liked].into_iter();
    let found = lists.find(|columns| !columns.is_empty());
    found.map_or(Column::USUAL.to_vec(), Vec::clone)
}

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

/// In CSS pixels.
fn width(column: Column) -> usize {
    match column {
        Column::Title => 220,
        Column::Area | Column::Category | Column::Department => 130,
        Column::Deadline | Column::CompletedOn => 120,
        Column::Status => 108,
        Column::Leader | Column::Owner | Column::Remedy => 96,
        Column::Measures => 92,
        Column::Number => 64,
    }
}

/// The box before them.
const CHOICE: usize = 40;

/// As `grid-template-columns`; on paper without the boxes, and as narrow as it must be.
pub fn template(columns: &[Column], on_paper: bool) -> String {
    let mut out = if on_paper { String::new() } else { format!("{CHOICE}px") };
    for column in columns {
        let width = width(*column);
        out.push_str(&match column {
            Column::Title => format!(" minmax({width}px, 1fr)"),
            _ if on_paper => format!(" minmax(0, {}px)", width * 7 / 8),
            _ => format!(" {width}px"),
        });
    }
    out
}

/// The table is not narrower.
pub fn least_width(columns: &[Column]) -> String {
    let sum: usize = columns.iter().map(|column| width(*column)).sum();
    format!("{}px", sum + CHOICE)
}

/// The box that chooses all that is shown.
#[component]
pub fn ChooseAll(state: GridState) -> View {
    let t = use_texts();
    let all = Memo::new(move |_| {
        let findings = state.findings();
        !findings.is_empty() && state.chosen.holds_all(&findings)
    });
    view! {
        <div class="cell cell-choose" role="columnheader">
            <input type="checkbox" tabindex="-1" aria-label=t.ledger.choose_all prop:checked=move || all.get()
                on:change=move |_| {
                    state.chosen.all_or_none(&untrack(|| state.findings()));
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
