//! Stacked bars, one row each: a label that may wrap, a bar in parts by status, a note with the sum.

use crate::dom::View;
use crate::signals::Memo;
use view_macro::{component, view};

use super::{
    geometry::{Part, bar_length, parts, percent},
    patterns::{bar_class, hatch},
};

/// One row of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StackedBar {
    pub label: String,
    /// Counts by status, in the order of the legend.
    pub parts: Vec<usize>,
    /// The sum spelled out, e.g. `3/4 = 75.0 %`.
    pub note: String,
    /// Leads to the rows behind the bar.
    pub href: String,
    /// The counts in words, for those who do not see the bar.
    pub description: String,
}

/// Rows under one heading; an empty title has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BarGroup {
    pub title: String,
    pub bars: Vec<StackedBar>,
}

/// A chart of stacked bars. All bars have one scale: the longest fills the width. Needs `ChartPatterns` on the page.
#[component]
pub fn StackedBars(
    groups: Memo<Vec<BarGroup>>,
    /// The names of the parts, in the order of their counts.
    legend: Memo<Vec<String>>,
) -> View {
    let rows = move || {
        let legend = legend.read();
        let groups = groups.read();
        let most = longest(&groups);
        groups
            .iter()
            .map(|group| group_view(group, most, &legend))
            .collect::<View>()
    };
    view! {
        <div class="bars">
            <Legend legend=legend />
            {rows}
        </div>
    }
}

/// Colour, hatch and name of each part.
#[component]
fn Legend(legend: Memo<Vec<String>>) -> View {
    let items = move || {
        let names = legend.get().into_iter().enumerate();
        let item = |(index, name)| {
            let swatch = Part {
                index,
                count: 0,
                start: 0,
                length: 1_000,
            };
            view! { <li><svg class="bar-swatch" aria-hidden="true">{part_view(&swatch, None)}</svg>{name}</li> }
        };
        names.map(item).collect::<View>()
    };
    view! { <ul class="bar-legend" role="list">{items}</ul> }
}

/// The total that fills the width.
fn longest(groups: &[BarGroup]) -> usize {
    let totals = groups
        .iter()
        .flat_map(|group| &group.bars)
        .map(|bar| bar.parts.iter().sum());
    totals.max().unwrap_or(0)
}

fn group_view(group: &BarGroup, most: usize, legend: &[String]) -> View {
    let title = (!group.title.is_empty()).then(|| view! { <h3 class="bar-group-title">{group.title.clone()}</h3> });
    let rows = group
        .bars
        .iter()
        .map(|bar| bar_view(bar, most, legend))
        .collect::<View>();
    view! {
        <div class="bar-group">
            {title}
            <ul class="bar-rows" role="list">{rows}</ul>
        </div>
    }
}

fn bar_view(bar: &StackedBar, most: usize, legend: &[String]) -> View {
    let drawn = parts(&bar.parts, bar_length(&bar.parts, most));
    let drawn = drawn
        .iter()
        .map(|part| part_view(part, legend.get(part.index)))
        .collect::<View>();
    view! {
        <li>
            <a class="bar-row" href=bar.href.clone() aria-label=spoken(bar)>
                <span class="bar-label">{bar.label.clone()}</span>
                <svg class="bar" aria-hidden="true">{drawn}</svg>
                <span class="bar-note">{bar.note.clone()}</span>
            </a>
        </li>
    }
}

/// A part is coloured, then hatched; percentages keep the hatch undistorted at any width. Named, it has a tooltip.
fn part_view(part: &Part, name: Option<&String>) -> View {
    let (x, width) = (percent(part.start), percent(part.length));
    let over = hatch(part.index).map(|fill| {
        view! { <rect class="bar-over" x=x.clone() width=width.clone() height="100%" fill=fill></rect> }
    });
    let tip = name
        .map(|name| [name, " ", &part.count.to_string()].concat())
        .unwrap_or_default();
    view! {
        <g>
            <title>{tip}</title>
            <rect class=bar_class(part.index) x=x width=width height="100%"></rect>
            {over}
        </g>
    }
}

/// The accessible name: what is seen, and between it what the bar shows.
fn spoken(bar: &StackedBar) -> String {
    let said = [&bar.label, &bar.description, &bar.note];
    said.into_iter()
        .filter(|each| !each.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{BarTable, ChartPatterns};

    fn groups() -> Memo<Vec<BarGroup>> {
        let bar = |label: &str, parts: &[usize], note: &str| StackedBar {
            label: label.into(),
            parts: parts.to_vec(),
            note: note.into(),
            href: "#/ledger?category=1".into(),
            description: "整改中 1".into(),
        };
        Memo::fixed(vec![
            BarGroup {
                title: "聚焦一".into(),
                bars: vec![
                    bar("关于<采购>", &[0, 1, 0, 3, 0], "3/4 = 75.0 %"),
                    bar("关于考勤", &[0, 0, 0, 0, 2], "2/2"),
                ],
            },
            BarGroup {
                title: String::new(),
                bars: vec![bar("空", &[0; 5], "")],
            },
        ])
    }

    fn legend() -> Memo<Vec<String>> {
        Memo::fixed(
            ["未启动", "整改中", "基本完成", "已完成", "已销号"]
                .map(String::from)
                .to_vec(),
        )
    }

    #[test]
    fn every_bar_is_a_named_link_with_its_parts_to_scale() {
        let html = view! { <StackedBars groups=groups() legend=legend() /> }.to_html();
        let has = |text: &str| assert!(html.contains(text), "{text} in {html}");
        has(r##"<a class="bar-row" href="#/ledger?category=1" aria-label="关于&lt;采购&gt;, 整改中 1, 3/4 = 75.0 %""##);
        has(r#"<rect class="bar-status-1" x="0%" width="25%" height="100%">"#);
        has(r#"<rect class="bar-status-3" x="25%" width="75%" height="100%">"#);
        has(r#"<rect class="bar-status-4" x="0%" width="50%" height="100%">"#);
        has("<title>已完成 3</title>");
        assert_eq!(html.matches("<a ").count(), 3);
        assert_eq!(html.matches("<h3").count(), 1, "an empty title has no heading");
        assert!(!html.contains("style="), "{html}");
    }

    #[test]
    fn every_hatch_that_is_used_is_drawn() {
        let drawn = view! { <ChartPatterns /> }.to_html();
        for index in 0..5 {
            let id = ["bar-hatch-", &index.to_string()].concat();
            assert_eq!(
                hatch(index).is_some_and(|url| url.contains(&id)),
                drawn.contains(&id),
                "{drawn}"
            );
        }
        assert_eq!(hatch(5), None);
    }

    #[test]
    fn the_table_has_the_numbers_of_the_chart() {
        let html = view! {
            <BarTable groups=groups() legend=legend() summary="表格".to_owned() label="类别" total="合计" note="完成率" />
        }
        .to_html();
        assert!(
            html.contains("<td>3</td><td>0</td><td>4</td>") || html.contains("<td>4</td>"),
            "{html}"
        );
        assert_eq!(html.matches("<th scope=\"col\">").count(), 8, "{html}");
        assert_eq!(html.matches("<td>").count(), 3 * 7, "{html}");
    }
}
