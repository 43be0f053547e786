//! One line of the text: what it was read as, and what can be corrected in it.

use std::rc::Rc;

use crate::dom::{View, live};
use view_macro::view;

use super::{
    Reading, corrected,
    lines::{self, ReadAs, What},
    value,
};
use crate::{
    formats::report::{Draft, LineRole, Span},
    ledger::Status,
    ui::{
        parts::value_of,
        texts::{Texts, preview_texts, use_texts},
    },
};

const ROLES: [LineRole; 7] = [
    LineRole::Section,
    LineRole::Area,
    LineRole::Category,
    LineRole::Finding,
    LineRole::Item,
    LineRole::Body,
    LineRole::Ignored,
];
/// So many letters of a passage tell which it is.
const BEGINNING: usize = 24;

pub fn panel(reading: Reading, line: usize, text: Rc<str>) -> View {
    live(move || {
        reading.drafts.with(|drafts| {
            let read = |draft: &&Draft| lines::read_as(draft, line) != ReadAs::Elsewhere;
            // A line that no unit's report has is blank or of the text as a whole.
            let draft = drafts.iter().find(read).or(drafts.first());
            draft.map(|draft| contents(reading, draft, line, &text))
        })
    })
}

fn contents(reading: Reading, draft: &Draft, line: usize, text: &Rc<str>) -> View {
    let t = use_texts();
    let r = preview_texts(t.lang);
    let span = reading.line(line);
    let read_as = lines::read_as(draft, line);
    let said = lines::said_on(draft, span);
    let values = said.iter().map(|said| {
        let name = match &said.what {
            What::Field(field) => (t.words.field)(field),
            What::Accountability => r.accountability,
            What::Recovered => r.recovered,
            What::Rule => r.rules,
            What::Stated => r.stated,
        };
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value(said.span, beginning(said.span.of(text)))}</dd>
            </div>
        }
    });
    let is_text = matches!(read_as, ReadAs::Taken | ReadAs::Unread(_)) || has_start(draft, span);
    view! {
        <div class="panel stack">
            <p>{(r.read_as)(&words(t, draft, read_as, span))}</p>
            <div class="row">
                {role(reading, line)}
                {status(reading, draft, line)}
            </div>
            {is_text.then(|| places(reading, draft, line, text))}
            {(!said.is_empty()).then(|| view! { <dl class="facts">{values.collect::<View>()}</dl> })}
        </div>
    }
}

fn words(t: &'static Texts, draft: &Draft, read_as: ReadAs, line: Span) -> String {
    let r = preview_texts(t.lang);
    match read_as {
        ReadAs::Area => (r.role)(LineRole::Area).into(),
        ReadAs::Category => (r.role)(LineRole::Category).into(),
        ReadAs::Finding(_) => (r.role)(LineRole::Finding).into(),
        ReadAs::Item(at) => match draft.unfinished.get(at).and_then(|item| item.matched) {
            Some(at) => [(r.role)(LineRole::Item), "；", &(r.matched_to)(draft.finding_title(at))].concat(),
            None => (r.role)(LineRole::Item).into(),
        },
        ReadAs::Taken => match lines::finding_told(draft, line) {
            Some(at) => (r.read_as_text)(draft.finding_title(at)),
            None => r.read_as_taken.into(),
        },
        ReadAs::Prose => r.read_as_prose.into(),
        ReadAs::Unread(why) => (r.read_as_unread)((r.why_unread)(why)),
        ReadAs::Elsewhere => r.read_as_nothing.into(),
    }
}

fn has_start(draft: &Draft, line: Span) -> bool {
    lines::starts(draft).iter().any(|at| (line.from..line.to).contains(at))
}

/// What the line is.
fn role(reading: Reading, line: usize) -> View {
    let t = use_texts();
    let r = preview_texts(t.lang);
    let said = reading.read(|text| {
        text.corrections
            .roles
            .iter()
            .find(|(of, _)| *of == line)
            .map(|(_, role)| *role)
    });
    let options = ROLES.iter().enumerate().map(|(at, role)| {
        view! { <option value=at.to_string() prop:selected=said == Some(*role)>{(r.role)(*role)}</option> }
    });
    let change = move |event: leptos::ev::Event| {
        let role = value_of(&event)
            .parse()
            .ok()
            .and_then(|at: usize| ROLES.get(at).copied());
        reading.correct(|corrections| corrected::say_role(corrections, line, role));
    };
    view! {
        <label class="field">
            <span>{r.line_is}</span>
            <select on:change=change>
                <option value="" prop:selected=said.is_none()>{r.as_read}</option>
                {options.collect::<View>()}
            </select>
        </label>
    }
}

/// The status of the finding on the line.
fn status(reading: Reading, draft: &Draft, line: usize) -> View {
    let t = use_texts();
    let r = preview_texts(t.lang);
    if lines::finding_on(draft, line).is_none() {
        return View::Nothing;
    }
    let said = reading.read(|text| {
        let statuses = &text.corrections.statuses;
        statuses.iter().find(|(of, _)| *of == line).map(|(_, status)| *status)
    });
    let options = Status::ALL.map(|status| {
        let name = (t.words.status)(status);
        view! { <option value=status.code() prop:selected=said == Some(status)>{name}</option> }
    });
    let change = move |event: leptos::ev::Event| {
        let status = Status::from_code(&value_of(&event));
        reading.correct(|corrections| corrected::say_status(corrections, line, status));
    };
    view! {
        <label class="field">
            <span>{r.status_is}</span>
            <select on:change=change>
                <option value="" prop:selected=said.is_none()>{r.as_read}</option>
                {options}
            </select>
        </label>
    }
}

/// Where in the line measures begin.
fn places(reading: Reading, draft: &Draft, line: usize, text: &Rc<str>) -> View {
    let r = preview_texts(use_texts().lang);
    let span = reading.line(line);
    let starts = lines::starts(draft);
    let boxes = lines::pieces(text, span, &starts).into_iter().map(|piece| {
        let begins = starts.contains(&piece.from);
        let place = (line, piece.from - span.from);
        let change = move |_| {
            reading.correct(|corrections| corrected::say_start(corrections, place, !begins));
        };
        view! {
            <label class="place">
                <input type="checkbox" prop:checked=begins on:change=change />
                <span>{beginning(piece.of(text))}</span>
            </label>
        }
    });
    view! {
        <fieldset>
            <legend>{r.measure_begins}</legend>
            {boxes.collect::<View>()}
        </fieldset>
    }
}

/// The beginning of a passage.
pub fn beginning(passage: &str) -> String {
    match passage.char_indices().nth(BEGINNING) {
        Some((end, _)) => [&passage[..end], "……"].concat(),
        None => passage.to_owned(),
    }
}
