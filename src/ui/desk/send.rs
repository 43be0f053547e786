//! 分发: parts of the ledger as files, by department or as chosen.

use crate::dom::View;
use crate::signals::{Memo, State};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use view_macro::view;

use crate::{
    figures::{departments, names_department},
    ledger::{FocusArea, Id, Text, parse_date},
    session::{Sending, Session},
    ui::{
        parts::use_session,
        texts::{SendTexts, Texts, send_texts, use_texts},
    },
};

/// The draft of whom chosen findings are for.
const WHOM: &str = "send-whom";
/// Long enough for a department to ask around.
const DAYS_TO_ANSWER: u64 = 7;

/// What is asked of everybody, and what became of the last file.
#[derive(Clone, Copy)]
struct Terms {
    session: Session,
    until: State<Option<NaiveDate>>,
    progress_only: State<bool>,
    failed: State<bool>,
}

impl Terms {
    fn send(&self, whom: &str, findings: Vec<Id>) {
        let sent = self.session.send(&Sending {
            findings,
            whom: Text::from(whom),
            until: self.until.get_untracked(),
            progress_only: self.progress_only.get_untracked(),
        });
        self.failed.set(!sent);
    }
}

/// A department's line.
#[derive(Clone, PartialEq)]
struct Share {
    department: Text,
    findings: Vec<Id>,
    unfinished: usize,
}

pub fn send() -> View {
    let t = use_texts();
    let s = send_texts(t.lang);
    let session = use_session();
    let today = session.present_day();
    let terms = Terms {
        session,
        until: State::new(today.checked_add_days(Days::new(DAYS_TO_ANSWER))),
        progress_only: State::new(true),
        failed: State::new(false),
    };
    let is_empty = Memo::new(move |_| session.book.with(|book| book.ledger().findings().next().is_none()));
    view! {
        <section class="view stack">
            <div class="view-head"><h1>{s.heading}</h1></div>
            <p class="hint">{s.hint}</p>
            <div role="alert">{move || terms.failed.get().then(|| view! { <p class="error">{s.failed}</p> })}</div>
            {move || {
                if is_empty.get() {
                    return view! { <p class="empty">{s.empty}</p> };
                }
                view! {
                    {asked(s, terms, today)}
                    {by_department(s, terms)}
                    {chosen(t, s, terms)}
                }
            }}
        </section>
    }
}

fn asked(s: &'static SendTexts, terms: Terms, today: NaiveDate) -> View {
    let until = move || terms.until.get().map(|day| day.to_string()).unwrap_or_default();
    let is_past = move || terms.until.get().is_some_and(|day| day < today);
    view! {
        <section class="card stack">
            <h2>{s.terms}</h2>
            <label class="field">
                <span>{s.until}</span>
                <input type="date" max="9999-12-31" prop:value=until
                    on:change=move |event| terms.until.set(parse_date(&event_target_value(&event))) />
            </label>
            {move || is_past().then(|| view! { <p class="error" role="alert">{s.past_day}</p> })}
            <label class="row">
                <input type="checkbox" prop:checked=move || terms.progress_only.get()
                    on:change=move |event| terms.progress_only.set(event_target_checked(&event)) />
                <span>{s.progress_only}</span>
            </label>
            <p class="hint">{s.progress_hint}</p>
        </section>
    }
}

fn by_department(s: &'static SendTexts, terms: Terms) -> View {
    let session = terms.session;
    let shares = Memo::new(move |_| {
        session.book.with(|book| {
            let ledger = book.ledger();
            let share = |department: Text| {
                let findings = ledger
                    .findings()
                    .filter(|finding| names_department(&finding.department, &department));
                let findings: Vec<_> = findings.collect();
                Share {
                    unfinished: findings.iter().filter(|finding| !finding.status.is_complete()).count(),
                    findings: findings.iter().map(|finding| finding.id).collect(),
                    department,
                }
            };
            departments(ledger).into_iter().map(share).collect::<Vec<Share>>()
        })
    });
    let row = move |share: Share| {
        let name = share.department.to_string();
        let count = share.findings.len();
        let on_click = move |_| terms.send(&share.department, share.findings.clone());
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{count}</td>
                <td>{share.unfinished}</td>
                <td>
                    <button type="button" class="button small" on:click=on_click>
                        {s.export}
                        <span class="visually-hidden">{(s.export_for)(&name)}</span>
                    </button>
                </td>
            </tr>
        }
    };
    view! {
        <section class="card stack">
            <h2>{s.by_department}</h2>
            <p class="hint">{s.shared_hint}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=s.by_department>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{s.department}</th>
                            <th scope="col">{s.findings}</th>
                            <th scope="col">{s.unfinished}</th>
                            <th scope="col">{s.file}</th>
                        </tr>
                    </thead>
                    <tbody>{move || shares.get().into_iter().map(row).collect::<View>()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn chosen(t: &'static Texts, s: &'static SendTexts, terms: Terms) -> View {
    let session = terms.session;
    let whom = State::new(session.draft(WHOM));
    let chosen = State::new(Vec::<Id>::new());
    let fault = State::new(None::<&'static str>);
    let export = move |_| {
        let name = whom.get_untracked().trim().to_owned();
        // What was chosen and is gone meanwhile is not sent.
        let findings = session.book.with_untracked(|book| {
            let present = book.ledger().findings().map(|finding| finding.id);
            present
                .filter(|id| chosen.with_untracked(|chosen| chosen.contains(id)))
                .collect::<Vec<Id>>()
        });
        fault.set(if findings.is_empty() {
            Some(s.none_chosen)
        } else if name.is_empty() {
            Some(s.whom_needed)
        } else {
            None
        });
        if fault.with_untracked(Option::is_none) {
            terms.send(&name, findings);
            session.keep_draft(WHOM, "");
        }
    };
    let areas = Memo::new(move |_| session.book.with(|book| book.ledger().focus_areas.clone()));
    view! {
        <section class="card stack">
            <h2>{s.chosen_heading}</h2>
            <label class="field">
                <span>{s.whom}</span>
                <input type="text" autocomplete="off" aria-invalid=move || (fault.get() == Some(s.whom_needed)).then_some("true")
                    prop:value=move || whom.get()
                    on:input=move |event| {
                        whom.set(event_target_value(&event));
                        session.keep_draft(WHOM, &event_target_value(&event));
                    } />
            </label>
            <details>
                <summary>{s.choose}</summary>
                <div class="stack">
                    {move || areas.with(|areas| areas.iter().map(|area| area_choices(t, s, area, chosen)).collect::<View>())}
                </div>
            </details>
            <div role="alert">{move || fault.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <p>
                <button type="button" class="button primary" on:click=export>
                    {move || (s.export_chosen)(chosen.with(Vec::len))}
                </button>
            </p>
        </section>
    }
}

fn area_choices(t: &'static Texts, s: &'static SendTexts, area: &FocusArea, chosen: State<Vec<Id>>) -> View {
    let findings = area.categories.iter().flat_map(|category| &category.findings);
    let ids: Vec<Id> = findings.clone().map(|finding| finding.id).collect();
    let lines = findings.map(|finding| {
        let id = finding.id;
        let title = if finding.title.is_empty() {
            t.words.none.to_owned()
        } else {
            finding.title.to_string()
        };
        choice(title, chosen, vec![id])
    });
    view! {
        <fieldset class="stack">
            <legend>{area.title.to_string()}</legend>
            {choice((s.all_of)(&area.title), chosen, ids)}
            {lines.collect::<View>()}
        </fieldset>
    }
}

/// A box that chooses all of these or none.
fn choice(label: String, chosen: State<Vec<Id>>, ids: Vec<Id>) -> View {
    let all = ids.clone();
    let is_chosen = move || chosen.with(|chosen| !all.is_empty() && all.iter().all(|id| chosen.contains(id)));
    let toggle = move |event: web_sys::Event| {
        let on = event_target_checked(&event);
        chosen.update(|chosen| {
            chosen.retain(|id| !ids.contains(id));
            if on {
                chosen.extend(&ids);
            }
        });
    };
    view! {
        <label class="row">
            <input type="checkbox" prop:checked=is_chosen on:change=toggle />
            <span>{label}</span>
        </label>
    }
}
