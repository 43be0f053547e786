//! 核对: what was read of a report, before any of it is stored: each value beside the passage it was read from, and what the
//! user corrects in it.

mod corrected;
mod facts;
mod line;
mod lines;
mod registers;
mod source;
mod tree;
mod units;

use std::rc::Rc;

use crate::dom::{NodeRef, View};
use crate::signals::{Aside, Memo, State, effect};
use leptos::prelude::untrack;
use view_macro::view;

use crate::{
    formats::report::{Corrections, Draft, Span, read_report_with, read_reports},
    session::{ReadText, Understood},
    ui::{
        texts::{preview_texts, use_texts},
        views::intake::Intake,
    },
};

/// A report on the table: its text, what was read of it, and where the user looks.
#[derive(Clone, Copy)]
pub struct Reading {
    intake: Intake,
    /// Of each unit in the text.
    drafts: Memo<Vec<Draft>>,
    /// The unit that is shown.
    unit: State<usize>,
    /// The bytes of each line.
    lines: Aside<Vec<Span>>,
    /// The passage that is marked.
    marked: State<Option<Span>>,
    /// The line that is open for corrections.
    chosen: State<Option<usize>>,
    /// The line at which the keyboard comes into the text.
    stop: State<usize>,
}

impl Reading {
    fn new(intake: Intake) -> Reading {
        let drafts = Memo::new(move |_| {
            intake.asked.with(|asked| match asked {
                Some(Understood::Text(text)) if text.one_unit => vec![read_report_with(&text.text, &text.corrections)],
                Some(Understood::Text(text)) => read_reports(&text.text, &text.corrections),
                _ => Vec::new(),
            })
        });
        let reading = Reading {
            intake,
            drafts,
            unit: State::new(0),
            lines: Aside::new(Vec::new()),
            marked: State::new(None),
            chosen: State::new(None),
            stop: State::new(0),
        };
        let lines = reading.read(|text| lines::lines(&text.text));
        reading.lines.set_value(lines);
        let first = reading.read(|text| (0..).find(|unit| !text.stored.contains(unit)));
        reading.unit.set(first.unwrap_or_default());
        reading
    }

    /// Looks at the text; at none once it has been stored.
    fn read<R>(&self, look: impl FnOnce(&ReadText) -> R) -> R
    where
        R: Default,
    {
        self.intake.asked.with(|asked| match asked {
            Some(Understood::Text(text)) => look(text),
            _ => R::default(),
        })
    }

    fn correct(&self, act: impl FnOnce(&mut Corrections)) {
        self.intake.asked.update(|asked| {
            if let Some(Understood::Text(text)) = asked {
                act(&mut text.corrections);
            }
        });
    }

    /// Draws something of the unit that is shown.
    fn draft(&self, draw: impl FnOnce(&Draft) -> View) -> View {
        let unit = self.unit.get();
        self.drafts
            .with(|drafts| drafts.get(unit).or(drafts.first()).map(draw).unwrap_or_default())
    }

    /// Marks a passage, and opens the line it begins on.
    fn show(&self, span: Span) {
        let line = self.line_of(span.from);
        self.stop.set(line);
        self.chosen.set(Some(line));
        self.marked.set(Some(span));
    }

    fn line_of(&self, at: usize) -> usize {
        self.lines.with_value(|lines| lines::line_of(lines, at))
    }

    fn line(&self, number: usize) -> Span {
        let at = number.saturating_sub(1);
        self.lines
            .with_value(|lines| lines.get(at).copied().unwrap_or_default())
    }

    /// The words at a place that is told by its line and the bytes from there.
    fn beginning(&self, line: usize, at: usize) -> String {
        let span = self.line(line);
        let from = span.from + at;
        self.read(|text| {
            let rest = Span { from, to: span.to }.of(&text.text);
            let end = rest.find(['。', '；', ';']).unwrap_or(rest.len());
            line::beginning(&rest[..end])
        })
    }

    /// The number of a line, which leads to it.
    fn line_button(&self, line: usize) -> View {
        value(self.line(line), (preview_texts(use_texts().lang).line_number)(line))
    }
}

/// A value that was read: pressed, it shows its passage.
fn value(span: Span, words: String) -> View {
    value_of_class("read", span, words)
}

fn value_of_class(class: &'static str, span: Span, words: String) -> View {
    view! {
        <button type="button" class=class data-from=span.from.to_string() data-to=span.to.to_string()>{words}</button>
    }
}

/// Shows the report that the user is asked about, and stores it or not. What it reads while it is made does not make it anew.
pub fn preview(intake: Intake) -> View {
    untrack(|| whole(intake))
}

fn whole(intake: Intake) -> View {
    let t = use_texts();
    let r = preview_texts(t.lang);
    let reading = Reading::new(intake);
    let text: Rc<str> = reading.read(|text| text.text.clone()).into();
    let heading = NodeRef::<web_sys::HtmlElement>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let target = if intake.goes_into_open() {
        r.into_open
    } else {
        r.into_new
    };
    let lead = move || {
        if reading.drafts.with(|drafts| drafts.iter().all(Draft::is_empty)) {
            view! {
                <p class="error" role="alert">
                    {r.nothing_read}
                    {t.faults.unchanged}
                </p>
            }
        } else {
            view! { <p>{r.not_stored_yet} {target}</p> }
        }
    };
    let pressed = move |event: leptos::ev::MouseEvent| {
        source::press(reading, &event);
    };
    view! {
        <section class="view preview" on:click=pressed>
            <div class="view-head">
                <h1 node_ref=heading tabindex="-1">{r.heading}</h1>
                <div class="toolbar row">
                    {units::buttons(reading)}
                    <button type="button" class="button" on:click=move |_| intake.cancel()>
                        {t.words.cancel}
                    </button>
                </div>
            </div>
            {lead}
            {facts::origin(reading)}
            {facts::kind(reading)}
            {units::units(reading)}
            <div class="compare">
                <div class="stack">
                    {move || reading.draft(|draft| facts::facts(t, draft))}
                    {corrected::list(reading)}
                    {move || reading.draft(|draft| tree::unfinished(t, reading, draft))}
                    {move || reading.draft(|draft| tree::tree(t, reading, draft))}
                    {move || reading.draft(|draft| registers::registers(t, draft))}
                    {move || reading.draft(|draft| facts::unread(reading, draft))}
                    {move || reading.draft(|draft| facts::prose(reading, draft))}
                </div>
                {source::source(reading, text)}
            </div>
        </section>
    }
}
