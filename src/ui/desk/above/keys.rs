//! 快捷键: every key of the page.

use crate::dom::View;
use crate::signals::{Memo, State, effect};
use view_macro::view;

use crate::ui::{
    above::Called,
    parts::Dialog,
    texts::{above_texts, use_texts},
};

pub fn keys(called: Called) -> View {
    let t = use_texts();
    let x = above_texts(t.lang);
    let open = State::new(true);
    effect(move || {
        if !open.get() {
            called.0.set(None);
        }
    });
    let group = move |(heading, keys): &'static (&'static str, &'static [(&'static str, &'static str)])| {
        let lines = keys.iter().map(|(key, what)| {
            view! { <div><dt><kbd>{*key}</kbd></dt><dd>{*what}</dd></div> }
        });
        view! { <section><h3>{*heading}</h3><dl class="keys">{lines.collect::<View>()}</dl></section> }
    };
    let groups = move || x.keys.iter().map(group).collect::<View>();
    let title = Memo::new(move |_| x.keys_title.to_owned());
    view! { <Dialog title open><div class="stack">{groups}</div></Dialog> }
}
