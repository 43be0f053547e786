//! Asking for a name: of a new area, category, finding or ledger.

use crate::dom::{NodeRef, View};
use crate::signals::{Memo, State};
use leptos::{ev::SubmitEvent, prelude::*};
use view_macro::{component, view};

use super::{Dialog, use_session};
use crate::ui::texts::use_texts;

/// A dialog with one line to type. `initial` is what stands in it when it opens, unless it was left half typed.
#[component]
pub fn NameDialog(title: Memo<String>, initial: Memo<String>, open: State<bool>, on_name: Callback<String>) -> View {
    let t = use_texts();
    let session = use_session();
    let fault = State::new(false);
    // By what it asks for, and of a name by the one that stands: two headings are renamed by one dialog.
    let draft = move || ["name/", &*title.get_untracked(), "/", &*initial.get_untracked()].concat();
    let keep = Callback::new(move |text: String| session.keep_draft(&draft(), &text));
    let begun = move || {
        let kept = session.draft(&draft());
        if kept.is_empty() { initial.get_untracked() } else { kept }
    };
    let end = move || {
        keep.run(String::new());
        open.set(false);
    };
    let node = NodeRef::<web_sys::HtmlInputElement>::new();
    let submit = Callback::new(move |event: SubmitEvent| {
        event.prevent_default();
        let name = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        let name = name.trim();
        fault.set(name.is_empty());
        if !name.is_empty() {
            end();
            on_name.run(name.to_owned());
        }
    });
    view! {
        <Dialog title open>
            <form on:submit=move |event| submit.run(event) novalidate>
                <label class="field">
                    <span>{move || title.get()}</span>
                    <input type="text" node_ref=node autofocus value=begun()
                        on:input=move |event| keep.run(event_target_value(&event))
                        aria-invalid=move || fault.get().then_some("true") />
                </label>
                {move || fault.get().then(|| view! { <p class="error" role="alert">{t.ledger.title_needed}</p> })}
                <div class="dialog-buttons">
                    <button type="button" class="button" on:click=move |_| end()>{t.words.cancel}</button>
                    <button type="submit" class="button primary">{t.words.ok}</button>
                </div>
            </form>
        </Dialog>
    }
}
