//! The reports of several units in one text: each becomes a ledger of its own, one by one or all at once.

use crate::dom::View;
use view_macro::view;

use super::Reading;
use crate::{
    formats::report::Draft,
    journal::Edit,
    session::{Notice, Understood},
    ui::texts::{Texts, preview_texts, use_texts},
};

/// The buttons that store.
pub fn buttons(reading: Reading) -> View {
    let r = preview_texts(use_texts().lang);
    let buttons = move || {
        let open = open_units(reading);
        let unit = reading.unit.get();
        let one = open.contains(&unit).then(|| {
            view! { <button type="button" class="button primary" on:click=move |_| store(reading, &[unit])>{r.store}</button> }
        });
        let all = (open.len() > 1).then(|| {
            let name = (r.store_all)(open.len());
            let open = open.clone();
            view! { <button type="button" class="button" on:click=move |_| store(reading, &open)>{name}</button> }
        });
        (one, all)
    };
    crate::dom::live(move || {
        let (one, all) = buttons();
        view! {
            {one}
            {all}
        }
    })
}

/// Those that hold something and are not stored yet.
fn open_units(reading: Reading) -> Vec<usize> {
    let stored = reading.read(|text| text.stored.clone());
    reading.drafts.with(|drafts| {
        let units = drafts.iter().enumerate();
        units
            .filter(|(unit, draft)| !draft.is_empty() && !stored.contains(unit))
            .map(|(unit, _)| unit)
            .collect()
    })
}

fn store(reading: Reading, units: &[usize]) {
    let text = reading.intake.asked.with_untracked(|asked| match asked {
        Some(Understood::Text(text)) => text.text.clone(),
        _ => String::new(),
    });
    let ledgers: Vec<(Vec<Edit>, Notice)> = reading.drafts.with_untracked(|drafts| {
        let drafts = units.iter().filter_map(|unit| drafts.get(*unit));
        drafts
            .map(|draft| {
                let counts = draft.counts();
                let notice = Notice::ReportTaken(counts.findings, counts.measures);
                (draft.into_edits(&text), notice)
            })
            .collect()
    });
    let rest: Vec<usize> = open_units(reading)
        .into_iter()
        .filter(|unit| !units.contains(unit))
        .collect();
    if let Some(next) = rest.first() {
        reading.intake.asked.update(|asked| {
            if let Some(Understood::Text(text)) = asked {
                text.stored.extend(units);
            }
        });
        reading.marked.set(None);
        reading.unit.set(*next);
    }
    reading.intake.store_reports(ledgers, rest.is_empty());
}

/// The choice of a unit, where there are several.
pub fn units(reading: Reading) -> View {
    let t = use_texts();
    crate::dom::live(move || {
        reading.drafts.with(|drafts| {
            let one = reading.read(|text| text.one_unit);
            if drafts.len() < 2 && !one {
                return View::Nothing;
            }
            choices(t, reading, drafts, one)
        })
    })
}

fn choices(t: &'static Texts, reading: Reading, drafts: &[Draft], one: bool) -> View {
    let r = preview_texts(t.lang);
    let stored = reading.read(|text| text.stored.clone());
    let rows = drafts.iter().enumerate().map(|(at, draft)| {
        let name = match draft.inspection.unit.to_string() {
            name if name.is_empty() => (r.unnamed_unit)(at + 1),
            name => name,
        };
        let is_stored = stored.contains(&at);
        view! {
            <label class="place">
                <input
                    type="radio"
                    name="unit"
                    prop:checked=move || reading.unit.get() == at
                    on:change=move |_| {
                        reading.marked.set(None);
                        reading.unit.set(at);
                    }
                />
                <span>
                    {name} " " <span class="muted">{(t.words.finding_count)(draft.counts().findings)} " "</span>
                    {is_stored.then_some(r.is_stored)}
                </span>
            </label>
        }
    });
    let join = move |_| {
        reading.marked.set(None);
        reading.unit.set(0);
        reading.intake.asked.update(|asked| {
            if let Some(Understood::Text(text)) = asked {
                text.one_unit = !one;
            }
        });
    };
    // What is stored already cannot become part of the rest.
    let as_one = stored.is_empty().then(|| {
        view! {
            <label class="place">
                <input type="checkbox" prop:checked=one on:change=join />
                <span>{r.as_one}</span>
            </label>
        }
    });
    view! {
        <fieldset class="card">
            <legend>{if one { r.one_unit.to_owned() } else { (r.units_heading)(drafts.len()) }}</legend>
            {(!one).then(|| view! { <p class="hint">{r.units_note}</p> })}
            {(!one).then(|| rows.collect::<View>())}
            {as_one}
        </fieldset>
    }
}
