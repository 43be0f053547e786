//! What a file raises questions about: its journal does not hold together, its readable part was edited by hand, it has what this
//! version does not know, or both sides did what neither would have done, had it known.

use crate::dom::View;
use view_macro::view;

use super::Desk;
use crate::{
    figures::{Question, WrongChange, wrong_changes},
    formats::json::{HandEdit, Incoming},
    journal::{Book, Fault},
    ledger::{Field, Id, Kind},
    ui::{
        texts::{TakeInTexts, Texts, field_name, kind_name},
        views::finding::conflict::shown_value,
    },
};

/// So many lines are listed; of more, the number is told.
pub const LISTED: usize = 200;

pub fn questions(desk: Desk, file: &Incoming) -> View {
    let x = desk.x;
    view! {
        {(!desk.is_sound).then(|| altered(desk, file))}
        {(!file.hand_edits.is_empty()).then(|| hand_edits(desk, file))}
        {(!file.unknown.is_empty()).then(|| unknown(x, &file.unknown))}
    }
}

/// What both sides did without knowing of each other, in a sentence each.
pub fn asked(desk: Desk, questions: &[Question]) -> View {
    let Desk { t, x, .. } = desk;
    if questions.is_empty() {
        return View::Nothing;
    }
    let lines = questions.iter().map(|question| {
        let text = match question {
            Question::EditedThoughRemoved {
                kind,
                title,
                edits,
                removed_here,
            } => (x.removed_and_edited)(kind_name(t, kind), title, *edits, *removed_here),
            Question::EditedThoughMoved {
                kind,
                title,
                from,
                to,
                moved_here,
            } => (x.moved_and_edited)(kind_name(t, kind), title, from, to, *moved_here),
        };
        view! { <li>{text}</li> }
    });
    view! {
        <section class="card stack">
            <h2>{(x.questions)(questions.len())}</h2>
            <ul class="stack">{lines.collect::<View>()}</ul>
        </section>
    }
}

/// The changes that are wrong, the first of them by name, and what has to be said before the file is taken all the same.
fn altered(desk: Desk, file: &Incoming) -> View {
    let Desk { session, t, x, .. } = desk;
    let wrong = desk.review.with_untracked(|review| {
        let faults = file.faults.iter().chain(&review.two_faces);
        if desk.is_known {
            session
                .book
                .with_untracked(|book| wrong_changes(book, &file.changes, faults))
        } else {
            wrong_changes(&Book::default(), &file.changes, faults)
        }
    });
    let has_broken = wrong.iter().any(|each| matches!(each.fault, Fault::BrokenChain { .. })) || desk.is_known;
    let first = wrong.first().map(|first| {
        let record = (x.record)(kind_name(t, &first.kind), &first.title);
        let record = match first.values.first() {
            Some((field, ..)) => [&record, " ", field_name(t, field)].concat(),
            None => record,
        };
        (x.first_wrong)(
            t.words.author(&first.author),
            &session.local_time(first.millis),
            &record,
        )
    });
    let rows = wrong.iter().take(LISTED).map(|each| wrong_rows(desk, each));
    view! {
        <section class="card stack">
            <h2>{x.altered}</h2>
            <p>{if has_broken { x.chain_broken } else { x.journal_faults }}</p>
            {first.map(|first| view! { <p class="error">{first}</p> })}
            <div class="table-scroll" tabindex="0" role="region" aria-label=x.wrong_table>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{x.column_record}</th>
                            <th scope="col">{x.who}</th>
                            <th scope="col">{x.trouble}</th>
                            <th scope="col">{x.field}</th>
                            <th scope="col">{x.here}</th>
                            <th scope="col">{x.file}</th>
                        </tr>
                    </thead>
                    {rows.collect::<View>()}
                </table>
            </div>
            {more(x, wrong.len())}
            <label class="place">
                <input type="checkbox" prop:checked=move || desk.insists.get()
                    on:change=move |_| desk.insists.update(|insists| *insists = !*insists) />
                <span>{x.insist}</span>
            </label>
            <p class="hint">{x.insist_hint}</p>
        </section>
    }
}

/// A change with every value that it gives.
fn wrong_rows(desk: Desk, wrong: &WrongChange) -> View {
    let Desk { session, t, x, .. } = desk;
    let span = wrong.values.len().max(1).to_string();
    let trouble = match wrong.fault {
        Fault::TwoFaces { .. } => x.wrong_name,
        _ => x.wrong_seal,
    };
    let record = (x.record)(kind_name(t, &wrong.kind), &wrong.title);
    let hand = [t.words.author(&wrong.author), " · ", &session.local_time(wrong.millis)].concat();
    let mut head = Some(view! {
        <th scope="rowgroup" rowspan=span.clone()>{record}</th>
        <td rowspan=span.clone()>{hand}</td>
        <td rowspan=span>{trouble}</td>
    });
    if wrong.values.is_empty() {
        return view! { <tbody><tr>{head}<td></td><td></td><td></td></tr></tbody> };
    }
    let rows = wrong.values.iter().map(|(field, here, file)| {
        let here = match here {
            Some(here) => shown_value(t, field, here),
            None => x.not_here.to_owned(),
        };
        view! {
            <tr>
                {head.take()}
                <td>{field_name(t, field)}</td>
                <td>{here}</td>
                <td>{shown_value(t, field, file)}</td>
            </tr>
        }
    });
    view! { <tbody>{rows.collect::<View>()}</tbody> }
}

fn unknown(x: &'static TakeInTexts, places: &[String]) -> View {
    let lines = places
        .iter()
        .take(LISTED)
        .map(|place| view! { <li>{place.clone()}</li> });
    view! {
        <section class="card stack">
            <h2>{x.unknown_heading}</h2>
            <p>{x.unknown_lead}</p>
            <ul>{lines.collect::<View>()}</ul>
            {more(x, places.len())}
        </section>
    }
}

pub fn more(x: &'static TakeInTexts, count: usize) -> View {
    if count > LISTED {
        view! { <p class="muted">{(x.and_more)(count - LISTED)}</p> }
    } else {
        View::Nothing
    }
}

/// Each with its value in the journal and in the readable part; where there is a journal, they can be left out.
fn hand_edits(desk: Desk, file: &Incoming) -> View {
    let Desk { intake, t, x, .. } = desk;
    let book = Book::from_changes(file.changes.clone());
    let row = |edit: &HandEdit| {
        let row = describe(t, x, &book, edit);
        view! {
            <tr>
                <th scope="row">{row.what}</th>
                <td>{row.field}</td>
                <td>{row.from}</td>
                <td>{row.to}</td>
            </tr>
        }
    };
    let has_journal = !file.changes.is_empty();
    let choice = has_journal.then(|| {
        view! {
            <label class="place">
                <input type="checkbox" prop:checked=move || intake.by_hand.get()
                    on:change=move |_| intake.by_hand.update(|by_hand| *by_hand = !*by_hand) />
                <span>{x.take_by_hand}</span>
            </label>
        }
    });
    view! {
        <section class="card stack">
            <h2>{(x.edited_heading)(file.hand_edits.len())}</h2>
            <p>{if has_journal { x.edited_lead } else { x.only_readable }}</p>
            {choice}
            <div class="table-scroll" tabindex="0" role="region" aria-label=(x.edited_heading)(file.hand_edits.len())>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{x.column_record}</th>
                            <th scope="col">{x.field}</th>
                            <th scope="col">{x.column_from}</th>
                            <th scope="col">{x.column_to}</th>
                        </tr>
                    </thead>
                    <tbody>{file.hand_edits.iter().take(LISTED).map(row).collect::<View>()}</tbody>
                </table>
            </div>
            {more(x, file.hand_edits.len())}
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

fn describe(t: &'static Texts, x: &'static TakeInTexts, book: &Book, edit: &HandEdit) -> Row {
    let named = |kind: &Kind, title: &str| (x.record)(kind_name(t, kind), title);
    let row = |what: String, field: &'static str, from: String, to: String| Row { what, field, from, to };
    let none = String::new;
    match edit {
        HandEdit::Changed {
            record,
            field,
            from,
            to,
        } => row(
            record_title(t, x, book, *record),
            field_name(t, field),
            shown(t, field, from),
            shown(t, field, to),
        ),
        HandEdit::Added { kind, title, .. } => row(named(kind, title), x.edit_added, none(), none()),
        HandEdit::Removed { kind, title, .. } => row(named(kind, title), x.edit_removed, none(), none()),
        HandEdit::Moved { kind, title, .. } => row(named(kind, title), x.edit_moved, none(), none()),
        HandEdit::SameId { record, path } => {
            row(record_title(t, x, book, *record), x.edit_same_id, none(), path.clone())
        }
        HandEdit::BadValue { field, value, path } => row(
            field_name(t, field).into(),
            x.edit_bad_value,
            none(),
            (x.value_at)(value, path),
        ),
    }
}

fn record_title(t: &'static Texts, x: &'static TakeInTexts, book: &Book, record: Id) -> String {
    if record == Id::ROOT {
        return kind_name(t, &Kind::Ledger).into();
    }
    let kind = book.kind(record).cloned().unwrap_or(Kind::Finding);
    let names: &[Field] = match kind {
        Kind::Measure => &[Field::Heading],
        Kind::Accountability | Kind::Recovered | Kind::Statement => &[Field::Passage],
        Kind::Acknowledgement => &[Field::Subject],
        _ => &[Field::Title, Field::Name, Field::Body, Field::Date],
    };
    let mut names = names.iter().map(|field| book.value(record, field));
    let name = names.find(|name| !name.is_empty()).unwrap_or_default();
    (x.record)(kind_name(t, &kind), &name)
}

fn shown(t: &'static Texts, field: &Field, value: &str) -> String {
    match value {
        "" => t.words.none.into(),
        _ => shown_value(t, field, value),
    }
}
