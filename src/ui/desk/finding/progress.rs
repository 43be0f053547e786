//! 进展记录: what was done, day by day, of the finding and of its measures.

use std::rc::Rc;

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use crate::{
    journal::{Edit, NewRecord},
    ledger::{
        Field, Id, Kind, Text,
        acts::{Act, Progress},
    },
    session::Session,
    ui::{
        desk::form::{Ask, Button, Input, Send, Typed, focus_on, form},
        texts::{ClosingTexts, Texts, closing_texts, use_texts},
    },
};

/// The finding or one of its measures, with what was noted of it.
/// Where the focus goes once something is recorded.
const HEADING: &str = "progress-heading";

#[derive(Clone, PartialEq)]
struct Of {
    record: Id,
    name: String,
    notes: Vec<Progress>,
}

pub fn progress(id: Id, session: Session) -> View {
    let t = use_texts();
    let c = closing_texts(t.lang);
    let shown = Memo::new(move |_| {
        session.book.with(|book| {
            let finding = book.ledger().finding(id)?;
            let mut all = vec![Of {
                record: id,
                name: c.whole.to_owned(),
                notes: Progress::all(&finding.entries).collect(),
            }];
            all.extend(finding.measures.iter().zip(1..).map(|(measure, number)| Of {
                record: measure.id,
                name: (c.measure)(number, &short(&measure.heading)),
                notes: Progress::all(&measure.entries).collect(),
            }));
            Some(all)
        })
    });
    view! {
        <section class="card stack">
            <h2 id=HEADING tabindex="-1">{c.progress}</h2>
            {live(move || shown.with(|shown| shown.as_ref().map(|all| contents(t, c, session, id, all))))}
        </section>
    }
}

/// Long enough to know a measure by.
pub fn short(text: &Text) -> String {
    const MOST: usize = 20;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}

fn contents(t: &'static Texts, c: &'static ClosingTexts, session: Session, id: Id, all: &[Of]) -> View {
    let mut notes: Vec<(&str, &Progress)> = all
        .iter()
        .flat_map(|of| of.notes.iter().map(|note| (&*of.name, note)))
        .collect();
    crate::ledger::sort_by(&mut notes, |one, other| other.1.date.cmp(&one.1.date));
    let count = notes.len();
    let lines = notes.into_iter().map(|(name, note)| {
        let record = note.id;
        let day = note.date.map(t.words.date).unwrap_or_default();
        view! {
            <li class="row">
                <span>
                    <strong>{day.clone()}</strong>" "<span class="muted">{name.to_owned()}</span>" "{note.text.to_string()}
                </span>
                <button type="button" class="button quiet small" aria-label=(c.remove_of)(&day)
                    on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{c.remove}</button>
            </li>
        }
    });
    let lines = (count > 0).then(|| view! { <ol class="stack">{lines.collect::<View>()}</ol> });
    view! {
        {lines}
        {ask(c, session, id, all)}
    }
}

fn ask(c: &'static ClosingTexts, session: Session, id: Id, all: &[Of]) -> View {
    let names: Vec<(String, String)> = all.iter().map(|of| (of.record.to_string(), of.name.clone())).collect();
    let asks = vec![
        Ask {
            key: "of",
            label: c.progress_of,
            input: Input::Choice(names),
            initial: id.to_string(),
            needed: None,
        },
        Ask {
            key: "date",
            label: c.date,
            input: Input::Date,
            initial: session.present_day().to_string(),
            needed: Some(c.date_needed),
        },
        Ask {
            key: "text",
            label: c.told,
            input: Input::Paragraph,
            initial: String::new(),
            needed: Some(c.told_needed),
        },
    ];
    let send: Send = Rc::new(move |typed: &Typed| {
        let record = NewRecord::new(Kind::Progress)
            .with(Field::Date, typed.text("date"))
            .with(Field::Body, typed.text("text"));
        Ok(vec![Edit::add(typed.text("of").parse().unwrap_or(id), record)])
    });
    let button = Button {
        label: c.record,
        primary: true,
        send,
        done: focus_on(session, HEADING),
    };
    form(session, &format!("progress/{id}"), asks, vec![button])
}
