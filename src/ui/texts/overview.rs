//! The words of 总览.

pub struct OverviewTexts {
    pub title: &'static str,
    /// What an empty ledger offers.
    pub begin: &'static str,
    /// Of an earlier day.
    pub not_yet: &'static str,
    pub begin_rows: &'static str,
    pub begin_about: &'static str,
    pub begin_report: &'static str,
    pub facts: &'static str,
    /// Fields that two people set without knowing of each other.
    pub undecided: fn(usize) -> String,
    /// Overdue findings, findings soon due, and within how many days.
    pub due_now: fn(usize, usize, i64) -> String,
    pub close_due: &'static str,
    pub period: &'static str,
    pub until: &'static str,
    pub completion: &'static str,
    pub rate: &'static str,
    pub total: &'static str,
    /// What counts as complete.
    pub rule: &'static str,
    pub nothing_counted: &'static str,
    /// Complete measures and all measures.
    pub measures: fn(usize, usize) -> String,
    pub by_status: &'static str,
    pub by_category: &'static str,
    pub by_area: &'static str,
    pub by_department: &'static str,
    /// The numbers of a chart as a table.
    pub as_table: fn(&str) -> String,
    /// Findings of several departments.
    pub shared: fn(usize) -> String,
    pub no_groups: &'static str,
    pub no_findings: &'static str,
    pub untitled: &'static str,
    pub overdue: &'static str,
    /// The first and the last day.
    pub due: fn(i64, i64) -> String,
    pub none_overdue: &'static str,
    pub none_due: fn(i64, i64) -> String,
    /// Due later, and without a deadline.
    pub others: fn(usize, usize) -> String,
    pub see_all: fn(usize) -> String,
    pub unplaced: fn(usize) -> String,
    pub unplaced_hint: &'static str,
    pub candidates: &'static str,
    pub no_candidates: &'static str,
    pub place_here: &'static str,
    pub place_elsewhere: &'static str,
    pub all_findings: &'static str,
    pub choose: &'static str,
    pub placed: fn(&str, &str) -> String,
    pub removed: fn(&str) -> String,
}

pub const ZH: OverviewTexts = OverviewTexts {
    title: "总览",
    not_yet: "那一天台账里还没有内容。",
    begin: "台账里还没有内容。可以从下面任何一处开始：",
    begin_rows: "录入聚焦方面和问题",
    begin_about: "填写巡察信息",
    begin_report: "打开反馈意见或报告",
    facts: "巡察信息",
    undecided: |count| format!("有 {count} 处两人填写不一致，尚未裁定"),
    due_now: |overdue, soon, days| match (overdue, soon) {
        (_, 0) => format!("今天有 {overdue} 个问题超期"),
        (0, _) => format!("{soon} 个问题 {days} 天内到期"),
        _ => format!("今天有 {overdue} 个问题超期，{soon} 个 {days} 天内到期"),
    },
    close_due: "今天不再提示",
    period: "巡察时间",
    until: "至",
    completion: "整改完成情况",
    rate: "完成率",
    total: "合计",
    rule: "已完成、已销号计入完成，基本完成不计入。",
    nothing_counted: "台账中还没有问题。",
    measures: |done, all| format!("整改措施完成 {done}/{all} 条，单独统计"),
    by_status: "按状态查看问题",
    by_category: "各问题类别完成情况",
    by_area: "各聚焦方面完成情况",
    by_department: "各责任部门完成情况",
    as_table: |title| format!("{title}（表格）"),
    shared: |count| format!("有 {count} 个问题由多个部门负责，在每个部门各计一次，因此各部门之和大于问题总数。"),
    no_groups: "台账中还没有可统计的内容。",
    no_findings: "无问题",
    untitled: "（无标题）",
    overdue: "超期",
    due: |first, last| match first {
        0 => format!("{last} 天内到期"),
        _ => format!("{first}—{last} 天内到期"),
    },
    none_overdue: "没有超期的问题。",
    none_due: |first, last| match first {
        0 => format!("没有 {last} 天内到期的问题。"),
        _ => format!("没有 {first}—{last} 天内到期的问题。"),
    },
    others: |later, undated| format!("此外，未完成问题中有 {later} 个到期更晚，{undated} 个未定时限。"),
    see_all: |count| format!("在台账中查看全部 {count} 个"),
    unplaced: |count| format!("待归位事项（{count}）"),
    unplaced_hint: "报告所列的未完成事项，未能对应到台账中的问题。归位之前不计入统计；请确认各属于哪个问题。",
    candidates: "可能对应的问题",
    no_candidates: "没有相近的问题，请在全部问题中选择。",
    place_here: "归入此问题",
    place_elsewhere: "归入其他问题…",
    all_findings: "全部问题",
    choose: "请选择问题",
    placed: |item, finding| format!("已将“{item}”归入“{finding}”。"),
    removed: |item| format!("已移除“{item}”。"),
};

pub const EN: OverviewTexts = OverviewTexts {
    title: "Overview",
    not_yet: "The ledger had no contents on that day.",
    begin: "The ledger is empty. Begin with any of these:",
    begin_rows: "Enter areas and findings",
    begin_about: "Fill in the inspection",
    begin_report: "Open feedback or a report",
    facts: "Inspection",
    undecided: |count| format!("{count} fields were filled in differently by two people; nobody has chosen yet"),
    due_now: |overdue, soon, days| match (overdue, soon) {
        (_, 0) => format!("Overdue today: {overdue}"),
        (0, _) => format!("Due within {days} days: {soon}"),
        _ => format!("Overdue today: {overdue}; due within {days} days: {soon}"),
    },
    close_due: "Close for today",
    period: "Period",
    until: "to",
    completion: "Completion",
    rate: "Completion rate",
    total: "Total",
    rule: "Done and signed off count as complete; largely done does not.",
    nothing_counted: "There are no findings in this ledger yet.",
    measures: |done, all| format!("Measures done: {done}/{all} (not part of the rate)"),
    by_status: "Findings by status",
    by_category: "Completion by category",
    by_area: "Completion by focus area",
    by_department: "Completion by department",
    as_table: |title| format!("{title} (table)"),
    shared: |count| {
        let findings = if count == 1 {
            "1 finding belongs"
        } else {
            &format!("{count} findings belong")
        };
        format!(
            "{findings} to several departments and counts in each, so the departments add up to more than all findings."
        )
    },
    no_groups: "There is nothing to count in this ledger yet.",
    no_findings: "no findings",
    untitled: "(no title)",
    overdue: "Overdue",
    due: |first, last| match first {
        0 => format!("Due within {last} days"),
        _ => format!("Due in {first} to {last} days"),
    },
    none_overdue: "Nothing is overdue.",
    none_due: |first, last| match first {
        0 => format!("Nothing is due within {last} days."),
        _ => format!("Nothing is due in {first} to {last} days."),
    },
    others: |later, undated| {
        format!("Of the other open findings, {later} are due later; without a deadline: {undated}.")
    },
    see_all: |count| format!("See all {count} in the ledger"),
    unplaced: |count| format!("Items to place ({count})"),
    unplaced_hint: "Unfinished items of the report that match no finding. They are not counted until placed: decide where each belongs.",
    candidates: "Where it might belong",
    no_candidates: "No finding is alike. Choose from all findings.",
    place_here: "Place here",
    place_elsewhere: "Place elsewhere…",
    all_findings: "All findings",
    choose: "Choose a finding",
    placed: |item, finding| format!("“{item}” was placed with “{finding}”."),
    removed: |item| format!("“{item}” was removed."),
};
