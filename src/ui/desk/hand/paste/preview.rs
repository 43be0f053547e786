//! What was understood of a table: what its columns are of, and what is wrong in its rows.

use crate::dom::{View, live};
use leptos::prelude::*;
use view_macro::view;

use super::Desk;
use crate::{
    formats::sheet::{Mode, Row, RowFault, Target},
    ledger::Field,
    ui::texts::Texts,
};

/// Faults that are told one by one.
const TOLD: usize = 30;
/// Rows that can be chosen as that of the heads.
const HEADS: usize = 6;
const OF_MEASURES: [Target; 8] = [
    Target::Title,
    Target::Measure,
    Target::Status,
    Target::Owner,
    Target::Deadline,
    Target::CompletedOn,
    Target::Result,
    Target::Note,
];

fn name(t: &'static Texts, target: Target) -> &'static str {
    match target {
        Target::Area => t.ledger.area,
        Target::Category => t.ledger.category,
        Target::Title => (t.ledger.column)(crate::figures::Column::Title),
        Target::Measure => (t.ledger.column)(crate::figures::Column::Measures),
        Target::Result => (t.words.field)(&Field::Result),
        _ => target.field().map_or("", |field| (t.words.field)(&field)),
    }
}

pub fn columns(desk: Desk) -> View {
    let Desk { x, asked, rows, .. } = desk;
    let modes = [(Mode::Findings, x.as_findings), (Mode::Measures, x.as_measures)].map(|(mode, text)| {
        let chosen = move || asked.with(|asked| asked.mode == mode);
        let value = if mode == Mode::Findings { "findings" } else { "measures" };
        view! { <option value=value prop:selected=chosen>{text}</option> }
    });
    let heads = move || {
        let some = rows.with(|rows| rows.len().min(HEADS));
        let one = |at: usize| {
            let chosen = move || asked.with(|asked| asked.head == Some(at));
            view! { <option value=at.to_string() prop:selected=chosen>{(x.head_row)(at + 1)}</option> }
        };
        (0..some).map(one).collect::<View>()
    };
    let pick_mode = move |event| {
        let mode = if event_target_value(&event) == "measures" {
            Mode::Measures
        } else {
            Mode::Findings
        };
        asked.update(|asked| asked.mode = mode);
    };
    let pick_head = move |event| {
        let head = event_target_value(&event).parse().ok();
        asked.update(|asked| asked.head = head);
    };
    view! {
        <div class="fields">
            <label class="field"><span>{x.paste_as}</span><select on:change=pick_mode>{modes}</select></label>
            <label class="field">
                <span>{x.heads}</span>
                <select on:change=pick_head>
                    <option value="" prop:selected=move || asked.with(|asked| asked.head.is_none())>{x.no_heads}</option>
                    {heads}
                </select>
            </label>
        </div>
        {move || mapping(desk)}
    }
}

/// One line for each column of the table.
fn mapping(desk: Desk) -> View {
    let Desk { x, asked, rows, .. } = desk;
    let (head, width, mode) = asked.with(|asked| (asked.head, asked.columns.len(), asked.mode));
    let cell = |row: Option<&Row>, at: usize| row.and_then(|row| row.get(at)).cloned().unwrap_or_default();
    let lines = rows.with(|rows| {
        let below = head.map_or(0, |head| head + 1);
        let line = |at: usize| {
            let example = rows
                .iter()
                .skip(below)
                .map(|row| cell(Some(row), at))
                .find(|text| !text.is_empty());
            let head = cell(head.and_then(|head| rows.get(head)), at);
            let head = if head.is_empty() {
                (x.column_number)(at + 1)
            } else {
                head
            };
            (head, example.unwrap_or_default())
        };
        (0..width).map(line).collect::<Vec<_>>()
    });
    let rows = (0..).zip(lines).map(|(at, (head, example))| {
        view! {
            <tr>
                <th scope="row">{head.clone()}</th>
                <td class="sheet-example">{example}</td>
                <td>{target_select(desk, at, mode, head)}</td>
            </tr>
        }
    });
    view! {
        <table class="sheet-columns">
            <thead><tr><th scope="col">{x.column}</th><th scope="col">{x.example}</th><th scope="col">{x.meaning}</th></tr></thead>
            <tbody>{rows.collect::<View>()}</tbody>
        </table>
    }
}

fn target_select(desk: Desk, at: usize, mode: Mode, head: String) -> View {
    let Desk { t, x, asked, .. } = desk;
    let offered: &[Target] = match mode {
        Mode::Findings => &Target::ALL,
        Mode::Measures => &OF_MEASURES,
    };
    let options = offered.iter().map(|target| {
        let target = *target;
        let chosen = move || asked.with(|asked| asked.columns.get(at) == Some(&Some(target)));
        view! { <option value=name(t, target) prop:selected=chosen>{name(t, target)}</option> }
    });
    let pick = move |event| {
        let chosen = event_target_value(&event);
        let target = offered.iter().copied().find(|target| name(t, *target) == chosen);
        asked.update(|asked| {
            // A meaning is of one column.
            for column in &mut asked.columns {
                if *column == target {
                    *column = None;
                }
            }
            asked.columns[at] = target;
        });
    };
    view! {
        <select class="small" aria-label=(x.meaning_of)(&head) on:change=pick>
            <option value="" prop:selected=move || asked.with(|asked| asked.columns.get(at) == Some(&None))>{x.not_taken}</option>
            {options.collect::<View>()}
        </select>
    }
}

/// What is wrong, by row.
pub fn faults(desk: Desk) -> View {
    let Desk { t, x, .. } = desk;
    live(move || {
        let lines = desk.read.with(|read| {
            let mut lines = Vec::new();
            for row in &read.rows {
                for fault in &row.faults {
                    lines.push([&*(x.row)(row.number, &row.title), &*words(t, desk, fault)].concat());
                }
            }
            lines
        });
        let rest = lines.len().saturating_sub(TOLD);
        if lines.is_empty() {
            return View::Nothing;
        }
        let lines = lines.into_iter().take(TOLD).map(|line| view! { <li>{line}</li> });
        view! {
            <div class="stack" role="alert">
                <strong class="due-yellow">{x.row_faults}</strong>
                <ul class="sheet-faults">{lines.collect::<View>()}</ul>
                {(rest > 0).then(|| view! { <p class="muted">{(x.more)(rest)}</p> })}
            </div>
        }
    })
}

fn words(t: &'static Texts, desk: Desk, fault: &RowFault) -> String {
    let x = desk.x;
    match fault {
        RowFault::NoTitle => x.fault_no_title.into(),
        RowFault::NoFinding(_) => x.fault_no_finding.into(),
        RowFault::Several(_) => x.fault_several.into(),
        RowFault::NoMeasure => x.fault_no_measure.into(),
        RowFault::Kept(target, text) => (x.fault_kept)(name(t, *target), text),
        RowFault::Repeated => x.fault_repeated.into(),
        RowFault::UnknownStatus(text) => (x.fault_value)(name(t, Target::Status), text),
        RowFault::UnknownRemedy(text) => (x.fault_value)(name(t, Target::Remedy), text),
        RowFault::NoDay(target, text) => (x.fault_day)(name(t, *target), text),
    }
}
