//! Items of a report that wait for their finding: the user decides where each belongs.

use crate::dom::{Memo, effect};
use leptos::{html, prelude::*};
use view_macro::view;

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
pub fn UnplacedItems() -> impl IntoView {
    let t = use_texts();
    let session = use_session();
    let items = Memo::new(move |_| session.book.with(|book| book.ledger().unplaced.clone()));
    let said = RwSignal::new(String::new());
    let node = NodeRef::<html::P>::new();
    let say = Callback::new(move |text: String| {
        said.set(text);
        if let Some(line) = node.get_untracked() {
            let _ = line.focus();
        }
    });
    let card = move || {
        let items = items.read();
        (!items.is_empty()).then(|| {
            let rows = items.iter().map(|item| item_view(t, item, say)).collect_view();
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
        <p role="status" tabindex="-1" node_ref=node class:visually-hidden=move || said.read().is_empty()>{said}</p>
        {card}
    }
    .into_any()
}

fn item_view(t: &'static Texts, item: &Unplaced, say: Callback<String>) -> AnyView {
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
        .map(|(field, text)| view! { <dt>{(t.words.field)(&field)}</dt><dd>{text}</dd> }.into_any())
        .collect_view();
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
    .into_any()
}

fn candidates_view(t: &'static Texts, candidates: Vec<(Id, String)>, place: Callback<Id>) -> AnyView {
    if candidates.is_empty() {
        return view! { <p class="hint">{t.overview.no_candidates}</p> }.into_any();
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
            .into_any()
        })
        .collect_view();
    view! {
        <h4>{t.overview.candidates}</h4>
        <ul class="candidates" role="list">{rows}</ul>
    }
    .into_any()
}

/// A choice among all findings, drawn only when asked for: a ledger may have thousands.
#[component]
fn Elsewhere(item: String, place: Callback<Id>) -> impl IntoView {
    let t = use_texts();
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(None::<Id>);
    let node = NodeRef::<html::Select>::new();
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
            }
            .into_any();
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
        .into_any()
    };
    choice.into_any()
}

fn options(t: &'static Texts) -> AnyView {
    let mut number = 0;
    let groups = use_session().book.with_untracked(|book| {
        let group = |category: &Category| {
            let options = category.findings.iter().map(|finding| {
                number += 1;
                let text = [&*number.to_string(), ". ", &titled(t, &finding.title)].concat();
                view! { <option value=finding.id.to_string()>{text}</option> }.into_any()
            });
            let options: Vec<AnyView> = options.collect();
            view! { <optgroup label=titled(t, &category.title)>{options}</optgroup> }.into_any()
        };
        book.ledger()
            .categories()
            .map(|(_, category)| category)
            .map(group)
            .collect::<Vec<_>>()
    });
    groups.into_any()
}

fn titled(t: &Texts, title: &str) -> String {
    if title.is_empty() {
        t.overview.untitled.into()
    } else {
        title.into()
    }
}
