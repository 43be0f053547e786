//! The rows in sight.

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, effect};
use chrono::NaiveDate;
use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
    task::spawn_local,
};
use view_macro::{component, view};
use wasm_bindgen::JsCast;

use super::{
    grid::GridState,
    hand::Wish,
    heads::cell_class,
    structure::{Arrange, HeadingTools},
};
use crate::{
    figures::{Column, Line, Spot, Thresholds, Urgency, urgency},
    journal::Edit,
    ledger::{Field, Finding, Id, Ledger},
    ui::{
        parts::{use_place, use_session},
        route::Route,
        texts::{Texts, use_texts},
    },
};

#[component]
pub fn Rows(
    state: GridState,
    range: Memo<(usize, usize)>,
    arrange: Arrange,
    node: NodeRef<web_sys::HtmlElement>,
) -> View {
    let t = use_texts();
    let session = use_session();
    live(move || {
        let (from, to) = range.get();
        let height = state.row_height.get();
        let active = state.active.get();
        let renaming = state.renaming.get();
        let today = session.today.get();
        let chosen = state.hand.ids.get();
        let columns = state.columns();
        let template = state.style(|layout| &layout.screen);
        let span = (columns.len() + 1).to_string();
        state.selection.with(|selection| {
            session.book.with(|book| {
                let ledger = book.ledger();
                let thresholds = Thresholds::of(ledger);
                let lines = selection
                    .lines
                    .get(from..to.min(selection.lines.len()))
                    .unwrap_or_default();
                let rows = lines.iter().zip(from..).map(|(line, at)| {
                    let frame = Frame {
                        at,
                        top: at * height,
                        is_active: at == active,
                    };
                    match line {
                        Line::Finding(spot) => {
                            let finding = spot.finding(ledger)?;
                            let urgency = urgency(finding, today, thresholds);
                            let rename = (renaming == Some(finding.id)).then_some(node);
                            let shown = Shown {
                                urgency,
                                waits: selection.undecided.binary_search(&finding.id).is_ok(),
                                is_chosen: chosen.binary_search(&finding.id).is_ok(),
                                rename,
                                columns: &columns,
                                template: template.clone(),
                            };
                            Some(finding_row(t, state, frame, *spot, (ledger, finding), shown))
                        }
                        Line::Area { area, shown, total } => {
                            let record = ledger.focus_areas.get(*area as usize)?;
                            let text = (record.id, record.title.to_string());
                            Some(heading_row(
                                frame,
                                "grid-row grid-area",
                                text,
                                (*shown, *total),
                                (arrange, span.clone()),
                            ))
                        }
                        Line::Category {
                            area,
                            category,
                            shown,
                            total,
                        } => {
                            let record = category_at(ledger, *area, *category)?;
                            let text = (record.id, record.title.to_string());
                            Some(heading_row(
                                frame,
                                "grid-row grid-category",
                                text,
                                (*shown, *total),
                                (arrange, span.clone()),
                            ))
                        }
                    }
                });
                rows.flatten().collect::<View>()
            })
        })
    })
}

fn category_at(ledger: &Ledger, area: u32, category: u32) -> Option<&crate::ledger::Category> {
    ledger.focus_areas.get(area as usize)?.categories.get(category as usize)
}

/// Where a row stands.
struct Frame {
    at: usize,
    top: usize,
    is_active: bool,
}

fn heading_row(
    frame: Frame,
    class: &'static str,
    (record, title): (Id, String),
    (shown, total): (u32, u32),
    (arrange, span): (Arrange, String),
) -> View {
    let count = if shown == total {
        total.to_string()
    } else {
        format!("{shown}/{total}")
    };
    view! {
        <div class=class class:active=frame.is_active role="row" id=format!("line-{}", frame.at)
            aria-rowindex=(frame.at + 2).to_string() style:top=format!("{}px", frame.top)>
            <div class="cell cell-heading" role="gridcell" aria-colspan=span>
                <span class="heading-title" title=title.clone()>{title.clone()}</span>
                <span class="heading-count muted">{count}</span>
                <HeadingTools record title arrange />
            </div>
        </div>
    }
}

/// How a finding is shown.
struct Shown<'a> {
    columns: &'a [Column],
    template: String,
    urgency: Option<Urgency>,
    waits: bool,
    is_chosen: bool,
    rename: Option<NodeRef<web_sys::HtmlElement>>,
}

fn finding_row(
    t: &'static Texts,
    state: GridState,
    frame: Frame,
    spot: Spot,
    (ledger, finding): (&Ledger, &Finding),
    shown: Shown<'_>,
) -> View {
    let id = finding.id;
    let place = use_place();
    let can_rename = !finding.stands_for_category;
    let choose = move |event: MouseEvent| {
        state.active.set(frame.at);
        let is_box = event
            .target()
            .is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>());
        if event.shift_key() {
            event.prevent_default();
            state.hand.wish(Wish::Through(frame.at));
        } else if is_box && state.renaming.get_untracked() != Some(id) {
            state.hand.wish(Wish::Toggle(frame.at));
        } else {
            return;
        }
        state.session.focus("grid");
    };
    let cells = shown
        .columns
        .iter()
        .map(|column| cell(t, state, *column, spot, (ledger, finding), &shown));
    view! {
        <div class="grid-row grid-finding" class:active=frame.is_active role="row" data-row=id.to_string()
            id=format!("line-{}", frame.at) aria-rowindex=(frame.at + 2).to_string()
            aria-selected=if shown.is_chosen { "true" } else { "false" }
            style:top=format!("{}px", frame.top) style:grid-template-columns=shown.template.clone()
            on:click=choose
            on:dblclick=move |_| {
                if can_rename {
                    state.renaming.set(Some(id));
                } else {
                    place.go(Route::Finding(id));
                }
            }>
            <div class="cell cell-choose" role="gridcell">
                <input type="checkbox" tabindex="-1" aria-label=(t.ledger.choose)(&finding.title) prop:checked=shown.is_chosen />
            </div>
            {cells.collect::<View>()}
        </div>
    }
}

fn cell(
    t: &'static Texts,
    state: GridState,
    column: Column,
    spot: Spot,
    (ledger, finding): (&Ledger, &Finding),
    shown: &Shown<'_>,
) -> View {
    let id = finding.id;
    let class = cell_class(column);
    let text = match column {
        Column::Title => {
            let title = finding.title.to_string();
            let link = match shown.rename {
                Some(grid) => view! { <RenameCell id title=title.clone() state grid /> },
                None => view! { <a href=Route::Finding(id).href() tabindex="-1">{title.clone()}</a> },
            };
            let mark = shown
                .waits
                .then(|| view! { <strong class="due-yellow">{t.ledger.undecided}</strong> " " });
            return view! { <div class=class role="gridcell" title=title>{mark}{link}</div> };
        }
        Column::Deadline => {
            let class = match shown.urgency {
                Some(Urgency::Overdue) => "cell cell-due due-overdue",
                Some(Urgency::Yellow) => "cell cell-due due-yellow",
                Some(Urgency::Green) => "cell cell-due due-green",
                _ => "cell cell-due",
            };
            let late = (shown.urgency == Some(Urgency::Overdue)).then_some(t.ledger.overdue);
            return view! { <div class=class role="gridcell" title=late>{day(finding.deadline)}</div> };
        }
        Column::Status => {
            let status = format!("status status-{}", finding.status.code());
            return view! {
                <div class=class role="gridcell"><span class=status>{(t.words.status)(finding.status)}</span></div>
            };
        }
        Column::Number => spot.number.to_string(),
        Column::Area => above(ledger, spot).0,
        Column::Category => above(ledger, spot).1,
        Column::Leader => finding.leader.to_string(),
        Column::Department => finding.department.to_string(),
        Column::Owner => finding.owner.to_string(),
        Column::Remedy => finding
            .remedy
            .map(|remedy| (t.words.remedy)(remedy).to_owned())
            .unwrap_or_default(),
        Column::CompletedOn => day(finding.completed_on),
        Column::Measures => format!("{}/{}", finding.measures_complete(), finding.measures.len()),
    };
    view! { <div class=class role="gridcell">{text}</div> }
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// The titles of the area and the category.
fn above(ledger: &Ledger, spot: Spot) -> (String, String) {
    let area = ledger.focus_areas.get(spot.area as usize);
    let category = category_at(ledger, spot.area, spot.category);
    (
        area.map(|area| area.title.to_string()).unwrap_or_default(),
        category.map(|category| category.title.to_string()).unwrap_or_default(),
    )
}

/// The title of a finding while it is typed: Enter takes it over, Escape leaves it as it was.
#[component]
fn RenameCell(id: Id, title: String, state: GridState, grid: NodeRef<web_sys::HtmlElement>) -> View {
    let t = use_texts();
    let session = use_session();
    let node = NodeRef::<web_sys::HtmlInputElement>::new();
    effect(move || {
        if let Some(input) = node.get() {
            let _ = input.focus();
            input.select();
        }
    });
    // Ends the typing once. When the row is drawn anew, or the whole view goes, the input leaves the page and tells so as
    // blur: signals of the view may be gone by then, and what was typed must not be.
    let finish = move |typed: Option<String>| {
        if state
            .renaming
            .try_with_untracked(|renaming| *renaming)
            .is_some_and(|renaming| renaming != Some(id))
        {
            return;
        }
        state.renaming.try_set(None);
        let typed = typed
            .map(|typed| typed.trim().to_owned())
            .filter(|typed| !typed.is_empty());
        if let Some(typed) = typed {
            // Blur can come in the middle of drawing: the act waits until that is over.
            spawn_local(async move { drop(session.act(&[Edit::set(id, Field::Title, typed)])) });
        }
    };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" if !event.is_composing() => finish(Some(event_target_value(&event))),
            "Escape" => finish(None),
            _ => return,
        }
        if let Some(grid) = grid.try_get_untracked() {
            let _ = grid.focus();
        }
    };
    view! {
        <input type="text" class="inline-edit" node_ref=node value=title.clone() data-was=title
            aria-label=t.ledger.finding_title on:keydown=on_key
            on:blur=move |event| finish(Some(event_target_value(&event))) />
    }
}
