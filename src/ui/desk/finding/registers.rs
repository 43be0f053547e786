//! 制度, 问责, 追缴挽回 of a finding: registered, edited and removed here; the registers of the ledger are views of them.

use std::rc::Rc;

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use view_macro::view;

use super::register_kinds::{
    accountability, accountability_asks, accountability_values, recovered, recovered_asks, recovered_values, rule_asks,
    rule_values, rules,
};
use crate::{
    journal::{Edit, NewRecord},
    ledger::{Field, Finding, Id, Kind},
    session::Session,
    ui::{
        desk::form::{Ask, Button, Input, Send, Typed, Wrong, form},
        texts::{RegisterTexts, Texts, register_texts, use_texts},
    },
};

/// A record of the section that is shown, with what a form of it begins with.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    pub id: Id,
    pub told: String,
    pub passage: String,
    /// By the keys of the form.
    pub values: Vec<(&'static str, String)>,
}

/// One of the three parts of the section.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub t: &'static Texts,
    pub r: &'static RegisterTexts,
    session: Session,
    finding: Id,
    name: &'static str,
    heading: &'static str,
    read: fn(&'static Texts, &Finding) -> Vec<Shown>,
    /// The fields of the form; what is empty begins with the first choice.
    asks: fn(&Part) -> Vec<Ask>,
    /// What was typed as a record: under which parent, which kind and values.
    understood: fn(&Part, &Typed) -> Result<Values, Wrong>,
    kind: Register,
    editing: State<Option<Id>>,
}

pub(super) type Values = Vec<(Field, String)>;

#[derive(Clone, Copy, PartialEq)]
enum Register {
    Rule,
    Accountability,
    Recovered,
}

pub fn registers(id: Id, session: Session) -> View {
    let t = use_texts();
    let r = register_texts(t.lang);
    let count = Memo::new(move |_| {
        session.book.with(|book| {
            let finding = book.ledger().finding(id)?;
            let rules: usize = finding.measures.iter().map(|measure| measure.rules.len()).sum();
            Some(rules + finding.accountability.len() + finding.recovered.len())
        })
    });
    let part = |name, heading, kind| Part {
        t,
        r,
        session,
        finding: id,
        name,
        heading,
        read: match kind {
            Register::Rule => rules,
            Register::Accountability => accountability,
            Register::Recovered => recovered,
        },
        asks: match kind {
            Register::Rule => rule_asks,
            Register::Accountability => accountability_asks,
            Register::Recovered => recovered_asks,
        },
        understood: match kind {
            Register::Rule => rule_values,
            Register::Accountability => accountability_values,
            Register::Recovered => recovered_values,
        },
        kind,
        editing: State::new(None),
    };
    view! {
        <details class="card stack">
            <summary><h2>{move || (r.section)(count.get().unwrap_or_default())}</h2></summary>
            <div class="stack">
            {part("rule", r.rules, Register::Rule).view()}
            {part("accountability", r.accountability, Register::Accountability).view()}
            {part("recovered", r.recovered, Register::Recovered).view()}
            </div>
        </details>
    }
}

impl Part {
    fn view(self) -> View {
        let Part {
            t,
            r,
            session,
            finding,
            read,
            ..
        } = self;
        let shown = Memo::new(move |_| {
            session.book.with(|book| {
                let finding = book.ledger().finding(finding);
                finding.map(|finding| read(t, finding)).unwrap_or_default()
            })
        });
        let has_place = Memo::new(move |_| self.kind != Register::Rule || !self.measures().is_empty());
        view! {
            <section class="stack">
                <h3>{self.heading}</h3>
                {live(move || shown.with(|shown| {
                    let lines = shown.iter().map(|each| self.line(each));
                    (!shown.is_empty()).then(|| view! { <ul class="stack">{lines.collect::<View>()}</ul> })
                }))}
                {live(move || match has_place.get() {
                    true => self.form(shown),
                    false => view! { <p class="hint">{r.no_measure}</p> },
                })}
            </section>
        }
    }

    fn line(self, each: &Shown) -> View {
        let Part { r, session, .. } = self;
        let record = each.id;
        let first = self.field_id(&self.form_name(Some(record)));
        let edit = move |_| {
            self.editing.set(Some(record));
            session.focus_later(first.clone());
        };
        let remove = move |_| {
            session.act(&[Edit::Remove { record }]);
            session.rescue_focus("main");
        };
        let passage = (!each.passage.is_empty())
            .then(|| view! { <span class="muted">{r.passage}"："{each.passage.clone()}</span> });
        view! {
            <li class="row">
                <span><strong>{each.told.clone()}</strong>" "{passage}</span>
                <button type="button" class="button quiet small" aria-label=(r.edit_of)(&each.told) on:click=edit>{r.edit}</button>
                <button type="button" class="button quiet small" aria-label=(r.remove_of)(&each.told) on:click=remove>
                    {r.remove}
                </button>
            </li>
        }
    }

    fn form_name(&self, record: Option<Id>) -> String {
        match record {
            Some(record) => format!("{}/{record}", self.name),
            None => format!("{}/{}", self.name, self.finding),
        }
    }

    /// As the form names the first of its fields in the page.
    fn field_id(&self, form: &str) -> String {
        let first = (self.asks)(self).into_iter().next().map_or("", |ask| ask.key);
        format!("{form}-{first}").replace('/', "-")
    }

    /// Adds a record, or edits the one that was chosen as long as it is there.
    fn form(self, shown: Memo<Vec<Shown>>) -> View {
        let Part { r, session, .. } = self;
        let chosen = self.editing.get();
        let values = chosen.and_then(|id| {
            shown.with_untracked(|shown| shown.iter().find(|each| each.id == id).map(|each| each.values.clone()))
        });
        let record = chosen.filter(|_| values.is_some());
        let mut asks = (self.asks)(&self);
        if let Some(values) = &values {
            // It stays under its measure.
            asks.retain(|ask| ask.key != "of");
            for ask in &mut asks {
                let value = values.iter().find(|(key, _)| *key == ask.key);
                ask.initial = value.map(|(_, value)| value.clone()).unwrap_or_default();
                if let Input::Choice(codes) = &mut ask.input
                    && !codes.iter().any(|(code, _)| *code == ask.initial)
                {
                    codes.push((ask.initial.clone(), ask.initial.clone()));
                }
            }
        }
        let keys: Vec<&'static str> = asks.iter().map(|ask| ask.key).collect();
        let send: Send = Rc::new(move |typed: &Typed| {
            let values = (self.understood)(&self, typed)?;
            Ok(self.edits(record, typed, values))
        });
        let button = Button {
            label: if record.is_some() { r.save } else { r.add },
            primary: record.is_some(),
            send,
            done: record.map(|_| -> Rc<dyn Fn()> {
                Rc::new(move || {
                    self.editing.set(None);
                    session.rescue_focus("main");
                })
            }),
        };
        let name = self.form_name(record);
        let back = record.map(|_| {
            let name = name.clone();
            let cancel = move |_| {
                for key in &keys {
                    session.keep_draft(&[&*name, "-", key].concat(), "");
                }
                self.editing.set(None);
                session.rescue_focus("main");
            };
            view! { <button type="button" class="button" on:click=cancel>{r.cancel}</button> }
        });
        view! {
            {form(session, &name, asks, vec![button])}
            {back}
        }
    }

    fn edits(&self, record: Option<Id>, typed: &Typed, values: Values) -> Vec<Edit> {
        let session = self.session;
        let Some(record) = record else {
            let parent = match self.kind {
                Register::Rule => typed.text("of").parse().unwrap_or(self.finding),
                _ => self.finding,
            };
            let kind = match self.kind {
                Register::Rule => Kind::Rule,
                Register::Accountability => Kind::Accountability,
                Register::Recovered => Kind::Recovered,
            };
            let new = values
                .into_iter()
                .fold(NewRecord::new(kind), |new, (field, value)| new.with(field, value));
            return vec![Edit::add(parent, new)];
        };
        let differs = |(field, value): &(Field, String)| {
            session
                .book
                .with_untracked(|book| book.value(record, field).as_str() != value)
        };
        let edits = values.into_iter().filter(differs);
        edits.map(|(field, value)| Edit::set(record, field, value)).collect()
    }

    /// Ids and names of the finding's measures.
    pub fn measures(&self) -> Vec<(String, String)> {
        let r = self.r;
        self.session.book.with(|book| {
            let finding = book.ledger().finding(self.finding);
            let measures = finding.map_or(&[][..], |finding| &finding.measures).iter().zip(1..);
            let named = measures.map(|(measure, at)| (measure.id.to_string(), (r.measure)(at, &measure.heading)));
            named.collect()
        })
    }
}
