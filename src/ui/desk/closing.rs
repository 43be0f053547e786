//! 销号: how far every finding is, the rules, and whether what is closed was in time.

use crate::dom::{View, live};
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::view;

use crate::{
    figures::{ClosingState, Stage, Timeliness, closing_state, extensions, open_checks, timeliness},
    journal::Edit,
    ledger::{
        Field, Finding, Id, Ledger, Status,
        acts::{ClosureStep, Settings},
    },
    session::Session,
    ui::{
        parts::use_session,
        route::Route,
        texts::{ClosingTexts, closing_texts, use_texts},
    },
};

/// The stages of the page, in the order of its texts.
const NOT_READY: usize = 0;
const READY: usize = 1;
const AWAITS_REVIEW: usize = 2;
const AWAITS_APPROVAL: usize = 3;
const SENT_BACK: usize = 4;
const SIGNED_OFF: usize = 5;
/// Closed, and nobody's approval is on record.
const UNRECORDED: usize = 6;
const STAGES: usize = 7;

#[derive(Clone, PartialEq)]
struct Line {
    id: Id,
    title: String,
    stage: usize,
    missing: usize,
}

#[derive(Clone, PartialEq, Default)]
struct Shown {
    lines: Vec<Line>,
    /// By timeliness: against the deadline, and against the first one. The last is for what has no day.
    in_time: [[usize; 4]; 2],
    extended: usize,
    extensions: usize,
}

fn shown(ledger: &Ledger, today: chrono::NaiveDate) -> Shown {
    let rules = Settings::of(ledger).closing;
    let open = open_checks(ledger, today);
    let mut shown = Shown::default();
    for finding in ledger.findings() {
        let state = closing_state(finding, rules);
        let checks = usize::from(open.iter().any(|(id, _)| *id == finding.id));
        let missing = state.missing.len() + checks;
        if let Some(approval) = &state.approval {
            let judged = timeliness(approval.deadline, approval.first_deadline, approval.completed_on);
            for (counts, judged) in shown.in_time.iter_mut().zip([judged.by_deadline, judged.by_first]) {
                counts[place(judged)] += 1;
            }
        }
        let put_off = extensions(finding).count;
        shown.extended += usize::from(put_off > 0);
        shown.extensions += put_off;
        shown.lines.push(Line {
            id: finding.id,
            title: finding.title.to_string(),
            stage: stage(finding, &state, missing),
            missing,
        });
    }
    shown
}

fn place(judged: Option<Timeliness>) -> usize {
    match judged {
        Some(Timeliness::Early) => 0,
        Some(Timeliness::OnTime) => 1,
        Some(Timeliness::Late) => 2,
        None => 3,
    }
}

fn stage(finding: &Finding, state: &ClosingState, missing: usize) -> usize {
    let closed = finding.status == Status::Closed;
    match (state.stage, state.next) {
        (Stage::Approved, _) => SIGNED_OFF,
        (Stage::Open, _) if closed => UNRECORDED,
        (Stage::Requested, Some(ClosureStep::Reviewed)) => AWAITS_REVIEW,
        (Stage::Requested | Stage::Reviewed, _) => AWAITS_APPROVAL,
        (Stage::Open, _) if state.returned.is_some() => SENT_BACK,
        (Stage::Open, _) if missing > 0 => NOT_READY,
        (Stage::Open, _) => READY,
    }
}

pub fn closing() -> View {
    let t = use_texts();
    let c = closing_texts(t.lang);
    let session = use_session();
    let all = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| shown(book.ledger(), today))
    });
    view! {
        <section class="view stack">
            <div class="view-head"><h1>{c.heading}</h1></div>
            <p class="hint">{c.page_hint}</p>
            {live(move || all.with(|all| {
                if all.lines.is_empty() {
                    return view! { <p class="empty">{c.empty}</p> };
                }
                view! {
                    {counts(c, all)}
                    {in_time(c, all)}
                    {lines(c, all)}
                }
            }))}
            {rules(c, session)}
        </section>
    }
}

fn counts(c: &'static ClosingTexts, all: &Shown) -> View {
    let rows = (0..STAGES).map(|stage| {
        let count = all.lines.iter().filter(|line| line.stage == stage).count();
        view! { <tr><th scope="row">{(c.stages)(stage)}</th><td>{count}</td></tr> }
    });
    view! {
        <section class="card stack">
            <h2>{c.counts}</h2>
            <table class="table">
                <thead><tr><th scope="col">{c.stage}</th><th scope="col">{c.count}</th></tr></thead>
                <tbody>{rows.collect::<View>()}</tbody>
                <tfoot><tr><th scope="row">{c.all}</th><td>{all.lines.len()}</td></tr></tfoot>
            </table>
        </section>
    }
}

/// Early, on time, late: of what is signed off with a record.
fn in_time(c: &'static ClosingTexts, all: &Shown) -> View {
    let judged = [
        Some(Timeliness::Early),
        Some(Timeliness::OnTime),
        Some(Timeliness::Late),
        None,
    ];
    let rows = judged.map(|judged| {
        let at = place(judged);
        view! {
            <tr>
                <th scope="row">{(c.timeliness)(judged)}</th>
                <td>{all.in_time[0][at]}</td>
                <td>{all.in_time[1][at]}</td>
            </tr>
        }
    });
    let sums = all
        .in_time
        .map(|counts| view! { <td>{counts.iter().sum::<usize>()}</td> });
    view! {
        <section class="card stack">
            <h2>{c.in_time}</h2>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{c.in_time}</th>
                        <th scope="col">{c.against}</th>
                        <th scope="col">{c.against_first}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().collect::<View>()}</tbody>
                <tfoot><tr><th scope="row">{c.all}</th>{sums.into_iter().collect::<View>()}</tr></tfoot>
            </table>
            <p>{(c.extensions)(all.extended, all.extensions)}</p>
        </section>
    }
}

fn lines(c: &'static ClosingTexts, all: &Shown) -> View {
    let rows = all.lines.iter().map(|line| {
        let missing = (line.stage == NOT_READY || line.stage == SENT_BACK).then(|| (c.in_words)(line.missing));
        view! {
            <tr>
                <th scope="row"><a href=Route::Finding(line.id).href()>{line.title.clone()}</a></th>
                <td>{(c.stages)(line.stage)}</td>
                <td>{missing}</td>
            </tr>
        }
    });
    view! {
        <section class="card stack">
            <h2>{c.finding}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=c.finding>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{c.finding}</th>
                            <th scope="col">{c.stage}</th>
                            <th scope="col">{c.missing}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect::<View>()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn rules(c: &'static ClosingTexts, session: Session) -> View {
    let rules = Memo::new(move |_| session.book.with(|book| Settings::of(book.ledger()).closing));
    let locked = move || session.as_of.get().is_some() || session.is_limited();
    let steps = move |event: web_sys::Event| {
        session.act(&[Edit::set(Id::ROOT, Field::ClosingSteps, event_target_value(&event))]);
    };
    let evidence = move |event: web_sys::Event| {
        let value = if event_target_checked(&event) { "yes" } else { "no" };
        session.act(&[Edit::set(Id::ROOT, Field::ClosingEvidence, value)]);
    };
    view! {
        <section class="card stack">
            <h2>{c.rules}</h2>
            <label class="field">
                <span>{c.steps_rule}</span>
                <select disabled=locked on:change=steps>
                    <option value="two" prop:selected=move || !rules.get().is_reviewed>{c.two}</option>
                    <option value="three" prop:selected=move || rules.get().is_reviewed>{c.three}</option>
                </select>
            </label>
            <label class="row">
                <input type="checkbox" disabled=locked prop:checked=move || rules.get().needs_evidence on:change=evidence />
                <span>{c.evidence_rule}</span>
            </label>
        </section>
    }
}
