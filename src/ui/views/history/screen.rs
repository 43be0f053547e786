//! 记录: open questions, what was removed, the ledger of an earlier day, and every change.

use crate::dom::{NodeRef, View};
use crate::signals::{Memo, State};
use view_macro::{component, view};

use super::{filters::FilteredHistory, name_of};
use crate::{
    journal::{Edit, Fault, removed_records},
    ledger::parse_date,
    ui::{
        long_list::Long,
        parts::{use_place, use_session},
        route::Route,
        texts::{kind_name, use_texts},
        views::finding::conflict::OneConflict,
    },
};

pub fn history_screen() -> View {
    let t = use_texts();
    view! {
        <section class="view">
            <div class="view-head"><h1>{t.history.heading}</h1></div>
            <div class="stack">
                <Questions />
                <RemovedList />
                <LookBack />
                <div class="card stack">
                    <HistoryHeading />
                    <FilteredHistory />
                </div>
            </div>
        </section>
    }
}

/// Leads to the ledger as it was at the end of a day.
#[component]
fn LookBack() -> View {
    let t = use_texts();
    let session = use_session();
    let place = use_place();
    let node = NodeRef::<web_sys::HtmlInputElement>::new();
    let fault = State::new(false);
    let look = move |_| {
        let typed = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        let day = parse_date(&typed).filter(|day| *day < session.present_day());
        fault.set(day.is_none());
        if let Some(day) = day {
            session.look_back(day);
            place.go(Route::Overview);
        }
    };
    view! {
        <div class="card stack screen-only">
            <h2>{t.history.look_back}</h2>
            <p class="hint">{t.history.look_back_hint}</p>
            <div class="row">
                <label class="field">
                    <span>{t.history.day}</span>
                    <input type="date" node_ref=node max=session.present_day().to_string()
                        aria-invalid=move || fault.get().then_some("true") />
                </label>
                <button type="button" class="button" on:click=look>{t.history.look}</button>
            </div>
            {move || fault.get().then(|| view! { <p class="error" role="alert">{t.history.day_needed}</p> })}
        </div>
    }
}

#[component]
fn HistoryHeading() -> View {
    let t = use_texts();
    let session = use_session();
    view! { <h2>{move || (t.history.changes)(session.book.with(|book| book.changes().len()))}</h2> }
}

#[component]
fn Questions() -> View {
    let t = use_texts();
    let session = use_session();
    let conflicts = Memo::new(move |_| session.book.with(|book| book.conflicts()));
    let removed = Memo::new(move |_| {
        session.book.with(|book| {
            let faults = book.faults().iter();
            let asked = faults.filter_map(|fault| match fault {
                Fault::EditedThoughRemoved { record, changes } => Some((*record, changes.len())),
                _ => None,
            });
            asked
                .map(|(record, count)| (record, count, name_of(book, record)))
                .collect::<Vec<_>>()
        })
    });
    let other = Memo::new(move |_| {
        let mut texts: Vec<String> = session
            .broken
            .with(|broken| broken.iter().map(t.faults.fault).collect());
        session.book.with(|book| {
            let faults = book.faults().iter();
            let told = faults.filter(|fault| !matches!(fault, Fault::EditedThoughRemoved { .. }));
            texts.extend(told.map(t.faults.fault));
        });
        texts
    });
    let (long, long_removed) = (Long::rows(), Long::rows());
    view! {
        <div class="card stack">
            <h2>{t.history.questions}</h2>
            {move || {
                (conflicts.with(Vec::is_empty) && removed.with(Vec::is_empty) && other.with(Vec::is_empty))
                    .then(|| view! { <p class="muted">{t.history.no_questions}</p> })
            }}
            {move || conflicts.get().into_iter().take(long.most()).map(|conflict| {
                let finding = session.book.with(|book| {
                    let ledger = book.ledger();
                    let record = conflict.record;
                    let found = ledger.findings().find(|finding| finding.holds(record));
                    found.map(|finding| (finding.id, finding.title.to_string()))
                });
                view! {
                    <div>
                        {finding.map(|(id, title)| view! { <a href=Route::Finding(id).href()>{title}</a> })}
                        <OneConflict conflict />
                    </div>
                }
            }).collect::<View>()}
            {long.rest(move || conflicts.with(Vec::len))}
            {move || removed.get().into_iter().take(long_removed.most()).map(|(record, count, title)| view! {
                <div class="question">
                    <p>{(t.history.edited_though_removed)(&title, count)}</p>
                    <p class="row">
                        <button type="button" class="button small"
                            on:click=move |_| drop(session.act(&[Edit::Restore { record }]))>{t.history.bring_back}</button>
                        <button type="button" class="button small quiet" on:click=move |_| {
                            session.act(&[Edit::Restore { record }, Edit::Remove { record }]);
                        }>{t.history.leave_out}</button>
                    </p>
                </div>
            }).collect::<View>()}
            {long_removed.rest(move || removed.with(Vec::len))}
            {move || other.get().into_iter().map(|text| view! { <p class="error">{text}</p> }).collect::<View>()}
        </div>
    }
}

#[component]
fn RemovedList() -> View {
    let t = use_texts();
    let session = use_session();
    let removed = Memo::new(move |_| session.book.with(removed_records));
    let long = Long::rows();
    view! {
        <div class="card stack">
            <h2>{t.history.removed}</h2>
            {move || removed.with(Vec::is_empty).then(|| view! { <p class="muted">{t.history.nothing_removed}</p> })}
            <ul class="plain-list">
                {move || removed.get().into_iter().take(long.most()).map(|each| {
                    let record = each.record;
                    let author = t.words.author(&each.author).to_owned();
                    view! {
                        <li class="row">
                            <span>{kind_name(t, &each.kind)}" "<q>{each.title.to_string()}</q></span>
                            <span class="muted">{author}" · "{session.local_time(each.stamp.millis)}</span>
                            <button type="button" class="button small"
                                on:click=move |_| drop(session.act(&[Edit::Restore { record }]))>{t.history.restore}</button>
                        </li>
                    }
                }).collect::<View>()}
            </ul>
            {long.rest(move || removed.with(Vec::len))}
        </div>
    }
}
