//! The names of the reports' pages above each of them. Parts of the page that come later alone use this.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use super::{
    parts::use_session,
    route::{ReportPage, Route},
    texts::{report_texts, use_texts},
};

pub fn with_pages(page: ReportPage, contents: View) -> View {
    let t = use_texts();
    let names = report_texts(t.lang).page_name;
    let links = ReportPage::ALL.map(|each| {
        view! {
            <a href=Route::Report(each).href() aria-current=move || (each == page).then_some("page")>{names(each)}</a>
        }
    });
    view! {
        <nav class="tabs subtabs" aria-label=report_texts(t.lang).pages>{links}</nav>
        {undecided(page)}
        {contents}
    }
}

/// Above what is made of the ledger for others: some of its values are not settled. It is no part of the text.
fn undecided(page: ReportPage) -> View {
    let t = use_texts();
    let session = use_session();
    if matches!(page, ReportPage::Checks | ReportPage::Meeting) {
        return View::Nothing;
    }
    let count = Memo::new(move |_| session.book.with(|book| book.conflicts().len()));
    live(move || match count.get() {
        0 => View::Nothing,
        count => view! {
            <p class="view screen-only">
                <a class="due-yellow" href=Route::History.href()>{(t.overview.undecided)(count)}</a>
            </p>
        },
    })
}
