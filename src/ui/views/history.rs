//! 记录: open questions, what was removed, and every change.

use crate::dom::View;
use crate::signals::{Memo, State};
use view_macro::{component, view};

use super::finding::conflict::{OneConflict, shown_value};
use crate::{
    journal::{Edit, Fault, HistoryLine, Step, history, removed_records},
    ledger::{Field, Id, Kind},
    ui::{
        parts::use_session,
        route::Route,
        texts::{Texts, use_texts},
    },
};

/// Lines drawn at first, and more at each wish.
const PAGE: usize = 100;

#[component]
pub fn HistoryView() -> View {
    let t = use_texts();
    view! {
        <section class="view">
            <div class="view-head"><h1>{t.history.heading}</h1></div>
            <div class="stack">
                <Questions />
                <RemovedList />
                <div class="card stack">
                    <HistoryHeading />
                    <HistoryList of=None />
                </div>
            </div>
        </section>
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
    view! {
        <div class="card stack">
            <h2>{t.history.questions}</h2>
            {move || {
                (conflicts.with(Vec::is_empty) && removed.with(Vec::is_empty) && other.with(Vec::is_empty))
                    .then(|| view! { <p class="muted">{t.history.no_questions}</p> })
            }}
            {move || conflicts.get().into_iter().map(|conflict| {
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
            {move || removed.get().into_iter().map(|(record, count, title)| view! {
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
            {move || other.get().into_iter().map(|text| view! { <p class="error">{text}</p> }).collect::<View>()}
        </div>
    }
}

#[component]
fn RemovedList() -> View {
    let t = use_texts();
    let session = use_session();
    let removed = Memo::new(move |_| session.book.with(removed_records));
    view! {
        <div class="card stack">
            <h2>{t.history.removed}</h2>
            {move || removed.with(Vec::is_empty).then(|| view! { <p class="muted">{t.history.nothing_removed}</p> })}
            <ul class="plain-list">
                {move || removed.get().into_iter().map(|each| {
                    let record = each.record;
                    let author = if each.author.is_empty() { t.words.unknown_author.into() } else { each.author.to_string() };
                    view! {
                        <li class="row">
                            <span>{(t.words.kind)(&each.kind)}" "<q>{each.title.to_string()}</q></span>
                            <span class="muted">{author}" · "{session.local_time(each.stamp.millis)}</span>
                            <button type="button" class="button small"
                                on:click=move |_| drop(session.act(&[Edit::Restore { record }]))>{t.history.restore}</button>
                        </li>
                    }
                }).collect::<View>()}
            </ul>
        </div>
    }
}

/// Who changed what, latest first: of one record with what stands under it, or of the whole ledger.
#[component]
pub fn HistoryList(of: Option<Id>) -> View {
    let t = use_texts();
    let session = use_session();
    let shown = State::new(PAGE);
    let lines = Memo::new(move |_| session.book.with(|book| history(book, of)));
    view! {
        <ol class="history">
            {move || {
                let shown = shown.get();
                lines.with(|lines| {
                    lines.iter().take(shown).map(|line| history_line(t, line, &session.local_time(line.stamp.millis),
                        session.book.with_untracked(|book| name_of(book, line.record)))).collect::<View>()
                })
            }}
        </ol>
        {move || (lines.with(Vec::len) > shown.get()).then(|| view! {
            <button type="button" class="button" on:click=move |_| shown.update(|shown| *shown += PAGE)>{t.history.more}</button>
        })}
    }
}

fn history_line(t: &'static Texts, line: &HistoryLine, when: &str, name: String) -> View {
    let author = if line.author.is_empty() {
        t.words.unknown_author.into()
    } else {
        line.author.to_string()
    };
    let kind = (t.words.kind)(&line.kind);
    let what = match &line.step {
        Step::Added { .. } => view! { <span>{t.history.added}</span> },
        Step::Removed => view! { <span>{t.history.removed_step}</span> },
        Step::Restored => view! { <span>{t.history.restored}</span> },
        Step::Moved => view! { <span>{t.history.moved}</span> },
        Step::Set { field, from, to } => view! {
            <span>
                {(t.words.field)(field)}" "
                <del>{shown_value(t, field, from)}</del>" → "<ins>{shown_value(t, field, to)}</ins>
            </span>
        },
    };
    view! {
        <li>
            <span class="muted">{when.to_owned()}" · "{author}</span>
            <span>{kind}" "<q>{name}</q></span>
            {what}
        </li>
    }
}

/// What a record is called.
fn name_of(book: &crate::journal::Book, record: Id) -> String {
    let fields = [Field::Title, Field::Heading, Field::Body, Field::Passage, Field::Unit];
    let own = fields
        .iter()
        .map(|field| book.value(record, field))
        .find(|text| !text.is_empty());
    let text = own
        .map(|text| text.to_string())
        .unwrap_or_else(|| match book.kind(record) {
            Some(Kind::Finding) => book
                .ledger()
                .finding(record)
                .map(|finding| finding.title.to_string())
                .unwrap_or_default(),
            _ => String::new(),
        });
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
