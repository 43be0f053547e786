//! What each line of a document is, decided from the whole of it: which shape of number is which level, and where measures are.

mod heads;

use heads::heads;

use super::{
    contents,
    corrections::{Corrections, LineRole, TextKind},
    feedback,
    fold::cut_word,
    labels::Label,
    levels::{Level, levels},
    lines::{Mark, Row},
    numbering::{SHAPES, Shape},
    outline::{Node, Order, outline, unite_dots},
    section::{Holds, body_in, holds_by_title, is_area, is_outcome, is_problem, is_progress_label, opens_as_problem},
    status,
};
use crate::ledger::Status;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// What the section makes of it.
    Text,
    /// A heading that is none of the tree. Whether it is no numbered measure.
    Inside(bool),
    /// A section, and the status of the findings in it that say none.
    Section(Holds, Option<Status>),
    Level(Level),
    /// A numbered measure.
    Measure,
    /// Said to be an unfinished item.
    Item,
    /// A list of contents.
    Contents,
    /// The end of the heading above.
    Continued,
    /// Known, and not stored: a header, a footer, or what a user said is to be left out.
    Ignored,
}

/// What a heading was found to be, before levels are told.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Section(Holds, Option<Status>),
    Tree,
    Measure,
    Inside,
}

pub(super) fn places(rows: &[Row<'_>], marks: &[Mark<'_>], kind: TextKind, corrections: &Corrections) -> Vec<Place> {
    let contents = contents::find(rows, marks);
    let mut places: Vec<Place> = Vec::with_capacity(rows.len());
    for (at, (row, mark)) in rows.iter().zip(marks).enumerate() {
        places.push(match corrections.role(row.number) {
            Some(LineRole::Item) => Place::Item,
            Some(LineRole::Ignored) => Place::Ignored,
            Some(_) => Place::Text,
            None if contents.contains(&at) => Place::Contents,
            None if *mark == Mark::Noise => Place::Ignored,
            None if *mark == Mark::Continued => Place::Continued,
            None => Place::Text,
        });
    }
    let mut heads = heads(rows, marks, &places, corrections);
    unite_dots(&mut heads);
    let order = Order::of(&heads);
    let document = Document {
        nodes: &outline(&heads, &order, rows.len()),
        rows,
        marks,
        any_sure: heads.iter().any(|head| head.sure),
        labels: counted(rows.len(), |at| is_progress_label(&marks[at])),
        starts: counted(rows.len(), |at| match marks[at] {
            Mark::Label(Label::Progress, text) => !is_outcome(rows[at].text, text),
            _ => false,
        }),
        endings: counted(rows.len(), |at| {
            matches!(marks[at], Mark::Label(Label::Reason | Label::Deadline, _))
        }),
    };
    let kinds = match kind {
        TextKind::Report => document.kinds(corrections),
        TextKind::Feedback => document.kinds_of_feedback(corrections),
    };
    let is_bare_area = |node: &Node| node.head.shape == Shape::Bare && is_area(document.title(node));
    let of_tree = |(node, kind): (&'_ Node, &Kind)| {
        let told = *kind == Kind::Tree && !is_bare_area(node);
        told.then(|| (node.head.shape, document.title(node)))
    };
    let levels = levels(document.nodes.iter().zip(&kinds).filter_map(of_tree), &order);
    for (node, kind) in document.nodes.iter().zip(&kinds) {
        let forced = match corrections.role(rows[node.head.row].number) {
            Some(LineRole::Area) => Some(Level::Area),
            Some(LineRole::Category) => Some(Level::Category),
            Some(LineRole::Finding) => Some(Level::Finding),
            _ => (*kind == Kind::Tree && is_bare_area(node)).then_some(Level::Area),
        };
        places[node.head.row] = match (kind, forced, levels[node.head.shape as usize]) {
            (_, Some(level), _) | (Kind::Tree, None, Some(level)) => Place::Level(level),
            (Kind::Section(holds, status), ..) => Place::Section(*holds, *status),
            (Kind::Tree, ..) => Place::Section(Holds::Progress, None),
            (Kind::Measure, ..) => Place::Measure,
            (Kind::Inside, ..) => Place::Inside(node.head.sure),
        };
    }
    places
}

/// How many rows of a kind stand before each row, and in all.
fn counted(rows: usize, is: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut counts = vec![0];
    let mut count = 0;
    for row in 0..rows {
        count += usize::from(is(row));
        counts.push(count);
    }
    counts
}

/// The title of a heading, or the whole line where it is none by its mark.
pub(super) fn title<'a>(row: &Row<'a>, mark: &Mark<'a>) -> &'a str {
    match mark {
        Mark::Heading(.., title) => title,
        _ => row.text,
    }
}

struct Document<'a> {
    nodes: &'a [Node],
    rows: &'a [Row<'a>],
    marks: &'a [Mark<'a>],
    labels: Vec<usize>,
    /// Labels that begin a text of progress, not those that end one.
    starts: Vec<usize>,
    endings: Vec<usize>,
    /// Some heading of the document is worded as one of the tree.
    any_sure: bool,
}

impl Document<'_> {
    fn title(&self, node: &Node) -> &str {
        title(&self.rows[node.head.row], &self.marks[node.head.row])
    }

    fn labels_in(&self, node: &Node) -> usize {
        self.labels[node.end] - self.labels[node.head.row]
    }

    fn kinds(&self, corrections: &Corrections) -> Vec<Kind> {
        let sure = self.sure_lists();
        // Of each shape, under which shapes it is a list of headings somewhere.
        let mut headings = [[false; SHAPES]; SHAPES];
        for node in self.nodes {
            if let Some(above) = node.parent
                && sure[above][node.head.shape as usize]
            {
                headings[self.nodes[above].head.shape as usize][node.head.shape as usize] = true;
            }
        }
        // Whether a list that is none of headings began right after a label.
        let mut announced = vec![[false; SHAPES]; self.nodes.len()];
        let mut kinds: Vec<Kind> = Vec::with_capacity(self.nodes.len());
        for (at, node) in self.nodes.iter().enumerate() {
            let shape = node.head.shape as usize;
            if let Some(above) = node.parent {
                announced[above][shape] |= node.head.after_label;
            }
            let kind = match (corrections.role(self.rows[node.head.row].number), node.parent) {
                (Some(LineRole::Section), _) => Kind::Section(self.holds_if_section(at), None),
                (Some(_), _) => Kind::Tree,
                (None, None) => self.decide(at, true),
                (None, Some(above)) => match kinds[above] {
                    Kind::Section(Holds::Progress, _) => self.decide(at, false),
                    Kind::Tree if sure[above][shape] => Kind::Tree,
                    Kind::Tree if announced[above][shape] => Kind::Measure,
                    Kind::Tree => {
                        let parent = &self.nodes[above];
                        if headings[parent.head.shape as usize][shape] || is_area(self.title(parent)) {
                            Kind::Tree
                        } else {
                            Kind::Measure
                        }
                    }
                    Kind::Section(..) | Kind::Measure | Kind::Inside => Kind::Inside,
                },
            };
            kinds.push(kind);
        }
        kinds
    }

    /// Of feedback every heading is of the tree, but for those over all of it and those over no problem.
    fn kinds_of_feedback(&self, corrections: &Corrections) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = Vec::with_capacity(self.nodes.len());
        for (at, node) in self.nodes.iter().enumerate() {
            let title = self.title(node);
            let has_headings = self.nodes.get(at + 1).is_some_and(|next| next.parent == Some(at));
            kinds.push(match (corrections.role(self.rows[node.head.row].number), node.parent) {
                (Some(LineRole::Section), _) => Kind::Section(Holds::Progress, None),
                (Some(_), _) => Kind::Tree,
                (None, Some(above)) if matches!(kinds[above], Kind::Section(Holds::Prose, _) | Kind::Inside) => {
                    Kind::Inside
                }
                (None, _) if is_area(title) => Kind::Tree,
                (None, None) if feedback::is_prose(title) => Kind::Section(Holds::Prose, None),
                (None, None) if has_headings && feedback::is_over_all(title) => Kind::Section(Holds::Progress, None),
                (None, _) => Kind::Tree,
            });
        }
        kinds
    }

    /// Of each heading, which shapes under it are lists of headings: one of them reads as one, or has a label under it.
    fn sure_lists(&self) -> Vec<[bool; SHAPES]> {
        let mut sure = vec![[false; SHAPES]; self.nodes.len()];
        for node in self.nodes {
            if let Some(above) = node.parent {
                sure[above][node.head.shape as usize] |=
                    node.head.sure || self.starts[node.end] > self.starts[node.head.row];
            }
        }
        sure
    }

    /// What a heading is that stands under nothing, or in a section on progress.
    fn decide(&self, at: usize, top: bool) -> Kind {
        let node = &self.nodes[at];
        let title = self.title(node);
        let holds = holds_by_title(title);
        if is_area(title) || opens_as_problem(title) && is_problem(title) {
            return Kind::Tree;
        }
        let group = status::of_group(title);
        if let Some(status) = group {
            // Findings with what was done about them, or items with what is still to be done.
            let finished = self.labels_in(node) > 0 || self.endings[node.end] == self.endings[node.head.row];
            let has_headings = self.nodes.get(at + 1).is_some_and(|next| next.parent == Some(at));
            if finished && has_headings && (holds != Holds::Unfinished || self.labels_in(node) > 0) {
                return Kind::Section(Holds::Progress, Some(status));
            }
        }
        if holds == Holds::Unfinished && (top || group.is_some()) {
            return Kind::Section(Holds::Unfinished, None);
        }
        if is_problem(title) && holds != Holds::Progress {
            return Kind::Tree;
        }
        let under = || self.nodes[at + 1..].iter().take_while(|next| next.head.row < node.end);
        let areas = || under().any(|next| next.parent == Some(at) && is_area(self.title(next)));
        // 针对反馈问题，成立专班 in a section on organisation is no finding.
        let prose = holds == Holds::Prose;
        let names = |title| is_problem(title) && !(prose && body_in(title).is_some());
        let evidence = self.labels_in(node) > 0 || under().any(|next| names(self.title(next)));
        let open_ends = self.endings[node.end] > self.endings[node.head.row];
        let says_so = ["情况", "进展", "结果"]
            .iter()
            .any(|end| cut_word(title, end).is_some());
        let sure = || under().any(|next| next.head.sure);
        match holds {
            // 履行整改主体责任情况: a section on who did what, where the findings stand in another.
            Holds::Progress
                if top && self.labels_in(node) == 0 && !sure() && self.any_sure && under().next().is_some() =>
            {
                Kind::Section(Holds::Prose, None)
            }
            Holds::Progress if top || says_so => Kind::Section(Holds::Progress, None),
            Holds::Unknown if !top => Kind::Tree,
            _ if areas() => Kind::Section(Holds::Progress, None),
            // Reasons and deadlines, and nothing that was done.
            Holds::Prose | Holds::Unknown if open_ends && self.labels_in(node) == 0 => {
                Kind::Section(Holds::Unfinished, None)
            }
            Holds::Prose if !evidence => Kind::Section(Holds::Prose, None),
            _ if evidence || !top => Kind::Tree,
            _ => Kind::Section(holds, None),
        }
    }

    /// What a section holds that a user said is one.
    fn holds_if_section(&self, at: usize) -> Holds {
        let node = &self.nodes[at];
        let by_title = holds_by_title(self.title(node));
        let labels = self.labels_in(node) > 0;
        match by_title {
            Holds::Prose | Holds::Unknown if labels => Holds::Progress,
            Holds::Unknown if self.endings[node.end] > self.endings[node.head.row] => Holds::Unfinished,
            holds => holds,
        }
    }
}
