//! What the public does not read: names and numbers that are masked, and a list of what is withheld.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use super::{Desk, dialogs};
use crate::{
    formats::report::write::{mask_numbers_edit, names_edit, names_in},
    ledger::{Id, Ledger},
    ui::{parts::value_of, route::Route},
};

const NAMES: &str = "public-names";
const HEADING: &str = "public-withheld";

pub fn privacy(desk: Desk) -> View {
    let p = desk.p;
    let names = Memo::new(move |_| desk.settings.with(|settings| settings.names.join("、")));
    let masks = Memo::new(move |_| desk.settings.with(|settings| settings.mask_numbers));
    let set_names = move |event| {
        let typed = value_of(&event);
        desk.take(move |_, _| {
            let names = typed.split(['、', '，', ',', ';', '；', '\n', ' ', '\u{3000}']);
            let mut each: Vec<&str> = Vec::new();
            for name in names.filter(|name| !name.is_empty()) {
                if !each.contains(&name) {
                    each.push(name);
                }
            }
            vec![names_edit(&each)]
        });
    };
    let set_masks = move |_| {
        desk.session.act(&[mask_numbers_edit(!masks.get_untracked())]);
    };
    view! {
        <section class="card">
            <h2>{p.private_heading}</h2>
            <label class="field">
                <span>{p.names}</span>
                <textarea id=NAMES rows="2" aria-describedby="public-names-hint" prop:value=move || names.get()
                    data-was=move || names.get() on:change=set_names></textarea>
            </label>
            <p class="hint" id="public-names-hint">{p.names_hint}</p>
            {proposals(desk)}
            <label class="row">
                <input type="checkbox" prop:checked=move || masks.get() on:change=set_masks />
                <span>{p.mask_numbers}</span>
            </label>
            {withheld(desk)}
        </section>
    }
}

/// Names that the ledger itself gives and that are not masked yet.
fn proposals(desk: Desk) -> View {
    let found = Memo::new(move |_| {
        let settings = desk.settings.read();
        let missing = |ledger: &Ledger| {
            let names = names_in(ledger).into_iter();
            let names = names.filter(|name| !settings.names.iter().any(|masked| masked == name));
            names.map(String::from).collect::<Vec<_>>()
        };
        desk.session.book.with(|book| missing(book.ledger()))
    });
    live(move || {
        let found = found.get();
        if found.is_empty() {
            return View::Nothing;
        }
        let buttons = found.into_iter().map(|name| {
            let shown = name.clone();
            let add = move |_| {
                desk.act(|_, settings| {
                    let mut names = settings.name_refs();
                    names.push(&name);
                    vec![names_edit(&names)]
                });
                // The button is gone with that.
                desk.session.rescue_focus(NAMES);
            };
            view! { <button type="button" class="button small" on:click=add>{shown}</button> }
        });
        let buttons: View = buttons.collect();
        view! {
            <p class="hint">{desk.p.proposals}</p>
            <div class="row">{buttons}</div>
        }
    })
}

/// What is withheld, for which reason, and the way back.
fn withheld(desk: Desk) -> View {
    let (p, t) = (desk.p, desk.t);
    let found = Memo::new(move |_| {
        let settings = desk.settings.read();
        let owner = |ledger: &Ledger, record: Id| {
            ledger
                .findings()
                .find(|finding| finding.holds(record))
                .map(|finding| finding.id)
        };
        desk.session.book.with(|book| {
            let each = settings.withheld.iter();
            let each = each.filter_map(|(record, reason)| Some((owner(book.ledger(), *record)?, *record, *reason)));
            each.collect::<Vec<_>>()
        })
    });
    live(move || {
        let found = found.get();
        let count = found.len();
        let rows = found.into_iter().map(|(finding, record, reason)| {
            let again = move |_| {
                dialogs::publish(desk, finding, record, None);
                desk.session.rescue_focus(HEADING);
            };
            view! {
                <li>
                    <a href=Route::Finding(finding).href()>{dialogs::full_name(desk, finding, record)}</a>
                    <p class="row">
                        <span class="muted">{(t.words.withheld)(reason)}</span>
                        <button type="button" class="button small" on:click=again>{p.publish}</button>
                    </p>
                </li>
            }
        });
        let rows: View = rows.collect();
        view! {
            <h3 id=HEADING tabindex="-1">{(p.withheld)(count)}</h3>
            {if count == 0 {
                view! { <p class="muted">{p.nothing_withheld}</p> }
            } else {
                view! { <ul class="plain-list">{rows}</ul> }
            }}
        }
    })
}
