//! A line of days: bars for what falls on them, marks with a name each above. Days come as numbers, names as plain texts.

use crate::dom::View;
use crate::signals::Memo;
use view_macro::{component, view};

use super::{
    geometry::{WHOLE, parts, percent},
    patterns::{bar_class, hatch},
};

/// Each mark has a row of its own for its name, so that no two names meet.
const ROW: usize = 20;
const BARS: usize = 56;
/// Days before the first and behind the last of them, so that nothing stands on the edge.
const MARGIN: i64 = 4;

/// A named day.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeMark {
    pub day: i64,
    pub name: String,
    pub is_today: bool,
}

/// What falls on some days.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeBar {
    pub first: i64,
    /// The day behind the last one.
    pub end: i64,
    /// Counts by status, in the order of the other charts.
    pub counts: Vec<usize>,
    /// In words.
    pub title: String,
}

/// The days that a line shows.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Span {
    first: i64,
    last: i64,
}

impl Span {
    /// Holds all of them, with a margin. None where there is nothing to show.
    fn of(marks: &[TimeMark], bars: &[TimeBar]) -> Option<Span> {
        let days = || {
            let of_bars = bars.iter().flat_map(|bar| [bar.first, bar.end]);
            marks.iter().map(|mark| mark.day).chain(of_bars)
        };
        Some(Span {
            first: days().min()? - MARGIN,
            last: days().max()? + MARGIN,
        })
    }

    /// Where a day begins, in thousandths of the line.
    fn place(self, day: i64) -> usize {
        let whole = i64::try_from(WHOLE).unwrap_or_default();
        let place = (day - self.first) * whole / (self.last - self.first).max(1);
        usize::try_from(place.clamp(0, whole)).unwrap_or_default()
    }
}

/// Marks stand in the order of their rows. The picture says only what the table beside it says as well.
#[component]
pub fn TimeLine(
    marks: Memo<Vec<TimeMark>>,
    bars: Memo<Vec<TimeBar>>,
    /// What the line shows, for those who do not see it.
    caption: String,
) -> View {
    let height = move || (marks.read().len() * ROW + BARS + 4).to_string();
    let drawn = move || {
        let (marks, bars) = (marks.read(), bars.read());
        let Some(span) = Span::of(&marks, &bars) else {
            return View::Nothing;
        };
        let foot = marks.len() * ROW + BARS;
        let most = bars.iter().map(|bar| bar.counts.iter().sum()).max().unwrap_or(1);
        let bars = bars.iter().map(|bar| bar_view(bar, span, foot, most)).collect::<View>();
        let marks = marks.iter().enumerate();
        let marks = marks
            .map(|(row, mark)| mark_view(mark, span, row, foot))
            .collect::<View>();
        let foot = foot.to_string();
        view! {
            {bars}
            <line x1="0" x2="100%" y1=foot.clone() y2=foot stroke="currentColor"></line>
            {marks}
        }
    };
    view! { <svg width="100%" height=height role="img" aria-label=caption>{drawn}</svg> }
}

/// The parts of a bar from its foot upwards; the tallest bar of the line takes up the whole height.
fn bar_view(bar: &TimeBar, span: Span, foot: usize, most: usize) -> View {
    let (start, end) = (span.place(bar.first), span.place(bar.end));
    let total: usize = bar.counts.iter().sum();
    let height = (BARS * total).div_ceil(most.max(1));
    let (x, width) = (percent(start), percent((end - start).max(3)));
    let part = |part: super::geometry::Part| {
        let (x, width) = (x.clone(), width.clone());
        let y = (foot - part.start - part.length).to_string();
        let height = part.length.to_string();
        let over = hatch(part.index).map(|fill| {
            let (x, y, width, height) = (x.clone(), y.clone(), width.clone(), height.clone());
            view! { <rect class="bar-over" fill=fill x=x y=y width=width height=height></rect> }
        });
        view! { <rect class=bar_class(part.index) x=x y=y width=width height=height></rect> {over} }
    };
    let drawn = parts(&bar.counts, height).into_iter().map(part).collect::<View>();
    view! { <g><title>{bar.title.clone()}</title>{drawn}</g> }
}

/// A name stands on that side of its mark where there is more room.
fn mark_view(mark: &TimeMark, span: Span, row: usize, foot: usize) -> View {
    let place = span.place(mark.day);
    let x = percent(place);
    let top = (row * ROW + 4).to_string();
    let (anchor, away) = if 2 * place < WHOLE {
        ("start", "5")
    } else {
        ("end", "-5")
    };
    let dashes = mark.is_today.then_some("4 3");
    let width = if mark.is_today { "1.5" } else { "1" };
    view! {
        <line x1=x.clone() x2=x.clone() y1=top y2=foot.to_string() stroke="currentColor" stroke-width=width stroke-dasharray=dashes></line>
        <text x=x dx=away y=(row * ROW + 15).to_string() text-anchor=anchor font-size="12" fill="currentColor">{mark.name.clone()}</text>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(day: i64) -> TimeMark {
        TimeMark {
            day,
            name: format!("第{day}日"),
            is_today: day == 50,
        }
    }

    fn bar(first: i64, counts: &[usize]) -> TimeBar {
        TimeBar {
            first,
            end: first + 7,
            counts: counts.to_vec(),
            title: "一周".into(),
        }
    }

    #[test]
    fn a_span_holds_all_with_a_margin() {
        assert_eq!(Span::of(&[], &[]), None);
        let check = |marks: &[i64], bars: &[i64], first, last| {
            let marks: Vec<TimeMark> = marks.iter().map(|day| mark(*day)).collect();
            let bars: Vec<TimeBar> = bars.iter().map(|day| bar(*day, &[1])).collect();
            assert_eq!(Span::of(&marks, &bars), Some(Span { first, last }));
        };
        check(&[10], &[], 6, 14);
        check(&[10, 40], &[20], 6, 44);
        check(&[10], &[-7, 90], -11, 101);
    }

    #[test]
    fn days_stand_in_their_order_on_the_line() {
        let span = Span { first: 0, last: 200 };
        assert_eq!(
            [-5, 0, 50, 100, 200, 900].map(|day| span.place(day)),
            [0, 0, 250, 500, 1_000, 1_000]
        );
        assert_eq!(Span { first: 3, last: 3 }.place(3), 0);
    }

    #[test]
    fn bars_stand_on_the_line_and_names_lean_inwards() {
        let html = view! {
            <TimeLine marks=Memo::fixed(vec![mark(0), mark(50), mark(92)]) bars=Memo::fixed(vec![bar(20, &[0, 1, 0, 1]), bar(80, &[0, 0, 0, 4])])
                caption="时间轴".to_owned() />
        }
        .to_html();
        let has = |part: &str| assert!(html.contains(part), "{part} not in {html}");
        // Three rows of names, and the bars below them.
        has(r#"height="120" role="img" aria-label="时间轴""#);
        has(r#"<rect class="bar-status-3" x="84%" y="60" width="7%" height="56">"#);
        has(r#"<rect class="bar-status-1" x="24%" y="102" width="7%" height="14">"#);
        has(r#"<rect class="bar-status-3" x="24%" y="88" width="7%" height="14">"#);
        has(r##"<rect class="bar-over" fill="url(#bar-hatch-1)" x="24%""##);
        assert_eq!(
            (html.matches("\"start\"").count(), html.matches("\"end\"").count()),
            (1, 2),
            "{html}"
        );
        assert_eq!(html.matches("stroke-dasharray").count(), 1, "{html}");
        assert!(!html.contains("style="), "{html}");
    }
}
