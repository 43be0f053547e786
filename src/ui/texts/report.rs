//! The names of the reports' pages, and what was read of a report before it is stored.

use crate::ui::route::ReportPage;

pub struct ReportTexts {
    pub pages: &'static str,
    pub page_name: fn(ReportPage) -> &'static str,
    pub heading: &'static str,
    pub store: &'static str,
    pub not_stored_yet: &'static str,
    pub into_open: &'static str,
    pub into_new: &'static str,
    pub nothing_read: &'static str,
    /// A file's name and its encoding.
    pub source: fn(&str, &str) -> String,
    pub damaged: &'static str,
    pub counts_heading: &'static str,
    pub areas: &'static str,
    pub categories: &'static str,
    pub findings: &'static str,
    pub measures: &'static str,
    pub unfinished: &'static str,
    pub matched: &'static str,
    pub unplaced: &'static str,
    pub done_note: fn(usize) -> String,
    pub unplaced_note: fn(usize) -> String,
    pub inspection_heading: &'static str,
    pub source_field: &'static str,
    pub team: &'static str,
    pub unit: &'static str,
    pub period_field: &'static str,
    pub period: fn(&str, &str) -> String,
    pub feedback: &'static str,
    pub concentrated_until: &'static str,
    pub not_read: &'static str,
    pub tree_heading: &'static str,
    pub is_category: &'static str,
    pub deadline: fn(&str) -> String,
    pub no_deadline: &'static str,
    pub unfinished_heading: &'static str,
    pub matched_to: fn(&str) -> String,
    pub candidates: &'static str,
    pub no_candidates: &'static str,
    pub details: &'static str,
    pub problem: &'static str,
    pub reason: &'static str,
    pub next_step: &'static str,
    pub unread_heading: fn(usize) -> String,
    pub all_read: &'static str,
    pub unread_note: &'static str,
    pub unread_table: &'static str,
    pub line: &'static str,
    pub text: &'static str,
    pub why: &'static str,
    pub line_number: fn(usize) -> String,
    pub prose_heading: fn(usize) -> String,
    pub prose_note: &'static str,
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
    },
    heading: "核对读入的内容",
    store: "存入台账",
    not_stored_yet: "以下内容尚未存入。核对无误后，点“存入台账”。",
    into_open: "内容将存入当前打开的空白台账。",
    into_new: "内容将存为一本新台账，不影响已有的台账。",
    nothing_read: "没有读出任何问题。请确认这是整改进展情况报告的全文，并含有“一、”“（一）”“1.”“（1）”这样的编号。",
    source: |name, encoding| format!("文件：{name}；编码：{encoding}"),
    damaged: "文中有无法识别的字符（显示为 �），可能缺损。请核对；或将原文件另存为 UTF-8 编码后重新打开。",
    counts_heading: "读到的数量",
    areas: "聚焦方面",
    categories: "问题类别",
    findings: "问题",
    measures: "措施",
    unfinished: "未完成事项",
    matched: "已匹配",
    unplaced: "待归位",
    done_note: |count| format!("未列入“未完成”的 {count} 个问题按“已完成”读入。"),
    unplaced_note: |count| {
        format!("{count} 个未完成事项与问题标题对不上，存入后列为“待归位”，由您确定归属；归位之前不计入数量。")
    },
    inspection_heading: "巡察信息",
    source_field: "监督来源",
    team: "巡察组",
    unit: "被巡察单位",
    period_field: "巡察时间",
    period: |from, to| format!("{from}至{to}"),
    feedback: "反馈日期",
    concentrated_until: "集中整改截止",
    not_read: "未读到",
    tree_heading: "问题与措施",
    is_category: "（类别即问题）",
    deadline: |date| format!("时限：{date}"),
    no_deadline: "未读到",
    unfinished_heading: "未完成事项",
    matched_to: |title| format!("对应问题：{title}"),
    candidates: "没有标题相同的问题，存入后待归位。可能属于：",
    no_candidates: "没有标题相同的问题，存入后待归位。",
    details: "原因与下一步措施",
    problem: "存在问题",
    reason: "未完成整改原因",
    next_step: "下一步整改措施",
    unread_heading: |count| {
        if count == 0 {
            "未读懂的行".into()
        } else {
            format!("未读懂的行（{count}）")
        }
    },
    all_read: "每一行都已读懂",
    unread_note: "下列各行没有读入台账，请逐行核对。",
    unread_table: "未读懂的行",
    line: "行号",
    text: "文字",
    why: "原因与办法",
    line_number: |number| format!("第 {number} 行"),
    prose_heading: |count| format!("报告的其他文字（{count} 行）"),
    prose_note: "组织领导、后续打算、联系方式等段落不属于任何问题，作为报告的正文段落存入，以便再次成文。",
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
    },
    heading: "Check what was read",
    store: "Store in the ledger",
    not_stored_yet: "Nothing of this is stored yet. If it is right, choose “Store in the ledger”. ",
    into_open: "It will go into the open ledger, which is empty.",
    into_new: "It will become a new ledger; those that exist are not touched.",
    nothing_read: "No finding could be read. Make sure that this is the whole text of a progress report, numbered like 一、（一）1.（1）.",
    source: |name, encoding| format!("File: {name}; encoding: {encoding}"),
    damaged: "Some characters could not be read (shown as �) and may be lost. Check them; or save the file as UTF-8 and open it again.",
    counts_heading: "What was found",
    areas: "Focus areas",
    categories: "Categories",
    findings: "Findings",
    measures: "Measures",
    unfinished: "Unfinished items",
    matched: "Matched",
    unplaced: "To be placed",
    done_note: |count| {
        if count == 1 {
            "1 finding that is not listed as unfinished is read as done.".into()
        } else {
            format!("{count} findings that are not listed as unfinished are read as done.")
        }
    },
    unplaced_note: |count| {
        if count == 1 {
            "1 unfinished item names no finding. It is kept as “to be placed”, for you to decide, and not counted until then.".into()
        } else {
            format!(
                "{count} unfinished items name no finding. They are kept as “to be placed”, for you to decide, and not counted until then."
            )
        }
    },
    inspection_heading: "The inspection",
    source_field: "Source",
    team: "Inspecting team",
    unit: "Inspected unit",
    period_field: "Period",
    period: |from, to| format!("{from} to {to}"),
    feedback: "Feedback",
    concentrated_until: "End of concentrated rectification",
    not_read: "not found",
    tree_heading: "Findings and measures",
    is_category: "(the category itself)",
    deadline: |date| format!("Deadline: {date}"),
    no_deadline: "not found",
    unfinished_heading: "Unfinished items",
    matched_to: |title| format!("Finding: {title}"),
    candidates: "No finding has this title; it is kept to be placed. It might belong to:",
    no_candidates: "No finding has this title; it is kept to be placed.",
    details: "Reason and next step",
    problem: "What remains",
    reason: "Why it is not finished",
    next_step: "Next step",
    unread_heading: |count| {
        if count == 0 {
            "Lines not understood".into()
        } else {
            format!("Lines not understood ({count})")
        }
    },
    all_read: "Every line was understood.",
    unread_note: "These lines are not taken into the ledger. Please check each.",
    unread_table: "Lines not understood",
    line: "Line",
    text: "Text",
    why: "Why, and what to do",
    line_number: |number| format!("Line {number}"),
    prose_heading: |count| {
        if count == 1 {
            "1 line of other text".into()
        } else {
            format!("{count} lines of other text")
        }
    },
    prose_note: "Passages on organisation, further plans and contact belong to no finding. They are stored as text of the report, so that it can be written again.",
};
