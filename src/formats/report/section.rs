//! What a section of a report holds, told by its title and by its rows, and its rows handed to the reader for it.

use super::{
    draft::{Draft, Why},
    lines::{Label, Lines, Mark, Numbering, Row, mark},
    progress::Progress,
    unfinished::Unfinished,
};

pub(super) enum Section<'a> {
    Progress(Progress<'a>),
    Unfinished(Unfinished),
    /// Known, but nothing that the ledger holds: organisation, clues, next steps, contact.
    Prose,
    Unknown,
}

#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Progress,
    Unfinished,
    Prose,
    Unknown,
}

impl<'a> Section<'a> {
    /// The section under a title; `rows` are those after the title.
    pub fn titled(title: &'a str, row: Row<'a>, rows: Lines<'a>, draft: &mut Draft) -> Section<'a> {
        let by_title = holds_by_title(title);
        let holds = match by_title {
            Holds::Progress | Holds::Unfinished => by_title,
            Holds::Prose | Holds::Unknown => {
                holds_by_rows(rows.map(|row| mark(row.text)).take_while(is_inside)).unwrap_or(by_title)
            }
        };
        let section = Section::new(holds, title);
        match section {
            Section::Progress(_) | Section::Unfinished(_) => draft.taken.push(row.number),
            Section::Prose => draft.leave_as_prose(row),
            Section::Unknown => draft.leave_unread(row, Why::HeadingOutOfPlace),
        }
        section
    }

    /// The rows from a first heading on, where no title announces them.
    pub fn untitled(row: Row<'a>, first: Mark<'a>, rows: Lines<'a>) -> Section<'a> {
        debug_assert_eq!(first, mark(row.text));
        let marks = std::iter::once(first).chain(rows.map(|row| mark(row.text)).take_while(is_inside));
        Section::new(holds_by_rows(marks).unwrap_or(Holds::Unknown), "")
    }

    fn new(holds: Holds, title: &'a str) -> Section<'a> {
        match holds {
            Holds::Progress => Section::Progress(Progress::new(title)),
            Holds::Unfinished => Section::Unfinished(Unfinished::default()),
            Holds::Prose => Section::Prose,
            Holds::Unknown => Section::Unknown,
        }
    }

    pub fn row(&mut self, row: Row<'a>, mark: Mark<'a>, draft: &mut Draft) {
        match self {
            Section::Progress(progress) => progress.row(row, mark, draft),
            Section::Unfinished(unfinished) => unfinished.row(row, mark, draft),
            Section::Prose => draft.leave_as_prose(row),
            Section::Unknown if is_closing(row.text) => draft.leave_as_prose(row),
            Section::Unknown => draft.leave_unread(
                row,
                match mark {
                    Mark::Heading(..) => Why::HeadingOutOfPlace,
                    Mark::Label(label, _) if label != Label::Other => Why::UnknownLabel,
                    Mark::Label(..) | Mark::Text => Why::Stray,
                },
            ),
        }
    }

    pub fn close(self, draft: &mut Draft) {
        if let Section::Progress(progress) = self {
            progress.close(draft);
        }
    }
}

/// Whether a line is the farewell of a report: thanks and how to get in touch.
pub(super) fn is_closing(text: &str) -> bool {
    let touch = [
        "联系电话",
        "联系方式",
        "监督电话",
        "通信地址",
        "通讯地址",
        "电子邮箱",
        "邮政编码",
    ];
    text.starts_with("欢迎") || text.starts_with("真诚欢迎") || touch.iter().any(|word| text.contains(word))
}

fn is_inside(mark: &Mark<'_>) -> bool {
    !matches!(mark, Mark::Heading(Numbering::Han, _))
}

fn holds_by_title(title: &str) -> Holds {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let ahead = title.starts_with("下一步") || title.starts_with("下步") || title.starts_with("今后");
    if has(&["线索"]) {
        Holds::Prose
    } else if has(&["未完成", "尚未", "未整改"])
        || !ahead && has(&["进一步整改", "正在整改", "继续整改", "持续整改", "长期坚持", "长期整改"])
    {
        Holds::Unfinished
    } else if ahead
        || has(&[
            "组织",
            "领导",
            "总体",
            "基本情况",
            "下一步",
            "下步",
            "计划",
            "打算",
            "工作安排",
            "成效",
            "体会",
            "附件",
        ])
    {
        Holds::Prose
    } else if has(&["整改"]) && has(&["进展", "情况", "落实", "完成", "问题", "结果"]) {
        Holds::Progress
    } else {
        Holds::Unknown
    }
}

/// What the rows themselves say: focus areas, progress labels or problems, or the labels of unfinished items.
fn holds_by_rows<'a>(marks: impl Iterator<Item = Mark<'a>>) -> Option<Holds> {
    let mut likely = None;
    for mark in marks {
        match mark {
            Mark::Label(Label::Progress, _) => return Some(Holds::Progress),
            Mark::Label(Label::Reason | Label::Deadline, _) => return Some(Holds::Unfinished),
            Mark::Heading(_, title) if title.starts_with("聚焦") => return Some(Holds::Progress),
            Mark::Heading(_, title) if title.ends_with("的问题") => likely = Some(Holds::Progress),
            _ => {}
        }
    }
    likely
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_by_their_titles() {
        for (title, holds) in [
            ("对巡察整改的组织领导情况", Holds::Prose),
            ("巡察反馈问题的整改进展情况", Holds::Progress),
            ("整改落实情况", Holds::Progress),
            ("巡察反馈问题线索的处理情况", Holds::Prose),
            ("需要进一步整改的事项及措施", Holds::Unfinished),
            ("未完成整改事项及下一步打算", Holds::Unfinished),
            ("正在整改和需长期坚持的问题", Holds::Unfinished),
            ("下一步工作重点和计划", Holds::Prose),
            ("下一步持续整改工作安排", Holds::Prose),
            ("其他", Holds::Unknown),
        ] {
            assert!(holds_by_title(title) == holds, "{title}");
        }
    }
}
