//! 通报: the public report, written from the ledger.

use crate::dom::View;
use view_macro::view;

pub fn public() -> View {
    view! { <section class="view stack"></section> }
}
