//! The words of the domain, and the words of every form.

use chrono::{Datelike, NaiveDate};

use crate::ledger::{Field, Kind, Remedy, Status};

pub struct Words {
    pub status: fn(Status) -> &'static str,
    pub remedy: fn(Remedy) -> &'static str,
    pub kind: fn(&Kind) -> &'static str,
    pub field: fn(&Field) -> &'static str,
    pub date: fn(NaiveDate) -> String,
    /// Days left; negative when overdue.
    pub days_left: fn(i64) -> String,
    pub none: &'static str,
    pub ok: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    pub save: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
    pub rename: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub unknown_author: &'static str,
    pub no_department: &'static str,
    pub finding_count: fn(usize) -> String,
    pub measure_count: fn(usize) -> String,
}

pub const ZH: Words = Words {
    status: |status| match status {
        Status::NotStarted => "未启动",
        Status::InProgress => "整改中",
        Status::LargelyDone => "基本完成",
        Status::Done => "已完成",
        Status::Closed => "已销号",
    },
    remedy: |remedy| match remedy {
        Remedy::AtOnce => "立行立改",
        Remedy::ByDate => "限期整改",
        Remedy::KeptUp => "长期坚持",
    },
    kind: |kind| match kind {
        Kind::Ledger => "台账",
        Kind::FocusArea => "聚焦方面",
        Kind::Category => "问题类别",
        Kind::Finding => "问题",
        Kind::Measure => "整改措施",
        Kind::Unplaced => "待归位事项",
        Kind::Other(_) => "其他记录",
    },
    field: |field| match field {
        Field::Place => "位置",
        Field::Removed => "移除",
        Field::Name => "台账名称",
        Field::Source => "监督来源",
        Field::Team => "巡察组",
        Field::Unit => "被巡察单位",
        Field::PeriodFrom => "巡察开始",
        Field::PeriodTo => "巡察结束",
        Field::Feedback => "反馈日期",
        Field::ConcentratedUntil => "集中整改截止",
        Field::Title => "标题",
        Field::Detail => "问题表现",
        Field::Status => "状态",
        Field::Remedy => "整改类型",
        Field::Leader => "责任领导",
        Field::Department => "责任部门",
        Field::Owner => "责任人",
        Field::Deadline => "整改时限",
        Field::CompletedOn => "完成日期",
        Field::Problem => "存在问题",
        Field::Reason => "未完成整改原因",
        Field::NextStep => "下一步整改措施",
        Field::Note => "备注",
        Field::Heading => "措施要点",
        Field::Body => "具体内容",
        Field::Date => "日期",
        Field::Other(_) => "其他内容",
    },
    date: |date| format!("{}年{}月{}日", date.year(), date.month(), date.day()),
    days_left: |days| match days {
        0 => "今天到期".into(),
        days if days < 0 => format!("超期 {} 天", -days),
        days => format!("还有 {days} 天"),
    },
    none: "—",
    ok: "确定",
    cancel: "取消",
    close: "关闭",
    save: "保存",
    add: "添加",
    remove: "移除",
    rename: "改名",
    move_up: "上移",
    move_down: "下移",
    unknown_author: "未署名",
    no_department: "未定部门",
    finding_count: |count| format!("{count} 个问题"),
    measure_count: |count| format!("{count} 条措施"),
};

pub const EN: Words = Words {
    status: |status| match status {
        Status::NotStarted => "Not started",
        Status::InProgress => "In progress",
        Status::LargelyDone => "Largely done",
        Status::Done => "Done",
        Status::Closed => "Signed off",
    },
    remedy: |remedy| match remedy {
        Remedy::AtOnce => "At once",
        Remedy::ByDate => "By a date",
        Remedy::KeptUp => "Kept up for good",
    },
    kind: |kind| match kind {
        Kind::Ledger => "Ledger",
        Kind::FocusArea => "Focus area",
        Kind::Category => "Category",
        Kind::Finding => "Finding",
        Kind::Measure => "Measure",
        Kind::Unplaced => "Item to place",
        Kind::Other(_) => "Other record",
    },
    field: |field| match field {
        Field::Place => "Place",
        Field::Removed => "Removal",
        Field::Name => "Name of the ledger",
        Field::Source => "Source",
        Field::Team => "Inspecting team",
        Field::Unit => "Inspected unit",
        Field::PeriodFrom => "Inspection from",
        Field::PeriodTo => "Inspection to",
        Field::Feedback => "Feedback",
        Field::ConcentratedUntil => "End of concentrated rectification",
        Field::Title => "Title",
        Field::Detail => "Details",
        Field::Status => "Status",
        Field::Remedy => "Kind of remedy",
        Field::Leader => "Lead",
        Field::Department => "Department",
        Field::Owner => "Owner",
        Field::Deadline => "Deadline",
        Field::CompletedOn => "Completed on",
        Field::Problem => "What remains",
        Field::Reason => "Why it is not finished",
        Field::NextStep => "Next step",
        Field::Note => "Note",
        Field::Heading => "Heading",
        Field::Body => "Text",
        Field::Date => "Date",
        Field::Other(_) => "Other content",
    },
    date: |date| date.to_string(),
    days_left: |days| match days {
        0 => "due today".into(),
        -1 => "1 day overdue".into(),
        1 => "1 day left".into(),
        days if days < 0 => format!("{} days overdue", -days),
        days => format!("{days} days left"),
    },
    none: "—",
    ok: "OK",
    cancel: "Cancel",
    close: "Close",
    save: "Save",
    add: "Add",
    remove: "Remove",
    rename: "Rename",
    move_up: "Move up",
    move_down: "Move down",
    unknown_author: "no name given",
    no_department: "no department",
    finding_count: |count| {
        if count == 1 {
            "1 finding".into()
        } else {
            format!("{count} findings")
        }
    },
    measure_count: |count| {
        if count == 1 {
            "1 measure".into()
        } else {
            format!("{count} measures")
        }
    },
};
