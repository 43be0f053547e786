//! Hatches that tell the statuses apart without colour. Drawn once on a page; bars and legends refer to them.

use crate::dom::View;
use view_macro::{component, view};

/// How each status is hatched, in a square of eight: none for what is done, so that the finished part is calm.
const HATCHES: [&str; 5] = [
    "M1 1h2v2h-2zM5 5h2v2h-2z",
    "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    "",
    "M4 0V8",
];

/// The address of a status' hatch, or none where it is plain.
pub fn hatch(index: usize) -> Option<&'static str> {
    const ADDRESSES: [Option<&str>; 5] = [
        Some("url(#bar-hatch-0)"),
        Some("url(#bar-hatch-1)"),
        Some("url(#bar-hatch-2)"),
        None,
        Some("url(#bar-hatch-4)"),
    ];
    ADDRESSES.get(index).copied().flatten()
}

/// The classes of a status' colour.
pub fn bar_class(index: usize) -> &'static str {
    const CLASSES: [&str; 5] = [
        "bar-status-0",
        "bar-status-1",
        "bar-status-2",
        "bar-status-3",
        "bar-status-4",
    ];
    CLASSES.get(index).copied().unwrap_or("")
}

/// The hatches of all charts. A page with charts holds this once, anywhere; it takes no room.
#[component]
pub fn ChartPatterns() -> View {
    let patterns = HATCHES.iter().enumerate().filter(|(_, path)| !path.is_empty()).map(|(index, path)| {
        view! {
            <pattern id=["bar-hatch-", &index.to_string()].concat() width="8" height="8" patternUnits="userSpaceOnUse">
                <path class=if index == 0 { "bar-hatch bar-dots" } else { "bar-hatch" } d=*path></path>
            </pattern>
        }
    });
    view! {
        <svg class="chart-patterns" width="0" height="0" aria-hidden="true">
            <defs>{patterns.collect::<View>()}</defs>
        </svg>
    }
}
