//! 回头看: whether the result holds after sign-off. A relapse opens the finding again and keeps the sign-off.

use std::rc::Rc;

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use crate::{
    journal::{Edit, NewRecord},
    ledger::{
        Field, Id, Kind, Status,
        acts::{Act, Outcome, Recheck},
    },
    session::Session,
    ui::{
        desk::form::{Ask, Button, Input, Send, Typed, Wrong, focus_on, form},
        texts::{ClosingTexts, Texts, closing_texts, use_texts},
    },
};

/// Where the focus goes once something is recorded.
const HEADING: &str = "recheck-heading";

pub fn recheck(id: Id, session: Session) -> View {
    let t = use_texts();
    let c = closing_texts(t.lang);
    let shown = Memo::new(move |_| {
        session.book.with(|book| {
            let finding = book.ledger().finding(id)?;
            let all: Vec<Recheck> = Recheck::all(&finding.entries).collect();
            let closed = finding.status == Status::Closed;
            (closed || !all.is_empty()).then_some((closed, all))
        })
    });
    live(move || {
        shown.with(|shown| {
            let (closed, all) = shown.as_ref()?;
            let lines = all.iter().map(|each| line(t, c, session, each));
            let ask = closed.then(|| view! { <div class="plan-only">{ask(c, session, id, all.len())}</div> });
            Some(view! {
                <section class="card stack">
                    <h2 id=HEADING tabindex="-1">{c.recheck}</h2>
                    <p class="hint">{c.recheck_hint}</p>
                    <ol class="stack">{lines.collect::<View>()}</ol>
                    {ask}
                </section>
            })
        })
    })
}

fn line(t: &'static Texts, c: &'static ClosingTexts, session: Session, each: &Recheck) -> View {
    let what = match each.outcome {
        Some(Outcome::Held) => c.held,
        Some(Outcome::Relapsed) => c.relapsed,
        None => c.not_chosen,
    };
    let day = each.date.map(t.words.date).unwrap_or_default();
    let record = each.id;
    view! {
        <li class="row">
            <span>
                <strong>{what}</strong>" "<span class="muted">{(c.by)(&each.person, &day)}</span>" "{each.text.to_string()}
            </span>
            <button type="button" class="button quiet small plan-only" aria-label=(c.remove_of)(what)
                on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{c.remove}</button>
        </li>
    }
}

fn ask(c: &'static ClosingTexts, session: Session, id: Id, count: usize) -> View {
    let asks = vec![
        Ask {
            key: "outcome",
            label: c.outcome,
            input: Input::Choice(
                [
                    ("", c.not_chosen),
                    (Outcome::Held.code(), c.held),
                    (Outcome::Relapsed.code(), c.relapsed),
                ]
                .map(|(code, word)| (code.to_owned(), word.to_owned()))
                .into(),
            ),
            initial: String::new(),
            needed: Some(c.outcome_needed),
        },
        Ask {
            key: "date",
            label: c.date,
            input: Input::Date,
            initial: session.present_day().to_string(),
            needed: Some(c.date_needed),
        },
        Ask {
            key: "person",
            label: c.person,
            input: Input::Line,
            initial: session.author.get_untracked().to_string(),
            needed: Some(c.person_needed),
        },
        Ask {
            key: "text",
            label: c.what_was_seen,
            input: Input::Paragraph,
            initial: String::new(),
            needed: None,
        },
    ];
    let send: Send = Rc::new(move |typed: &Typed| {
        let relapsed = typed.text("outcome") == Outcome::Relapsed.code();
        if relapsed && typed.text("text").is_empty() {
            return Err(Wrong("text", c.seen_needed));
        }
        let record = NewRecord::new(Kind::Recheck)
            .with(Field::Date, typed.text("date"))
            .with(Field::Outcome, typed.text("outcome"))
            .with(Field::Person, typed.text("person"))
            .with(Field::Body, typed.text("text"));
        let mut edits = vec![Edit::add(id, record)];
        if relapsed {
            edits.push(Edit::set(id, Field::Status, Status::InProgress.code()));
            edits.push(Edit::set(id, Field::CompletedOn, ""));
        }
        Ok(edits)
    });
    let button = Button {
        label: c.record,
        primary: true,
        send,
        done: focus_on(session, HEADING),
    };
    form(session, &format!("recheck/{id}/{count}"), asks, vec![button])
}
