//! What a column means, guessed from its head in Chinese or English.

use super::{
    Row,
    values::{narrow, read_remedy, read_status},
};
use crate::ledger::{Field, is_letter};

/// What a column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    Area,
    Category,
    Title,
    Detail,
    Status,
    Remedy,
    Leader,
    Department,
    CoDepartments,
    Owner,
    Deadline,
    CompletedOn,
    Problem,
    Reason,
    NextStep,
    Note,
    /// 整改措施
    Measure,
    /// 成效, of the measure
    Result,
}

impl Target {
    pub const ALL: [Target; 18] = [
        Target::Area,
        Target::Category,
        Target::Title,
        Target::Detail,
        Target::Status,
        Target::Remedy,
        Target::Leader,
        Target::Department,
        Target::CoDepartments,
        Target::Owner,
        Target::Deadline,
        Target::CompletedOn,
        Target::Problem,
        Target::Reason,
        Target::NextStep,
        Target::Note,
        Target::Measure,
        Target::Result,
    ];

    /// The finding's field that the column fills; none for the places above it and what is of measures.
    pub fn field(self) -> Option<Field> {
        Some(match self {
            Target::Area | Target::Category | Target::Measure | Target::Result => return None,
            Target::Title => Field::Title,
            Target::Detail => Field::Detail,
            Target::Status => Field::Status,
            Target::Remedy => Field::Remedy,
            Target::Leader => Field::Leader,
            Target::Department => Field::Department,
            Target::CoDepartments => Field::CoDepartments,
            Target::Owner => Field::Owner,
            Target::Deadline => Field::Deadline,
            Target::CompletedOn => Field::CompletedOn,
            Target::Problem => Field::Problem,
            Target::Reason => Field::Reason,
            Target::NextStep => Field::NextStep,
            Target::Note => Field::Note,
        })
    }

    /// Heads that mean it, without white space and signs, in small letters.
    fn heads(self) -> &'static [&'static str] {
        match self {
            Target::Area => &["聚焦方面", "方面", "focusarea", "area"],
            Target::Category => &["问题类别", "类别", "问题分类", "问题类型", "category"],
            Target::Title => &[
                "问题",
                "反馈问题",
                "巡察反馈问题",
                "巡视反馈问题",
                "具体问题",
                "问题名称",
                "问题描述",
                "反馈的问题",
                "标题",
                "finding",
                "title",
                "issue",
            ],
            Target::Detail => &["问题表现", "具体表现", "问题详情", "detail", "details"],
            Target::Status => &["状态", "整改状态", "完成情况", "整改完成情况", "status"],
            Target::Remedy => &["整改类型", "整改方式", "整改性质", "kindofremedy", "remedy"],
            Target::Leader => &["责任领导", "牵头领导", "分管领导", "lead", "leader"],
            Target::Department => &[
                "责任部门",
                "责任单位",
                "责任科室",
                "责任股室",
                "责任处室",
                "牵头部门",
                "牵头单位",
                "牵头科室",
                "department",
            ],
            Target::CoDepartments => &[
                "配合部门",
                "配合单位",
                "配合科室",
                "协办部门",
                "codepartments",
                "supportingdepartments",
            ],
            Target::Owner => &["责任人", "经办人", "具体责任人", "owner"],
            Target::Deadline => &[
                "整改时限",
                "时限",
                "完成时限",
                "整改期限",
                "期限",
                "deadline",
                "due",
                "duedate",
            ],
            Target::CompletedOn => &["完成日期", "完成时间", "整改完成时间", "completedon"],
            Target::Problem => &["存在问题", "存在的问题", "problem"],
            Target::Reason => &["未完成整改原因", "未完成原因", "原因", "reason"],
            Target::NextStep => &["下一步整改措施", "下一步措施", "下一步打算", "nextstep", "nextsteps"],
            Target::Note => &["备注", "说明", "note", "notes", "remarks"],
            Target::Measure => &[
                "整改措施",
                "措施",
                "措施要点",
                "具体措施",
                "整改任务",
                "measure",
                "measures",
            ],
            Target::Result => &["成效", "整改成效", "result"],
        }
    }
}

/// What is known of a table before anybody says more.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Guess {
    /// The row of heads; those above it are a title. None: there are no heads.
    pub head: Option<usize>,
    /// By column.
    pub columns: Vec<Option<Target>>,
}

/// Rows among which the heads are looked for: a title and a line of remarks may stand above them.
const LOOKED_AT: usize = 6;

/// The row with the most known heads is that of the heads, if it has two, or is all there is.
pub fn guess(rows: &[Row]) -> Guess {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let known = |row: &Row| columns_of(row).iter().flatten().count();
    let mut best = (0, None);
    for (at, row) in rows.iter().take(LOOKED_AT).enumerate() {
        let count = known(row);
        if count > best.0 && (count >= 2 || row.len() == 1) {
            best = (count, Some(at));
        }
    }
    let mut columns = best.1.map(|at| columns_of(&rows[at])).unwrap_or_default();
    columns.resize(width, None);
    let below = rows.get(best.1.map_or(0, |head| head + 1)..).unwrap_or_default();
    by_cells(below, &mut columns);
    if best.1.is_none() && width == 1 {
        columns[0] = Some(Target::Title);
    }
    Guess { head: best.1, columns }
}

/// 类型 may be one of the problem or of the remedy, and some heads say nothing: a column of remedies or of statuses alone is one.
fn by_cells(rows: &[Row], columns: &mut [Option<Target>]) {
    type Is = fn(&str) -> bool;
    let kinds: [(Target, Is); 2] = [
        (Target::Remedy, |cell| read_remedy(cell).is_some()),
        (Target::Status, |cell| read_status(cell).is_some()),
    ];
    for (target, is) in kinds {
        let all = |at: usize| {
            let cells = || {
                rows.iter()
                    .filter_map(|row| row.get(at))
                    .filter(|cell| !cell.trim().is_empty())
            };
            cells().next().is_some() && cells().all(|cell| is(cell))
        };
        let free = |column: &Option<Target>| matches!(column, None | Some(Target::Category));
        if !columns.contains(&Some(target))
            && let Some(at) = (0..columns.len()).find(|at| free(&columns[*at]) && all(*at))
        {
            columns[at] = Some(target);
        }
    }
}

fn columns_of(row: &Row) -> Vec<Option<Target>> {
    let mut columns: Vec<Option<Target>> = Vec::new();
    for cell in row {
        let head = bare(cell);
        let meant = Target::ALL
            .into_iter()
            .find(|target| target.heads().contains(&head.as_str()));
        // The first of two columns with one meaning has it.
        columns.push(meant.filter(|meant| !columns.contains(&Some(*meant))));
    }
    // Where no other column is of the findings, what is wrong is what was found.
    if !columns.contains(&Some(Target::Title)) {
        for column in &mut columns {
            if *column == Some(Target::Problem) || *column == Some(Target::Detail) {
                *column = Some(Target::Title);
                break;
            }
        }
    }
    columns
}

/// A head without what stands in brackets, white space and signs, in small letters.
fn bare(cell: &str) -> String {
    let narrow = narrow(cell);
    let head = narrow.split(['(', '[', '【']).next().unwrap_or_default();
    let letters = head.chars().filter(|letter| is_letter(*letter));
    letters.collect::<String>().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        super::super::read_text(text)
    }

    #[test]
    fn a_column_of_remedies_is_known_by_its_cells() {
        let check = |text: &str, at: usize, expected: Option<Target>| {
            assert_eq!(guess(&rows(text)).columns[at], expected, "{text}");
        };
        check(
            "问题\t类型\t措施\n甲\t限期整改\t一\n乙\t\t\n丙\t立行立改\t",
            1,
            Some(Target::Remedy),
        );
        check("问题\t问题类型\n甲\t长期坚持\n", 1, Some(Target::Remedy));
        check("问题\t问题类型\n甲\t学习\n", 1, Some(Target::Category));
        check(
            "问题\t进度\t措施\n甲\t已完成\t\n乙\t整改中\t\n",
            1,
            Some(Target::Status),
        );
        check("问题\t类型\n甲\t\n", 1, None);
    }

    #[test]
    fn heads_are_known_in_both_languages() {
        let found = guess(&rows(
            "序号\t问题类别\t反馈 问题\t整改时限（年月日）\t状 态\n1\t甲\t乙\t2026.5.6\t已完成",
        ));
        let expected = [
            None,
            Some(Target::Category),
            Some(Target::Title),
            Some(Target::Deadline),
            Some(Target::Status),
        ];
        assert_eq!((found.head, found.columns.as_slice()), (Some(0), &expected[..]));
        let found = guess(&rows("No.\tFinding\tDue date\n1\tx\t2026-05-06"));
        assert_eq!(found.columns, [None, Some(Target::Title), Some(Target::Deadline)]);
    }

    #[test]
    fn every_target_knows_a_head_of_its_own() {
        for target in Target::ALL {
            for head in target.heads() {
                let meant: Vec<_> = Target::ALL
                    .into_iter()
                    .filter(|each| each.heads().contains(head))
                    .collect();
                assert_eq!(meant, [target], "{head}");
                assert_eq!(bare(head), *head);
            }
        }
    }

    #[test]
    fn a_title_above_is_no_head_and_a_list_needs_none() {
        let found = guess(&rows("某单位巡察整改台账\n\n序号\t存在问题\t责任人\n1\t甲\t王芳"));
        assert_eq!(found.head, Some(1));
        assert_eq!(found.columns, [None, Some(Target::Title), Some(Target::Owner)]);
        let found = guess(&rows("甲\n乙"));
        assert_eq!((found.head, found.columns), (None, vec![Some(Target::Title)]));
        let found = guess(&rows("问题\n甲"));
        assert_eq!(found.head, Some(0));
        let found = guess(&rows("甲\t乙\n丙\t丁"));
        assert_eq!((found.head, found.columns), (None, vec![None, None]));
        assert_eq!(guess(&[]), Guess::default());
    }
}
