//! Below 台账信息: the terms of the round as its notice sets them, days off, early warnings, and the line of time.

mod line;
mod terms;
mod warnings;

use crate::dom::View;
use view_macro::view;

use crate::ui::{
    parts::use_session,
    texts::{times_texts, use_texts},
};

pub fn times() -> View {
    let t = use_texts();
    let x = times_texts(t.lang);
    let session = use_session();
    view! {
        <div class="stack">
            {terms::terms(t, x, session)}
            {terms::holidays(t, x, session)}
            {warnings::warnings(t, x, session)}
            {line::line(t, x, session)}
        </div>
    }
}
