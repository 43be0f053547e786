//! The ledger's history, what was removed, and open questions.

pub struct HistoryTexts {
    pub heading: &'static str,
    pub questions: &'static str,
    pub no_questions: &'static str,
    pub edited_though_removed: fn(&str, usize) -> String,
    pub bring_back: &'static str,
    pub leave_out: &'static str,
    pub open: &'static str,
    pub removed: &'static str,
    pub nothing_removed: &'static str,
    pub restore: &'static str,
    pub changes: fn(usize) -> String,
    pub no_changes: &'static str,
    pub more: &'static str,
    pub added: &'static str,
    pub removed_step: &'static str,
    pub restored: &'static str,
    pub moved: &'static str,
    pub empty: &'static str,
    pub from: &'static str,
    pub to: &'static str,
}

pub const ZH: HistoryTexts = HistoryTexts {
    heading: "记录",
    questions: "待定事项",
    no_questions: "没有待定事项。",
    edited_though_removed: |title, count| {
        format!("“{title}”已被移除，但另有 {count} 处修改是在不知情时做的。要恢复它吗？")
    },
    bring_back: "恢复",
    leave_out: "维持移除",
    open: "去选定",
    removed: "已移除",
    nothing_removed: "没有移除的内容。",
    restore: "恢复",
    changes: |count| format!("全部变更（{count} 条）"),
    no_changes: "还没有变更。",
    more: "显示更早的记录",
    added: "新增",
    removed_step: "移除",
    restored: "恢复",
    moved: "移动位置",
    empty: "（空）",
    from: "原为",
    to: "改为",
};

pub const EN: HistoryTexts = HistoryTexts {
    heading: "History",
    questions: "Open questions",
    no_questions: "No open questions.",
    edited_though_removed: |title, count| {
        format!("\"{title}\" was removed, but {count} changes were made by somebody who did not know. Bring it back?")
    },
    bring_back: "Bring it back",
    leave_out: "Leave it out",
    open: "Go and choose",
    removed: "Removed",
    nothing_removed: "Nothing was removed.",
    restore: "Bring back",
    changes: |count| format!("All changes ({count})"),
    no_changes: "No changes yet.",
    more: "Show earlier ones",
    added: "added",
    removed_step: "removed",
    restored: "brought back",
    moved: "moved",
    empty: "(empty)",
    from: "from",
    to: "to",
};
