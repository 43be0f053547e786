//! 核对: what does not fit together in the ledger and its report, with both values; what was explained; what has passed.

mod desk;
mod item;
mod materials;
mod places;

use crate::dom::{View, each, live};
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::view;

use crate::{
    figures::{CHECKS, Check},
    journal::Edit,
    ui::{
        long_list::Long,
        parts::use_session,
        texts::{CheckingTexts, check_texts, checking_texts, use_texts},
    },
};
use desk::{Desk, Found};
use item::{explained_item, given, open_item};
use materials::materials;

/// Differences of one check that are drawn until all are asked for.
const MOST: usize = 50;

pub fn checks() -> View {
    let t = use_texts();
    let c = checking_texts(t.lang);
    let session = use_session();
    let desk = Desk::of(session);
    let found = desk.found();
    let is_empty = Memo::new(move |_| session.book.with(|book| book.ledger().findings().next().is_none()));
    let counts = Memo::new(move |_| {
        found.with(|found| {
            let explained = found
                .spots
                .iter()
                .filter(|spot| spot.finding.acknowledged.is_some())
                .count();
            [
                found.spots.len() - explained,
                explained,
                found.passed.len(),
                found.not_made.len(),
            ]
        })
    });
    let numbers = move || {
        let counts = counts.get();
        let names = [c.open, c.explained, c.passed, c.not_made];
        let each = names.into_iter().zip(counts).map(|(name, count)| {
            view! { <div><dt>{name}</dt><dd>{count}</dd></div> }
        });
        each.collect::<View>()
    };
    let told = move || {
        let [open, explained, ..] = counts.get();
        (c.counts)(open, explained)
    };
    let well = move || (counts.get()[0] == 0 && !is_empty.get()).then(|| view! { <p>{c.all_well}</p> });
    view! {
        <section class="view view-checks">
            <div class="view-head">
                <h1 id="checks-heading" tabindex="-1">{c.heading}</h1>
            </div>
            <p class="hint">{c.hint}</p>
            <p class="visually-hidden" role="status">{told}</p>
            <section class="card"><dl class="counts">{numbers}</dl></section>
            {move || is_empty.get().then(|| view! { <p class="empty">{c.no_findings}</p> })}
            {well}
            {CHECKS.iter().map(|(check, _)| group(found, *check)).collect::<View>()}
            {explained(found)}
            {outdated(found)}
            {materials(desk)}
            {silent(c, found)}
        </section>
    }
}

/// The differences of one check that wait, under its title.
fn group(found: Memo<Found>, check: Check) -> View {
    let t = use_texts();
    let c = checking_texts(t.lang);
    let words = check_texts(t.lang);
    let keys = keys_of(found, move |of, is_explained| of == check && !is_explained);
    let is_empty = Memo::new(move |_| keys.with(Vec::is_empty));
    let long = Long::of(MOST);
    let shown = move || keys.with(|keys| keys.iter().take(long.most()).copied().collect());
    let next_after = Callback::new(move |key: u64| {
        keys.with_untracked(|keys| {
            let at = keys.iter().position(|each| *each == key)?;
            keys.get(at + 1).or_else(|| keys.get(at.checked_sub(1)?)).copied()
        })
    });
    live(move || {
        if is_empty.get() {
            return View::Nothing;
        }
        let title = move || (c.group)((words.title)(check), keys.with(Vec::len));
        let item = move |key: u64| open_item(found, key, next_after);
        view! {
            <section class="card stack">
                <h2>{title}</h2>
                <p class="hint">{(words.remedy)(check)}</p>
                <ul class="plain-list check-list" role="list">{each(shown, item)}</ul>
                {long.rest(move || keys.with(Vec::len))}
            </section>
        }
    })
}

fn keys_of(found: Memo<Found>, wanted: impl Fn(Check, bool) -> bool + Send + Sync + 'static) -> Memo<Vec<u64>> {
    Memo::new(move |_| {
        found.with(|found| {
            let spots = found.spots.iter();
            let spots = spots.filter(|spot| wanted(spot.finding.check, spot.finding.acknowledged.is_some()));
            spots.map(|spot| spot.key).collect()
        })
    })
}

fn explained(found: Memo<Found>) -> View {
    let c = checking_texts(use_texts().lang);
    let keys = keys_of(found, |_, is_explained| is_explained);
    let is_empty = Memo::new(move |_| keys.with(Vec::is_empty));
    let long = Long::of(MOST);
    let shown = move || keys.with(|keys| keys.iter().take(long.most()).copied().collect());
    live(move || {
        if is_empty.get() {
            return View::Nothing;
        }
        view! {
            <section class="card stack">
                <h2>{move || (c.explained_heading)(keys.with(Vec::len))}</h2>
                <p class="hint">{c.explained_hint}</p>
                <ul class="plain-list check-list" role="list">{each(shown, move |key| explained_item(found, key))}</ul>
                {long.rest(move || keys.with(Vec::len))}
            </section>
        }
    })
}

/// Explanations whose difference is not found now.
fn outdated(found: Memo<Found>) -> View {
    let t = use_texts();
    let c = checking_texts(t.lang);
    let session = use_session();
    let outdated = Memo::new(move |_| found.with(|found| found.outdated.clone()));
    live(move || {
        let all = outdated.get();
        if all.is_empty() {
            return View::Nothing;
        }
        let count = all.len();
        let rows = all.into_iter().map(|each| {
            let title = each.check.map(check_texts(t.lang).title);
            let name = (c.remove_what)(&each.explanation.reason);
            let remove = move |_| drop(session.act(&[Edit::Remove { record: each.record }]));
            view! {
                <li class="stack">
                    <p class="muted">{title}</p>
                    {given(t, session, &each.explanation)}
                    <p class="screen-only">
                        <button type="button" class="button small" aria-label=name on:click=remove>{t.words.remove}</button>
                    </p>
                </li>
            }
        });
        view! {
            <details class="card">
                <summary><h2>{(c.outdated_heading)(count)}</h2></summary>
                <p class="hint">{c.outdated_hint}</p>
                <ul class="plain-list check-list" role="list">{rows.collect::<View>()}</ul>
            </details>
        }
    })
}

/// Checks that found nothing, and those that had nothing to look at.
fn silent(c: &'static CheckingTexts, found: Memo<Found>) -> View {
    let passed = Memo::new(move |_| found.with(|found| found.passed.clone()));
    let not_made = Memo::new(move |_| found.with(|found| found.not_made.clone()));
    let name = c.name;
    let passed_list = move || {
        let rows = passed.get().into_iter().map(|check| view! { <li>{name(check)}</li> });
        rows.collect::<View>()
    };
    let not_made_list = move || {
        let rows = not_made.get().into_iter().map(|check| {
            view! { <li>{name(check)} " " <span class="muted">"— " {why(c, check)}</span></li> }
        });
        rows.collect::<View>()
    };
    view! {
        {move || (!passed.with(Vec::is_empty)).then(|| view! {
            <section class="card">
                <h2>{move || (c.passed_heading)(passed.with(Vec::len))}</h2>
                <p class="hint">{c.passed_hint}</p>
                <ul>{passed_list}</ul>
            </section>
        })}
        {move || (!not_made.with(Vec::is_empty)).then(|| view! {
            <section class="card">
                <h2>{move || (c.not_made_heading)(not_made.with(Vec::len))}</h2>
                <ul>{not_made_list}</ul>
            </section>
        })}
    }
}

/// Why a check was not made.
fn why(c: &'static CheckingTexts, check: Check) -> &'static str {
    match check {
        Check::Counts | Check::Rules | Check::Accountability => c.nothing_stated,
        Check::Repeated => c.no_earlier,
        Check::NotInReport | Check::NotInPlan => c.nothing_given,
        _ => c.no_findings,
    }
}
