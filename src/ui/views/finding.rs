//! One finding: every field edited in place, its measures, its history.

pub mod conflict;
mod measures;

use crate::dom::{View, live};
use crate::signals::{Aside, Memo, State};
use leptos::prelude::*;
use view_macro::{component, view};

use crate::{
    figures::{Line, Thresholds, departments, select, undecided, urgency},
    journal::{Edit, Position, first_deadline},
    ledger::{Field, Id, Kind, Ledger, Text},
    session::reading_order,
    ui::{
        desk::{Desk, Screen},
        parts::{Ask, EditField, Input, use_place, use_session},
        route::Route,
        texts::use_texts,
    },
};
use conflict::Conflicts;
use measures::Measures;

#[component]
pub fn FindingView(id: Id) -> View {
    let t = use_texts();
    let session = use_session();
    let back = Route::Ledger(session.last_query.get_value()).href();
    session.last_finding.set_value(Some(id));
    let exists = Memo::new(move |_| session.book.with(|book| book.ledger().finding(id).is_some()));
    live(move || {
        if !exists.get() {
            return view! {
                <section class="view">
                    <h1>{t.ledger.heading}</h1>
                    <p class="empty">{t.finding.gone}</p>
                    <p class="row">
                        <a class="button" href=back.clone()>{t.finding.back}</a>
                        <a class="button" href=Route::History.href()>{t.shell.history}</a>
                    </p>
                </section>
            };
        }
        view! { <Present id back=back.clone() /> }
    })
}

#[component]
fn Present(id: Id, back: String) -> View {
    let t = use_texts();
    let session = use_session();
    let place = use_place();
    let whereabouts = Memo::new(move |_| {
        session.book.with(|book| {
            let found = book.ledger().whereabouts(id);
            found.map(|(area, category)| (area.title.clone(), category.id, category.title.clone()))
        })
    });
    let title = Memo::new(move |_| {
        let title = |book: &crate::journal::Book| book.ledger().finding(id).map(|finding| finding.title.clone());
        session.book.with(title).unwrap_or_default()
    });
    let stands = Memo::new(move |_| {
        session.book.with(|book| {
            book.ledger()
                .finding(id)
                .is_some_and(|finding| finding.stands_for_category)
        })
    });
    let days_left = Memo::new(move |_| {
        session.book.with(|book| {
            let finding = book.ledger().finding(id)?;
            let today = session.today.get();
            Some((
                finding.days_left(today)?,
                urgency(finding, today, Thresholds::of(book.ledger())),
            ))
        })
    });
    let first = Memo::new(move |_| {
        session.book.with(|book| {
            let now = book.ledger().finding(id)?.deadline;
            first_deadline(book, id).filter(|first| Some(*first) != now)
        })
    });
    let neighbours = Memo::new(move |_| {
        session.book.with(|book| {
            let query = session.last_query.get_value();
            let today = session.today.get();
            let lines = select(book.ledger(), undecided(book), &query, today, &reading_order).lines;
            let ids: Vec<Id> = lines
                .iter()
                .filter_map(|line| match line {
                    Line::Finding(spot) => spot.finding(book.ledger()).map(|finding| finding.id),
                    _ => None,
                })
                .collect();
            let at = ids.iter().position(|each| *each == id)?;
            Some((at.checked_sub(1).map(|at| ids[at]), ids.get(at + 1).copied()))
        })
    });
    let step = move |to: Option<Id>, name: &'static str| {
        to.map(|to| view! { <a class="button quiet" href=Route::Finding(to).href()>{name}</a> })
    };
    let lists = move || {
        let (leaders, owners, units) = session.book.with(|book| {
            let ledger = book.ledger();
            (
                distinct(
                    ledger
                        .findings()
                        .map(|finding| &finding.leader)
                        .chain(listed(ledger, "leader")),
                ),
                distinct(
                    ledger
                        .findings()
                        .map(|finding| &finding.owner)
                        .chain(listed(ledger, "person")),
                ),
                distinct(departments(ledger).iter().chain(listed(ledger, "department"))),
            )
        });
        [
            ("list-leaders", leaders),
            ("list-owners", owners),
            ("list-departments", units),
        ]
        .into_iter()
        .map(|(name, values)| {
            let options = values
                .into_iter()
                .map(|value| view! { <option value=value.to_string()></option> });
            view! { <datalist id=name>{options.collect::<View>()}</datalist> }
        })
        .collect::<View>()
    };
    let removing = State::new(false);
    let on_remove = {
        let back = back.clone();
        Callback::new(move |()| {
            session.act(&[Edit::Remove { record: id }]);
            place.go(Route::parse(&back));
        })
    };
    view! {
        <section class="view view-finding">
            <nav class="row" aria-label=t.finding.place>
                <a class="button quiet" href=back>{t.finding.back}</a>
                {move || neighbours.get().map(|(before, after)| (step(before, t.finding.previous), step(after, t.finding.next)))}
            </nav>
            <p class="muted">
                {move || whereabouts.get().map(|(area, _, category)| format!("{area} › {category}"))}
            </p>
            <h1>{move || title.get().to_string()}</h1>
            <Conflicts id />
            <div class="finding">
                <div class="stack">
                    <div class="card stack">
                        <h2>{t.finding.progress}</h2>
                        {move || if stands.get() {
                            view! { <p class="hint">{t.finding.is_category}</p> }
                        } else {
                            view! { <EditField record=id field=Field::Title input=Input::Needed /> }
                        }}
                        <EditField record=id field=Field::Detail input=Input::Paragraph />
                        <EditField record=id field=Field::Note input=Input::Paragraph />
                    </div>
                    <Measures id />
                    <div class="card stack">
                        <h2>{t.finding.unfinished}</h2>
                        <EditField record=id field=Field::Problem input=Input::Paragraph />
                        <EditField record=id field=Field::Reason input=Input::Paragraph />
                        <EditField record=id field=Field::NextStep input=Input::Paragraph />
                    </div>
                </div>
                <div class="stack">
                    <div class="card stack">
                        <h2>{t.finding.responsibility}</h2>
                        <EditField record=id field=Field::Status input=Input::Status />
                        <EditField record=id field=Field::Deadline input=Input::Date />
                        {move || days_left.get().map(|(days, urgency)| {
                            view! { <p class=due_class(urgency)>{(t.words.days_left)(days)}</p> }
                        })}
                        {move || first.get().map(|date| {
                            view! { <p class="muted">{(t.finding.first_deadline)(&(t.words.date)(date))}</p> }
                        })}
                        <EditField record=id field=Field::CompletedOn input=Input::Date />
                        <EditField record=id field=Field::Remedy input=Input::Remedy />
                        <EditField record=id field=Field::Leader input=Input::Listed("list-leaders") />
                        <EditField record=id field=Field::Department input=Input::Listed("list-departments") />
                        <EditField record=id field=Field::CoDepartments input=Input::Listed("list-departments") />
                        <EditField record=id field=Field::Owner input=Input::Listed("list-owners") />
                        {lists}
                    </div>
                    <Whereabouts id />
                    <div class="card stack plan-only">
                        <button type="button" class="button danger" on:click=move |_| removing.set(true)>{t.finding.remove}</button>
                    </div>
                </div>
            </div>
            <Desk screen=Screen::Finding(id) />
            <Ask title=Memo::new(move |_| (t.finding.remove_question)(&title.get()))
                text=t.ledger.comes_back yes=t.words.remove
                open=removing on_yes=on_remove />
        </section>
    }
}

fn due_class(urgency: Option<crate::figures::Urgency>) -> &'static str {
    use crate::figures::Urgency;
    match urgency {
        Some(Urgency::Overdue) => "due-overdue",
        Some(Urgency::Yellow) => "due-yellow",
        Some(Urgency::Green) => "due-green",
        _ => "muted",
    }
}

/// Names of the ledger's own list of leaders, departments or persons.
fn listed<'a>(ledger: &'a Ledger, list: &'static str) -> impl Iterator<Item = &'a Text> {
    let names = ledger
        .entries
        .iter()
        .filter(move |entry| entry.kind == Kind::Roster && entry.values.value(&Field::Type) == list);
    names.filter_map(|entry| entry.values.text(&Field::Title))
}

fn distinct<'a>(texts: impl Iterator<Item = &'a Text>) -> Vec<Text> {
    let mut all: Vec<Text> = texts.filter(|text| !text.is_empty()).cloned().collect();
    crate::ledger::sort_by(&mut all, Ord::cmp);
    all.dedup();
    all
}

/// Moving a finding: within its category, or to another.
#[component]
fn Whereabouts(id: Id) -> View {
    let t = use_texts();
    let session = use_session();
    let categories = Memo::new(move |_| {
        session.book.with(|book| {
            let all = book.ledger().categories();
            all.map(|(area, category)| {
                let here = category.findings.iter().any(|finding| finding.id == id);
                // A narrow list shows the start of its lines: the category, not the area that many share.
                (category.id, [&*category.title, " · ", &*area.title].concat(), here)
            })
            .collect::<Vec<_>>()
        })
    });
    // An arrow key in a list chooses the next member at once: choosing is not moving.
    let chosen = Aside::new(None::<Id>);
    let shift = move |down: bool| {
        let target = session.book.with_untracked(|book| {
            let (_, category) = book.ledger().whereabouts(id)?;
            let at = category.findings.iter().position(|finding| finding.id == id)?;
            let before = |distance: usize| at.checked_sub(distance).map(|at| category.findings[at].id);
            let position = match (down, before(1), before(2)) {
                (true, ..) => Position::After(category.findings.get(at + 1)?.id),
                (false, Some(_), Some(two)) => Position::After(two),
                (false, Some(_), None) => Position::First,
                (false, None, _) => return None,
            };
            Some((category.id, position))
        });
        if let Some((parent, position)) = target {
            session.act(&[Edit::Move {
                record: id,
                parent,
                position,
            }]);
        }
    };
    view! {
        <div class="card stack screen-only plan-only">
            <h2>{t.finding.place}</h2>
            <label class="field">
                <span>{t.finding.move_to}</span>
                <select on:change=move |event| chosen.set_value(event_target_value(&event).parse().ok())>
                    {move || categories.get().into_iter().map(|(category, name, here)| {
                        view! { <option value=category.to_string() prop:selected=here>{name}</option> }
                    }).collect::<View>()}
                </select>
            </label>
            <div class="row">
                <button type="button" class="button" on:click=move |_| {
                    let there = chosen.get_value().filter(|there| categories.with_untracked(|all| all.iter().any(|(id, _, here)| id == there && !here)));
                    if let Some(parent) = there {
                        session.act(&[Edit::Move { record: id, parent, position: Position::Last }]);
                    }
                }>{t.finding.move_there}</button>
                <button type="button" class="button" on:click=move |_| shift(false)>{t.words.move_up}</button>
                <button type="button" class="button" on:click=move |_| shift(true)>{t.words.move_down}</button>
            </div>
        </div>
    }
}
