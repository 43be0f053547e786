//! The draft, built line by line from what each line was found to be.

use super::{
    corrections::Corrections,
    draft::{Draft, Why},
    feedback,
    labels::Label,
    lines::{Mark, Row},
    matching, opening,
    progress::Progress,
    registers::{self, Context, Plain},
    roles::{self, Place},
    section::{Holds, is_closing},
    unfinished::Unfinished,
};
use chrono::Days;

/// What is being read.
enum Current {
    Opening,
    Progress,
    Unfinished(Unfinished),
    Prose,
    Unknown,
}

struct Builder<'a> {
    rows: &'a [Row<'a>],
    marks: &'a [Mark<'a>],
    draft: Draft,
    current: Current,
    progress: Progress<'a>,
    opening: Vec<Row<'a>>,
    /// Rows that are free text: what they say of counts, people and money is read in the end.
    said: Vec<(Row<'a>, bool)>,
}

/// Time before the feedback in which measures may have been taken, where the report names no period.
const EARLIER_DAYS: u64 = 90;

/// Signatures stand among the last lines.
const LAST_LINES: usize = 3;

pub(super) fn read(input: &str, rows: &[Row<'_>], marks: &[Mark<'_>], corrections: &Corrections) -> Draft {
    let kind = feedback::kind_of(rows, marks, corrections);
    let places = roles::places(rows, marks, kind, corrections);
    let context = Context { input, since: None };
    let mut builder = Builder {
        rows,
        marks,
        draft: Draft {
            kind,
            ..Draft::default()
        },
        current: Current::Opening,
        progress: Progress::new(kind, corrections, context),
        opening: Vec::new(),
        said: Vec::new(),
    };
    for (at, place) in places.into_iter().enumerate() {
        builder.row(at, marks[at], place);
    }
    builder.leave();
    builder.finish(corrections)
}

impl<'a> Builder<'a> {
    fn row(&mut self, at: usize, mark: Mark<'a>, place: Place) {
        let row = self.rows[at];
        let title = roles::title(&row, &mark);
        let last = at + LAST_LINES >= self.rows.len();
        match place {
            Place::Ignored => self.draft.leave_as_prose(row),
            Place::Continued => match self.current {
                // It goes where the heading went.
                Current::Progress | Current::Unfinished(_) => self.draft.taken.push(row.number),
                _ => self.plain(row, Mark::Text, false, last),
            },
            Place::Contents => {
                self.draft.leave_as_prose(row);
                self.said.push((row, true));
            }
            Place::Section(holds, group) => {
                self.leave();
                match holds {
                    Holds::Progress | Holds::Unfinished => self.draft.taken.push(row.number),
                    Holds::Prose => self.prose(row),
                    Holds::Unknown => self.draft.leave_unread(row, Why::HeadingOutOfPlace),
                }
                self.current = match holds {
                    Holds::Progress => Current::Progress,
                    Holds::Unfinished => Current::Unfinished(Unfinished::default()),
                    Holds::Prose => Current::Prose,
                    Holds::Unknown => Current::Unknown,
                };
                self.progress.begin(title, group);
            }
            Place::Level(level) => {
                if !matches!(self.current, Current::Progress) {
                    self.leave();
                    self.current = Current::Progress;
                    self.progress.begin("", None);
                }
                self.progress.heading(level, title, row, &mut self.draft);
            }
            Place::Measure => match self.current {
                Current::Progress => self.progress.measure(title, row, &mut self.draft),
                _ => self.plain(row, mark, false, last),
            },
            Place::Item => {
                if !matches!(self.current, Current::Unfinished(_)) {
                    self.leave();
                    self.current = Current::Unfinished(Unfinished::default());
                }
                if let Current::Unfinished(unfinished) = &mut self.current {
                    unfinished.item(title, row, &mut self.draft);
                }
            }
            Place::Inside(sure) => self.plain(row, mark, sure, last),
            // A line that was said to be text is none but that.
            Place::Text if matches!(mark, Mark::Heading(..) | Mark::Noise | Mark::Continued) => {
                self.plain(row, Mark::Text, false, last)
            }
            Place::Text => {
                let next = self.marks.get(at + 1);
                let begins = matches!(
                    next,
                    Some(Mark::Label(Label::Problem | Label::Reason | Label::NextStep, _))
                );
                self.plain(row, mark, begins, last);
            }
        }
    }

    /// A line that begins nothing.
    fn plain(&mut self, row: Row<'a>, mark: Mark<'a>, sure: bool, last: bool) {
        let draft = &mut self.draft;
        match &mut self.current {
            Current::Opening => self.opening.push(row),
            Current::Progress if mark == Mark::Text && draft.areas.is_empty() => self.prose(row),
            Current::Progress => {
                let known = draft.prose.len();
                match mark {
                    Mark::Label(label, text) => self.progress.label(label, text, row, draft),
                    _ => self.progress.text(row, last, draft),
                }
                if draft.prose.len() > known {
                    self.said.push((row, false));
                }
            }
            Current::Unfinished(unfinished) => unfinished.row(row, mark, sure, last, draft),
            Current::Prose => self.prose(row),
            Current::Unknown if is_closing(row.text) => draft.leave_as_prose(row),
            Current::Unknown => draft.leave_unread(
                row,
                match mark {
                    Mark::Heading(..) => Why::HeadingOutOfPlace,
                    Mark::Label(label, _) if label != Label::Other => Why::UnknownLabel,
                    _ => Why::Stray,
                },
            ),
        }
    }

    /// A line of free text. Some reports say there, in their first section, who inspected whom.
    fn prose(&mut self, row: Row<'a>) {
        let inspection = &self.draft.inspection;
        let none = inspection.team.is_empty() && inspection.period_from.is_none() && self.draft.areas.is_empty();
        if none && opening::read_line(&row, &mut self.draft) {
            self.draft.taken.push(row.number);
            self.since();
        } else {
            self.draft.leave_as_prose(row);
        }
        self.said.push((row, false));
    }

    /// Sets the day from which dates without a year are counted.
    fn since(&mut self) {
        let inspection = &self.draft.inspection;
        let earlier = |date: chrono::NaiveDate| date.checked_sub_days(Days::new(EARLIER_DAYS));
        self.progress.context.since = inspection.period_from.or(inspection.feedback.and_then(earlier));
    }

    /// Ends what is being read.
    fn leave(&mut self) {
        match self.current {
            Current::Opening => {
                opening::read(&self.opening, &mut self.draft);
                self.said.extend(self.opening.iter().map(|row| (*row, false)));
                self.since();
            }
            Current::Progress => self.progress.end(&mut self.draft),
            Current::Unfinished(_) | Current::Prose | Current::Unknown => {}
        }
        self.current = Current::Unknown;
    }

    fn finish(self, corrections: &Corrections) -> Draft {
        let mut draft = self.draft;
        for (row, in_list) in self.said {
            let plain = Plain::of(row.text, row.at);
            draft.stated.extend(registers::stated(&plain, in_list));
            let read = registers::read(&plain, &self.progress.context);
            draft.accountability.extend(read.accountability);
            draft.recovered.extend(read.recovered);
        }
        matching::match_unfinished(&mut draft);
        let findings = draft.areas.iter_mut().flat_map(|area| &mut area.categories);
        for finding in findings.flat_map(|category| &mut category.findings) {
            if let Some(status) = corrections.status(finding.line) {
                finding.status = status;
            }
        }
        crate::ledger::sort_by_key(&mut draft.stated, |stated| stated.span);
        crate::ledger::sort_by(&mut draft.taken, Ord::cmp);
        crate::ledger::sort_by_key(&mut draft.prose, |line| line.number);
        crate::ledger::sort_by_key(&mut draft.unread, |unread| unread.line.number);
        draft
    }
}
