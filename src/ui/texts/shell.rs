//! The frame around every view.

use crate::session::Theme;

pub struct ShellTexts {
    pub product: &'static str,
    pub skip: &'static str,
    pub navigation: &'static str,
    pub ledgers: &'static str,
    pub overview: &'static str,
    pub ledger: &'static str,
    pub finding: &'static str,
    pub work: &'static str,
    pub reports: &'static str,
    pub file: &'static str,
    pub history: &'static str,
    pub about: &'static str,
    pub commands: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_name: fn(Theme) -> &'static str,
    pub untitled: &'static str,
    pub opening: &'static str,
    /// The ledger as it was at the end of that day.
    pub past: fn(&str) -> String,
    /// Whom a part of a ledger is for, and the day until which it is to come back.
    pub part: fn(&str, Option<&str>) -> String,
    pub send_back: &'static str,
    pub your_name: &'static str,
    pub to_present: &'static str,
    /// A screen that comes with a file of its own.
    pub loading: &'static str,
    pub part_missing: &'static str,
    pub try_again: &'static str,
    pub not_open: &'static str,
    pub to_start: &'static str,
    pub update_ready: &'static str,
    pub update_now: &'static str,
    pub save_again: &'static str,
    pub export_now: &'static str,
    pub questions: fn(usize) -> String,
}

pub const ZH: ShellTexts = ShellTexts {
    product: "整改台账",
    skip: "跳到正文",
    navigation: "主导航",
    ledgers: "全部台账",
    overview: "总览",
    ledger: "台账",
    finding: "问题",
    work: "办理",
    reports: "报告",
    file: "文件",
    history: "记录",
    about: "台账信息",
    commands: "查找",
    undo: "撤销",
    redo: "重做",
    language: "语言",
    theme: "配色",
    theme_name: |theme| match theme {
        Theme::System => "跟随系统",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
    },
    untitled: "未命名台账",
    opening: "正在读取台账…",
    past: |day| format!("正在查看{day}当天结束时的台账，只能看，不能改。"),
    part: |whom, until| {
        let whom = if whom.is_empty() {
            String::new()
        } else {
            format!("，发给{whom}")
        };
        let until = until.map(|day| format!("，请于{day}前交回")).unwrap_or_default();
        format!("这是部分台账{whom}{until}。数字只按这一部分统计。")
    },
    send_back: "导出交回",
    your_name: "您的科室和姓名（记在每次修改上）",
    to_present: "回到现在",
    loading: "正在载入…",
    part_missing: "这一部分未能载入，台账不受影响。请检查网络，或页面所在的文件夹是否完整，然后重试；仍不行，请刷新页面。",
    try_again: "重试",
    not_open: "还没有打开台账。请先在“全部台账”中打开一本，或新建一本。",
    to_start: "去全部台账",
    update_ready: "新版本已备好。刷新后启用，已保存的内容不受影响。",
    update_now: "刷新启用",
    save_again: "重新保存",
    export_now: "立即导出",
    questions: |count| format!("{count} 处待定"),
};

pub const EN: ShellTexts = ShellTexts {
    product: "Rectification Ledger",
    skip: "Skip to content",
    navigation: "Main navigation",
    ledgers: "All ledgers",
    overview: "Overview",
    ledger: "Ledger",
    finding: "Finding",
    work: "Follow-up",
    reports: "Reports",
    file: "File",
    history: "History",
    about: "About this ledger",
    commands: "Find",
    undo: "Undo",
    redo: "Redo",
    language: "Language",
    theme: "Colours",
    theme_name: |theme| match theme {
        Theme::System => "System",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },
    untitled: "Untitled ledger",
    opening: "Reading the ledger…",
    past: |day| format!("The ledger as it was at the end of {day}: to be read, not changed."),
    part: |whom, until| {
        let whom = if whom.is_empty() {
            String::new()
        } else {
            format!(" for {whom}")
        };
        let until = until.map(|day| format!(", to come back by {day}")).unwrap_or_default();
        format!("This is a part of a ledger{whom}{until}. Figures are those of the part.")
    },
    send_back: "Export and send back",
    your_name: "Your department and name, kept with each change",
    to_present: "Back to the present",
    loading: "Loading…",
    part_missing: "This part of the page could not be loaded; the ledger is not affected. Check the network, or whether the page’s folder is complete, then try again; if that does not help, reload the page.",
    try_again: "Try again",
    not_open: "No ledger is open. Open one under \"All ledgers\", or start a new one.",
    to_start: "To all ledgers",
    update_ready: "A new version is ready. It starts with a reload; what is saved stays as it is.",
    update_now: "Reload now",
    save_again: "Save again",
    export_now: "Export now",
    questions: |count| {
        if count == 1 {
            "1 open question".into()
        } else {
            format!("{count} open questions")
        }
    },
};
