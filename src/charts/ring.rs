//! A ring in parts by status around the completion rate.

use crate::dom::View;
use crate::signals::Memo;
use view_macro::{component, view};

use super::geometry::{Part, WHOLE, parts};

/// The space between two arcs, in thousandths of the ring: they are told apart without colour, and by the sum beside it.
const GAP: usize = 3;

/// Completion as a ring. The words are made by the caller, so that rounding has one home; charts only draw.
#[component]
pub fn CompletionRing(
    /// Counts by status.
    counts: Memo<Vec<usize>>,
    /// In the middle, e.g. `86.7 %`.
    rate: Memo<String>,
    /// Below it: the sum spelled out, e.g. `26/30`.
    sum: Memo<String>,
    /// What the ring shows, for those who do not see it; rate and sum are added.
    caption: &'static str,
) -> View {
    let arcs = move || parts(&counts.read(), WHOLE).iter().map(arc_view).collect::<View>();
    let spoken = move || [caption, " ", &*rate.read(), ", ", &*sum.read()].concat();
    view! {
        <svg class="ring" viewBox="0 0 100 100" role="img" aria-label=spoken>
            <circle class="ring-track" cx="50" cy="50" r="42" fill="none" stroke-width="12"></circle>
            {arcs}
            <text class="ring-rate" x="50" y="51" text-anchor="middle">{rate}</text>
            <text class="ring-sum" x="50" y="65" text-anchor="middle">{sum}</text>
        </svg>
    }
}

/// An arc is a dash of a circle that is a thousand long; it starts at twelve o'clock.
fn arc_view(part: &Part) -> View {
    const CLASSES: [&str; 5] = [
        "ring-status-0",
        "ring-status-1",
        "ring-status-2",
        "ring-status-3",
        "ring-status-4",
    ];
    let (dashes, offset) = dash(part);
    view! {
        <circle
            class=CLASSES.get(part.index).copied().unwrap_or("")
            cx="50"
            cy="50"
            r="42"
            fill="none"
            stroke-width="12"
            pathLength="1000"
            stroke-dasharray=dashes
            stroke-dashoffset=offset
            transform="rotate(-90 50 50)"
        ></circle>
    }
}

/// `stroke-dasharray` and `stroke-dashoffset` of an arc. A full ring has no gap.
fn dash(part: &Part) -> (String, String) {
    let drawn = if part.length == WHOLE {
        WHOLE
    } else {
        part.length.saturating_sub(GAP).max(1)
    };
    let dashes = [&drawn.to_string(), " ", &(WHOLE - drawn).to_string()].concat();
    let offset = ["-", &part.start.to_string()].concat();
    (dashes, offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_go_once_round() {
        let drawn = |counts: &[usize]| parts(counts, WHOLE).iter().map(dash).collect::<Vec<_>>();
        let dashes = |dashes: &str, offset: &str| (dashes.to_string(), offset.to_string());
        assert_eq!(drawn(&[0; 5]), []);
        assert_eq!(drawn(&[0, 0, 0, 30, 0]), [dashes("1000 0", "-0")]);
        assert_eq!(
            drawn(&[1, 0, 0, 3, 0]),
            [dashes("247 753", "-0"), dashes("747 253", "-250")]
        );
        assert_eq!(drawn(&[1, 9_999]), [dashes("1 999", "-0"), dashes("993 7", "-4")]);
    }

    #[test]
    fn it_is_named_by_what_it_shows() {
        let html = |counts: &[usize]| {
            let counts = counts.to_vec();
            view! { <CompletionRing counts=Memo::fixed(counts) rate=Memo::fixed("86.7 %".to_owned()) sum=Memo::fixed("26/30".to_owned()) caption="完成率" /> }
                .to_html()
        };
        let full = html(&[0, 4, 0, 26, 0]);
        assert!(
            full.contains(r#"role="img" aria-label="完成率 86.7 %, 26/30""#),
            "{full}"
        );
        assert_eq!(full.matches("ring-status-").count(), 2, "{full}");
        assert!(!full.contains("style="), "{full}");
        assert_eq!(html(&[0; 5]).matches("ring-status-").count(), 0);
    }
}
