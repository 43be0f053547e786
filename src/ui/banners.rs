//! What is said above every view: that an earlier ledger is shown, or a part of one.

use crate::dom::{View, live};
use crate::signals::{Memo, State, effect};
use leptos::prelude::*;
use view_macro::{component, view};

use super::{
    parts::{NameDialog, use_session},
    texts::use_texts,
};

/// Says that an earlier ledger is shown, and leads back.
#[component]
pub fn PastBanner() -> View {
    let t = use_texts();
    let session = use_session();
    live(move || {
        session.as_of.get().map(|day| {
            view! {
                <div class="past row" role="status">
                    <strong>{(t.shell.past)(&(t.words.date)(day))}</strong>
                    <button type="button" class="button small" on:click=move |_| session.look_at_present()>
                        {t.shell.to_present}
                    </button>
                </div>
            }
        })
    })
}

/// Says that the ledger is a part: for whom and until when; and asks once for the name of him who fills it in.
#[component]
pub fn PartBanner() -> View {
    let t = use_texts();
    let session = use_session();
    let naming = State::new(false);
    effect(move || {
        let asks = session.part.with(Option::is_some)
            && session.ready.get()
            && session.author.with(|author| author.is_empty());
        if asks {
            naming.set(true);
        }
    });
    let initial = Memo::new(move |_| {
        let whom = session
            .part
            .with(|part| part.as_ref().map(|part| format!("{} ", part.whom)));
        whom.unwrap_or_default()
    });
    let on_name = Callback::new(move |name: String| session.set_author(&name));
    view! {
        {live(move || {
            session.part.get().map(|part| {
                let until = part.until.map(t.words.date);
                view! {
                    <div class="past row screen-only" role="status">
                        <strong>{(t.shell.part)(&part.whom, until.as_deref())}</strong>
                        <button type="button" class="button small" on:click=move |_| session.save_export()>
                            {t.shell.send_back}
                        </button>
                    </div>
                }
            })
        })}
        <NameDialog title=Memo::fixed(t.shell.your_name.to_owned()) initial open=naming on_name />
    }
}
