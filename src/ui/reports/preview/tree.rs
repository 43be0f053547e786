//! The four levels of a report as they were read, and its unfinished items.

use crate::dom::View;
use view_macro::view;

use crate::{
    formats::report::{Draft, DraftArea, DraftCategory, DraftFinding, DraftUnfinished},
    ledger::Status,
    ui::texts::{Texts, report_texts},
};

pub fn tree(t: &'static Texts, draft: &Draft) -> View {
    if draft.areas.is_empty() {
        return View::Nothing;
    }
    let areas = draft.areas.iter().map(|each| area(t, each));
    view! {
        <section class="card stack">
            <h2>{report_texts(t.lang).tree_heading}</h2>
            <ul class="tree">{areas.collect::<View>()}</ul>
        </section>
    }
}

fn area(t: &'static Texts, area: &DraftArea) -> View {
    let findings = area.categories.iter().map(|category| category.findings.len()).sum();
    let categories = area.categories.iter().map(|each| category(t, each));
    view! {
        <li>
            <details open>
                <summary>
                    {area.title.clone()} " " <span class="muted">{(t.words.finding_count)(findings)}</span>
                </summary>
                <ul>{categories.collect::<View>()}</ul>
            </details>
        </li>
    }
}

fn category(t: &'static Texts, category: &DraftCategory) -> View {
    let findings = category.findings.iter().map(|each| finding(t, category, each));
    view! {
        <li>
            <details open>
                <summary>
                    {category.title.clone()}
                    " "
                    <span class="muted">{(t.words.finding_count)(category.findings.len())}</span>
                </summary>
                <ul>{findings.collect::<View>()}</ul>
            </details>
        </li>
    }
}

fn finding(t: &'static Texts, category: &DraftCategory, finding: &DraftFinding) -> View {
    let stands_for_category = finding.title.is_empty();
    let title = if stands_for_category {
        &category.title
    } else {
        &finding.title
    };
    let deadline = finding.deadline.map(t.words.date);
    let measures = finding.measures.iter().map(|measure| {
        let heading = if measure.heading.is_empty() {
            &measure.text
        } else {
            &measure.heading
        };
        view! { <li>{heading.clone()}</li> }
    });
    view! {
        <li>
            <details>
                <summary>
                    {title.clone()}
                    " "
                    {stands_for_category.then(|| view! { <span class="muted">{report_texts(t.lang).is_category} " "</span> })}
                    {status(t, finding.status)}
                    " "
                    <span class="muted">
                        {(t.words.measure_count)(finding.measures.len())} " "
                        {deadline.map(|date| (report_texts(t.lang).deadline)(&date))}
                    </span>
                </summary>
                {(!finding.measures.is_empty()).then(|| view! { <ol>{measures.collect::<View>()}</ol> })}
            </details>
        </li>
    }
}

fn status(t: &'static Texts, status: Status) -> View {
    let class = match status {
        Status::NotStarted => "status status-not_started",
        Status::InProgress => "status status-in_progress",
        Status::LargelyDone => "status status-largely_done",
        Status::Done => "status status-done",
        Status::Closed => "status status-closed",
    };
    view! { <span class=class>{(t.words.status)(status)}</span> }
}

pub fn unfinished(t: &'static Texts, draft: &Draft) -> View {
    if draft.unfinished.is_empty() {
        return View::Nothing;
    }
    let items = draft.unfinished.iter().map(|each| item(t, draft, each));
    view! {
        <section class="card stack">
            <h2>{report_texts(t.lang).unfinished_heading}</h2>
            <ol class="stack">{items.collect::<View>()}</ol>
        </section>
    }
}

fn item(t: &'static Texts, draft: &Draft, item: &DraftUnfinished) -> View {
    let r = report_texts(t.lang);
    let deadline = item.deadline.map(t.words.date).unwrap_or_else(|| r.no_deadline.into());
    let place = match item.matched {
        Some(at) => {
            view! { <p>{(r.matched_to)(draft.finding_title(at))} " " {status(t, Status::InProgress)}</p> }
        }
        None => unplaced(t, draft, item),
    };
    let lines = [
        (r.problem, &item.problem),
        (r.reason, &item.reason),
        (r.next_step, &item.next_step),
    ];
    let lines = lines
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{text.clone()}</dd>
                </div>
            }
        });
    view! {
        <li>
            <p>
                <strong>{item.title.clone()}</strong>
                " "
                <span class="muted">{(r.deadline)(&deadline)}</span>
            </p>
            {place}
            <details>
                <summary>{r.details}</summary>
                <dl class="facts">{lines.collect::<View>()}</dl>
            </details>
        </li>
    }
}

/// No finding is named: where the item might belong. The user places it in the ledger, where both can be read in full.
fn unplaced(t: &'static Texts, draft: &Draft, item: &DraftUnfinished) -> View {
    let r = report_texts(t.lang);
    let candidates = item
        .candidates
        .iter()
        .map(|at| view! { <li>{draft.finding_title(*at).to_owned()}</li> });
    let lead = if item.candidates.is_empty() {
        r.no_candidates
    } else {
        r.candidates
    };
    view! {
        <p>{lead}</p>
        {(!item.candidates.is_empty()).then(|| view! { <ul>{candidates.collect::<View>()}</ul> })}
    }
}
