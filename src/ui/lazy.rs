//! Screens that come with a file of their own: waiting for it, saying that it could not be had, trying again.

use std::{
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

use crate::dom::{View, live};
use crate::signals::State;
use leptos::task::spawn_local;
use view_macro::view;

use super::{texts::use_texts, views::intake::Intake};

/// Whether the file has come.
pub type Loading = Pin<Box<dyn Future<Output = bool>>>;

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Loading,
    Failed,
    Ready,
}

/// What `draw` gives once `load` has succeeded. Whoever was asked about a file of `intake` need not wait for the screen that
/// would ask.
pub fn lazily(load: fn() -> Loading, intake: Option<Intake>, draw: Box<dyn Fn() -> View>) -> View {
    let t = use_texts();
    let stage = State::new(Stage::Loading);
    let fetch = move || {
        stage.set(Stage::Loading);
        spawn_local(async move {
            let loaded = load().await;
            stage.try_set(if loaded { Stage::Ready } else { Stage::Failed });
        });
    };
    if at_once(load()) == Some(true) {
        stage.set(Stage::Ready);
    } else {
        fetch();
    }
    live(move || match stage.get() {
        Stage::Loading => view! { <p class="empty" role="status">{t.shell.loading}</p> },
        Stage::Failed => view! {
            <div class="view stack" role="alert">
                <p class="error">{t.shell.part_missing}</p>
                <p class="row">
                    <button type="button" class="button" on:click=move |_| fetch()>{t.shell.try_again}</button>
                    {intake.map(|intake| view! {
                        <button type="button" class="button" on:click=move |_| intake.cancel()>{t.words.cancel}</button>
                    })}
                </p>
            </div>
        },
        Stage::Ready => draw(),
    })
}

/// What a future gives that has nothing to wait for.
pub fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
