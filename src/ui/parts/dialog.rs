//! Dialogs: the browser's own `<dialog>`, which keeps the focus and closes on Escape.

use crate::dom::effect;
use leptos::{html, prelude::*};
use view_macro::view;

use crate::ui::texts::use_texts;

/// A modal dialog, open while `open` is true. What stands in it is drawn anew each time it opens.
#[component]
pub fn Dialog(#[prop(into)] title: Signal<String>, open: RwSignal<bool>, children: ChildrenFn) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
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
    let children = StoredValue::new(children);
    view! {
        <dialog class="dialog" node_ref=node on:close=move |_| open.set(false) aria-label=move || title.get()>
            <header class="dialog-head">
                <h2>{move || title.get()}</h2>
                <button type="button" class="button quiet" aria-label=close on:click=move |_| open.set(false)>"×"</button>
            </header>
            {move || open.get().then(|| children.with_value(|children| children()))}
        </dialog>
    }
}

/// A question with two answers, for acts that are worth a second look.
#[component]
pub fn Ask(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] yes: Signal<String>,
    open: RwSignal<bool>,
    on_yes: Callback<()>,
) -> impl IntoView {
    let cancel = use_texts().words.cancel;
    view! {
        <Dialog title open>
            <p class="dialog-text">{move || text.get()}</p>
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
                    {move || yes.get()}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
