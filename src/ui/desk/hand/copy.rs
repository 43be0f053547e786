//! Rows as a table on the clipboard, with the columns that are shown and their heads, for spreadsheet programs. In the column of measures
//! each measure is a line.

use crate::dom::View;
use crate::signals::{Memo, State};
use leptos::prelude::*;
use view_macro::view;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};

use super::layout::shown_columns;
use crate::{
    figures::Column,
    formats::sheet::{Row, write_html, write_text},
    ledger::{Category, Finding, FocusArea, Id, IdMap, IdSet},
    session::Session,
    ui::{
        texts::{Texts, hand_texts},
        views::ledger::Hand,
    },
};

/// A table in the two forms in which programs look for one.
pub struct Copied {
    pub text: String,
    pub html: String,
    pub rows: usize,
}

/// A finding with its number and what it stands under.
type Spot<'a> = (usize, &'a FocusArea, &'a Category, &'a Finding);

/// Those chosen, in the order of the table, or all that is shown where none is.
pub fn table(t: &Texts, session: Session, hand: Hand, chosen: &[Id]) -> Copied {
    let columns = hand.query.with_untracked(|query| shown_columns(session, query));
    let heads: Row = columns
        .iter()
        .map(|column| (t.ledger.column)(*column).to_owned())
        .collect();
    let mut rows = vec![heads];
    session.book.with_untracked(|book| {
        let ledger = book.ledger();
        let shown: Vec<Id> = hand
            .selection
            .with_untracked(|selection| selection.findings(ledger).collect());
        let mut wanted: Vec<Id> = shown.clone();
        if !chosen.is_empty() {
            wanted.retain(|id| chosen.binary_search(id).is_ok());
            // Behind them those that the filters do not show.
            let shown: IdSet = shown.into_iter().collect();
            wanted.extend(chosen.iter().filter(|id| !shown.contains(id)));
        }
        let mut spots: IdMap<Spot<'_>> = IdMap::default();
        let mut number = 0;
        for (area, category) in ledger.categories() {
            for finding in &category.findings {
                number += 1;
                spots.insert(finding.id, (number, area, category, finding));
            }
        }
        let spots = wanted.iter().filter_map(|id| spots.get(id));
        rows.extend(spots.map(|spot| row(t, &columns, spot)));
    });
    Copied {
        text: write_text(&rows),
        html: write_html(&rows),
        rows: rows.len() - 1,
    }
}

/// Copies, and says what came of it.
pub fn button(
    t: &'static Texts,
    session: Session,
    hand: Hand,
    chosen: Memo<Vec<Id>>,
    told: State<Option<String>>,
) -> View {
    let x = hand_texts(t.lang);
    let name = move || match chosen.with(Vec::len) {
        0 => (x.copy_shown)(hand.selection.with(|selection| selection.shown)),
        count => (x.copy_chosen)(count),
    };
    let copy = move |_| {
        let table = chosen.with_untracked(|ids| table(t, session, hand, ids));
        let done = session.copy_table(&table.text, &table.html);
        told.set(Some(if done {
            (x.copied)(table.rows)
        } else {
            x.not_copied.to_owned()
        }));
    };
    view! { <button type="button" class="button small" on:click=copy>{name}</button> }
}

/// Ctrl+C on the table copies the rows that are chosen, unless a text is selected.
pub fn listen(t: &'static Texts, session: Session, hand: Hand, chosen: Memo<Vec<Id>>) {
    let handle = window_event_listener(leptos::ev::copy, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Where a text is selected, the cell that it stands in is told instead.
        let is_grid = target.is_some_and(|element| element.id() == "grid");
        if !is_grid || chosen.with_untracked(Vec::is_empty) {
            return;
        }
        let Some(data) = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data)
        else {
            return;
        };
        let table = chosen.with_untracked(|ids| table(t, session, hand, ids));
        let _ = data.set_data("text/plain", &table.text);
        let _ = data.set_data("text/html", &table.html);
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

fn row(t: &Texts, columns: &[Column], (number, area, category, finding): &Spot<'_>) -> Row {
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let measures = || {
        let lines = finding
            .measures
            .iter()
            .map(|measure| in_one_line(&measure.heading, &measure.text));
        lines.collect::<Vec<_>>().join("\n")
    };
    let cell = |column: &Column| match column {
        Column::Number => number.to_string(),
        Column::Area => area.title.to_string(),
        Column::Category => category.title.to_string(),
        Column::Title => finding.title.to_string(),
        Column::Leader => finding.leader.to_string(),
        Column::Department => finding.department.to_string(),
        Column::Owner => finding.owner.to_string(),
        Column::Remedy => finding
            .remedy
            .map(|remedy| (t.words.remedy)(remedy).to_owned())
            .unwrap_or_default(),
        Column::Deadline => day(finding.deadline),
        Column::CompletedOn => day(finding.completed_on),
        Column::Status => (t.words.status)(finding.status).to_owned(),
        Column::Measures => measures(),
    };
    columns.iter().map(cell).collect()
}

/// The heading as a sentence before the text; a line break in it would make two measures of it where it is pasted.
fn in_one_line(heading: &str, text: &str) -> String {
    let heading = heading.trim_end_matches('。');
    let line = match (heading.is_empty(), text.is_empty()) {
        (false, false) => [heading, "。", text].concat(),
        _ => [heading, text].concat(),
    };
    line.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_one_line_with_its_heading_first() {
        assert_eq!(
            in_one_line("修订办法", "已印发。\n已执行。"),
            "修订办法。已印发。 已执行。"
        );
        assert_eq!(in_one_line("修订办法。", "已印发"), "修订办法。已印发");
        assert_eq!(in_one_line("", "已印发。"), "已印发。");
        assert_eq!(in_one_line("修订办法", ""), "修订办法");
    }
}
