//! The four levels of a report as they were read, and its unfinished items; each value leads to its passage.

use crate::dom::View;
use view_macro::view;

use super::{Reading, value, value_of_class};
use crate::{
    formats::report::{Draft, DraftArea, DraftCategory, DraftFinding, DraftMeasure, DraftUnfinished, Spans, span_of},
    ledger::{Field, Status},
    ui::texts::{Texts, preview_texts},
};

pub fn tree(t: &'static Texts, reading: Reading, draft: &Draft) -> View {
    if draft.areas.is_empty() {
        return View::Nothing;
    }
    let areas = draft.areas.iter().map(|each| area(t, reading, draft, each));
    view! {
        <section class="card stack">
            <h2>{preview_texts(t.lang).tree_heading}</h2>
            <ul class="tree">{areas.collect::<View>()}</ul>
        </section>
    }
}

fn area(t: &'static Texts, reading: Reading, draft: &Draft, area: &DraftArea) -> View {
    let findings = area.categories.iter().map(|category| category.findings.len()).sum();
    let categories = area.categories.iter().map(|each| category(t, reading, draft, each));
    view! {
        <li>
            <p><strong>{title(reading, area.title.clone(), &area.spans, area.line)}</strong> " "
                <span class="muted">{(t.words.finding_count)(findings)}</span></p>
            <ul>{categories.collect::<View>()}</ul>
        </li>
    }
}

fn category(t: &'static Texts, reading: Reading, draft: &Draft, category: &DraftCategory) -> View {
    let findings = category
        .findings
        .iter()
        .map(|each| finding(t, reading, draft, category, each));
    view! {
        <li>
            <p>{title(reading, category.title.clone(), &category.spans, category.line)} " "
                <span class="muted">{(t.words.finding_count)(category.findings.len())}</span></p>
            <ul>{findings.collect::<View>()}</ul>
        </li>
    }
}

/// A title; one that was filled in leads to the line for which it was.
fn title(reading: Reading, words: String, spans: &Spans, line: usize) -> View {
    value(span_of(spans, &Field::Title).unwrap_or(reading.line(line)), words)
}

fn finding(
    t: &'static Texts,
    reading: Reading,
    draft: &Draft,
    category: &DraftCategory,
    finding: &DraftFinding,
) -> View {
    let r = preview_texts(t.lang);
    let stands_for_category = finding.title.is_empty();
    let (name, spans) = if stands_for_category {
        (&category.title, &category.spans)
    } else {
        (&finding.title, &finding.spans)
    };
    let said = span_of(&finding.spans, &Field::Status);
    let corrected = reading.read(|text| {
        let mut statuses = text.corrections.statuses.iter();
        statuses.any(|(line, _)| *line == finding.line)
    });
    // A finding that an unfinished item names is in progress for that.
    let item = draft.unfinished.iter().find(|item| {
        item.matched
            .is_some_and(|at| draft.finding(at).is_some_and(|it| it.line == finding.line))
    });
    let (from_where, no_passage) = match (said, item) {
        _ if corrected => (reading.line(finding.line), r.by_correction),
        (Some(span), _) => (span, ""),
        (None, Some(item)) => (reading.line(item.line), r.by_item),
        (None, None) => (reading.line(finding.line), r.not_said),
    };
    let date = finding.deadline.map(t.words.date);
    let remedy = finding.remedy.map(t.words.remedy);
    let rows = [
        (Field::Remedy, remedy.unwrap_or_default()),
        (Field::Leader, &finding.leader),
        (Field::Department, &finding.department),
        (Field::Owner, &finding.owner),
        (Field::Detail, &finding.detail),
        (Field::Problem, &finding.problem),
        (Field::Reason, &finding.reason),
        (Field::NextStep, &finding.next_step),
    ];
    let facts = rows
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(field, words)| fact(t, reading, field, words.to_owned(), &finding.spans, finding.line));
    let measures = finding.measures.iter().map(|each| measure(t, reading, each));
    view! {
        <li>
            <p>
                {title(reading, name.clone(), spans, finding.line)}
                " "
                {stands_for_category.then(|| view! { <span class="muted">{r.is_category} " "</span> })}
                {value_of_class(status_class(finding.status), from_where, (t.words.status)(finding.status).into())}
                " "
                <span class="muted">{no_passage}</span>
                " "
                {date.map(|date| {
                    let span = span_of(&finding.spans, &Field::Deadline).unwrap_or(reading.line(finding.line));
                    value(span, (r.deadline)(&date))
                })}
            </p>
            <details>
                <summary class="muted">{(t.words.measure_count)(finding.measures.len())}</summary>
                <dl class="facts">{facts.collect::<View>()}</dl>
                <ol>{measures.collect::<View>()}</ol>
            </details>
        </li>
    }
}

fn measure(t: &'static Texts, reading: Reading, measure: &DraftMeasure) -> View {
    let r = preview_texts(t.lang);
    let part = |field: Field, words: &String| {
        let span = span_of(&measure.spans, &field).unwrap_or(reading.line(measure.line));
        (!words.is_empty()).then(|| value(span, words.clone()))
    };
    let date = measure.date.map(t.words.date);
    let date = date.map(|date| part(Field::Date, &(r.carried_out)(&date)));
    view! {
        <li>
            {part(Field::Heading, &measure.heading)}
            " "
            {part(Field::Body, &measure.text)}
            " "
            {date}
        </li>
    }
}

fn fact(t: &'static Texts, reading: Reading, field: Field, words: String, spans: &Spans, line: usize) -> View {
    let span = span_of(spans, &field).unwrap_or(reading.line(line));
    view! {
        <div>
            <dt>{(t.words.field)(&field)}</dt>
            <dd>{value(span, words)}</dd>
        </div>
    }
}

fn status_class(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "read status status-not_started",
        Status::InProgress => "read status status-in_progress",
        Status::LargelyDone => "read status status-largely_done",
        Status::Done => "read status status-done",
        Status::Closed => "read status status-closed",
    }
}

pub fn unfinished(t: &'static Texts, reading: Reading, draft: &Draft) -> View {
    if draft.unfinished.is_empty() {
        return View::Nothing;
    }
    let items = draft.unfinished.iter().map(|each| item(t, reading, draft, each));
    view! {
        <section class="card stack">
            <h2>{preview_texts(t.lang).unfinished_heading}</h2>
            <ol class="stack">{items.collect::<View>()}</ol>
        </section>
    }
}

fn item(t: &'static Texts, reading: Reading, draft: &Draft, item: &DraftUnfinished) -> View {
    let r = preview_texts(t.lang);
    let deadline = match (item.deadline, span_of(&item.spans, &Field::Deadline)) {
        (Some(date), Some(span)) => value(span, (r.deadline)(&(t.words.date)(date))),
        _ => View::Text((r.deadline)(r.not_read).into()),
    };
    let place = match item.matched {
        Some(at) => view! { <p>{(r.matched_to)(draft.finding_title(at))}</p> },
        None => unplaced(t, draft, item),
    };
    let rows = [
        (Field::Problem, &item.problem),
        (Field::Reason, &item.reason),
        (Field::NextStep, &item.next_step),
    ];
    let rows = rows
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| fact(t, reading, field, text.clone(), &item.spans, item.line));
    view! {
        <li>
            <p>
                <strong>{title(reading, item.title.clone(), &item.spans, item.line)}</strong>
                " "
                <span class="muted">{deadline}</span>
            </p>
            {place}
            <details>
                <summary>{r.details}</summary>
                <dl class="facts">{rows.collect::<View>()}</dl>
            </details>
        </li>
    }
}

/// No finding is named: where the item might belong. The user places it in the ledger, where both can be read in full.
fn unplaced(t: &'static Texts, draft: &Draft, item: &DraftUnfinished) -> View {
    let r = preview_texts(t.lang);
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
