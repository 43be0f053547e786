//! The names of the pages of reports and of the work, above each of them. Parts of the page that come later alone use this.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use super::{
    parts::use_session,
    route::{ReportPage, Route, WorkPage},
    texts::{report_texts, use_texts},
};

/// A page of reports, under the names of all of them.
pub fn with_pages(page: ReportPage, contents: View) -> View {
    let t = use_texts();
    let r = report_texts(t.lang);
    let links = ReportPage::ALL.map(|each| link(Route::Report(each), (r.page_name)(each), each == page));
    let undecided = if page == ReportPage::Checks {
        View::Nothing
    } else {
        undecided()
    };
    view! {
        <nav class="tabs subtabs" aria-label=r.pages>{links}</nav>
        {undecided}
        {contents}
    }
}

/// The same of the office's work.
pub fn with_work_pages(page: WorkPage, contents: View) -> View {
    let t = use_texts();
    let r = report_texts(t.lang);
    let links = WorkPage::ALL.map(|each| link(Route::Work(each), (r.work_name)(each), each == page));
    let undecided = if page == WorkPage::Send {
        undecided()
    } else {
        View::Nothing
    };
    view! {
        <nav class="tabs subtabs" aria-label=r.work_pages>{links}</nav>
        {undecided}
        {contents}
    }
}

fn link(route: Route, name: &'static str, is_here: bool) -> View {
    view! { <a href=route.href() aria-current=is_here.then_some("page")>{name}</a> }
}

/// Above what is made of the ledger for others: some of its values are not settled. It is no part of the text.
fn undecided() -> View {
    let t = use_texts();
    let session = use_session();
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
