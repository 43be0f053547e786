//! A form whose fields are kept as they are typed, until it is taken over or emptied.

use crate::dom::View;
use crate::signals::{Aside, State};
use leptos::prelude::*;
use view_macro::view;

use crate::session::Session;

/// Between two fields, as they are stored.
const BETWEEN: &str = "\u{1f}";

/// The fields of a form by their place, and what is wrong with some of them.
#[derive(Clone, Copy)]
pub struct Draft {
    session: Session,
    form: Aside<String>,
    fields: State<Vec<String>>,
    faults: State<Vec<(usize, &'static str)>>,
}

impl Draft {
    /// As it was left, or with what stands in it at first.
    pub fn open(session: Session, form: String, initial: Vec<String>) -> Draft {
        let kept = session.draft(&form);
        let kept: Vec<String> = kept.split(BETWEEN).map(str::to_owned).collect();
        Draft {
            session,
            form: Aside::new(form),
            fields: State::new(if kept.len() == initial.len() { kept } else { initial }),
            faults: State::new(Vec::new()),
        }
    }

    /// Shows other first values, unless something was typed.
    pub fn follow(&self, initial: Vec<String>) {
        let is_kept = self.form.with_value(|form| !self.session.draft(form).is_empty());
        if !is_kept {
            self.fields.set(initial);
        }
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
        let text = self.fields.with_untracked(|fields| fields.join(BETWEEN));
        self.form.with_value(|form| self.session.keep_draft(form, &text));
    }

    /// Begins anew, once it was taken over.
    pub fn clear(&self, initial: Vec<String>) {
        self.fields.set(initial);
        self.faults.set(Vec::new());
        self.form.with_value(|form| self.session.keep_draft(form, ""));
    }

    /// Whether nothing is wrong.
    pub fn check(&self, faults: Vec<(usize, &'static str)>) -> bool {
        let is_right = faults.is_empty();
        self.faults.set(faults);
        is_right
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

    /// By what the form is called before the first `/`: of those that differ behind it, one is shown at a time.
    pub fn html_id(&self, at: usize) -> String {
        self.form.with_value(|form| {
            let kind = form.split('/').next().unwrap_or_default();
            [kind, "-field-", &at.to_string()].concat()
        })
    }
}
