//! 查找与命令: a line to type in, and what it may mean below; arrows choose, Enter does it.

use crate::dom::{NodeRef, View};
use crate::signals::{Memo, State, effect};
use leptos::{ev::KeyboardEvent, prelude::*};
use view_macro::view;

use super::commands::{Act, Offer, add, offers, run};
use crate::{
    ledger::{Id, Kind},
    ui::{
        above::Called,
        parts::{Dialog, NameDialog, use_place, use_session},
        texts::{above_texts, use_texts},
    },
};

pub fn palette(called: Called) -> View {
    let t = use_texts();
    let x = above_texts(t.lang);
    let session = use_session();
    let place = use_place();
    let open = State::new(true);
    let words = State::new(String::new());
    let active = State::new(0usize);
    // What is to be added once its title was asked for, and where.
    let new = State::new(None::<(Kind, Id)>);
    let naming = State::new(false);
    effect(move || {
        if !open.get() && !naming.get() {
            called.0.set(None);
        }
    });
    let found = Memo::new(move |_| words.with(|words| offers(t, x, session, words)));
    let choose = move |offer: Offer| {
        if let Act::New(kind, id) = offer.act {
            new.set(Some((kind, id)));
            naming.set(true);
            open.set(false);
        } else {
            open.set(false);
            run(session, place, called, offer.act);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        let now = active.get_untracked().min(last);
        let next = match event.key().as_str() {
            "ArrowDown" => (now + 1).min(last),
            "ArrowUp" => now.saturating_sub(1),
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                if let Some(offer) = found.with_untracked(|found| found.get(now).cloned()) {
                    choose(offer);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        active.set(next);
        session.scroll_into_view(&option_id(next));
    };
    let options = move || {
        let now = active.get();
        let one = move |(at, offer): (usize, Offer)| {
            let is_active = at == now;
            let (name, more, kind) = (offer.name.clone(), offer.more.clone(), offer.kind);
            view! {
                <li role="option" id=option_id(at) class="palette-option" class:active=is_active
                    aria-selected=if is_active { "true" } else { "false" } on:click=move |_| choose(offer.clone())>
                    <span class="muted">{kind}</span>
                    <span class="palette-name">{name}</span>
                    <span class="muted palette-more">{more}</span>
                </li>
            }
        };
        (0..).zip(found.get()).map(one).collect::<View>()
    };
    let node = NodeRef::<web_sys::HtmlInputElement>::new();
    effect(move || {
        if let Some(input) = node.get() {
            let _ = input.focus();
        }
    });
    let title = Memo::new(move |_| x.palette_title.to_owned());
    let new_title = Memo::new(move |_| {
        let title = new.with(|new| match new {
            Some((Kind::FocusArea, _)) => t.ledger.area_title,
            Some((Kind::Category, _)) => t.ledger.category_title,
            _ => t.ledger.finding_title,
        });
        title.to_owned()
    });
    let on_name = Callback::new(move |name: String| {
        if let Some((kind, parent)) = new.get_untracked() {
            add(session, place, &kind, parent, &name);
        }
    });
    view! {
        <Dialog title open>
            <div class="stack">
                <input type="text" role="combobox" class="palette-input" node_ref=node autofocus autocomplete="off"
                    aria-label=x.palette_label aria-expanded="true" aria-controls="palette-list" placeholder=x.palette_hint
                    aria-activedescendant=move || option_id(active.get()) on:keydown=on_key
                    on:input=move |event| {
                        words.set(event_target_value(&event));
                        active.set(0);
                    } />
                <ul role="listbox" id="palette-list" class="palette" aria-label=x.palette_title>{options}</ul>
                {move || found.with(Vec::is_empty).then(|| view! { <p class="empty" role="status">{x.nothing}</p> })}
            </div>
        </Dialog>
        <NameDialog title=new_title initial=Memo::new(|_| String::new()) open=naming on_name />
    }
}

fn option_id(at: usize) -> String {
    format!("palette-{at}")
}
