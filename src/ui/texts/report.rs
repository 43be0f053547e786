//! The names of the reports' pages.

use crate::ui::route::{ReportPage, WorkPage};

pub struct ReportTexts {
    pub pages: &'static str,
    pub page_name: fn(ReportPage) -> &'static str,
    pub work_pages: &'static str,
    pub work_name: fn(WorkPage) -> &'static str,
    /// Below the first items of a long list.
    pub show_rest: fn(usize) -> String,
}

pub const ZH: ReportTexts = ReportTexts {
    pages: "报告各页",
    page_name: |page| match page {
        ReportPage::Public => "通报",
        ReportPage::Checks => "核对",
        ReportPage::Problems => "问题清单",
        ReportPage::Responsibility => "责任清单",
        ReportPage::Tasks => "任务清单",
        ReportPage::Progress => "进度表",
    },
    work_pages: "办理各页",
    work_name: |page| match page {
        WorkPage::Meeting => "调度表",
        WorkPage::Meetings => "调度会",
        WorkPage::Reminders => "督办",
        WorkPage::Closing => "销号",
        WorkPage::Evidence => "佐证材料",
        WorkPage::Registers => "制度·问责·追缴",
        WorkPage::Send => "分发",
        WorkPage::Names => "名录",
        WorkPage::Across => "汇总",
    },
    show_rest: |count| format!("显示其余 {count} 项"),
};

pub const EN: ReportTexts = ReportTexts {
    pages: "Pages of reports",
    page_name: |page| match page {
        ReportPage::Public => "Public report",
        ReportPage::Checks => "Checks",
        ReportPage::Problems => "Problem list",
        ReportPage::Responsibility => "Responsibility list",
        ReportPage::Tasks => "Task list",
        ReportPage::Progress => "Progress table",
    },
    work_pages: "Pages of follow-up",
    work_name: |page| match page {
        WorkPage::Meeting => "Meeting sheet",
        WorkPage::Meetings => "Meetings",
        WorkPage::Reminders => "Reminders",
        WorkPage::Closing => "Closing",
        WorkPage::Evidence => "Evidence",
        WorkPage::Registers => "Rules, accountability, money",
        WorkPage::Send => "Send out",
        WorkPage::Names => "Names",
        WorkPage::Across => "All ledgers",
    },
    show_rest: |count| format!("Show the other {count}"),
};
