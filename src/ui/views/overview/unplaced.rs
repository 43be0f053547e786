//! Items of a report that wait for their finding: the user decides where each belongs.

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, State, effect};
use leptos::prelude::*;
use view_macro::{component, view};

use super::summary::date_text;
use crate::{
    journal::Edit,
    ledger::{Category, Field, Id, Unplaced},
    ui::{
        parts::{use_session, value_of},
        texts::{Texts, use_texts},
    },
};

/// The card of all such items; none where there are none. What was done is said, and takes the focus that its button had.
#[component]
pub fn UnplacedItems() -> View {
    let t = use_texts();
    let session = use_session();
    let items = Memo::new(move |_| session.book.with(|book| book.ledger().unplaced.clone()));
    // What was said, and how many were left then: once that is undone it is true no more.
    let said = State::new((String::new(), 0));
    let node = NodeRef::<web_sys::HtmlElement>::new();
    let say = Callback::new(move |text: String| {
        said.set((text, items.with_untracked(Vec::len)));
        if let Some(line) = node.get_untracked() {
            let _ = line.focus();
        }
    });
    let true_still = move || {
        said.with(|(text, left)| {
            if items.with(Vec::len) == *left {
                text.clone()
            } else {
                String::new()
            }
        })
    };
    let card = move || {
        let items = items.read();
        (!items.is_empty()).then(|| {
            let rows = items.iter().map(|item| item_view(t, item, say)).collect::<View>();
            view! {
                <section class="card unplaced" aria-labelledby="overview-unplaced">
                    <h2 id="overview-unplaced">{(t.overview.unplaced)(items.len())}</h2>
                    <p class="hint">{t.overview.unplaced_hint}</p>
                    {rows}
                </section>
            }
        })
    };
    view! {
        <p role="status" tabindex="-1" node_ref=node class:visually-hidden=move || true_still().is_empty()>{true_still}</p>
        {card}
    }
}

fn item_view(t: &'static Texts, item: &Unplaced, say: Callback<String>) -> View {
    let session = use_session();
    let (id, title) = (item.id, titled(t, &item.title));
    // Not asked again at every edit: that would close a choice that is open.
    let candidates = untrack(|| session.candidates(item));
    let texts = [
        (Field::Problem, item.problem.to_string()),
        (Field::Reason, item.reason.to_string()),
        (Field::NextStep, item.next_step.to_string()),
        (Field::Deadline, date_text(t, item.deadline)),
    ];
    let pairs = texts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| view! { <dt>{(t.words.field)(&field)}</dt><dd>{text}</dd> })
        .collect::<View>();
    let place = Callback::new({
        let title = title.clone();
        move |finding: Id| {
            let name = session.book.with_untracked(|book| {
                book.ledger()
                    .finding(finding)
                    .map(|finding| titled(t, &finding.title))
                    .unwrap_or_default()
            });
            session.act(&[Edit::Place { unplaced: id, finding }]);
            say.run((t.overview.placed)(&title, &name));
        }
    });
    let remove = {
        let title = title.clone();
        move |_| {
            session.act(&[Edit::Remove { record: id }]);
            say.run((t.overview.removed)(&title));
        }
    };
    view! {
        <article class="unplaced-item">
            <h3>{title.clone()}</h3>
            <dl class="pairs">{pairs}</dl>
            {candidates_view(t, candidates, place)}
            <div class="row">
                <Elsewhere item=title.clone() place />
                <button
                    type="button"
                    class="button small danger"
                    aria-label=[t.words.remove, " ", &title].concat()
                    on:click=remove
                >
                    {t.words.remove}
                </button>
            </div>
        </article>
    }
}

fn candidates_view(t: &'static Texts, candidates: Vec<(Id, String)>, place: Callback<Id>) -> View {
    if candidates.is_empty() {
        return view! { <p class="hint">{t.overview.no_candidates}</p> };
    }
    let rows = candidates
        .into_iter()
        .map(|(id, title)| {
            let name = [t.overview.place_here, " ", &title].concat();
            view! {
                <li>
                    <button type="button" class="button small" aria-label=name on:click=move |_| place.run(id)>
                        {t.overview.place_here}
                    </button>
                    <span>{title}</span>
                </li>
            }
        })
        .collect::<View>();
    view! {
        <h4>{t.overview.candidates}</h4>
        <ul class="candidates" role="list">{rows}</ul>
    }
}

/// A choice among all findings, drawn only when asked for: a ledger may have thousands.
#[component]
fn Elsewhere(item: String, place: Callback<Id>) -> View {
    let t = use_texts();
    let open = State::new(false);
    let chosen = State::new(None::<Id>);
    let node = NodeRef::<web_sys::HtmlSelectElement>::new();
    // The choice takes the focus as it appears.
    effect(move || {
        if let Some(select) = node.get() {
            let _ = select.focus();
        }
    });
    let label = [t.overview.all_findings, ": ", &item].concat();
    let choice = move || {
        if !open.get() {
            return view! {
                <button type="button" class="button small" on:click=move |_| open.set(true)>
                    {t.overview.place_elsewhere}
                </button>
            };
        }
        view! {
            <select
                node_ref=node
                aria-label=label.clone()
                on:change=move |event| chosen.set(value_of(&event).parse().ok())
            >
                <option value="">{t.overview.choose}</option>
                {options(t)}
            </select>
            <button
                type="button"
                class="button small primary"
                disabled=move || chosen.get().is_none()
                on:click=move |_| {
                    if let Some(finding) = chosen.get_untracked() {
                        place.run(finding);
                    }
                }
            >
                {t.overview.place_here}
            </button>
        }
    };
    live(choice)
}

fn options(t: &'static Texts) -> View {
    let mut number = 0;
    use_session().book.with_untracked(|book| {
        let group = |category: &Category| {
            let options = category.findings.iter().map(|finding| {
                number += 1;
                let text = [&*number.to_string(), ". ", &titled(t, &finding.title)].concat();
                view! { <option value=finding.id.to_string()>{text}</option> }
            });
            let options: Vec<View> = options.collect();
            view! { <optgroup label=titled(t, &category.title)>{options}</optgroup> }
        };
        book.ledger()
            .categories()
            .map(|(_, category)| category)
            .map(group)
            .collect::<View>()
    })
}

fn titled(t: &Texts, title: &str) -> String {
    if title.is_empty() {
        t.overview.untitled.into()
    } else {
        title.into()
    }
}
