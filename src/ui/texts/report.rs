//! The names of the reports' pages.

use crate::ui::route::ReportPage;

pub struct ReportTexts {
    pub pages: &'static str,
    pub page_name: fn(ReportPage) -> &'static str,
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
        ReportPage::Meeting => "调度表",
        ReportPage::Send => "分发",
    },
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
        ReportPage::Meeting => "Meeting sheet",
        ReportPage::Send => "Send out",
    },
};
