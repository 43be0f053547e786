//! Around the tree: where the text came from, what was counted, the inspection, lines not understood, and free text.

use crate::dom::View;
use crate::signals::Memo;
use leptos::prelude::*;
use view_macro::view;

use super::{Reading, value};
use crate::{
    formats::report::{Draft, TextKind, span_of},
    ledger::Field,
    session::{Encoding, ReadText},
    ui::texts::{Texts, preview_texts, use_texts},
};

/// Where the text came from, and whether it came whole.
pub fn origin(reading: Reading) -> View {
    let r = preview_texts(use_texts().lang);
    let said = |report: &ReadText| {
        let encoding = match report.encoding {
            _ if report.name.is_empty() => None,
            None => Some((r.source_document)(&report.name)),
            Some(encoding) => Some((r.source)(
                &report.name,
                match encoding {
                    Encoding::Utf8 => "UTF-8",
                    Encoding::Gb18030 => "GB18030",
                    Encoding::Utf16 => "UTF-16",
                    Encoding::Big5 => "Big5",
                },
            )),
        };
        let notes = report
            .notes
            .iter()
            .map(|note| view! { <p class="error">{(r.note)(*note)}</p> });
        view! {
            {encoding.map(|words| view! { <p class="muted">{words}</p> })}
            {report.damaged.then(|| view! { <p class="error">{r.damaged}</p> })}
            {notes.collect::<View>()}
        }
    };
    reading.read(said)
}

/// What the whole text is: as it reads, or as the user says.
pub fn kind(reading: Reading) -> View {
    let r = preview_texts(use_texts().lang);
    let unit = reading.unit;
    let now = Memo::new(move |_| {
        let kind = |drafts: &Vec<Draft>| drafts.get(unit.get()).or(drafts.first()).map(|draft| draft.kind);
        reading.drafts.with(kind).unwrap_or_default()
    });
    let pick = move |event: web_sys::Event| {
        let kind = match event_target_value(&event).as_str() {
            "feedback" => TextKind::Feedback,
            _ => TextKind::Report,
        };
        reading.correct(|corrections| corrections.kind = Some(kind));
    };
    let is_feedback = move || now.get() == TextKind::Feedback;
    view! {
        <p>
            <label class="row">
                <span>{r.kind}</span>
                <select on:change=pick>
                    <option value="report" prop:selected=move || !is_feedback()>{r.kind_report}</option>
                    <option value="feedback" prop:selected=is_feedback>{r.kind_feedback}</option>
                </select>
            </label>
        </p>
    }
}

pub fn facts(t: &'static Texts, draft: &Draft) -> View {
    let r = preview_texts(t.lang);
    if draft.is_empty() {
        return inspection(t, draft);
    }
    let counts = draft.counts();
    let rows = [
        (r.areas, counts.areas),
        (r.categories, counts.categories),
        (r.findings, counts.findings),
        (r.measures, counts.measures),
        (r.unfinished, counts.unfinished),
        (r.matched, counts.matched),
        (r.unplaced, counts.unplaced),
    ];
    let shown = match draft.kind {
        TextKind::Report => rows.len(),
        // Nothing has been done yet, and nothing is unfinished.
        TextKind::Feedback => 3,
    };
    let rows = rows.into_iter().take(shown).map(|(name, count)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{count}</dd>
            </div>
        }
    });
    view! {
        <section class="card stack">
            <h2>{r.counts_heading}</h2>
            <dl class="counts">{rows.collect::<View>()}</dl>
            <p>{match draft.kind {
                TextKind::Report => (r.done_note)(counts.done),
                TextKind::Feedback => (r.fresh_note)(counts.findings),
            }}</p>
            {(counts.unplaced > 0).then(|| view! { <p>{(r.unplaced_note)(counts.unplaced)}</p> })}
        </section>
        {inspection(t, draft)}
    }
}

fn inspection(t: &'static Texts, draft: &Draft) -> View {
    let r = preview_texts(t.lang);
    let i = &draft.inspection;
    let date = |date: Option<chrono::NaiveDate>| date.map(t.words.date).unwrap_or_default();
    let rows = [
        (r.source_field, Field::Source, i.source.to_string()),
        (r.team, Field::Team, i.team.to_string()),
        (r.unit, Field::Unit, i.unit.to_string()),
        (r.period_from, Field::PeriodFrom, date(i.period_from)),
        (r.period_to, Field::PeriodTo, date(i.period_to)),
        (r.feedback, Field::Feedback, date(i.feedback)),
        (
            r.concentrated_until,
            Field::ConcentratedUntil,
            date(i.concentrated_until),
        ),
    ];
    let rows = rows.into_iter().map(|(name, field, words)| {
        let words = match span_of(&draft.spans, &field) {
            _ if words.is_empty() => View::Text(r.not_read.into()),
            Some(span) => value(span, words),
            None => View::Text(words.into()),
        };
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{words}</dd>
            </div>
        }
    });
    view! {
        <section class="card stack">
            <h2>{r.inspection_heading}</h2>
            <dl class="facts">{rows.collect::<View>()}</dl>
        </section>
    }
}

pub fn unread(reading: Reading, draft: &Draft) -> View {
    let r = preview_texts(use_texts().lang);
    let rows = draft.unread.iter().map(|unread| {
        view! {
            <tr>
                <th scope="row">{reading.line_button(unread.line.number)}</th>
                <td>{unread.line.text.clone()}</td>
                <td>{(r.why_unread)(unread.why)}</td>
            </tr>
        }
    });
    let body = if draft.unread.is_empty() {
        view! { <p>{r.all_read}</p> }
    } else {
        view! {
            <p>{r.unread_note}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=r.unread_table>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{r.line}</th>
                            <th scope="col">{r.text}</th>
                            <th scope="col">{r.why}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect::<View>()}</tbody>
                </table>
            </div>
        }
    };
    view! {
        <section class="card stack">
            <h2>{(r.unread_heading)(draft.unread.len())}</h2>
            {body}
        </section>
    }
}

pub fn prose(reading: Reading, draft: &Draft) -> View {
    let r = preview_texts(use_texts().lang);
    let lines = &draft.prose;
    if lines.is_empty() {
        return View::Nothing;
    }
    let note = match draft.kind {
        TextKind::Report => r.prose_note,
        TextKind::Feedback => r.feedback_prose_note,
    };
    let rows = lines.iter().map(|line| {
        view! {
            <p>
                {reading.line_button(line.number)}
                " "
                {line.text.clone()}
            </p>
        }
    });
    view! {
        <details class="card">
            <summary>{(r.prose_heading)(lines.len())}</summary>
            <p class="hint">{note}</p>
            <div class="stack">{rows.collect::<View>()}</div>
        </details>
    }
}
