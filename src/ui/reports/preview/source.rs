//! The text that was read, line by line: the passage of a value is marked in it, and a line that is chosen tells what it was
//! read as and takes corrections.

use std::rc::Rc;

use crate::dom::{NodeRef, View};
use leptos::prelude::{document, request_animation_frame};
use view_macro::view;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{Reading, line};
use crate::{
    formats::report::Span,
    ui::{
        parts::use_session,
        texts::{preview_texts, use_texts},
    },
};

/// How many lines a page of the keyboard has.
const PAGE: usize = 10;
const REGION: &str = "source";
const PASSAGE: &str = "passage";
/// The value in the preview whose passage is marked.
const CURRENT: &str = ".read[aria-current]";

pub fn source(reading: Reading, text: Rc<str>) -> View {
    let t = use_texts();
    let r = preview_texts(t.lang);
    let session = use_session();
    let list = NodeRef::<HtmlElement>::new();
    let lines = Rc::new(reading.lines.get_value());
    // Those that are shown: a blank line says nothing.
    let shown: Rc<Vec<usize>> = Rc::new(
        (1..=lines.len())
            .filter(|number| !lines[number - 1].of(&text).trim().is_empty())
            .collect(),
    );
    let rows = {
        let (lines, shown, text) = (lines.clone(), shown.clone(), text.clone());
        move || {
            let (marked, chosen, stop) = (reading.marked.get(), reading.chosen.get(), reading.stop.get());
            let stop = if shown.contains(&stop) {
                stop
            } else {
                shown.first().copied().unwrap_or_default()
            };
            let row = |number: &usize| {
                let number = *number;
                let span = lines[number - 1];
                let is_chosen = chosen == Some(number);
                let panel = is_chosen.then(|| line::panel(reading, number, text.clone()));
                view! {
                    <li>
                        <button
                            type="button"
                            id=line_id(number)
                            class="line"
                            data-line=number.to_string()
                            tabindex=if number == stop { "0" } else { "-1" }
                            aria-expanded=if is_chosen { "true" } else { "false" }
                        >
                            <span class="line-number">{number}</span>
                            <span>{words(&text, span, marked)}</span>
                        </button>
                        {panel}
                    </li>
                }
            };
            shown.iter().map(row).collect::<View>()
        }
    };
    let choose = move |event: leptos::ev::MouseEvent| {
        let Some(number) = line_at(&event) else { return };
        reading.stop.set(number);
        reading.marked.set(None);
        let again = reading.chosen.get_untracked() == Some(number);
        reading.chosen.set((!again).then_some(number));
    };
    let keys = move |event: KeyboardEvent| {
        let key = event.key();
        if key == "Escape" {
            // Back to where one came from.
            if let Some(value) = focused(CURRENT) {
                event.prevent_default();
                let _ = value.focus();
            }
            return;
        }
        // Those of the panel are its own.
        let Some(number) = line_at(&event) else { return };
        let at = shown.binary_search(&number).unwrap_or_default();
        let last = shown.len().saturating_sub(1);
        let to = match key.as_str() {
            "ArrowDown" => at + 1,
            "ArrowUp" => at.saturating_sub(1),
            "PageDown" => at + PAGE,
            "PageUp" => at.saturating_sub(PAGE),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(number) = shown.get(to.min(last)) {
            reading.stop.set(*number);
            session.focus(&line_id(*number));
        }
    };
    let caption = move || match reading.marked.get() {
        Some(span) => (r.marked)(reading.line_of(span.from)),
        None => String::new(),
    };
    view! {
        <section class="source-pane" aria-labelledby="source-heading">
            <h2 id="source-heading">{r.source_heading}</h2>
            <p class="hint" role="status">{move || {
                let caption = caption();
                if caption.is_empty() { r.source_hint.to_owned() } else { caption }
            }}</p>
            <ol id=REGION class="source" node_ref=list on:click=choose on:keydown=keys>{rows}</ol>
        </section>
    }
}

pub fn line_id(number: usize) -> String {
    ["line-", &number.to_string()].concat()
}

/// The words of a line, with what of them is marked.
fn words(text: &str, line: Span, marked: Option<Span>) -> View {
    let Some(marked) = marked.filter(|marked| marked.from < line.to && marked.to > line.from) else {
        return View::Text(line.of(text).to_owned().into());
    };
    let (from, to) = (marked.from.max(line.from), marked.to.min(line.to));
    let part = |from, to| Span { from, to }.of(text).to_owned();
    let id = (from == marked.from).then_some(PASSAGE);
    view! {
        {part(line.from, from)}
        <mark id=id>{part(from, to)}</mark>
        {part(to, line.to)}
    }
}

/// The line whose button an event comes from.
fn line_at(event: &web_sys::Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest(".line").ok()??;
    button.get_attribute("data-line")?.parse().ok()
}

fn focused(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// A value of the preview was pressed: its passage is marked. Pressed again, it leads to the line.
pub fn press(reading: Reading, event: &web_sys::Event) -> Option<()> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let value = target.closest(".read").ok()??;
    let number = |name: &str| value.get_attribute(name)?.parse::<usize>().ok();
    let span = Span {
        from: number("data-from")?,
        to: number("data-to")?,
    };
    let line = reading.line_of(span.from);
    let again = value.has_attribute("aria-current");
    if let Some(before) = focused(CURRENT) {
        let _ = before.remove_attribute("aria-current");
    }
    let _ = value.set_attribute("aria-current", "true");
    reading.show(span);
    request_animation_frame(move || {
        scroll_to_passage();
        if again && let Some(line) = document().get_element_by_id(&line_id(line)) {
            let _ = line.unchecked_into::<HtmlElement>().focus();
        }
    });
    Some(())
}

/// Brings the marked passage into sight in its own region, and moves the page no further than needed.
fn scroll_to_passage() {
    let (Some(region), Some(passage)) = (
        document().get_element_by_id(REGION),
        document().get_element_by_id(PASSAGE),
    ) else {
        return;
    };
    let offset = passage.get_bounding_client_rect().top() - region.get_bounding_client_rect().top();
    let third = region.client_height() / 3;
    region.set_scroll_top(region.scroll_top() + offset as i32 - third);
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    passage.scroll_into_view_with_scroll_into_view_options(&options);
}
