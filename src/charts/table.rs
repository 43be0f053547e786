//! The table beside a chart: the same numbers for those who cannot see it, or want to copy them.

use leptos::prelude::*;
use view_macro::view;

use super::stacked::{BarGroup, StackedBar};

/// The numbers of a chart of stacked bars, folded away under `summary`.
#[component]
pub fn BarTable(
    #[prop(into)] groups: Signal<Vec<BarGroup>>,
    /// The names of the parts: a column each.
    #[prop(into)]
    legend: Signal<Vec<String>>,
    /// What opens the table, and names it, e.g. `问题类别完成情况(表格)`.
    #[prop(into)]
    summary: Signal<String>,
    /// The heading of the first column.
    #[prop(into)]
    label: Signal<String>,
    /// The heading of the sum of all parts, e.g. `合计`.
    #[prop(into)]
    total: Signal<String>,
    /// The heading of the notes, e.g. `完成率`.
    #[prop(into)]
    note: Signal<String>,
) -> impl IntoView {
    let columns = move || {
        let cell = |name| view! { <th scope="col">{name}</th> }.into_any();
        legend
            .get()
            .into_iter()
            .chain([total.get(), note.get()])
            .map(cell)
            .collect_view()
    };
    let width = move || (legend.read().len() + 3).to_string();
    let rows = move || {
        let groups = groups.read();
        groups.iter().map(|group| group_view(group, width())).collect_view()
    };
    view! {
        <details class="bar-table">
            <summary>{summary}</summary>
            <div class="bar-table-scroll" tabindex="0" role="region" aria-label=summary>
                <table>
                    <thead><tr><th scope="col">{label}</th>{columns}</tr></thead>
                    {rows}
                </table>
            </div>
        </details>
    }
}

fn group_view(group: &BarGroup, width: String) -> AnyView {
    let title = (!group.title.is_empty())
        .then(|| view! { <tr><th scope="rowgroup" colspan=width>{group.title.clone()}</th></tr> });
    let rows = group.bars.iter().map(row_view).collect_view();
    view! { <tbody>{title}{rows}</tbody> }.into_any()
}

fn row_view(bar: &StackedBar) -> AnyView {
    let total: usize = bar.parts.iter().sum();
    let number = |count: usize| view! { <td>{count.to_string()}</td> }.into_any();
    let counts = bar.parts.iter().copied().chain([total]).map(number).collect_view();
    view! {
        <tr>
            <th scope="row"><a href=bar.href.clone()>{bar.label.clone()}</a></th>
            {counts}
            <td>{bar.note.clone()}</td>
        </tr>
    }
    .into_any()
}
