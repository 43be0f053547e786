//! Where the user is, as the fragment of the page's address: `#/ledger?q=培训&status=in_progress`.

mod place;
mod query;

pub use place::Place;

use query::{parse_query, query_text};

use crate::{figures::Query, ledger::Id};

#[derive(Debug, Clone, PartialEq, Default)]
pub enum Route {
    /// The list of ledgers, and what a first run offers.
    #[default]
    Start,
    Overview,
    Ledger(Query),
    Finding(Id),
    /// 销号单: the sign-off of a finding on paper.
    Sheet(Id),
    /// Export, import, opening a report.
    File,
    /// What is made of the ledger for others, and what does not fit together in it.
    Report(ReportPage),
    /// What the office does with the ledger from day to day.
    Work(WorkPage),
    /// Everything that was done, what was removed, and open questions.
    History,
    /// The inspection's own data, and whose hand the changes carry.
    About,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportPage {
    /// 通报
    #[default]
    Public,
    /// 核对
    Checks,
    /// 问题清单、责任清单、任务清单
    Problems,
    Responsibility,
    Tasks,
    /// 进度表
    Progress,
}

/// What the office does from day to day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WorkPage {
    /// 调度表
    #[default]
    Meeting,
    /// 调度会
    Meetings,
    /// 督办
    Reminders,
    /// 销号
    Closing,
    /// 佐证
    Evidence,
    /// 制度、问责、追缴挽回
    Registers,
    /// 分发
    Send,
    /// 名录
    Names,
    /// 汇总
    Across,
}

impl WorkPage {
    pub const ALL: [WorkPage; 9] = [
        WorkPage::Meeting,
        WorkPage::Meetings,
        WorkPage::Reminders,
        WorkPage::Closing,
        WorkPage::Evidence,
        WorkPage::Registers,
        WorkPage::Send,
        WorkPage::Names,
        WorkPage::Across,
    ];

    fn code(self) -> &'static str {
        match self {
            WorkPage::Meeting => "meeting",
            WorkPage::Meetings => "meetings",
            WorkPage::Reminders => "reminders",
            WorkPage::Closing => "closing",
            WorkPage::Evidence => "evidence",
            WorkPage::Registers => "registers",
            WorkPage::Send => "send",
            WorkPage::Names => "names",
            WorkPage::Across => "all",
        }
    }
}

impl ReportPage {
    pub const ALL: [ReportPage; 6] = [
        ReportPage::Public,
        ReportPage::Checks,
        ReportPage::Problems,
        ReportPage::Responsibility,
        ReportPage::Tasks,
        ReportPage::Progress,
    ];

    fn code(self) -> &'static str {
        match self {
            ReportPage::Public => "public",
            ReportPage::Checks => "checks",
            ReportPage::Problems => "problems",
            ReportPage::Responsibility => "responsibility",
            ReportPage::Tasks => "tasks",
            ReportPage::Progress => "progress",
        }
    }
}

impl Route {
    /// The address of a place, with the `#`.
    pub fn href(&self) -> String {
        match self {
            Route::Start => "#/".into(),
            Route::Overview => "#/overview".into(),
            Route::Ledger(query) => format!("#/ledger{}", query_text(query)),
            Route::Finding(id) => format!("#/finding/{id}"),
            Route::Sheet(id) => format!("#/sheet/{id}"),
            Route::File => "#/file".into(),
            Route::Report(page) => format!("#/report/{}", page.code()),
            Route::Work(page) => format!("#/work/{}", page.code()),
            Route::History => "#/history".into(),
            Route::About => "#/about".into(),
        }
    }

    /// Reads an address; one that names no place leads to the start.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        match path.trim_matches('/') {
            "overview" => Route::Overview,
            "ledger" => Route::Ledger(parse_query(query)),
            "file" => Route::File,
            "history" => Route::History,
            "about" => Route::About,
            "report" => Route::Report(ReportPage::default()),
            "work" | "report/meeting" => Route::Work(WorkPage::default()),
            other => match other.strip_prefix("finding/").and_then(|id| id.parse().ok()) {
                Some(id) => Route::Finding(id),
                None => sheet(other)
                    .or_else(|| report_page(other))
                    .or_else(|| work_page(other))
                    .unwrap_or_default(),
            },
        }
    }
}

fn report_page(path: &str) -> Option<Route> {
    let code = path.strip_prefix("report/")?;
    let page = ReportPage::ALL.into_iter().find(|page| page.code() == code)?;
    Some(Route::Report(page))
}

fn sheet(path: &str) -> Option<Route> {
    let id = path.strip_prefix("sheet/")?.parse().ok()?;
    Some(Route::Sheet(id))
}

fn work_page(path: &str) -> Option<Route> {
    let code = path.strip_prefix("work/")?;
    let page = WorkPage::ALL.into_iter().find(|page| page.code() == code)?;
    Some(Route::Work(page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        figures::{Column, Direction},
        ledger::{Status, Text},
    };

    #[test]
    fn addresses_are_read_back() {
        let query = Query {
            text: "培训 100%&=?#".into(),
            area: "000000000001-3".parse().ok(),
            status: vec![Status::Done, Status::Closed],
            department: Some(Text::default()),
            overdue: true,
            due_within: Some(20),
            undecided: true,
            sort: Some((Column::Deadline, Direction::Descending)),
            columns: "title,remedy".into(),
            ..Query::default()
        };
        for route in [
            Route::Start,
            Route::Overview,
            Route::Ledger(Query::default()),
            Route::Ledger(query),
            Route::Work(WorkPage::Send),
            Route::Sheet("000000000001-3".parse().unwrap()),
            Route::Report(ReportPage::Progress),
            Route::File,
            Route::History,
            Route::About,
        ] {
            assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
        }
    }

    #[test]
    fn damaged_addresses_lead_somewhere() {
        for hash in ["", "#", "#/nowhere", "#/finding/x", "#/finding/", "x%"] {
            assert_eq!(Route::parse(hash), Route::Start, "{hash}");
        }
        let damaged = "#/ledger?q=%E5%9&status=best&sort=colour&due=soon&order=desc&area";
        assert!(
            matches!(Route::parse(damaged), Route::Ledger(query) if query.sort.is_none() && query.status.is_empty())
        );
    }
}
