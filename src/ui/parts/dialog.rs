//! Dialogs: the browser's own `<dialog>`, which keeps the focus and closes on Escape.

use crate::dom::{Children, NodeRef, View};
use crate::signals::{Memo, State, effect};
use leptos::prelude::*;
use view_macro::{component, view};

use crate::ui::texts::use_texts;

/// A modal dialog, open while `open` is true. What stands in it is drawn anew each time it opens.
#[component]
pub fn Dialog(title: Memo<String>, open: State<bool>, children: Children) -> View {
    let node = NodeRef::<web_sys::HtmlDialogElement>::new();
    effect(move || {
        if let Some(dialog) = node.get() {
            match (open.get(), dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let close = use_texts().words.close;
    view! {
        <dialog class="dialog" node_ref=node on:close=move |_| open.set(false) aria-label=move || title.get()>
            <header class="dialog-head">
                <h2>{move || title.get()}</h2>
                <button type="button" class="button quiet" aria-label=close on:click=move |_| open.set(false)>"×"</button>
            </header>
            {move || open.get().then(&children)}
        </dialog>
    }
}

/// A question with two answers, for acts that are worth a second look.
#[component]
pub fn Ask(
    title: Memo<String>,
    text: &'static str,
    yes: &'static str,
    open: State<bool>,
    on_yes: Callback<()>,
) -> View {
    let cancel = use_texts().words.cancel;
    view! {
        <Dialog title open>
            <p class="dialog-text">{text}</p>
            <div class="dialog-buttons">
                <button type="button" class="button" on:click=move |_| open.set(false)>{cancel}</button>
                <button
                    type="button"
                    class="button danger"
                    on:click=move |_| {
                        open.set(false);
                        on_yes.run(());
                    }
                >
                    {yes}
                </button>
            </div>
        </Dialog>
    }
}
