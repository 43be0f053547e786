//! 核对: what does not fit together in the ledger and its report.

use crate::dom::View;
use view_macro::view;

pub fn checks() -> View {
    view! { <section class="view stack"></section> }
}
