//! A form for one record: what is wrong is said beside its field, nothing typed is lost on an error, and a form that is left half
//! filled stands as it was when it is opened again.

use std::rc::Rc;

use crate::dom::View;
use crate::signals::State;
use leptos::prelude::*;
use view_macro::view;

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

#[derive(Clone)]
struct Field {
    key: &'static str,
    html_id: String,
    draft: String,
    initial: Rc<str>,
    needed: Option<&'static str>,
    typed: State<String>,
    fault: State<Option<&'static str>>,
}

impl Field {
    fn put(&self, session: Session, text: String) {
        session.keep_draft(&self.draft, if text == *self.initial { "" } else { &text });
        self.typed.set(text);
    }
}

/// `name` names the form's drafts, and its fields in the page.
pub fn form(session: Session, name: &str, asks: Vec<Ask>, buttons: Vec<Button>) -> View {
    let mut fields: Vec<Field> = Vec::new();
    let mut rows: Vec<View> = Vec::new();
    for ask in asks {
        let draft = [name, "-", ask.key].concat();
        let kept = session.draft(&draft);
        let initial: Rc<str> = ask.initial.into();
        let field = Field {
            key: ask.key,
            html_id: draft.replace('/', "-"),
            draft,
            needed: ask.needed,
            typed: State::new(if kept.is_empty() { initial.to_string() } else { kept }),
            fault: State::new(None),
            initial,
        };
        rows.push(row(session, &field, ask.label, ask.input));
        fields.push(field);
    }
    let fields: Rc<[Field]> = fields.into();
    let buttons = buttons.into_iter().map(|button| {
        let fields = fields.clone();
        let label = button.label;
        let class = if button.primary { "button primary" } else { "button" };
        view! {
            <button type="button" class=class on:click=move |_| send(session, &fields, &button)>{label}</button>
        }
    });
    view! {
        <div class="stack screen-only" role="group">
            {rows.into_iter().collect::<View>()}
            <div class="row">{buttons.collect::<View>()}</div>
        </div>
    }
}

fn send(session: Session, fields: &[Field], button: &Button) {
    let typed: Vec<(&'static str, String)> = fields
        .iter()
        .map(|field| (field.key, field.typed.with_untracked(|typed| typed.trim().to_owned())))
        .collect();
    for (field, (_, text)) in fields.iter().zip(&typed) {
        field.fault.set(field.needed.filter(|_| text.is_empty()));
    }
    let mut first = fields.iter().find(|field| field.fault.with_untracked(Option::is_some));
    if first.is_none() {
        match (button.send)(&Typed(typed)) {
            Ok(edits) if !edits.is_empty() && session.act(&edits).is_empty() => {}
            Ok(_) => {
                fields
                    .iter()
                    .for_each(|field| field.put(session, field.initial.to_string()));
                button.done.iter().for_each(|done| done());
            }
            Err(Wrong(key, why)) => {
                first = fields.iter().find(|field| field.key == key);
                first.iter().for_each(|field| field.fault.set(Some(why)));
            }
        }
    }
    if let Some(field) = first {
        session.focus_later(field.html_id.clone());
    }
}

fn row(session: Session, field: &Field, label: &'static str, input: Input) -> View {
    let (typed, fault) = (field.typed, field.fault);
    let (html_id, fault_id) = (field.html_id.clone(), [&*field.html_id, "-fault"].concat());
    let invalid = move || fault.get().map(|_| "true");
    let described = {
        let fault_id = fault_id.clone();
        move || fault.get().map(|_| fault_id.clone())
    };
    let on_input = {
        let field = field.clone();
        move |event: web_sys::Event| field.put(session, event_target_value(&event))
    };
    let shown = move || typed.get();
    let control = match input {
        Input::Line | Input::Listed(_) => view! {
            <input id=html_id.clone() type="text" autocomplete="off" prop:value=shown aria-invalid=invalid aria-describedby=described
                list=match input { Input::Listed(list) => Some(list), _ => None } on:input=on_input />
        },
        Input::Paragraph => view! {
            <textarea id=html_id.clone() rows="3" prop:value=shown aria-invalid=invalid aria-describedby=described
                on:input=on_input></textarea>
        },
        Input::Date => view! {
            <input id=html_id.clone() type="date" max="9999-12-31" prop:value=shown aria-invalid=invalid aria-describedby=described
                on:input=on_input />
        },
        Input::Choice(codes) => {
            let options = codes.into_iter().map(|(code, word)| {
                let own = code.clone();
                let chosen = move || typed.with(|typed| *typed == own);
                view! { <option value=code prop:selected=chosen>{word}</option> }
            });
            view! {
                <select id=html_id.clone() aria-invalid=invalid aria-describedby=described on:change=on_input>
                    {options.collect::<View>()}
                </select>
            }
        }
    };
    view! {
        <div class="field">
            <label for=html_id>{label}</label>
            {control}
            {move || fault.get().map(|text| view! { <p class="error" role="alert" id=fault_id.clone()>{text}</p> })}
        </div>
    }
}
