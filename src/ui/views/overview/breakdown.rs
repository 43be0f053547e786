//! Completion by category, by area and by department: a chart each, and its numbers as a table.

use crate::dom::View;
use crate::signals::Memo;
use view_macro::{component, view};

use super::summary::sum_text;
use crate::{
    charts::{BarGroup, BarTable, StackedBar, StackedBars},
    figures::{Completion, Query, Tally},
    ledger::{Field, Kind, Status},
    ui::{
        route::Route,
        texts::{Texts, use_texts},
    },
};

#[component]
pub fn Breakdowns(completion: Memo<Completion>) -> View {
    let t = use_texts();
    let categories = Memo::new(move |_| completion.with(|whole| by_category(t, whole)));
    let areas = Memo::new(move |_| completion.with(|whole| by_area(t, whole)));
    let departments = Memo::new(move |_| completion.with(|whole| by_department(t, whole)));
    let shared = Memo::new(move |_| match completion.with(|whole| whole.shared) {
        0 => String::new(),
        count => (t.overview.shared)(count),
    });
    let kind = t.words.kind;
    view! {
        <Breakdown
            id="overview-categories"
            title=t.overview.by_category
            label=kind(&Kind::Category)
            groups=categories
            note=Memo::fixed(String::new())
        />
        <Breakdown
            id="overview-areas"
            title=t.overview.by_area
            label=kind(&Kind::FocusArea)
            groups=areas
            note=Memo::fixed(String::new())
        />
        <Breakdown
            id="overview-departments"
            title=t.overview.by_department
            label=(t.words.field)(&Field::Department)
            groups=departments
            note=shared
        />
    }
}

/// One chart under its heading. An empty note is not shown.
#[component]
fn Breakdown(
    id: &'static str,
    title: &'static str,
    label: &'static str,
    groups: Memo<Vec<BarGroup>>,
    note: Memo<String>,
) -> View {
    let t = use_texts();
    let legend = Memo::fixed(Status::ALL.map(|status| (t.words.status)(status).to_string()).to_vec());
    let is_empty = Memo::new(move |_| groups.with(|groups| groups.iter().all(|group| group.bars.is_empty())));
    let chart = move || {
        if is_empty.get() {
            return view! { <p class="empty">{t.overview.no_groups}</p> };
        }
        view! {
            {move || (!note.read().is_empty()).then(|| view! { <p class="hint">{note}</p> })}
            <StackedBars groups=groups legend=legend />
            <BarTable
                groups=groups
                legend=legend
                summary=(t.overview.as_table)(title)
                label=label
                total=t.overview.total
                note=t.overview.rate
            />
        }
    };
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {chart}
        </section>
    }
}

fn by_category(t: &Texts, whole: &Completion) -> Vec<BarGroup> {
    let mut groups: Vec<BarGroup> = Vec::new();
    let mut area = None;
    for category in &whole.categories {
        if area != Some(category.area) {
            area = Some(category.area);
            groups.push(BarGroup {
                title: named(t, &category.area_title),
                bars: Vec::new(),
            });
        }
        let query = Query {
            category: Some(category.id),
            ..Query::default()
        };
        if let Some(group) = groups.last_mut() {
            group
                .bars
                .push(bar(t, named(t, &category.title), &category.tally, query));
        }
    }
    groups
}

fn by_area(t: &Texts, whole: &Completion) -> Vec<BarGroup> {
    let bars = whole.areas.iter().map(|area| {
        let query = Query {
            area: Some(area.id),
            ..Query::default()
        };
        bar(t, named(t, &area.title), &area.tally, query)
    });
    vec![BarGroup {
        title: String::new(),
        bars: bars.collect(),
    }]
}

fn by_department(t: &Texts, whole: &Completion) -> Vec<BarGroup> {
    let bars = whole.departments.iter().map(|each| {
        let query = Query {
            department: Some(each.department.clone()),
            ..Query::default()
        };
        let name = if each.department.is_empty() {
            t.words.no_department
        } else {
            &each.department
        };
        bar(t, name.to_string(), &each.tally, query)
    });
    vec![BarGroup {
        title: String::new(),
        bars: bars.collect(),
    }]
}

fn named(t: &Texts, title: &str) -> String {
    if title.is_empty() {
        t.overview.untitled.into()
    } else {
        title.into()
    }
}

fn bar(t: &Texts, label: String, tally: &Tally, query: Query) -> StackedBar {
    let counted = Status::ALL.into_iter().filter(|status| tally.count(*status) > 0);
    let description: Vec<String> = counted
        .map(|status| [(t.words.status)(status), " ", &tally.count(status).to_string()].concat())
        .collect();
    StackedBar {
        label,
        parts: tally.by_status.to_vec(),
        note: sum_text(tally).unwrap_or_else(|| t.overview.no_findings.into()),
        href: Route::Ledger(query).href(),
        description: description.join(", "),
    }
}
