//! The table as a grid that only draws the rows in sight. The focus stays on the grid; arrows choose the row.

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, State, effect};
use leptos::{ev::KeyboardEvent, prelude::*};
use view_macro::{component, view};

use super::{
    super::super::{
        parts::{use_place, use_session},
        route::Route,
        texts::use_texts,
    },
    hand::{Hand, Layout, Wish},
    heads::{ChooseAll, HeadCell},
    row::Rows,
    structure::Arrange,
};
use crate::{
    figures::{Column, Line, Query, Selection},
    ledger::Id,
    session::Session,
};

/// Row heights in CSS pixels; the style sheet sets the same, by the same width.
const ROW_WIDE: usize = 44;
const ROW_NARROW: usize = 76;
const NARROW_BELOW: i32 = 700;
/// The head's height, which covers rows while it sticks.
const HEAD_NARROW: i32 = 65;
/// Rows drawn above and below what is in sight.
const SPARE: usize = 6;

/// What the rows need to know of the grid.
#[derive(Clone, Copy)]
pub struct GridState {
    pub session: Session,
    pub selection: Memo<Selection>,
    /// The line that the arrow keys have chosen.
    pub active: State<usize>,
    /// The finding whose title is being typed.
    pub renaming: State<Option<Id>>,
    pub row_height: Memo<usize>,
    pub hand: Hand,
    /// The rows are drawn for paper.
    pub printing: State<bool>,
}

impl GridState {
    pub fn finding_at(&self, session: Session, line: usize) -> Option<Id> {
        let line = self
            .selection
            .with_untracked(|selection| selection.lines.get(line).copied());
        match line {
            Some(Line::Finding(spot)) => session
                .book
                .with_untracked(|book| spot.finding(book.ledger()).map(|finding| finding.id)),
            _ => None,
        }
    }

    pub fn columns(&self) -> Vec<Column> {
        let columns = |layout: &Layout| layout.columns.clone();
        self.hand
            .layout
            .with(|layout| layout.as_ref().map_or_else(|| Column::USUAL.to_vec(), columns))
    }

    /// Where columns are not the usual, whose widths the style sheet knows; in a narrow window it makes cards of the rows.
    pub fn style(&self, of: fn(&Layout) -> &str) -> String {
        let (printing, height) = (self.printing.get(), self.row_height.get());
        self.hand.layout.with(|layout| match layout {
            Some(layout) if printing => layout.paper.clone(),
            Some(layout) if height == ROW_WIDE => of(layout).to_owned(),
            _ => String::new(),
        })
    }

    /// The area or category that a heading row is of.
    fn heading_at(&self, session: Session, line: usize) -> Option<Id> {
        let line = self
            .selection
            .with_untracked(|selection| selection.lines.get(line).copied())?;
        session.book.with_untracked(|book| {
            let areas = &book.ledger().focus_areas;
            match line {
                Line::Finding(_) => None,
                Line::Area { area, .. } => areas.get(area as usize).map(|area| area.id),
                Line::Category { area, category, .. } => {
                    let categories = &areas.get(area as usize)?.categories;
                    categories.get(category as usize).map(|category| category.id)
                }
            }
        })
    }
}

#[component]
pub fn Grid(selection: Memo<Selection>, query: Memo<Query>, arrange: Arrange, hand: Hand) -> View {
    let t = use_texts();
    let session = use_session();
    let place = use_place();
    let node = NodeRef::<web_sys::HtmlElement>::new();
    let scroll_top = State::new(0usize);
    let view_height = State::new(900usize);
    let width = State::new(1366i32);
    let printing = State::new(false);
    let row_height = Memo::new(move |_| {
        if width.get() <= NARROW_BELOW {
            ROW_NARROW
        } else {
            ROW_WIDE
        }
    });
    let state = GridState {
        session,
        hand,
        printing,
        selection,
        active: State::new(0),
        renaming: State::new(None),
        row_height,
    };
    let measure = move || {
        if let Some(grid) = node.get_untracked() {
            view_height.set(grid.client_height().max(300) as usize);
            width.set(window_width());
        }
    };
    let on_resize = window_event_listener(leptos::ev::resize, move |_| measure());
    let before_print = window_event_listener_untyped("beforeprint", move |_| printing.set(true));
    let after_print = window_event_listener_untyped("afterprint", move |_| printing.set(false));
    on_cleanup(move || {
        on_resize.remove();
        before_print.remove();
        after_print.remove();
    });
    // A new question starts at the top.
    Effect::new(move |before: Option<Query>| {
        let now = query.get();
        if before.is_some_and(|before| before != now) {
            state.active.set(0);
            if let Some(grid) = node.get_untracked() {
                grid.set_scroll_top(0);
            }
        }
        now
    });
    let count = Memo::new(move |_| selection.with(|selection| selection.lines.len()));
    let range = Memo::new(move |_| {
        let (height, count) = (row_height.get(), count.get());
        if printing.get() {
            return (0, count);
        }
        let first = (scroll_top.get() / height).saturating_sub(SPARE);
        (
            first.min(count),
            (first + view_height.get() / height + 2 * SPARE + 1).min(count),
        )
    });
    let reveal = move |line: usize| {
        let Some(grid) = node.get_untracked() else { return };
        let height = row_height.get_untracked() as i32;
        let (top, head) = (
            line as i32 * height,
            if width.get_untracked() <= NARROW_BELOW {
                HEAD_NARROW
            } else {
                height
            },
        );
        let seen = grid.client_height() - head;
        if top < grid.scroll_top() {
            grid.set_scroll_top(top);
        } else if top + height > grid.scroll_top() + seen {
            grid.set_scroll_top(top + height - seen);
        }
    };
    effect(move || {
        if node.get().is_none() {
            return;
        }
        measure();
        // Back from a finding: to its row.
        let left = session.last_finding.try_update_value(Option::take).flatten();
        let lines = 0..count.get_untracked();
        let row = left.and_then(|left| {
            lines
                .into_iter()
                .find(|line| state.finding_at(session, *line) == Some(left))
        });
        if let Some(row) = row {
            state.active.set(row);
            reveal(row);
            session.rescue_focus("grid");
        }
    });
    let on_key = move |event: KeyboardEvent| {
        if state.renaming.get_untracked().is_some() || event.target() != event.current_target() {
            return;
        }
        let last = count.get_untracked().saturating_sub(1);
        let active = state.active.get_untracked().min(last);
        let page = view_height.get_untracked() / row_height.get_untracked();
        let here = state.finding_at(session, active);
        let with_ctrl = event.ctrl_key() || event.meta_key();
        let next = match event.key().as_str() {
            "a" if with_ctrl => {
                event.prevent_default();
                return hand.wish(Wish::All);
            }
            "Escape" => return hand.wish(Wish::None),
            " " => {
                event.prevent_default();
                return hand.wish(if event.shift_key() {
                    Wish::Through(active)
                } else {
                    Wish::Toggle(active)
                });
            }
            "ArrowDown" => active + 1,
            "ArrowUp" => active.saturating_sub(1),
            "PageDown" => active + page,
            "PageUp" => active.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            "Enter" => {
                if let Some(finding) = here {
                    event.prevent_default();
                    place.go(Route::Finding(finding));
                }
                return;
            }
            "F2" => {
                event.prevent_default();
                match here {
                    Some(finding) => state.renaming.set(Some(finding)),
                    None => arrange.ask_new_name(state.heading_at(session, active)),
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let next = next.min(last);
        if event.shift_key() {
            hand.wish(Wish::Lines(active, next));
        }
        state.active.set(next);
        reveal(next);
    };
    let on_scroll = move |_| {
        if let Some(grid) = node.get_untracked() {
            scroll_top.set(grid.scroll_top().max(0) as usize);
        }
    };
    // Only a row that is drawn can be pointed at.
    let drawn_active = move || {
        let (from, to) = range.get();
        Some(state.active.get())
            .filter(|active| (from..to).contains(active))
            .map(|active| format!("line-{active}"))
    };
    let heads = live(move || {
        let head = |column| view! { <HeadCell column query /> };
        state.columns().into_iter().map(head).collect::<View>()
    });
    view! {
        <div class="grid" id="grid" role="grid" node_ref=node tabindex="0" aria-label=t.ledger.heading
            aria-multiselectable="true" aria-rowcount=move || (count.get() + 1).to_string()
            aria-colcount=move || (state.columns().len() + 1).to_string()
            aria-activedescendant=drawn_active
            on:scroll=on_scroll on:keydown=on_key>
            <div class="grid-head" role="rowgroup" style:min-width=move || state.style(|layout| &layout.least)>
                <div class="grid-row grid-head-row" role="row" aria-rowindex="1"
                    style:grid-template-columns=move || state.style(|layout| &layout.screen)>
                    <ChooseAll state />
                    {heads}
                </div>
            </div>
            <div class="grid-body" role="rowgroup" style:min-width=move || state.style(|layout| &layout.least)
                style:height=move || format!("{}px", count.get() * row_height.get())>
                <Rows state range arrange node />
            </div>
        </div>
    }
}

fn window_width() -> i32 {
    window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .unwrap_or(1366.0) as i32
}
