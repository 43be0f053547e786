//! The names of the reports' pages above each of them. Parts of the page that come later alone use this.

use crate::dom::View;
use view_macro::view;

use super::{
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
        {contents}
    }
}
