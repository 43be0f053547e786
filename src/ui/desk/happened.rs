//! What happened in a period, in words: below a department of the meeting sheet, and as lines of the minutes.

use crate::dom::View;
use view_macro::view;

use crate::{
    figures::{Happened, HappenedFinding, Happening},
    ledger::Field,
    ui::{
        desk::finding::short,
        route::Route,
        texts::{HappenedTexts, Texts, code_name, happened_texts},
    },
};

/// The findings of one department, each with what happened to it.
pub fn section(t: &'static Texts, findings: &[HappenedFinding]) -> View {
    let x = happened_texts(t.lang);
    let rows = findings.iter().map(|finding| {
        let title = [&*finding.number.to_string(), ". ", &finding.title].concat();
        let events = finding.events.iter().map(|event| {
            let text = on_its_day(t, x, event);
            view! { <li>{text}</li> }
        });
        view! {
            <li>
                <a href=Route::Finding(finding.id).href()>{title}</a>
                <ul>{events.collect::<View>()}</ul>
            </li>
        }
    });
    view! {
        <h3>{(x.heading)(findings.len())}</h3>
        {if findings.is_empty() {
            view! { <p class="muted">{x.nothing}</p> }
        } else {
            view! { <ul class="stack">{rows.collect::<View>()}</ul> }
        }}
    }
}

/// One line for each finding; nothing where nothing happened.
pub fn lines(t: &'static Texts, findings: &[HappenedFinding]) -> View {
    let x = happened_texts(t.lang);
    let lines = findings.iter().map(|finding| {
        let title = [&*finding.number.to_string(), ". ", &finding.title].concat();
        let events: Vec<String> = finding.events.iter().map(|event| on_its_day(t, x, event)).collect();
        let line = (x.line)(&title, &finding.department, &events);
        view! { <li>{line}</li> }
    });
    if findings.is_empty() {
        return View::Nothing;
    }
    view! {
        <p>{x.in_minutes}</p>
        <ul>{lines.collect::<View>()}</ul>
    }
}

fn on_its_day(t: &'static Texts, x: &'static HappenedTexts, event: &Happening) -> String {
    let what = words(t, x, &event.what);
    let what = match &event.measure {
        Some((number, name)) => (x.of_measure)(*number, &short(name), &what),
        None => what,
    };
    (x.on)(&(t.words.date)(event.date), &what)
}

fn words(t: &'static Texts, x: &'static HappenedTexts, what: &Happened) -> String {
    let code = |field: Field, code: Option<&str>| code.and_then(|code| code_name(t, &field, code)).unwrap_or_default();
    match what {
        Happened::Progress(text) => (x.progress)(text),
        Happened::MeasureDone => x.measure_done.to_owned(),
        Happened::Completed => x.completed.to_owned(),
        Happened::Rule(title, act) => (x.rule)(&code(Field::Act, act.map(|act| act.code())), title),
        Happened::Evidence(count) => (x.evidence)(*count),
        Happened::Reminded(level, department) => {
            let level = code(Field::Level, level.map(|level| level.code()));
            (x.reminded)(&level, department)
        }
        Happened::Extended { from, to } => {
            let (from, to) = (from.map(t.words.date), to.map(t.words.date));
            (x.extended)(from.as_deref(), to.as_deref())
        }
        Happened::Closing(step, text) => (x.closing)(&code(Field::Step, Some(step.code())), text),
        Happened::Rechecked(outcome, text) => {
            let outcome = code(Field::Outcome, outcome.map(|outcome| outcome.code()));
            (x.rechecked)(&outcome, text)
        }
    }
}
