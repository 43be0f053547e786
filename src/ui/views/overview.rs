//! 总览: how far the ledger has got, what is late, and what still waits for its place.

mod breakdown;
mod due;
mod summary;
mod unplaced;

use crate::dom::View;
use crate::signals::Memo;
use view_macro::{component, view};

use crate::{
    charts::ChartPatterns,
    figures::{self, Query, Thresholds},
    ui::{parts::use_session, route::Route, texts::use_texts},
};
use breakdown::Breakdowns;
use due::{DueLists, DueNow};
pub use summary::sum_text;
use summary::{Facts, Summary};
use unplaced::UnplacedItems;

#[component]
pub fn OverviewView() -> View {
    let t = use_texts();
    let session = use_session();
    let completion = Memo::new(move |_| session.book.with(|book| figures::completion(book.ledger())));
    let deadlines = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| {
            let ledger = book.ledger();
            figures::deadlines(ledger, today, Thresholds::of(ledger))
        })
    });
    let is_empty = Memo::new(move |_| session.book.with(|book| book.ledger().focus_areas.is_empty()));
    let undecided = Memo::new(move |_| {
        session
            .book
            .with(|book| (book.conflicts().len(), figures::undecided(book).len()))
    });
    view! {
        <section class="view">
            <header class="view-head">
                <h1>{t.overview.title}</h1>
            </header>
            <DueNow deadlines />
            <Facts />
            {move || {
                let (fields, findings) = undecided.get();
                (fields > 0).then(|| view! {
                    <p><a class="due-yellow" href=undecided_route(findings).href()>{(t.overview.undecided)(fields)}</a></p>
                })
            }}
            {move || {
                if session.as_of.get().is_some() {
                    return is_empty.get().then(|| view! { <p class="empty">{t.overview.not_yet}</p> });
                }
                is_empty.get().then(|| view! {
                    <div class="card stack">
                        <p>{t.overview.begin}</p>
                        <p class="row">
                            <a class="button primary" href=Route::Ledger(Query::default()).href()>{t.overview.begin_rows}</a>
                            <a class="button" href=Route::About.href()>{t.overview.begin_about}</a>
                            <a class="button" href=Route::File.href()>{t.overview.begin_report}</a>
                        </p>
                    </div>
                })
            }}
            <ChartPatterns />
            <div class="overview">
                <div class="stack">
                    <Summary completion />
                    <UnplacedItems />
                    <Breakdowns completion />
                </div>
                <div class="stack">
                    <DueLists deadlines />
                </div>
            </div>
        </section>
    }
}

/// Where what waits for a choice is found: in the table, or, where none of it is of a finding, in the history.
fn undecided_route(findings: usize) -> Route {
    if findings == 0 {
        return Route::History;
    }
    Route::Ledger(Query {
        undecided: true,
        ..Query::default()
    })
}
