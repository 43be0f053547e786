//! The 三清单 (problem, responsibility and task list) and the internal progress table, as plain rows of text.
//!
//! Their titles and heads are words of these documents, in whatever language the interface speaks.

use super::{choices::choices, prose::push_date};
use crate::ledger::{
    Category, Finding, FocusArea, Id, Ledger, Measure, Remedy, Status,
    acts::{Act, Extension},
};
use chrono::NaiveDate;

choices! {
    Column {
        Number = "number", "序号";
        Area = "area", "聚焦方面";
        Category = "category", "问题类别";
        Finding = "finding", "反馈问题";
        Detail = "detail", "问题表现";
        Measure = "measure", "整改措施";
        /// What came of the measures.
        Result = "result", "成效";
        Leader = "leader", "责任领导";
        Department = "department", "责任部门";
        Owner = "owner", "责任人";
        Deadline = "deadline", "整改时限";
        Remedy = "remedy", "整改类型";
        Status = "status", "整改状态";
        CompletedOn = "completed_on", "完成日期";
        /// The day a measure was, or is to be, carried out.
        Date = "date", "日期";
        Reason = "reason", "未完成原因";
        NextStep = "next_step", "下一步措施";
        Note = "note", "备注";
    }
}

impl Column {
    /// The column's head.
    pub fn head(self) -> &'static str {
        self.example()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub title: String,
    pub columns: &'static [Column],
    pub rows: Vec<TableRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The finding or measure that it tells of.
    pub record: Id,
    /// One for each column; lines in a cell are parted by line breaks.
    pub cells: Vec<String>,
}

/// 问题清单: what was found, where.
pub fn problem_list(ledger: &Ledger) -> Table {
    use Column::*;
    findings(ledger, "问题清单", &[Number, Area, Category, Finding, Detail], None)
}

/// 责任清单: who answers for which finding, until when.
pub fn responsibility_list(ledger: &Ledger) -> Table {
    use Column::*;
    const COLUMNS: &[Column] = &[Number, Finding, Leader, Department, Owner, Deadline];
    findings(ledger, "责任清单", COLUMNS, None)
}

/// 任务清单: a row for each measure, and one for a finding that has none yet.
pub fn task_list(ledger: &Ledger) -> Table {
    use Column::*;
    const COLUMNS: &[Column] = &[
        Number, Finding, Measure, Result, Department, Owner, Date, Deadline, Remedy, Status,
    ];
    let mut table = empty(ledger, "任务清单", COLUMNS);
    for line in lines(ledger) {
        for measure in &line.finding.measures {
            let line = Line {
                measure: Some(measure),
                ..line
            };
            table.push(measure.id, &line);
        }
        if line.finding.measures.is_empty() {
            table.push(line.finding.id, &line);
        }
    }
    table
}

/// 整改进展情况表: everything of each finding. With `today` it tells what is overdue.
pub fn progress_table(ledger: &Ledger, today: Option<NaiveDate>) -> Table {
    use Column::*;
    const COLUMNS: &[Column] = &[
        Number,
        Area,
        Category,
        Finding,
        Measure,
        Result,
        Leader,
        Department,
        Owner,
        Deadline,
        Remedy,
        Status,
        CompletedOn,
        Reason,
        NextStep,
        Note,
    ];
    findings(ledger, "整改进展情况表", COLUMNS, today)
}

/// What a row is made from.
#[derive(Clone, Copy)]
struct Line<'a> {
    area: &'a FocusArea,
    category: &'a Category,
    finding: &'a Finding,
    /// Without it, the row has all measures of the finding.
    measure: Option<&'a Measure>,
    today: Option<NaiveDate>,
}

fn lines(ledger: &Ledger) -> impl Iterator<Item = Line<'_>> {
    ledger.categories().flat_map(|(area, category)| {
        category.findings.iter().map(move |finding| Line {
            area,
            category,
            finding,
            measure: None,
            today: None,
        })
    })
}

fn findings(ledger: &Ledger, title: &str, columns: &'static [Column], today: Option<NaiveDate>) -> Table {
    let mut table = empty(ledger, title, columns);
    for line in lines(ledger) {
        table.push(line.finding.id, &Line { today, ..line });
    }
    table
}

fn empty(ledger: &Ledger, title: &str, columns: &'static [Column]) -> Table {
    let inspection = &ledger.inspection;
    Table {
        title: [
            inspection.unit.as_str(),
            inspection.source.as_str(),
            "整改",
            title.trim_start_matches("整改"),
        ]
        .concat(),
        columns,
        rows: Vec::new(),
    }
}

impl Table {
    fn push(&mut self, record: Id, line: &Line<'_>) {
        let number = self.rows.len() + 1;
        let cells = self.columns.iter().map(|column| cell(*column, number, line));
        self.rows.push(TableRow {
            record,
            cells: cells.collect(),
        });
    }
}

fn cell(column: Column, number: usize, line: &Line<'_>) -> String {
    let finding = line.finding;
    match column {
        Column::Number => number.to_string(),
        Column::Area => line.area.title.to_string(),
        Column::Category => line.category.title.to_string(),
        Column::Finding => finding.title.to_string(),
        Column::Detail => finding.detail.to_string(),
        Column::Measure => measures(line),
        Column::Result => results(line),
        Column::Leader => finding.leader.to_string(),
        Column::Department => finding.department.to_string(),
        Column::Owner => match line.measure {
            Some(measure) if !measure.owner.is_empty() => measure.owner.to_string(),
            _ => finding.owner.to_string(),
        },
        Column::Deadline => deadline(finding),
        Column::Remedy => remedy(finding.remedy).into(),
        Column::Status => status(line),
        Column::CompletedOn => day(finding.completed_on),
        Column::Date => day(line.measure.and_then(|measure| measure.date)),
        Column::Reason => finding.reason.to_string(),
        Column::NextStep => finding.next_step.to_string(),
        Column::Note => finding.note.to_string(),
    }
}

fn measures(line: &Line<'_>) -> String {
    let mut out = String::new();
    if let Some(measure) = line.measure {
        super::progress::push_measure(&measure.heading, &measure.text, &mut out);
        return out;
    }
    for (at, measure) in line.finding.measures.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        super::numbers::push_number(at + 1, &mut out);
        out.push('.');
        super::progress::push_measure(&measure.heading, &measure.text, &mut out);
    }
    out
}

/// What came of each measure, by the number that the measures have.
fn results(line: &Line<'_>) -> String {
    if let Some(measure) = line.measure {
        return measure.result.to_string();
    }
    let mut out = String::new();
    for (at, measure) in line.finding.measures.iter().enumerate() {
        if !measure.result.is_empty() {
            if !out.is_empty() {
                out.push('\n');
            }
            super::numbers::push_number(at + 1, &mut out);
            out.push('.');
            out.push_str(&measure.result);
        }
    }
    out
}

/// The deadline, and the first one where it was put off.
fn deadline(finding: &Finding) -> String {
    let mut out = day(finding.deadline);
    let before = Extension::all(&finding.entries).filter_map(|extension| extension.deadline_before);
    if let Some(first) = before.min()
        && finding.deadline.is_some_and(|now| now > first)
    {
        out.push_str("\n原");
        push_date(first, &mut out);
    }
    out
}

fn status(line: &Line<'_>) -> String {
    let status = line.measure.map_or(line.finding.status, |measure| measure.status);
    let words = match status {
        Status::NotStarted => "未启动",
        Status::InProgress => "整改中",
        Status::LargelyDone => "基本完成",
        Status::Done => "已完成",
        Status::Closed => "已销号",
    };
    let overdue = line.measure.is_none() && line.today.is_some_and(|today| line.finding.is_overdue(today));
    [words, if overdue { "（超期）" } else { "" }].concat()
}

fn remedy(remedy: Option<Remedy>) -> &'static str {
    match remedy {
        Some(Remedy::AtOnce) => "立行立改",
        Some(Remedy::ByDate) => "限期整改",
        Some(Remedy::KeptUp) => "长期坚持",
        None => "",
    }
}

fn day(date: Option<NaiveDate>) -> String {
    let mut out = String::new();
    if let Some(date) = date {
        push_date(date, &mut out);
    }
    out
}
