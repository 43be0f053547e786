//! 三清单 and 进度表: the ledger as the lists that a round of remedy is led by.

use crate::dom::View;
use crate::ui::route::ReportPage;
use view_macro::view;

pub fn list(_page: ReportPage) -> View {
    view! { <section class="view stack"></section> }
}
