//! A form of plain fields over a [`Draft`], sent as the edits of one act.

use std::rc::Rc;

use crate::dom::View;
use leptos::ev::SubmitEvent;
use view_macro::view;

use super::draft::Draft;
use crate::{journal::Edit, ledger::parse_date, session::Session};

/// One field that is asked for.
pub struct Ask {
    /// Names it among those of its form.
    pub key: &'static str,
    pub label: &'static str,
    pub input: Input,
    /// What stands in it where there is no draft.
    pub initial: String,
    /// What is said where it is empty; none where it may be.
    pub needed: Option<&'static str>,
}

pub enum Input {
    Line,
    /// A line that completes from a datalist of the page.
    Listed(&'static str),
    Paragraph,
    Date,
    /// Codes and their words.
    Choice(Vec<(String, String)>),
}

/// What was typed, by the keys of its fields.
pub struct Typed(Vec<(&'static str, String)>);

impl Typed {
    pub fn text(&self, key: &str) -> &str {
        let found = self.0.iter().find(|(each, _)| *each == key);
        found.map_or("", |(_, text)| text)
    }

    pub fn date(&self, key: &str) -> Option<chrono::NaiveDate> {
        parse_date(self.text(key))
    }
}

/// A field that does not do, and why.
pub struct Wrong(pub &'static str, pub &'static str);

/// What a form can be sent for, as the edits of one act. Once they are done the form begins anew; where the session takes none of
/// them, what was typed stays.
pub type Send = Rc<dyn Fn(&Typed) -> Result<Vec<Edit>, Wrong>>;

pub struct Button {
    pub label: &'static str,
    pub primary: bool,
    pub send: Send,
    /// What follows once it was done.
    pub done: Option<Rc<dyn Fn()>>,
}

/// `name` names the form's draft, and its fields in the page. Enter in a line sends it for the first button.
pub fn form(session: Session, name: &str, asks: Vec<Ask>, buttons: Vec<Button>) -> View {
    let initial: Vec<String> = asks.iter().map(|ask| ask.initial.clone()).collect();
    let draft = Draft::open(session, name.to_owned(), initial);
    let mut fields: Vec<Field> = Vec::new();
    let mut rows: Vec<View> = Vec::new();
    for (at, ask) in asks.into_iter().enumerate() {
        rows.push(row(draft, at, ask.label, ask.input));
        fields.push(Field {
            key: ask.key,
            needed: ask.needed,
        });
    }
    let sent = Rc::new(Sent { session, draft, fields });
    let mut first = None;
    let buttons = buttons.into_iter().enumerate().map(|(at, button)| {
        let class = if button.primary { "button primary" } else { "button" };
        let (label, button, sent) = (button.label, Rc::new(button), sent.clone());
        if at == 0 {
            first = Some((sent, button));
            return view! { <button type="submit" class=class>{label}</button> };
        }
        view! { <button type="button" class=class on:click=move |_| sent.send(&button)>{label}</button> }
    });
    let buttons = buttons.collect::<View>();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        first.iter().for_each(|(sent, button)| sent.send(button));
    };
    view! {
        <form class="stack screen-only" on:submit=submit novalidate>
            {rows.into_iter().collect::<View>()}
            <div class="row">{buttons}</div>
        </form>
    }
}

/// What follows a form that is made anew by what it did: the focus is at the heading above it and not lost.
pub fn focus_on(session: Session, heading: &'static str) -> Option<Rc<dyn Fn()>> {
    Some(Rc::new(move || session.focus_later(heading.into())))
}

struct Field {
    key: &'static str,
    needed: Option<&'static str>,
}

struct Sent {
    session: Session,
    draft: Draft,
    fields: Vec<Field>,
}

impl Sent {
    fn send(&self, button: &Button) {
        let Sent { session, draft, fields } = self;
        let typed = (0..).zip(fields).map(|(at, field)| (field.key, draft.typed(at)));
        let typed = Typed(typed.collect());
        let empty = (0..).zip(fields).filter(|(_, field)| typed.text(field.key).is_empty());
        let mut faults: Vec<(usize, &'static str)> =
            empty.filter_map(|(at, field)| Some((at, field.needed?))).collect();
        if faults.is_empty() {
            match (button.send)(&typed) {
                Ok(edits) if !edits.is_empty() && session.act(&edits).is_empty() => {}
                Ok(_) => {
                    draft.clear();
                    button.done.iter().for_each(|done| done());
                }
                Err(Wrong(key, why)) => {
                    let at = fields.iter().position(|field| field.key == key);
                    faults.extend(at.map(|at| (at, why)));
                }
            }
        }
        draft.check(faults);
    }
}

fn row(draft: Draft, at: usize, label: &'static str, input: Input) -> View {
    match input {
        Input::Line => draft.line(at, label, "text", None),
        Input::Listed(list) => draft.line(at, label, "text", Some(list)),
        Input::Paragraph => draft.paragraph(at, label, "3"),
        Input::Date => draft.line(at, label, "date", None),
        Input::Choice(codes) => draft.choice(at, label, codes),
    }
}
