//! Every change of a ledger, by person, field and time.

use crate::dom::View;
use crate::signals::{Memo, State};
use chrono::NaiveDate;
use leptos::prelude::*;
use view_macro::{component, view};

use super::list::HistoryList;
use crate::{
    formats::report::write::{Setting, style_from_text},
    journal::{HistoryLine, Step, history},
    ledger::{Field, Text, parse_date},
    session::Session,
    ui::{
        parts::use_session,
        texts::{Texts, field_name, public_texts, use_texts},
    },
};

/// Which lines are shown: where a field is none, all of them.
#[derive(Debug, Clone, PartialEq, Default)]
struct Filter {
    author: Option<Text>,
    field: Option<Field>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Filter {
    fn takes(&self, session: Session, line: &HistoryLine) -> bool {
        let field = match &line.step {
            Step::Set { field, .. } => Some(field),
            _ => None,
        };
        let in_time = || {
            let day = session.day_of(line.stamp.millis);
            self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
        };
        self.author.as_ref().is_none_or(|author| *author == line.author)
            && (self.field.is_none() || self.field.as_ref() == field)
            && ((self.from.is_none() && self.to.is_none()) || in_time())
    }
}

/// Who changed what, latest first: of one record with what stands under it, or of the whole ledger.
#[component]
pub fn FilteredHistory() -> View {
    let t = use_texts();
    let session = use_session();
    let all = Memo::new(move |_| session.book.with(|book| history(book, None)));
    let filter = State::new(Filter::default());
    let lines = Memo::new(move |_| {
        let filter = filter.get();
        all.with(|lines| {
            lines
                .iter()
                .filter(|line| filter.takes(session, line))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Filters all filter />
        {move || (filter.get() != Filter::default()).then(|| view! {
            <p role="status">{(t.history.filtered)(lines.with(Vec::len), all.with(Vec::len))}</p>
        })}
        <HistoryList lines in_words=style_in_words />
    }
}

/// The settings of the report that a change alters, each as it is now; where it alters none that is known, only that it does.
pub fn style_in_words(t: &'static Texts, field: &Field, from: &str, to: &str) -> Option<String> {
    if *field != Field::ReportStyle {
        return None;
    }
    let p = public_texts(t.lang);
    let (before, after) = (style_from_text(from), style_from_text(to));
    let name = |setting: Setting, code: &'static str| {
        let example = setting.choices().iter().find(|(each, _)| *each == code);
        let example = example.map(|(_, example)| *example).unwrap_or_default();
        (p.choice)(setting, code).unwrap_or(example)
    };
    let altered = Setting::ALL.iter().filter_map(|setting| {
        let (was, is) = (before.code(*setting), after.code(*setting));
        (was != is).then(|| {
            [
                (p.setting)(*setting),
                " ",
                name(*setting, was),
                " → ",
                name(*setting, is),
            ]
            .concat()
        })
    });
    let altered: Vec<String> = altered.collect();
    Some(if altered.is_empty() {
        t.history.altered.to_owned()
    } else {
        altered.join("; ")
    })
}

#[component]
fn Filters(all: Memo<Vec<HistoryLine>>, filter: State<Filter>) -> View {
    let t = use_texts();
    let authors = Memo::new(move |_| {
        let mut found: Vec<Text> = Vec::new();
        all.with(|lines| {
            for line in lines {
                if !found.contains(&line.author) {
                    found.push(line.author.clone());
                }
            }
        });
        found
    });
    let fields = Memo::new(move |_| {
        let mut found: Vec<Field> = Vec::new();
        all.with(|lines| {
            for line in lines {
                if let Step::Set { field, .. } = &line.step
                    && !found.contains(field)
                {
                    found.push(field.clone());
                }
            }
        });
        found
    });
    // A list's values are places in it: a name may be empty.
    let author_options = move || {
        let options = authors.get().into_iter().enumerate().map(|(at, author)| {
            view! { <option value=at.to_string()>{t.words.author(&author).to_owned()}</option> }
        });
        options.collect::<View>()
    };
    let field_options = move || {
        let options = fields.get().into_iter().enumerate().map(|(at, field)| {
            view! { <option value=at.to_string()>{field_name(t, &field).to_owned()}</option> }
        });
        options.collect::<View>()
    };
    let place = |event: &leptos::ev::Event| event_target_value(event).parse::<usize>().ok();
    view! {
        <div class="filters" role="search" aria-label=t.history.filters>
            <label class="field">
                <span>{t.history.person}</span>
                <select on:change=move |event| {
                    let author = place(&event).and_then(|at| authors.with_untracked(|authors| authors.get(at).cloned()));
                    filter.update(|filter| filter.author = author);
                }>
                    <option value="">{t.history.anybody}</option>
                    {author_options}
                </select>
            </label>
            <label class="field">
                <span>{t.history.field}</span>
                <select on:change=move |event| {
                    let field = place(&event).and_then(|at| fields.with_untracked(|fields| fields.get(at).cloned()));
                    filter.update(|filter| filter.field = field);
                }>
                    <option value="">{t.history.anything}</option>
                    {field_options}
                </select>
            </label>
            <label class="field">
                <span>{t.history.since}</span>
                <input type="date" on:change=move |event| {
                    let day = parse_date(&event_target_value(&event));
                    filter.update(|filter| filter.from = day);
                } />
            </label>
            <label class="field">
                <span>{t.history.until}</span>
                <input type="date" on:change=move |event| {
                    let day = parse_date(&event_target_value(&event));
                    filter.update(|filter| filter.to = day);
                } />
            </label>
        </div>
    }
}
