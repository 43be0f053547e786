//! 台账列表: the ledgers of this browser side by side, and what a first run offers.

mod removal;

use crate::dom::{View, each};
use crate::signals::{Memo, State};
use leptos::{prelude::*, task::spawn_local};
use view_macro::{component, view};

use super::intake::{DropBox, Intake, IntakePane, IntakeResult, LEDGERS, PickButton, REPORTS, choice};
use crate::{
    figures::Rate,
    journal::Edit,
    ledger::{Actor, Field, Id},
    session::{About, Notice},
    ui::{
        parts::{NameDialog, use_place, use_session},
        reports::read_at_once,
        route::Route,
        texts::{Texts, use_texts},
    },
};
use removal::RemoveDialog;

/// What the dialogs of the list are about.
#[derive(Clone, Copy)]
struct Acting {
    about: State<Option<About>>,
    renaming: State<bool>,
    removing: State<bool>,
}

#[component]
pub fn StartView() -> View {
    let t = use_texts();
    let (session, place) = (use_session(), use_place());
    let intake = Intake::new(false);
    let acting = Acting {
        about: State::new(None),
        renaming: State::new(false),
        removing: State::new(false),
    };
    let naming = State::new(false);
    let is_first = Memo::new(move |_| session.shelf.with(|shelf| shelf.0.is_empty()));
    let create = Callback::new(move |name: String| {
        spawn_local(async move {
            session.new_ledger(&name).await;
            place.go(Route::Overview);
        });
    });
    let rename = Callback::new(move |name: String| {
        let id = acting
            .about
            .with_untracked(|about| about.as_ref().and_then(|about| about.id));
        let Some(id) = id else { return };
        spawn_local(async move {
            if !session.stand_open(id).await {
                return;
            }
            session.act(&[Edit::set(Id::ROOT, Field::Name, name.trim())]);
        });
    });
    let current = Memo::new(move |_| {
        acting
            .about
            .with(|about| about.as_ref().map(|it| it.title.clone()).unwrap_or_default())
    });
    view! {
        <IntakePane intake>
            <section class="view stack">
                {move || {
                    if is_first.get() {
                        view! {
                            <div class="view-head">
                                <h1>{t.start.welcome}</h1>
                            </div>
                            <p>{t.start.welcome_text}</p>
                            <Choices intake naming is_first=true />
                        }
                    } else {
                        view! {
                            <div class="view-head">
                                <h1>{t.start.heading}</h1>
                            </div>
                            <List acting />
                            <h2>{t.start.more}</h2>
                            <Choices intake naming is_first=false />
                        }
                    }
                }}
                <IntakeResult intake />
                <DropBox intake />
            </section>
        </IntakePane>
        <NameDialog title=Memo::fixed(t.start.new_heading.to_owned()) initial=Memo::fixed(String::new()) open=naming on_name=create />
        <NameDialog title=Memo::fixed(t.start.rename_heading.to_owned()) initial=current open=acting.renaming on_name=rename />
        <RemoveDialog about=acting.about open=acting.removing />
    }
}

/// The four ways to a ledger.
#[component]
fn Choices(intake: Intake, naming: State<bool>, is_first: bool) -> View {
    let t = &use_texts().start;
    let (session, place) = (use_session(), use_place());
    let fetching = State::new(false);
    let sample = move |_| {
        fetching.set(true);
        spawn_local(async move {
            let reading = match session.read_sample().await {
                Some(text) => read_at_once(text).await,
                None => None,
            };
            match reading {
                Some(mut reading) => {
                    let name = (t.sample_name)(&reading.unit);
                    reading.edits.push(Edit::set(Id::ROOT, Field::Name, name));
                    session.new_ledger_with(reading.edits).await;
                    place.go(Route::Overview);
                }
                None => session.notify(Notice::NoSample),
            }
            fetching.try_set(false);
        });
    };
    let (list, class) = if is_first {
        ("choices", "choice")
    } else {
        ("row", "button")
    };
    let hint = |hint: &'static str| if is_first { hint } else { "" };
    view! {
        <div class=list>
            <PickButton intake label=t.open_report hint=hint(t.open_report_hint) accept=REPORTS class />
            <PickButton intake label=t.open_file hint=hint(t.open_file_hint) accept=LEDGERS class />
            <button type="button" class=class on:click=move |_| naming.set(true)>
                {choice(t.blank, hint(t.blank_hint))}
            </button>
            <button type="button" class=class on:click=sample disabled=move || fetching.get()>
                {choice(t.sample, hint(t.sample_hint))}
            </button>
        </div>
    }
}

#[component]
fn List(acting: Acting) -> View {
    let t = use_texts();
    let session = use_session();
    // A row keeps its elements, and the focus its button, while others come and go.
    let rows = each(
        move || {
            session
                .shelf
                .with(|shelf| shelf.0.iter().filter_map(|about| about.id).collect())
        },
        move |id| view! { <Row id acting /> },
    );
    view! {
        <div class="table-scroll">
            <table class="table ledgers">
                <thead>
                    <tr>
                        <th scope="col">{t.start.column_title}</th>
                        <th scope="col">{t.start.column_findings}</th>
                        <th scope="col">{t.start.column_complete}</th>
                        <th scope="col">{t.start.column_touched}</th>
                        <th scope="col">{t.start.column_acts}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(id: Actor, acting: Acting) -> View {
    let t = use_texts();
    let s = &t.start;
    let (session, place) = (use_session(), use_place());
    let about = Memo::new(move |_| {
        let found = session
            .shelf
            .with(|shelf| shelf.0.iter().find(|about| about.id == Some(id)).cloned());
        found.unwrap_or_default()
    });
    let title = Memo::new(move |_| about.with(|about| shown_title(t, &about.title)));
    let open = move |_| {
        spawn_local(async move {
            if session.open.get_untracked() != Some(id) {
                session.open_ledger(id).await;
            }
            place.go(Route::Overview);
        });
    };
    let duplicate = move |_| {
        let name = (s.copy_name)(&title.get_untracked());
        spawn_local(async move { session.duplicate(id, &name).await });
    };
    let ask = move |dialog: State<bool>| {
        acting.about.set(Some(about.get_untracked()));
        dialog.set(true);
    };
    // The word on the button comes first, so that it can be spoken to; the ledger's name tells the rows apart.
    let button = |label: &'static str, class: &'static str, call: Box<dyn FnMut(leptos::ev::MouseEvent)>| {
        let name = move || title.with(|title| (s.act_on)(label, title));
        view! {
            <button type="button" class=class aria-label=name on:click=call>
                {label}
            </button>
        }
    };
    let buttons = [
        button(s.open, "button small primary", Box::new(open)),
        button(t.words.rename, "button small", Box::new(move |_| ask(acting.renaming))),
        button(s.duplicate, "button small", Box::new(duplicate)),
        button(
            t.words.remove,
            "button small danger",
            Box::new(move |_| ask(acting.removing)),
        ),
    ];
    let findings = move || about.with(|about| about.findings.to_string());
    // An empty ledger has no rate.
    let done = move || {
        let (complete, total) = about.with(|about| (about.complete, about.findings));
        let rate = Rate { complete, total };
        if total == 0 {
            t.words.none.into()
        } else {
            (s.complete)(complete, total, &rate.percent(1))
        }
    };
    let day = move || (t.words.date)(session.day_of(about.with(|about| about.touched)));
    let is_open = move || (session.open.get() == Some(id)).then(|| view! { <span class="muted">{s.is_open}</span> });
    view! {
        <tr>
            <th scope="row">{title} " " {is_open}</th>
            <td>{findings}</td>
            <td>{done}</td>
            <td>{day}</td>
            <td>
                <div class="row">{buttons}</div>
            </td>
        </tr>
    }
}

fn shown_title(t: &'static Texts, title: &str) -> String {
    if title.trim().is_empty() {
        return t.start.untitled.into();
    }
    title.into()
}
