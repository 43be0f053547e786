//! Categories that the ledger does not have: made, or others chosen in their place.

use crate::dom::View;
use leptos::prelude::*;
use view_macro::view;

use super::{Desk, Names};
use crate::{
    formats::sheet::{Mode, Where, category_names},
    ledger::Id,
};

/// As the value of an option.
fn code(place: Where) -> String {
    match place {
        Where::Nowhere => String::new(),
        Where::Category(id) => format!("in {id}"),
        Where::NewIn(id) => format!("new {id}"),
        Where::NewArea => "area".into(),
    }
}

fn place(code: &str) -> Where {
    let id = |rest: &str| rest.parse::<Id>().ok();
    match code.split_once(' ') {
        Some(("in", rest)) => id(rest).map_or(Where::Nowhere, Where::Category),
        Some((_, rest)) => id(rest).map_or(Where::Nowhere, Where::NewIn),
        None if code == "area" => Where::NewArea,
        None => Where::Nowhere,
    }
}

pub fn places(desk: Desk) -> View {
    let Desk { session, x, .. } = desk;
    // Those that the ledger has need no word; those that were chosen stay in sight.
    let asked = crate::signals::Memo::new(move |_| {
        if desk.asked.with(|asked| asked.mode) == Mode::Measures {
            return Names::new();
        }
        let mut names = session
            .book
            .with(|book| desk.read.with(|read| category_names(book.ledger(), read)));
        names.retain(|(_, place)| !matches!(place, Where::Category(_)));
        names
    });
    move_list(
        desk,
        move || asked.get().into_iter().map(|(name, _)| name).collect(),
        x.places,
    )
}

fn move_list(desk: Desk, names: impl Fn() -> Vec<(String, String)> + 'static, heading: &'static str) -> View {
    crate::dom::live(move || {
        let names = names();
        if names.is_empty() {
            return View::Nothing;
        }
        let fields = names.into_iter().map(|name| field(desk, name));
        view! {
            <fieldset class="stack">
                <legend>{heading}</legend>
                <div class="fields">{fields.collect::<View>()}</div>
            </fieldset>
        }
    })
}

fn field(desk: Desk, name: (String, String)) -> View {
    let Desk { session, x, .. } = desk;
    let (area, category) = name.clone();
    let label = match (area.is_empty(), category.is_empty()) {
        (true, true) => x.no_category.to_owned(),
        (_, true) => area.clone(),
        (true, _) => category.clone(),
        _ => [&*area, " › ", &*category].concat(),
    };
    let now = {
        let name = name.clone();
        move || {
            desk.places.with(|places| {
                let found = places.iter().find(|(each, _)| *each == name);
                found.map(|(_, place)| code(*place)).unwrap_or_default()
            })
        }
    };
    let now = crate::signals::Memo::new(move |_| now());
    let option = move |place: Where, text: String| {
        let value = code(place);
        let chosen = {
            let value = value.clone();
            move || now.with(|now| *now == value)
        };
        view! { <option value=value prop:selected=chosen>{text}</option> }
    };
    let (areas, categories) = session.book.with_untracked(|book| {
        let ledger = book.ledger();
        let areas: Vec<_> = ledger
            .focus_areas
            .iter()
            .map(|area| (area.id, area.title.to_string()))
            .collect();
        let categories: Vec<_> = ledger
            .categories()
            .map(|(_, each)| (each.id, each.title.to_string()))
            .collect();
        (areas, categories)
    });
    let can_make = !category.is_empty();
    if !can_make && categories.is_empty() {
        return view! { <p class="error">{x.no_place}</p> };
    }
    let has_area = areas.iter().any(|(_, title)| *title == area);
    let mut options = vec![option(Where::Nowhere, x.leave_out.to_owned())];
    if can_make {
        let makes = areas
            .into_iter()
            .map(|(id, title)| option(Where::NewIn(id), (x.new_in)(&title)));
        options.extend(makes);
    }
    if can_make && !area.is_empty() && !has_area {
        options.push(option(Where::NewArea, (x.new_area)(&area)));
    }
    options.extend(
        categories
            .into_iter()
            .map(|(id, title)| option(Where::Category(id), (x.put_in)(&title))),
    );
    let pick = move |event| {
        let chosen = place(&event_target_value(&event));
        let name = name.clone();
        desk.picked.update(|picked| {
            picked.retain(|(each, _)| *each != name);
            picked.push((name, chosen));
        });
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=pick>{options.into_iter().collect::<View>()}</select>
        </label>
    }
}
