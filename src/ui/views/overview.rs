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
    figures::{self, Warning},
    ui::{parts::use_session, texts::use_texts},
};
use breakdown::Breakdowns;
use due::DueLists;
use summary::{Facts, Summary};
use unplaced::UnplacedItems;

#[component]
pub fn OverviewView() -> View {
    let t = use_texts();
    let session = use_session();
    let completion = Memo::new(move |_| session.book.with(|book| figures::completion(book.ledger())));
    let deadlines = Memo::new(move |_| {
        let today = session.today.get();
        session
            .book
            .with(|book| figures::deadlines(book.ledger(), today, Warning::default()))
    });
    view! {
        <section class="view">
            <header class="view-head">
                <h1>{t.overview.title}</h1>
            </header>
            <Facts />
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
