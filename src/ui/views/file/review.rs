//! A ledger file that raises a question: its readable part was edited by hand, or its journal does not hold together.

use crate::dom::{NodeRef, View};
use crate::signals::effect;
use view_macro::{component, view};

use super::super::intake::Intake;
use crate::{
    formats::json::{HandEdit, Incoming},
    journal::{Book, Fault},
    ledger::{Field, Id, Kind},
    session::Understood,
    ui::texts::{Texts, use_texts},
};

/// So many differences are listed; of more, the number is told.
const LISTED: usize = 200;

/// Lists what is questionable, and lets the user choose.
#[component]
pub fn FileReview(intake: Intake) -> View {
    let t = use_texts();
    let heading = NodeRef::<web_sys::HtmlElement>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let found = intake.asked.with_untracked(|asked| match asked {
        Some(Understood::Ledger(file)) => Some((questions(t, file), choices(t, intake, file))),
        _ => None,
    });
    let (questions, choices) = found.unwrap_or_else(|| (View::Nothing, View::Nothing));
    let f = &t.file;
    view! {
        <section class="view stack">
            <div class="view-head">
                <h1 node_ref=heading tabindex="-1">{f.review_heading}</h1>
            </div>
            <p>{f.not_stored_yet}</p>
            {questions}
            <div class="toolbar row">
                {choices}
                <button type="button" class="button" on:click=move |_| intake.cancel()>
                    {t.words.cancel}
                </button>
            </div>
        </section>
    }
}

fn choices(t: &'static Texts, intake: Intake, file: &Incoming) -> View {
    let f = &t.file;
    let take = |label: &'static str, class: &'static str, by_hand: bool| {
        view! {
            <button type="button" class=class on:click=move |_| intake.take_ledger(by_hand)>
                {label}
            </button>
        }
    };
    let is_edited = !file.hand_edits.is_empty();
    if is_edited && file.changes.is_empty() {
        // Nothing but the readable part is there to take.
        return take(f.import_as_new, "button primary", true);
    }
    let is_sound = file.faults.is_empty();
    view! {
        {is_edited.then(|| take(f.take_by_hand, if is_sound { "button primary" } else { "button" }, true))}
        {if is_edited && is_sound {
            take(f.take_journal, "button", false)
        } else {
            take(f.import_anyway, if is_sound { "button primary" } else { "button danger" }, false)
        }}
    }
}

fn questions(t: &'static Texts, file: &Incoming) -> View {
    let f = &t.file;
    let faults: Vec<String> = file.faults.iter().map(t.faults.fault).collect();
    let faults_lead = if file
        .faults
        .iter()
        .any(|fault| matches!(fault, Fault::BrokenChain { .. }))
    {
        f.chain_broken
    } else {
        f.journal_faults
    };
    view! {
        {list(f.faults_heading, faults_lead, faults)}
        {(!file.hand_edits.is_empty()).then(|| hand_edits(t, file))}
        {list(f.unknown_heading, f.unknown_lead, file.unknown.clone())}
    }
}

fn list(heading: &'static str, lead: &'static str, lines: Vec<String>) -> View {
    if lines.is_empty() {
        return View::Nothing;
    }
    let count = lines.len();
    let lines = lines.into_iter().take(LISTED).map(|line| view! { <li>{line}</li> });
    view! {
        <section class="card stack">
            <h2>{heading}</h2>
            <p>{lead}</p>
            <ul>{lines.collect::<View>()}</ul>
            {more(count)}
        </section>
    }
}

fn more(count: usize) -> View {
    let text = use_texts().file.and_more;
    if count > LISTED {
        view! { <p class="muted">{text(count - LISTED)}</p> }
    } else {
        View::Nothing
    }
}

fn hand_edits(t: &'static Texts, file: &Incoming) -> View {
    let f = &t.file;
    let book = Book::from_changes(file.changes.clone());
    let row = |edit: &HandEdit| {
        let row = describe(t, &book, edit);
        view! {
            <tr>
                <th scope="row">{row.what}</th>
                <td>{row.field}</td>
                <td>{row.from}</td>
                <td>{row.to}</td>
            </tr>
        }
    };
    let lead = if file.changes.is_empty() {
        f.only_readable
    } else {
        f.edited_lead
    };
    view! {
        <section class="card stack">
            <h2>{(f.edited_heading)(file.hand_edits.len())}</h2>
            <p>{lead}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=f.edited_table>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{f.column_record}</th>
                            <th scope="col">{f.column_field}</th>
                            <th scope="col">{f.column_from}</th>
                            <th scope="col">{f.column_to}</th>
                        </tr>
                    </thead>
                    <tbody>{file.hand_edits.iter().take(LISTED).map(row).collect::<View>()}</tbody>
                </table>
            </div>
            {more(file.hand_edits.len())}
        </section>
    }
}

/// One difference in words.
struct Row {
    what: String,
    field: &'static str,
    from: String,
    to: String,
}

fn describe(t: &'static Texts, book: &Book, edit: &HandEdit) -> Row {
    let f = &t.file;
    let named = |kind: &Kind, title: &str| (f.record)((t.words.kind)(kind), title);
    let row = |what: String, field: &'static str, from: String, to: String| Row { what, field, from, to };
    let none = String::new;
    match edit {
        HandEdit::Changed {
            record,
            field,
            from,
            to,
        } => row(
            record_title(t, book, *record),
            (t.words.field)(field),
            shown(t, field, from),
            shown(t, field, to),
        ),
        HandEdit::Added { kind, title, .. } => row(named(kind, title), f.edit_added, none(), none()),
        HandEdit::Removed { kind, title, .. } => row(named(kind, title), f.edit_removed, none(), none()),
        HandEdit::Moved { kind, title, .. } => row(named(kind, title), f.edit_moved, none(), none()),
        HandEdit::SameId { record, path } => row(record_title(t, book, *record), f.edit_same_id, none(), path.clone()),
        HandEdit::BadValue { field, value, path } => row(
            (t.words.field)(field).into(),
            f.edit_bad_value,
            none(),
            (f.value_at)(value, path),
        ),
    }
}

fn record_title(t: &'static Texts, book: &Book, record: Id) -> String {
    if record == Id::ROOT {
        return (t.words.kind)(&Kind::Ledger).into();
    }
    let kind = book.kind(record).cloned().unwrap_or(Kind::Finding);
    let name = match kind {
        Kind::Measure => Field::Heading,
        Kind::Accountability | Kind::Recovered | Kind::Statement => Field::Passage,
        Kind::Acknowledgement => Field::Subject,
        _ => Field::Title,
    };
    (t.file.record)((t.words.kind)(&kind), &book.value(record, &name))
}

fn shown(t: &'static Texts, field: &Field, value: &str) -> String {
    match (t.words.value)(field, value) {
        Some(word) => word,
        None if value.is_empty() => t.words.none.into(),
        None => value.into(),
    }
}
