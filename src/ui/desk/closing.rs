//! 销号: how far every finding is, the rules, and whether what is closed was in time.

use crate::dom::{View, live};
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::view;

use crate::{
    figures::{Closings, Standing, Timeliness, closings},
    journal::Edit,
    ledger::{Field, Id, acts::Settings},
    session::Session,
    ui::{
        long_list::Long,
        parts::use_session,
        route::Route,
        texts::{ClosingTexts, closing_texts, use_texts},
    },
};

pub fn closing() -> View {
    let t = use_texts();
    let c = closing_texts(t.lang);
    let session = use_session();
    let all = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| closings(book.ledger(), today))
    });
    let long = Long::rows();
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
                    {lines(c, all, long)}
                }
            }))}
            {rules(c, session)}
        </section>
    }
}

fn counts(c: &'static ClosingTexts, all: &Closings) -> View {
    let rows = Standing::ALL.map(|standing| {
        view! { <tr><th scope="row">{(c.standing)(standing)}</th><td>{all.count(standing)}</td></tr> }
    });
    view! {
        <section class="card stack">
            <h2>{c.counts}</h2>
            <table class="table">
                <thead><tr><th scope="col">{c.stage}</th><th scope="col">{c.count}</th></tr></thead>
                <tbody>{rows.into_iter().collect::<View>()}</tbody>
                <tfoot><tr><th scope="row">{c.all}</th><td>{all.lines.len()}</td></tr></tfoot>
            </table>
        </section>
    }
}

/// Early, on time, late: of what is signed off with a record.
fn in_time(c: &'static ClosingTexts, all: &Closings) -> View {
    let judged = [
        Some(Timeliness::Early),
        Some(Timeliness::OnTime),
        Some(Timeliness::Late),
        None,
    ];
    let rows = judged.map(|judged| {
        view! {
            <tr>
                <th scope="row">{(c.timeliness)(judged)}</th>
                <td>{all.by_deadline.count(judged)}</td>
                <td>{all.by_first.count(judged)}</td>
            </tr>
        }
    });
    let sums = [all.by_deadline, all.by_first].map(|counts| view! { <td>{counts.total()}</td> });
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

fn lines(c: &'static ClosingTexts, all: &Closings, long: Long) -> View {
    let count = all.lines.len();
    let rows = all.lines.iter().take(long.most()).map(|line| {
        let missing =
            matches!(line.standing, Standing::NotReady | Standing::SentBack).then(|| (c.in_words)(line.missing));
        view! {
            <tr>
                <th scope="row"><a href=Route::Finding(line.id).href()>{line.title.to_string()}</a></th>
                <td>{(c.standing)(line.standing)}</td>
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
            {long.rest(move || count)}
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
