//! 核对: what was read of a report, before any of it is stored.

mod tree;

use crate::dom::{NodeRef, View};
use crate::signals::effect;
use view_macro::view;

use crate::{
    formats::report::{Draft, Line, read_report},
    session::{Encoding, Notice, ReadText, Understood},
    ui::{
        texts::{Texts, report_texts, use_texts},
        views::intake::Intake,
    },
};

/// Shows the report that the user is asked about, and stores it or not.
pub fn preview(intake: Intake) -> View {
    let t = use_texts();
    let r = report_texts(t.lang);
    let heading = NodeRef::<web_sys::HtmlElement>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let found = intake.asked.with_untracked(|asked| match asked {
        Some(Understood::Text(text)) => {
            let draft = read_report(&text.text);
            Some((contents(t, text, &draft), draft))
        }
        _ => None,
    });
    let (contents, draft) = found.unwrap_or_default();
    let is_empty = draft.is_empty();
    let target = if intake.goes_into_open() {
        r.into_open
    } else {
        r.into_new
    };
    let store = move |_| {
        let text = intake.asked.with_untracked(|asked| match asked {
            Some(Understood::Text(text)) => text.text.clone(),
            _ => String::new(),
        });
        let counts = draft.counts();
        intake.store_report(
            draft.into_edits(&text),
            Notice::ReportTaken(counts.findings, counts.measures),
        );
    };
    view! {
        <section class="view stack">
            <div class="view-head">
                <h1 node_ref=heading tabindex="-1">{r.heading}</h1>
                <div class="toolbar row">
                    {(!is_empty)
                        .then(|| {
                            view! {
                                <button type="button" class="button primary" on:click=store>
                                    {r.store}
                                </button>
                            }
                        })}
                    <button type="button" class="button" on:click=move |_| intake.cancel()>
                        {t.words.cancel}
                    </button>
                </div>
            </div>
            {if is_empty {
                view! {
                    <p class="error" role="alert">
                        {r.nothing_read}
                        {t.faults.unchanged}
                    </p>
                }
            } else {
                view! { <p>{r.not_stored_yet} {target}</p> }
            }}
            {contents}
        </section>
    }
}

fn contents(t: &'static Texts, text: &ReadText, draft: &Draft) -> View {
    let is_empty = draft.is_empty();
    view! {
        {source(t, text)}
        {(!is_empty).then(|| understood(t, draft))}
        {unread(t, draft)}
        {prose(t, &draft.prose)}
    }
}

fn understood(t: &'static Texts, draft: &Draft) -> View {
    view! {
        {counts(t, draft)}
        {inspection(t, draft)}
        {tree::unfinished(t, draft)}
        {tree::tree(t, draft)}
    }
}

/// Where the text came from, and whether it came whole.
fn source(t: &'static Texts, report: &ReadText) -> View {
    let r = report_texts(t.lang);
    let encoding = report.encoding.map(|encoding| match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Gb18030 => "GB18030",
        Encoding::Utf16 => "UTF-16",
    });
    view! {
        {encoding.map(|encoding| view! { <p class="muted">{(r.source)(&report.name, encoding)}</p> })}
        {report.damaged.then(|| view! { <p class="error">{r.damaged}</p> })}
    }
}

fn counts(t: &'static Texts, draft: &Draft) -> View {
    let r = report_texts(t.lang);
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
    let rows = rows.into_iter().map(|(name, count)| fact(name, count.to_string()));
    view! {
        <section class="card stack">
            <h2>{r.counts_heading}</h2>
            <dl class="counts">{rows.collect::<View>()}</dl>
            <p>{(r.done_note)(counts.done)}</p>
            {(counts.unplaced > 0).then(|| view! { <p>{(r.unplaced_note)(counts.unplaced)}</p> })}
        </section>
    }
}

fn inspection(t: &'static Texts, draft: &Draft) -> View {
    let r = report_texts(t.lang);
    let i = &draft.inspection;
    let date = |date: Option<chrono::NaiveDate>| date.map(t.words.date).unwrap_or_default();
    let period = match (i.period_from, i.period_to) {
        (None, None) => String::new(),
        (from, to) => (r.period)(&date(from), &date(to)),
    };
    let rows = [
        (r.source_field, i.source.to_string()),
        (r.team, i.team.to_string()),
        (r.unit, i.unit.to_string()),
        (r.period_field, period),
        (r.feedback, date(i.feedback)),
        (r.concentrated_until, date(i.concentrated_until)),
    ];
    let rows = rows.into_iter().map(|(name, value)| {
        let value = if value.is_empty() { r.not_read.to_owned() } else { value };
        fact(name, value)
    });
    view! {
        <section class="card stack">
            <h2>{r.inspection_heading}</h2>
            <dl class="facts">{rows.collect::<View>()}</dl>
        </section>
    }
}

/// One pair of a list of facts.
fn fact(name: &'static str, value: String) -> View {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
}

fn unread(t: &'static Texts, draft: &Draft) -> View {
    let r = report_texts(t.lang);
    let rows = draft.unread.iter().map(|unread| {
        view! {
            <tr>
                <th scope="row">{unread.line.number}</th>
                <td>{unread.line.text.clone()}</td>
                <td>{(t.faults.why)(unread.why)}</td>
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

fn prose(t: &'static Texts, lines: &[Line]) -> View {
    let r = report_texts(t.lang);
    if lines.is_empty() {
        return View::Nothing;
    }
    let rows = lines.iter().map(|line| {
        view! {
            <p>
                <span class="muted">{(r.line_number)(line.number)}</span>
                " "
                {line.text.clone()}
            </p>
        }
    });
    view! {
        <details class="card">
            <summary>{(r.prose_heading)(lines.len())}</summary>
            <p class="hint">{r.prose_note}</p>
            <div class="stack">{rows.collect::<View>()}</div>
        </details>
    }
}
