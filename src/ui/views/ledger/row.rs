//! The rows in sight.

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, effect};
use leptos::{ev::KeyboardEvent, prelude::*, task::spawn_local};
use view_macro::{component, view};

use super::{
    grid::GridState,
    structure::{Arrange, HeadingTools},
};
use crate::{
    figures::{Line, Spot, Thresholds, Urgency, urgency},
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
                            let waits = selection.undecided.binary_search(&finding.id).is_ok();
                            Some(finding_row(t, state, frame, *spot, finding, (urgency, waits), rename))
                        }
                        Line::Area { area, shown, total } => {
                            let record = ledger.focus_areas.get(*area as usize)?;
                            let text = (record.id, record.title.to_string());
                            Some(heading_row(
                                frame,
                                "grid-row grid-area",
                                text,
                                (*shown, *total),
                                arrange,
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
                                arrange,
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
    arrange: Arrange,
) -> View {
    let count = if shown == total {
        total.to_string()
    } else {
        format!("{shown}/{total}")
    };
    view! {
        <div class=class class:active=frame.is_active role="row" id=format!("line-{}", frame.at)
            aria-rowindex=(frame.at + 2).to_string() style:top=format!("{}px", frame.top)>
            <div class="cell cell-heading" role="gridcell" aria-colspan="8">
                <span class="heading-title" title=title.clone()>{title.clone()}</span>
                <span class="heading-count muted">{count}</span>
                <HeadingTools record title arrange />
            </div>
        </div>
    }
}

fn finding_row(
    t: &'static Texts,
    state: GridState,
    frame: Frame,
    spot: Spot,
    finding: &Finding,
    (urgency, waits): (Option<Urgency>, bool),
    rename: Option<NodeRef<web_sys::HtmlElement>>,
) -> View {
    let id = finding.id;
    let due_class = match urgency {
        Some(Urgency::Overdue) => "cell cell-due due-overdue",
        Some(Urgency::Yellow) => "cell cell-due due-yellow",
        Some(Urgency::Green) => "cell cell-due due-green",
        _ => "cell cell-due",
    };
    let deadline = finding.deadline.map(|date| date.to_string()).unwrap_or_default();
    let status_class = format!("status status-{}", finding.status.code());
    let measures = format!("{}/{}", finding.measures_complete(), finding.measures.len());
    let title = finding.title.to_string();
    let title_cell = match rename {
        Some(grid) => view! { <RenameCell id title=title.clone() state grid /> },
        None => view! { <a href=Route::Finding(id).href() tabindex="-1">{title.clone()}</a> },
    };
    let place = use_place();
    let can_rename = !finding.stands_for_category;
    let late = (urgency == Some(Urgency::Overdue)).then_some(t.ledger.overdue);
    view! {
        <div class="grid-row grid-finding" class:active=frame.is_active role="row" data-row=id.to_string()
            id=format!("line-{}", frame.at) aria-rowindex=(frame.at + 2).to_string()
            style:top=format!("{}px", frame.top)
            on:click=move |_| state.active.set(frame.at)
            on:dblclick=move |_| {
                if can_rename {
                    state.renaming.set(Some(id));
                } else {
                    place.go(Route::Finding(id));
                }
            }>
            <div class="cell cell-number" role="gridcell">{spot.number.to_string()}</div>
            <div class="cell cell-title" role="gridcell" title=title>
                {waits.then(|| view! { <strong class="due-yellow">{t.ledger.undecided}</strong> " " })}
                {title_cell}
            </div>
            <div class="cell cell-wide" role="gridcell">{finding.leader.to_string()}</div>
            <div class="cell cell-wide" role="gridcell">{finding.department.to_string()}</div>
            <div class="cell cell-wide" role="gridcell">{finding.owner.to_string()}</div>
            <div class=due_class role="gridcell" title=late>{deadline}</div>
            <div class="cell" role="gridcell"><span class=status_class>{(t.words.status)(finding.status)}</span></div>
            <div class="cell cell-measures" role="gridcell">{measures}</div>
        </div>
    }
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
