//! A form whose fields are kept as they are typed, until it is taken over or emptied.

use crate::dom::View;
use crate::signals::{Aside, State};
use leptos::prelude::*;
use view_macro::view;

use crate::session::Session;

/// Between two fields, as they are stored.
const BETWEEN: &str = "\u{1f}";

/// The fields of a form by their place, and what is wrong with some of them. What is wrong is said beside its field, nothing typed
/// is lost on an error, and a form that is left half filled stands as it was when it is opened again.
#[derive(Clone, Copy)]
pub struct Draft {
    session: Session,
    form: Aside<String>,
    /// What stands in a form that nobody has begun.
    initial: Aside<Vec<String>>,
    fields: State<Vec<String>>,
    faults: State<Vec<(usize, &'static str)>>,
}

impl Draft {
    /// As it was left, or with what stands in it at first.
    pub fn open(session: Session, form: String, initial: Vec<String>) -> Draft {
        let kept = session.draft(&form);
        let kept: Vec<String> = kept.split(BETWEEN).map(str::to_owned).collect();
        let fields = if kept.len() == initial.len() {
            kept
        } else {
            initial.clone()
        };
        Draft {
            session,
            form: Aside::new(form),
            initial: Aside::new(initial),
            fields: State::new(fields),
            faults: State::new(Vec::new()),
        }
    }

    /// Other first values, which show unless something was typed.
    pub fn follow(&self, initial: Vec<String>) {
        let is_kept = self.form.with_value(|form| !self.session.draft(form).is_empty());
        self.initial.set_value(initial.clone());
        if !is_kept {
            self.fields.set(initial);
        }
    }

    pub fn session(&self) -> Session {
        self.session
    }

    pub fn get(&self, at: usize) -> String {
        self.fields.with(|fields| fields.get(at).cloned().unwrap_or_default())
    }

    /// As it was typed, without blanks around it.
    pub fn typed(&self, at: usize) -> String {
        let trimmed = |fields: &Vec<String>| fields.get(at).map(|text| text.trim().to_owned());
        self.fields.with_untracked(trimmed).unwrap_or_default()
    }

    pub fn set(&self, at: usize, text: String) {
        self.fields.update(|fields| {
            if let Some(field) = fields.get_mut(at) {
                *field = text;
            }
        });
        let text = self.fields.with_untracked(|fields| {
            let is_begun = self.initial.with_value(|initial| initial != fields);
            if is_begun { fields.join(BETWEEN) } else { String::new() }
        });
        self.form.with_value(|form| self.session.keep_draft(form, &text));
    }

    /// Begins anew, once it was taken over.
    pub fn clear(&self) {
        self.fields.set(self.initial.with_value(Vec::clone));
        self.faults.set(Vec::new());
        self.form.with_value(|form| self.session.keep_draft(form, ""));
    }

    /// Whether nothing is wrong; else the first field that is gets the focus.
    pub fn check(&self, faults: Vec<(usize, &'static str)>) -> bool {
        let first = faults.iter().map(|(at, _)| *at).min();
        self.faults.set(faults);
        first.iter().for_each(|at| self.session.focus_later(self.html_id(*at)));
        first.is_none()
    }

    pub fn fault(&self, at: usize) -> Option<&'static str> {
        let of_field = |faults: &Vec<(usize, &'static str)>| faults.iter().find(|(each, _)| *each == at).copied();
        self.faults.with(of_field).map(|(_, text)| text)
    }

    /// A labelled line of the form, with what is wrong below it. `list`: a datalist that it completes from.
    pub fn line(&self, at: usize, label: &'static str, kind: &'static str, list: Option<&'static str>) -> View {
        let draft = *self;
        let html_id = self.html_id(at);
        let fault_id = [&*html_id, "-fault"].concat();
        let max = (kind == "date").then_some("9999-12-31");
        view! {
            <div class="field">
                <label for=html_id.clone()>{label}</label>
                <input id=html_id type=kind autocomplete="off" max=max list=list prop:value=move || draft.get(at)
                    aria-invalid=move || draft.fault(at).map(|_| "true")
                    aria-describedby=move || draft.fault(at).map(|_| fault_id.clone())
                    on:input=move |event| draft.set(at, event_target_value(&event)) />
                {draft.told(at)}
            </div>
        }
    }

    /// The same of a text of several lines.
    pub fn paragraph(&self, at: usize, label: &'static str, rows: &'static str) -> View {
        let draft = *self;
        let html_id = self.html_id(at);
        let fault_id = [&*html_id, "-fault"].concat();
        view! {
            <div class="field">
                <label for=html_id.clone()>{label}</label>
                <textarea id=html_id rows=rows prop:value=move || draft.get(at)
                    aria-invalid=move || draft.fault(at).map(|_| "true")
                    aria-describedby=move || draft.fault(at).map(|_| fault_id.clone())
                    on:input=move |event| draft.set(at, event_target_value(&event))></textarea>
                {draft.told(at)}
            </div>
        }
    }

    /// One of several codes, by their words.
    pub fn choice(&self, at: usize, label: &'static str, codes: Vec<(String, String)>) -> View {
        let draft = *self;
        let html_id = self.html_id(at);
        let fault_id = [&*html_id, "-fault"].concat();
        let options = codes.into_iter().map(|(code, word)| {
            let own = code.clone();
            let chosen = move || draft.fields.with(|fields| fields.get(at) == Some(&own));
            view! { <option value=code prop:selected=chosen>{word}</option> }
        });
        view! {
            <div class="field">
                <label for=html_id.clone()>{label}</label>
                <select id=html_id aria-invalid=move || draft.fault(at).map(|_| "true")
                    aria-describedby=move || draft.fault(at).map(|_| fault_id.clone())
                    on:change=move |event| draft.set(at, event_target_value(&event))>
                    {options.collect::<View>()}
                </select>
                {draft.told(at)}
            </div>
        }
    }

    /// What is wrong with a field.
    pub fn told(&self, at: usize) -> View {
        let draft = *self;
        let fault_id = [&*self.html_id(at), "-fault"].concat();
        crate::dom::live(move || {
            draft.fault(at).map(|text| {
                view! { <p class="error" role="alert" id=fault_id.clone()>{text}</p> }
            })
        })
    }

    pub fn html_id(&self, at: usize) -> String {
        self.form
            .with_value(|form| [&*form.replace('/', "-"), "-field-", &at.to_string()].concat())
    }
}
