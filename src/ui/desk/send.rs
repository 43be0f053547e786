//! 分发: parts of the ledger as files, by department or as chosen.

use crate::dom::View;
use crate::signals::{Memo, State};
use chrono::{Days, NaiveDate};
use leptos::{ev::SubmitEvent, prelude::*};
use view_macro::view;

use crate::{
    figures::{Share, shares},
    ledger::{FocusArea, Id, Text, parse_date},
    session::{Sending, Session},
    ui::{
        desk::draft::Draft,
        parts::use_session,
        texts::{SendTexts, Texts, send_texts, use_texts},
    },
};

/// The draft of chosen findings, and its fields.
const FORM: &str = "send-chosen";
const WHOM: usize = 0;
/// With blanks between.
const FINDINGS: usize = 1;
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
    /// Whether the browser took the file.
    fn send(&self, whom: &str, findings: Vec<Id>) -> bool {
        let sent = self.session.send(&Sending {
            findings,
            whom: Text::from(whom),
            until: self.until.get_untracked(),
            progress_only: self.progress_only.get_untracked(),
        });
        self.failed.set(!sent);
        sent
    }
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
    let shares = Memo::new(move |_| session.book.with(|book| shares(book.ledger())));
    let row = move |share: Share| {
        let name = share.department.to_string();
        let count = share.findings.len();
        let on_click = move |_| {
            terms.send(&share.department, share.findings.clone());
        };
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{count}</td>
                <td>{share.supported}</td>
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
    let names = move || {
        shares.with(|all| {
            all.iter()
                .map(|share| view! { <option value=share.department.to_string()></option> })
                .collect::<View>()
        })
    };
    view! {
        <section class="card stack">
            <datalist id="send-departments">{names}</datalist>
            <h2>{s.by_department}</h2>
            <p class="hint">{s.shared_hint}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=s.by_department>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{s.department}</th>
                            <th scope="col">{s.findings}</th>
                            <th scope="col">{s.supported}</th>
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

/// Chooses these for the screen, in place of what was chosen there before.
pub fn choose(session: Session, findings: &[Id]) {
    open_draft(session).set(FINDINGS, joined(findings));
}

fn open_draft(session: Session) -> Draft {
    Draft::open(session, FORM.to_owned(), vec![String::new(); 2])
}

fn joined(findings: &[Id]) -> String {
    let ids: Vec<String> = findings.iter().map(Id::to_string).collect();
    ids.join(" ")
}

/// What was chosen and is gone meanwhile is not sent.
fn chosen_ids(draft: Draft) -> Vec<Id> {
    let ids = draft.get(FINDINGS);
    let ids = ids.split(' ').filter_map(|id| id.parse().ok());
    let mut ids: Vec<Id> = ids.collect();
    crate::ledger::sort_by(&mut ids, Ord::cmp);
    draft.session().book.with(|book| {
        let present = book.ledger().findings().map(|finding| finding.id);
        present.filter(|id| ids.binary_search(id).is_ok()).collect()
    })
}

fn chosen(t: &'static Texts, s: &'static SendTexts, terms: Terms) -> View {
    let session = terms.session;
    let draft = open_draft(session);
    let chosen = Memo::new(move |_| chosen_ids(draft));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (whom, findings) = (draft.typed(WHOM), chosen.get_untracked());
        let faults = [
            whom.is_empty().then_some((WHOM, s.whom_needed)),
            findings.is_empty().then_some((FINDINGS, s.none_chosen)),
        ];
        if draft.check(faults.into_iter().flatten().collect()) && terms.send(&whom, findings) {
            draft.clear();
        }
    };
    let areas = Memo::new(move |_| session.book.with(|book| book.ledger().focus_areas.clone()));
    let is_begun = !chosen.with_untracked(Vec::is_empty);
    view! {
        <form class="card stack" on:submit=submit novalidate>
            <h2>{s.chosen_heading}</h2>
            {draft.line(WHOM, s.whom, "text", Some("send-departments"))}
            <details open=is_begun>
                <summary id=draft.html_id(FINDINGS)>{s.choose}</summary>
                <div class="stack">
                    {move || areas.with(|areas| areas.iter().map(|area| area_choices(t, s, area, draft, chosen)).collect::<View>())}
                </div>
            </details>
            {draft.told(FINDINGS)}
            <p>
                <button type="submit" class="button primary">{move || (s.export_chosen)(chosen.with(Vec::len))}</button>
            </p>
        </form>
    }
}

fn area_choices(
    t: &'static Texts,
    s: &'static SendTexts,
    area: &FocusArea,
    draft: Draft,
    chosen: Memo<Vec<Id>>,
) -> View {
    let findings = area.categories.iter().flat_map(|category| &category.findings);
    let ids: Vec<Id> = findings.clone().map(|finding| finding.id).collect();
    let lines = findings.map(|finding| {
        let id = finding.id;
        let title = if finding.title.is_empty() {
            t.words.none.to_owned()
        } else {
            finding.title.to_string()
        };
        choice(title, draft, chosen, vec![id])
    });
    view! {
        <fieldset class="stack">
            <legend>{area.title.to_string()}</legend>
            {choice((s.all_of)(&area.title), draft, chosen, ids)}
            {lines.collect::<View>()}
        </fieldset>
    }
}

/// A box that chooses all of these or none.
fn choice(label: String, draft: Draft, chosen: Memo<Vec<Id>>, ids: Vec<Id>) -> View {
    let all = ids.clone();
    let is_chosen = move || chosen.with(|chosen| !all.is_empty() && all.iter().all(|id| chosen.contains(id)));
    let toggle = move |event: web_sys::Event| {
        let mut now = chosen.get_untracked();
        now.retain(|id| !ids.contains(id));
        if event_target_checked(&event) {
            now.extend(&ids);
        }
        draft.set(FINDINGS, joined(&now));
    };
    view! {
        <label class="row">
            <input type="checkbox" prop:checked=is_chosen on:change=toggle />
            <span>{label}</span>
        </label>
    }
}
