//! Search and filters; the address of the page holds them.

use crate::dom::View;
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::{component, view};

use super::super::super::{
    parts::{use_place, use_session},
    route::Route,
    texts::use_texts,
};
use crate::{
    figures::{Query, Selection, departments},
    ledger::{Id, Status, Text},
};

#[component]
pub fn Filters(query: Memo<Query>, selection: Memo<Selection>) -> View {
    let t = use_texts();
    let session = use_session();
    let place = use_place();
    let refine = move |change: &dyn Fn(&mut Query)| {
        let mut next = query.get_untracked();
        change(&mut next);
        place.refine(Route::Ledger(next));
    };
    let areas = Memo::new(move |_| {
        session.book.with(|book| {
            let areas = book.ledger().focus_areas.iter();
            areas.map(|area| (area.id, area.title.clone())).collect::<Vec<_>>()
        })
    });
    let categories = Memo::new(move |_| {
        let chosen = query.with(|query| query.area);
        session.book.with(|book| {
            let all = book.ledger().categories();
            let inside = all.filter(|(area, _)| chosen.is_none_or(|chosen| chosen == area.id));
            inside
                .map(|(_, category)| (category.id, category.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let all_departments = Memo::new(move |_| session.book.with(|book| departments(book.ledger())));
    let id_options = move |list: Memo<Vec<(Id, Text)>>, chosen: fn(&Query) -> Option<Id>| {
        move || {
            let now = query.with(chosen);
            let options = list.get().into_iter().map(|(id, title)| {
                view! { <option value=id.to_string() prop:selected=now == Some(id)>{title.to_string()}</option> }
            });
            options.collect::<View>()
        }
    };
    let statuses = Status::ALL.map(|status| {
        let chosen = move || query.with(|query| query.status.first() == Some(&status));
        view! { <option value=status.code() prop:selected=chosen>{(t.words.status)(status)}</option> }
    });
    let department_options = move || {
        let now = query.with(|query| query.department.clone());
        let options = all_departments.get().into_iter().map(|department| {
            let chosen = now.as_ref() == Some(&department);
            let name = if department.is_empty() {
                t.words.no_department.to_owned()
            } else {
                department.to_string()
            };
            view! { <option value=format!("={department}") prop:selected=chosen>{name}</option> }
        });
        options.collect::<View>()
    };
    // A filter that would find nothing is not offered, but one that is set can be taken off.
    let offers = Memo::new(move |_| {
        selection.with(|selection| !selection.undecided.is_empty()) || query.with(|query| query.undecided)
    });
    let due = Memo::new(move |_| {
        query.with(|query| match (query.overdue, query.due_within) {
            (true, _) => "overdue",
            (_, Some(days)) if days <= 10 => "10",
            (_, Some(_)) => "20",
            _ => "",
        })
    });
    let set_due = move |value: String| {
        refine(&|query| {
            query.overdue = value == "overdue";
            query.due_within = value.parse().ok();
        });
    };
    view! {
        <div class="filters" role="search" aria-label=t.ledger.filters>
            <label class="field filter-search">
                <span>{t.ledger.search}</span>
                <input type="search" class="search" data-search="" placeholder=t.ledger.search_hint
                    prop:value=move || query.with(|query| query.text.clone())
                    data-was=move || query.with(|query| query.text.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        refine(&|query| query.text.clone_from(&text));
                    } />
            </label>
            <label class="field">
                <span>{t.ledger.area}</span>
                <select on:change=move |event| {
                    let id = event_target_value(&event).parse().ok();
                    refine(&|query| { query.area = id; query.category = None; });
                }>
                    <option value="" prop:selected=move || query.with(|query| query.area.is_none())>{t.ledger.any}</option>
                    {id_options(areas, |query| query.area)}
                </select>
            </label>
            <label class="field">
                <span>{t.ledger.category}</span>
                <select on:change=move |event| {
                    let id = event_target_value(&event).parse().ok();
                    refine(&|query| query.category = id);
                }>
                    <option value="" prop:selected=move || query.with(|query| query.category.is_none())>{t.ledger.any}</option>
                    {id_options(categories, |query| query.category)}
                </select>
            </label>
            <label class="field">
                <span>{t.ledger.status}</span>
                <select on:change=move |event| {
                    let status = Status::from_code(&event_target_value(&event));
                    refine(&|query| query.status = status.into_iter().collect());
                }>
                    <option value="" prop:selected=move || query.with(|query| query.status.is_empty())>{t.ledger.any}</option>
                    {statuses}
                </select>
            </label>
            <label class="field">
                <span>{t.ledger.department}</span>
                <select on:change=move |event| {
                    let value = event_target_value(&event);
                    refine(&|query| query.department = value.strip_prefix('=').map(Text::from));
                }>
                    <option value="" prop:selected=move || query.with(|query| query.department.is_none())>{t.ledger.any}</option>
                    {department_options}
                </select>
            </label>
            <label class="field">
                <span>{t.ledger.due}</span>
                <select on:change=move |event| set_due(event_target_value(&event))>
                    <option value="" prop:selected=move || due.get().is_empty()>{t.ledger.any}</option>
                    <option value="overdue" prop:selected=move || due.get() == "overdue">{t.ledger.overdue}</option>
                    <option value="10" prop:selected=move || due.get() == "10">{t.ledger.due_10}</option>
                    <option value="20" prop:selected=move || due.get() == "20">{t.ledger.due_20}</option>
                </select>
            </label>
            {move || offers.get().then(|| view! {
                <label class="row">
                    <input type="checkbox" prop:checked=move || query.with(|query| query.undecided)
                        on:change=move |_| refine(&|query| query.undecided = !query.undecided) />
                    <span>{t.ledger.undecided}</span>
                </label>
            })}
            {move || {
                query.with(|query| query.is_filtered() || query.sort.is_some()).then(|| view! {
                    <button type="button" class="button filter-clear"
                        on:click=move |_| place.refine(Route::Ledger(Query {
                            columns: query.with_untracked(|query| query.columns.clone()),
                            ..Query::default()
                        }))>{t.ledger.clear}</button>
                })
            }}
        </div>
    }
}
