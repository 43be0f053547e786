//! The outline of a document: which heading stands under which, by the shapes and values of their numbers alone.

use super::numbering::{SHAPES, Shape};

/// A heading, as it is marked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    /// The index of its row.
    pub row: usize,
    pub shape: Shape,
    /// 0 where it has none.
    pub number: u32,
    /// It reads as a problem or has a label right under it, so it is no numbered measure.
    pub sure: bool,
    /// A label stands right above it, so a list may begin here.
    pub after_label: bool,
    /// Said to be a section: it stands under nothing.
    pub top: bool,
}

/// A heading in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub head: Head,
    /// The index of the node above.
    pub parent: Option<usize>,
    /// The row after the last one that stands under it.
    pub end: usize,
}

/// Deeper outlines are made by no one; this also bounds the work.
const DEPTH: usize = 10;

/// Which shapes stand above which in a document.
pub(super) struct Order([[bool; SHAPES]; SHAPES]);

impl Order {
    /// The usual order, but where the document has it the other way: a list from 1 on between n and n + 1 of another, where
    /// no third list goes on. (A third one would be what both stand under, numbered anew and run on.)
    pub fn of(heads: &[Head]) -> Order {
        let mut around = [[0usize; SHAPES]; SHAPES];
        // Of each shape: the last value, and which others have begun a list since.
        let mut last = [0; SHAPES];
        let mut begun = [[false; SHAPES]; SHAPES];
        let mut other_went_on = [false; SHAPES];
        let any_sure = heads.iter().any(|head| head.sure);
        for head in heads.iter().filter(|head| head.number > 0 && (head.sure || !any_sure)) {
            let shape = head.shape as usize;
            if head.number == last[shape] + 1 && last[shape] > 0 {
                for (count, begun) in around[shape].iter_mut().zip(begun[shape]) {
                    *count += usize::from(begun);
                }
            }
            last[shape] = head.number;
            for above in 0..SHAPES {
                begun[above][shape] |= head.number == 1 && !other_went_on[above];
                other_went_on[above] |= head.number > 1;
            }
            begun[shape] = [false; SHAPES];
            other_went_on[shape] = false;
        }
        let mut order = Order([[false; SHAPES]; SHAPES]);
        for (above, row) in order.0.iter_mut().enumerate() {
            for (below, is_above) in row.iter_mut().enumerate() {
                let (this, that) = (around[above][below], around[below][above]);
                *is_above = this > that || this == that && above < below;
            }
        }
        order
    }

    pub fn is_above(&self, above: Shape, below: Shape) -> bool {
        self.0[above as usize][below as usize]
    }
}

/// Takes `1、` for `1.` unless the document has lists of one between the numbers of the other.
pub(super) fn unite_dots(heads: &mut [Head]) {
    let order = |above: Shape, below: Shape| {
        let (mut last, mut begun, mut around, mut breaks) = (0, false, 0, 0);
        for head in heads.iter() {
            if head.shape == above {
                around += usize::from(begun && head.number == last + 1 && last > 0);
                breaks += usize::from(head.number != last + 1 && head.number != 1);
                (last, begun) = (head.number, false);
            } else if head.shape == below {
                begun |= head.number == 1;
            }
        }
        (around, breaks)
    };
    let (commas, comma_breaks) = order(Shape::Comma, Shape::Dot);
    let (dots, dot_breaks) = order(Shape::Dot, Shape::Comma);
    let (mut last, mut breaks) = (0, 0);
    for head in heads
        .iter()
        .filter(|head| matches!(head.shape, Shape::Comma | Shape::Dot))
    {
        breaks += usize::from(head.number != last + 1 && head.number != 1);
        last = head.number;
    }
    if commas + dots > 0 && comma_breaks + dot_breaks <= breaks {
        return;
    }
    for head in heads.iter_mut().filter(|head| head.shape == Shape::Comma) {
        head.shape = Shape::Dot;
    }
}

/// Puts each heading under the one that it belongs to. `rows` is how many rows there are.
pub(super) fn outline(heads: &[Head], order: &Order, rows: usize) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::with_capacity(heads.len());
    let mut open: Vec<usize> = Vec::new();
    // The last number of each shape that stands under nothing.
    let mut roots = [0; SHAPES];
    for head in heads {
        let goes_on = head.number > 1 && roots[head.shape as usize] + 1 == head.number;
        let under_said = open.first().is_some_and(|first| nodes[*first].head.top);
        let keep = if goes_on && under_said {
            0
        } else {
            keep(head, &open, &nodes, order)
        };
        if keep == 0 && !head.top {
            roots[head.shape as usize] = head.number;
        }
        for closed in open.drain(keep..) {
            nodes[closed].end = head.row;
        }
        open.push(nodes.len());
        nodes.push(Node {
            head: *head,
            parent: keep.checked_sub(1).map(|above| open[above]),
            end: rows,
        });
    }
    nodes
}

/// How many of the open headings stay open above this one.
fn keep(head: &Head, open: &[usize], nodes: &[Node], order: &Order) -> usize {
    if head.top {
        return 0;
    }
    let of = |at: usize| &nodes[open[at]].head;
    let same = (0..open.len()).rev().filter(|at| of(*at).shape == head.shape);
    let Some(last) = same.clone().next() else {
        let below = (0..open.len()).find(|at| !of(*at).top && order.is_above(head.shape, of(*at).shape));
        return below.unwrap_or(open.len()).min(DEPTH);
    };
    if head.number == 0 {
        return last;
    }
    if head.number == 1 {
        // A list of measures, numbered as headings above it are.
        let nested = !head.sure && (head.after_label || last + 1 < open.len());
        return if nested && open.len() < DEPTH { open.len() } else { last };
    }
    let next = |at: &usize| of(*at).number + 1 == head.number;
    let alike = |at: &usize| of(*at).sure == head.sure;
    let fits = same.clone().find(|at| next(at) && alike(at));
    let fits = fits.or_else(|| same.clone().find(next));
    fits.or_else(|| same.clone().find(alike)).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::report::numbering::numbering;

    /// Headings by line; `!` after the number makes one sure, an empty line above it stands for a label.
    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let mut heads = Vec::new();
        let mut after_label = false;
        for (row, line) in text.lines().enumerate() {
            if let Some((shape, number, rest)) = numbering(line) {
                heads.push(Head {
                    row,
                    shape,
                    number,
                    sure: rest.starts_with('!'),
                    after_label,
                    top: false,
                });
            }
            after_label = line.is_empty();
        }
        unite_dots(&mut heads);
        let nodes = outline(&heads, &Order::of(&heads), text.lines().count());
        let depth = |mut at: usize| {
            let mut depth = 0;
            while let Some(parent) = nodes[at].parent {
                (at, depth) = (parent, depth + 1);
            }
            depth
        };
        let depths: Vec<usize> = (0..nodes.len()).map(depth).collect();
        assert_eq!(depths, expected, "{text}");
    }

    #[test]
    fn headings_stand_under_each_other() {
        check(
            "一、a\n（一）a\n1.a\n（1）a\n（2）a\n2.a\n（二）a\n二、a",
            &[0, 1, 2, 3, 3, 2, 1, 0],
        );
        check("一、a\n1.a\n2.a\n二、a\n（一）a\n1.a", &[0, 1, 1, 0, 1, 2]);
        check("1.a\n2、a\n3.a", &[0, 0, 0]);
        check("1、a\n1.a\n2.a\n2、a\n1.a", &[0, 1, 1, 0, 1]);
        check("（1）a\n1.a\n2.a\n（2）a\n1.a", &[0, 1, 1, 0, 1]);
        check("2.a\n（1）a\n4.a", &[0, 1, 0]);
        let run_on = "（一）a\n1.a\n（1）a\n2.a\n（2）a\n（二）a\n1.a\n（3）a\n（三）a\n1.a\n（4）a";
        check(run_on, &[0, 1, 2, 1, 2, 0, 1, 2, 0, 1, 2]);
    }

    #[test]
    fn lists_numbered_as_their_headings() {
        check("1.!a\n\n1.a\n2.a\n2.!a\n\n1.a", &[0, 1, 1, 0, 1]);
        check("1.!a\n（1）!a\n1.a\n2.a\n（2）!a\n1.a\n2.!a", &[0, 1, 2, 2, 1, 2, 0]);
    }
}
