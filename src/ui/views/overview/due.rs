//! What is overdue, and what is due soon, as lists.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::{component, view};

use crate::{
    figures::{Column, Deadlines, Direction, Due, Query, Thresholds},
    ui::{
        parts::use_session,
        route::Route,
        texts::{Texts, use_texts},
    },
};

/// Says on opening what is late and what is near, until it is closed for the day.
#[component]
pub fn DueNow(deadlines: Memo<Deadlines>) -> View {
    let t = use_texts();
    let session = use_session();
    live(move || {
        let (overdue, soon, days) = deadlines.with(|found| {
            let days = found.thresholds.yellow_days;
            (found.overdue.len(), found.within_yellow.len(), days)
        });
        if overdue + soon == 0 || session.as_of.get().is_some() || session.is_due_closed() {
            return View::Nothing;
        }
        let query = Query {
            overdue: overdue > 0,
            due_within: (soon > 0).then_some(days),
            sort: Some((Column::Deadline, Direction::Ascending)),
            ..Query::default()
        };
        view! {
            <p class="notice screen-only">
                <a class="due-overdue" href=Route::Ledger(query).href()>{(t.overview.due_now)(overdue, soon, days)}</a>
                <button type="button" class="button quiet small" on:click=move |_| session.close_due()>{t.overview.close_due}</button>
            </p>
        }
    })
}

/// Lines of one list. The ledger shows more, and draws only what is seen.
const MOST: usize = 30;

#[component]
pub fn DueLists(deadlines: Memo<Deadlines>) -> View {
    let thresholds = Memo::new(move |_| deadlines.with(|found| found.thresholds));
    live(move || due_lists(deadlines, thresholds.get()))
}

fn due_lists(deadlines: Memo<Deadlines>, thresholds: Thresholds) -> View {
    let t = use_texts();
    let Thresholds {
        yellow_days,
        green_days,
    } = thresholds;
    let by_deadline = Query {
        sort: Some((Column::Deadline, Direction::Ascending)),
        ..Query::default()
    };
    let overdue = Query {
        overdue: true,
        ..by_deadline.clone()
    };
    let yellow = Query {
        due_within: Some(yellow_days),
        ..by_deadline.clone()
    };
    let green = Query {
        due_within: Some(green_days),
        ..by_deadline
    };
    let others = move || deadlines.with(|found| (t.overview.others)(found.later, found.undated));
    view! {
        <DueList
            id="overview-overdue"
            title=t.overview.overdue.into()
            none=t.overview.none_overdue.into()
            class="due-overdue"
            list=Memo::new(move |_| deadlines.with(|found| found.overdue.clone()))
            query=overdue
        />
        <DueList
            id="overview-yellow"
            title=(t.overview.due)(0, yellow_days)
            none=(t.overview.none_due)(0, yellow_days)
            class="due-yellow"
            list=Memo::new(move |_| deadlines.with(|found| found.within_yellow.clone()))
            query=yellow
        />
        <DueList
            id="overview-green"
            title=(t.overview.due)(yellow_days + 1, green_days)
            none=(t.overview.none_due)(yellow_days + 1, green_days)
            class="due-green"
            list=Memo::new(move |_| deadlines.with(|found| found.within_green.clone()))
            query=green
        />
        <p class="hint">{others}</p>
    }
}

/// One list under its heading; `query` leads to its rows in the ledger.
#[component]
fn DueList(
    id: &'static str,
    title: String,
    none: String,
    class: &'static str,
    list: Memo<Vec<Due>>,
    query: Query,
) -> View {
    let t = use_texts();
    let href = Route::Ledger(query).href();
    let rows = move || {
        let list = list.read();
        if list.is_empty() {
            return view! { <p class="empty">{none.clone()}</p> };
        }
        let rows = list
            .iter()
            .take(MOST)
            .map(|due| due_view(t, due, class))
            .collect::<View>();
        let more =
            (list.len() > MOST).then(|| view! { <p><a href=href.clone()>{(t.overview.see_all)(list.len())}</a></p> });
        view! {
            <ul class="due-list" role="list">{rows}</ul>
            {more}
        }
    };
    let count = move || match list.read().len() {
        0 => String::new(),
        count => [" (", &count.to_string(), ")"].concat(),
    };
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id>{title} {count}</h2>
            {rows}
        </section>
    }
}

fn due_view(t: &'static Texts, due: &Due, class: &'static str) -> View {
    let title = if due.title.is_empty() {
        t.overview.untitled
    } else {
        &due.title
    };
    let department = if due.department.is_empty() {
        t.words.no_department
    } else {
        &due.department
    };
    let more = [&*(t.words.date)(due.deadline), " · ", department].concat();
    view! {
        <li>
            <a href=Route::Finding(due.id).href()>
                <span class="due-title">{due.number.to_string()} ". " {title.to_string()}</span>
                " "
                <span class=["due-days ", class].concat()>{(t.words.days_left)(due.days_left)}</span>
                " "
                <span class="due-more">{more}</span>
            </a>
        </li>
    }
}
