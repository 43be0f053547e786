//! Below a finding's own fields: what was done about it day by day, and what was changed.

mod closing;
mod evidence;
mod extension;
mod progress;
mod recheck;
mod register_kinds;
mod registers;

pub use progress::short;

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use view_macro::view;

use crate::{
    journal::history,
    ledger::Id,
    ui::{
        parts::use_session,
        texts::use_texts,
        views::history::{HistoryList, told_in_words},
    },
};

pub fn finding(id: Id) -> View {
    let session = use_session();
    view! {
        {progress::progress(id, session)}
        {closing::closing(id, session)}
        {(!session.is_limited()).then(|| extension::extension(id, session))}
        {recheck::recheck(id, session)}
        {evidence::evidence(id, session)}
        {registers::registers(id, session)}
        {changes(id)}
    }
}

/// Every change of the finding and of what stands under it.
fn changes(id: Id) -> View {
    let t = use_texts();
    let session = use_session();
    // The whole journal is gone through for it: not as long as nobody looks.
    let is_open = State::new(false);
    let changes = Memo::new(move |_| session.book.with(|book| history(book, Some(id))));
    view! {
        <details class="card" on:toggle=move |_| is_open.set(true)>
            <summary><h2>{t.finding.history}</h2></summary>
            {live(move || is_open.get().then(|| view! { <HistoryList lines=changes in_words=told_in_words /> }))}
        </details>
    }
}
