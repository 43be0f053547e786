//! Several units in one text: where the report of the next one begins.

use super::{
    fold::{key, squeezed},
    lines::{Mark, Row},
    numbering::Shape,
    opening::{is_title, team_and_unit},
    section::{is_problem, is_progress_label},
};

/// The rows at which a report begins, the first one always; headings that are a unit's name alone become plain text.
pub(super) fn beginnings(rows: &[Row<'_>], marks: &mut [Mark<'_>]) -> Vec<usize> {
    let named = named_by_headings(rows, marks);
    if named.len() > 1 {
        for at in &named {
            marks[*at] = Mark::Text;
        }
        return std::iter::once(0).chain(named.into_iter().skip(1)).collect();
    }
    let mut found = vec![0];
    // Of each row, the next heading's shape and number.
    let mut next: Vec<Option<(Shape, u32)>> = vec![None; rows.len() + 1];
    for (at, mark) in marks.iter().enumerate().rev() {
        next[at] = match mark {
            Mark::Heading(shape, number, _) if *shape != Shape::Bare => Some((*shape, *number)),
            _ => next[at + 1],
        };
    }
    let mut first = next[0];
    let mut begun = false;
    let mut unit = String::new();
    for (at, (row, mark)) in rows.iter().zip(marks.iter()).enumerate() {
        match mark {
            Mark::Heading(.., title) => begun |= is_problem(title),
            mark if is_progress_label(mark) => begun = true,
            _ => {}
        }
        if *mark != Mark::Text {
            continue;
        }
        let opens = team_and_unit(row.text).filter(|_| squeezed(row.text, 400).contains("反馈"));
        let another = opens.is_some_and(|(_, name)| !unit.is_empty() && key(name) != unit);
        if begun && (is_title(row.text) || another) && next[at].is_some() && next[at] == first {
            found.push(at);
            (begun, first) = (false, next[at]);
            unit.clear();
        }
        if let Some((_, name)) = opens
            && unit.is_empty()
        {
            unit = key(name);
        }
    }
    found
}

/// Headings of one shape under each of which a report opens: 一、甲局党组, 二、乙局党组.
fn named_by_headings(rows: &[Row<'_>], marks: &[Mark<'_>]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut of: Option<Shape> = None;
    for at in 0..rows.len().saturating_sub(1) {
        if let Mark::Heading(shape, ..) = marks[at]
            && of.is_none_or(|of| of == shape)
            && marks[at + 1] == Mark::Text
            && team_and_unit(rows[at + 1].text).is_some()
            && squeezed(rows[at + 1].text, 400).contains("反馈")
        {
            of = Some(shape);
            found.push(at);
        }
    }
    found
}
