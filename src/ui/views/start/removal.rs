//! Asks whether to take a ledger off this browser.

use crate::dom::View;
use crate::signals::{Memo, State, effect};
use leptos::task::spawn_local;
use view_macro::{component, view};

use super::shown_title;
use crate::{
    session::About,
    ui::{
        parts::{Dialog, use_session},
        texts::use_texts,
    },
};

/// Asks before a ledger is taken off this browser, and offers to save it as a file first.
#[component]
pub fn RemoveDialog(about: State<Option<About>>, open: State<bool>) -> View {
    let t = use_texts();
    let s = &t.start;
    let session = use_session();
    let failed = State::new(false);
    let text = move || {
        about.with(|about| {
            about
                .as_ref()
                .map(|it| (s.remove_text)(&shown_title(t, &it.title), it.findings))
        })
    };
    let remove = move |export_first: bool| {
        let Some(id) = about.with_untracked(|about| about.as_ref().and_then(|it| it.id)) else {
            return;
        };
        spawn_local(async move {
            // Without the file there is nothing to come back from.
            if export_first && !session.save_export_of(id).await {
                failed.try_set(true);
                return;
            }
            open.try_set(false);
            session.remove_ledger(id).await;
        });
    };
    effect(move || {
        if open.get() {
            failed.set(false);
        }
    });
    view! {
        <Dialog title=Memo::fixed(s.remove_heading.to_owned()) open>
            <p class="dialog-text">{text}</p>
            <div role="alert">{move || failed.get().then(|| view! { <p class="error">{t.file.export_failed}</p> })}</div>
            <div class="dialog-buttons">
                <button type="button" class="button" on:click=move |_| open.set(false)>
                    {t.words.cancel}
                </button>
                <button type="button" class="button danger" on:click=move |_| remove(false)>
                    {s.remove_now}
                </button>
                <button type="button" class="button primary" on:click=move |_| remove(true)>
                    {s.export_and_remove}
                </button>
            </div>
        </Dialog>
    }
}
