//! 延期: a later deadline, with its reason and who approved it.

use std::rc::Rc;

use crate::dom::{View, live};
use crate::signals::Memo;
use chrono::NaiveDate;
use view_macro::view;

use crate::{
    figures::extensions,
    journal::{Edit, NewRecord, first_deadline},
    ledger::{
        Field, Id, Kind,
        acts::{Act, Extension},
    },
    session::Session,
    ui::{
        desk::form::{Ask, Button, Input, Send, Typed, Wrong, focus_on, form},
        texts::{ClosingTexts, Texts, closing_texts, use_texts},
    },
};

/// Where the focus goes once something is recorded.
const HEADING: &str = "extension-heading";

#[derive(Clone, PartialEq)]
struct Shown {
    deadline: Option<NaiveDate>,
    first: Option<NaiveDate>,
    all: Vec<Extension>,
}

pub fn extension(id: Id, session: Session) -> View {
    let t = use_texts();
    let c = closing_texts(t.lang);
    let shown = Memo::new(move |_| {
        session.book.with(|book| {
            let finding = book.ledger().finding(id)?;
            Some(Shown {
                deadline: finding.deadline,
                first: first_deadline(book, id).or(extensions(finding).first_deadline),
                all: Extension::all(&finding.entries).collect(),
            })
        })
    });
    view! {
        <details class="card stack">
            <summary id=HEADING><h2>{c.extension}</h2></summary>
            {live(move || shown.with(|shown| shown.as_ref().map(|shown| contents(t, c, session, id, shown))))}
        </details>
    }
}

fn contents(t: &'static Texts, c: &'static ClosingTexts, session: Session, id: Id, shown: &Shown) -> View {
    let count = shown.all.len();
    let told = (count > 0).then(|| {
        let first = shown
            .first
            .map(|day| (c.first_deadline)(&(t.words.date)(day)))
            .unwrap_or_default();
        view! { <p>{(c.extended)(count)}" "{first}</p> }
    });
    let lines = shown.all.iter().map(|each| line(t, c, session, each));
    let lines = (count > 0).then(|| view! { <ol class="stack">{lines.collect::<View>()}</ol> });
    let ask = match shown.deadline {
        Some(deadline) => ask(c, session, id, deadline, count),
        None => view! { <p class="hint">{c.no_deadline}</p> },
    };
    view! {
        {told}
        {lines}
        <div class="plan-only">{ask}</div>
    }
}

fn line(t: &'static Texts, c: &'static ClosingTexts, session: Session, each: &Extension) -> View {
    let day = |day: Option<NaiveDate>| day.map(t.words.date).unwrap_or_default();
    let what = (c.from_to)(&day(each.deadline_before), &day(each.deadline));
    let record = each.id;
    view! {
        <li class="row">
            <span>
                <strong>{what.clone()}</strong>" "{each.reason.to_string()}" "
                <span class="muted">{(c.by)(&each.person, &day(each.date))}</span>
            </span>
            <button type="button" class="button quiet small plan-only" aria-label=(c.remove_of)(&what)
                on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{c.remove}</button>
        </li>
    }
}

fn ask(c: &'static ClosingTexts, session: Session, id: Id, deadline: NaiveDate, count: usize) -> View {
    let needed = |key: &'static str, label: &'static str, input: Input, why: &'static str| Ask {
        key,
        label,
        input,
        initial: String::new(),
        needed: Some(why),
    };
    let asks = vec![
        needed("deadline", c.new_deadline, Input::Date, c.new_deadline_needed),
        needed("reason", c.reason, Input::Paragraph, c.reason_needed),
        needed("person", c.approver, Input::Listed("list-leaders"), c.approver_needed),
        Ask {
            initial: session.present_day().to_string(),
            ..needed("date", c.approved_on, Input::Date, c.date_needed)
        },
    ];
    let send: Send = Rc::new(move |typed: &Typed| {
        if typed.date("deadline").is_none_or(|new| new <= deadline) {
            return Err(Wrong("deadline", c.not_later));
        }
        let record = NewRecord::new(Kind::Extension)
            .with(Field::DeadlineBefore, deadline.to_string())
            .with(Field::Deadline, typed.text("deadline"))
            .with(Field::Reason, typed.text("reason"))
            .with(Field::Person, typed.text("person"))
            .with(Field::Date, typed.text("date"));
        Ok(vec![
            Edit::add(id, record),
            Edit::set(id, Field::Deadline, typed.text("deadline")),
        ])
    });
    let button = Button {
        label: c.extend,
        primary: true,
        send,
        done: focus_on(session, HEADING),
    };
    form(session, &format!("extension/{id}/{count}"), asks, vec![button])
}
