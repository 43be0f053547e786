//! `Corrections`: what a reader was told by its user, line by line. They are an argument of reading, never a change of a draft.

use crate::ledger::Status;

/// What a line is, whatever the reader would make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRole {
    Section,
    Area,
    Category,
    Finding,
    /// An unfinished item.
    Item,
    /// Text of what stands above.
    Body,
    /// Known, and not stored.
    Ignored,
}

/// What a text is as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextKind {
    /// 整改进展情况报告: problems, and what was done about them.
    #[default]
    Report,
    /// 反馈意见: the problems alone.
    Feedback,
}

/// All that is known better than by reading. Lines are numbered from 1, in the whole text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corrections {
    /// None leaves it to the reader.
    pub kind: Option<TextKind>,
    pub roles: Vec<(usize, LineRole)>,
    /// The status of the finding whose heading stands on the line.
    pub statuses: Vec<(usize, Status)>,
    /// Where a measure begins: line, and bytes from the start of the line.
    pub starts: Vec<(usize, usize)>,
    /// Where none begins, though the text reads as if one did.
    pub no_starts: Vec<(usize, usize)>,
}

impl Corrections {
    pub(super) fn role(&self, line: usize) -> Option<LineRole> {
        last(&self.roles, line)
    }

    pub(super) fn status(&self, line: usize) -> Option<Status> {
        last(&self.statuses, line)
    }
}

/// What was said last of a line.
fn last<T: Copy>(said: &[(usize, T)], line: usize) -> Option<T> {
    said.iter().rev().find(|(of, _)| *of == line).map(|(_, what)| *what)
}
