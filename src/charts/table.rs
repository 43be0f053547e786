//! The table beside a chart: the same numbers for those who cannot see it, or want to copy them.

use crate::dom::View;
use crate::signals::Memo;
use view_macro::{component, view};

use super::stacked::{BarGroup, StackedBar};

/// The numbers of a chart of stacked bars, folded away under `summary`.
#[component]
pub fn BarTable(
    groups: Memo<Vec<BarGroup>>,
    /// The names of the parts: a column each.
    legend: Memo<Vec<String>>,
    /// What opens the table, and names it, e.g. `问题类别完成情况(表格)`.
    summary: String,
    /// The heading of the first column.
    label: &'static str,
    /// The heading of the sum of all parts, e.g. `合计`.
    total: &'static str,
    /// The heading of the notes, e.g. `完成率`.
    note: &'static str,
) -> View {
    let columns = move || {
        let cell = |name| view! { <th scope="col">{name}</th> };
        legend
            .get()
            .into_iter()
            .chain([total.to_owned(), note.to_owned()])
            .map(cell)
            .collect::<View>()
    };
    let width = move || (legend.read().len() + 3).to_string();
    let rows = move || {
        let groups = groups.read();
        groups.iter().map(|group| group_view(group, width())).collect::<View>()
    };
    view! {
        <details class="bar-table">
            <summary>{summary.clone()}</summary>
            <div class="bar-table-scroll" tabindex="0" role="region" aria-label=summary>
                <table>
                    <thead><tr><th scope="col">{label}</th>{columns}</tr></thead>
                    {rows}
                </table>
            </div>
        </details>
    }
}

fn group_view(group: &BarGroup, width: String) -> View {
    let title = (!group.title.is_empty())
        .then(|| view! { <tr><th scope="rowgroup" colspan=width>{group.title.clone()}</th></tr> });
    let rows = group.bars.iter().map(row_view).collect::<View>();
    view! { <tbody>{title}{rows}</tbody> }
}

fn row_view(bar: &StackedBar) -> View {
    let total: usize = bar.parts.iter().sum();
    let number = |count: usize| view! { <td>{count.to_string()}</td> };
    let counts = bar.parts.iter().copied().chain([total]).map(number).collect::<View>();
    view! {
        <tr>
            <th scope="row"><a href=bar.href.clone()>{bar.label.clone()}</a></th>
            {counts}
            <td>{bar.note.clone()}</td>
        </tr>
    }
}
