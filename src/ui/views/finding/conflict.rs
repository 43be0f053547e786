//! Two values of one field, side by side, until somebody chooses.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::{component, view};

use crate::{
    journal::{Conflict, Edit},
    ledger::{Field, Id},
    ui::{
        parts::use_session,
        texts::{Texts, code_name, field_name, use_texts},
    },
};

/// The conflicts of a finding and of what stands under it.
#[component]
pub fn Conflicts(id: Id) -> View {
    let session = use_session();
    let conflicts = Memo::new(move |_| {
        session.book.with(|book| {
            let finding = book.ledger().finding(id);
            let inside = |record: Id| finding.is_some_and(|finding| finding.holds(record));
            book.conflicts()
                .into_iter()
                .filter(|conflict| inside(conflict.record))
                .collect::<Vec<_>>()
        })
    });
    live(move || {
        conflicts
            .get()
            .into_iter()
            .map(|conflict| view! { <OneConflict conflict /> })
            .collect::<View>()
    })
}

/// One conflict, to be settled here.
#[component]
pub fn OneConflict(conflict: Conflict) -> View {
    let t = use_texts();
    let session = use_session();
    let Conflict {
        record,
        field,
        versions,
    } = conflict;
    let name = (t.finding.conflict)(field_name(t, &field));
    let choices = versions.into_iter().map(|version| {
        let author = t.words.author(&version.author).to_owned();
        let when = session.local_time(version.stamp.millis);
        let shown = match &field {
            Field::Place => session.book.with_untracked(|book| {
                let parent = book.parent_in(&version.value);
                parent
                    .map(|parent| book.value(parent, &Field::Title).to_string())
                    .unwrap_or_default()
            }),
            _ => shown_value(t, &field, &version.value),
        };
        let (field, value) = (field.clone(), version.value.clone());
        view! {
            <li>
                <p>{shown}</p>
                <p class="muted">{author}" · "{when}</p>
                <button type="button" class="button small"
                    on:click=move |_| drop(session.act(&[Edit::set(record, field.clone(), value.clone())]))>
                    {t.finding.keep_this}
                </button>
            </li>
        }
    });
    view! {
        <section class="conflict">
            <h2>{name}</h2>
            <p>{t.finding.conflict_hint}</p>
            <ul>{choices.collect::<View>()}</ul>
        </section>
    }
}

/// A field's text as a reader of the ledger knows it.
pub fn shown_value(t: &'static Texts, field: &Field, value: &str) -> String {
    let known = match field {
        Field::Removed if value.is_empty() => Some(t.history.restored.into()),
        Field::Removed => Some(t.history.removed_step.into()),
        _ => code_name(t, field, value),
    };
    match known {
        Some(word) => word,
        None if value.is_empty() => t.finding.empty_value.into(),
        None => value.into(),
    }
}
