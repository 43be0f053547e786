//! Changes, latest first, each with what it changed and a way back.

use crate::dom::View;
use crate::signals::{Memo, State};
use view_macro::{component, view};

use super::name_of;
use crate::{
    journal::{Edit, HistoryLine, Step},
    ledger::{Field, Id, Text},
    session::Session,
    ui::{
        parts::use_session,
        texts::{Texts, field_name, kind_name, use_texts},
        views::finding::conflict::shown_value,
    },
};

/// A field with what it was and is, in words.
pub type InWords = fn(&'static Texts, &Field, &str, &str) -> Option<String>;

/// Lines drawn at first, and more at each wish.
const PAGE: usize = 100;

#[component]
pub fn HistoryList(
    lines: Memo<Vec<HistoryLine>>,
    /// What a change of a field is told as where its values are no words.
    in_words: InWords,
) -> View {
    let t = use_texts();
    let session = use_session();
    let shown = State::new(PAGE);
    view! {
        <ol class="history">
            {move || {
                let shown = shown.get();
                lines.with(|lines| {
                    lines.iter().take(shown).map(|line| history_line(t, session, line, in_words)).collect::<View>()
                })
            }}
        </ol>
        {move || (lines.with(Vec::len) > shown.get()).then(|| view! {
            <button type="button" class="button" on:click=move |_| shown.update(|shown| *shown += PAGE)>{t.history.more}</button>
        })}
    }
}

fn history_line(t: &'static Texts, session: Session, line: &HistoryLine, in_words: InWords) -> View {
    let when = session.local_time(line.stamp.millis);
    let (name, now) = session.book.with_untracked(|book| {
        let now = match &line.step {
            Step::Set { field, .. } => book.value(line.record, field),
            _ => Text::default(),
        };
        (name_of(book, line.record), now)
    });
    let author = t.words.author(&line.author).to_owned();
    let kind = kind_name(t, &line.kind);
    let what = match &line.step {
        Step::Added { .. } => view! { <span>{t.history.added}</span> },
        Step::Removed => view! { <span>{t.history.removed_step}</span> },
        Step::Restored => view! { <span>{t.history.restored}</span> },
        Step::Moved { from, to } => moved(t, session, from, to),
        Step::Set { field, from, to } => view! {
            <span>
                {field_name(t, field)}" "
                {match in_words(t, field, from, to) {
                    Some(words) => View::Text(words.into()),
                    None => view! {
                        <del>{shown_value(t, field, from)}</del>" → "<ins>{shown_value(t, field, to)}</ins>
                    },
                }}
            </span>
            {(*from != now).then(|| {
                let shown = in_words(t, field, &now, from).unwrap_or_else(|| shown_value(t, field, from));
                give_back(t, session, line.record, field.clone(), from.clone(), &shown)
            })}
        },
    };
    view! {
        <li>
            <span class="muted">{when}" · "{author}</span>
            <span>{kind}" "<q>{name}</q></span>
            {what}
        </li>
    }
}

/// From what it stood under to what it stands under; within one, only its order has changed.
fn moved(t: &'static Texts, session: Session, from: &str, to: &str) -> View {
    session.book.with_untracked(|book| {
        let (from, to) = (book.parent_in(from), book.parent_in(to));
        let name = |parent: Option<Id>| parent.map(|parent| name_of(book, parent)).unwrap_or_default();
        if from == to {
            return view! { <span>{t.history.reordered}</span> };
        }
        view! { <span>{t.history.moved}" "<del>{name(from)}</del>" → "<ins>{name(to)}</ins></span> }
    })
}

/// A field's earlier value can be given back, as a new change.
fn give_back(t: &'static Texts, session: Session, record: Id, field: Field, from: Text, shown: &str) -> View {
    let named = (t.history.give_back_named)(field_name(t, &field), shown);
    view! {
        <button type="button" class="button quiet small" aria-label=named
            on:click=move |_| drop(session.act(&[Edit::set(record, field.clone(), from.clone())]))>
            {t.history.give_back}
        </button>
    }
}
