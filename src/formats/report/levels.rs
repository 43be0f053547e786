//! Which shape of number is which level of the tree, decided for a document as a whole.

use super::{
    fold::eat_word,
    numbering::{SHAPES, Shape},
    outline::Order,
    section::{is_area, is_problem},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Area,
    Category,
    Finding,
}

/// What the headings of one shape say, counted.
#[derive(Debug, Clone, Copy, Default)]
struct Says {
    headings: usize,
    areas: usize,
    problems: usize,
    /// 针对…, which findings have and categories do not.
    against: usize,
}

/// The level of each shape that the headings of the tree have, from the shapes and titles of all of them.
pub(super) fn levels<'a>(headings: impl Iterator<Item = (Shape, &'a str)>, order: &Order) -> [Option<Level>; SHAPES] {
    let mut says = [Says::default(); SHAPES];
    let mut used: Vec<Shape> = Vec::new();
    for (shape, title) in headings {
        let says = &mut says[shape as usize];
        says.headings += 1;
        says.areas += usize::from(is_area(title));
        says.problems += usize::from(is_problem(title));
        says.against += usize::from(eat_word(title, "针对").is_some());
        if !used.contains(&shape) {
            used.push(shape);
        }
    }
    let mut chain = used.clone();
    let rank = |shape: &Shape| used.iter().filter(|other| order.is_above(**other, *shape)).count();
    crate::ledger::sort_by_key(&mut chain, rank);

    let most = |shape: Shape, what: fn(&Says) -> usize| {
        let says = &says[shape as usize];
        what(says) * 2 > says.headings
    };
    let areas = |shape| most(shape, |says| says.areas);
    // The only problems there are: categories that are findings themselves, unless shape or words are those of findings.
    let problems = |shape| {
        let low = [Shape::Brackets, Shape::Bracket, Shape::Circle, Shape::Nth, Shape::Bare].contains(&shape);
        if low || most(shape, |says| says.against) {
            Level::Finding
        } else {
            Level::Category
        }
    };
    let mut levels = [None; SHAPES];
    let mut set = |shape: Shape, level| levels[shape as usize] = Some(level);
    match *chain.as_slice() {
        [] => {}
        [only] if areas(only) => set(only, Level::Area),
        [only] => set(only, problems(only)),
        [first, second] => {
            let high = [Shape::Part, Shape::Han].contains(&first) && !most(first, |says| says.problems);
            if areas(first) || high {
                set(first, Level::Area);
                set(second, problems(second));
            } else {
                set(first, Level::Category);
                set(second, Level::Finding);
            }
        }
        [.., area, category, finding] => {
            set(area, Level::Area);
            set(category, Level::Category);
            set(finding, Level::Finding);
        }
    }
    levels
}
