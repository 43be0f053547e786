//! The frame around every view.

use crate::session::Theme;

pub struct ShellTexts {
    pub product: &'static str,
    pub skip: &'static str,
    pub navigation: &'static str,
    pub ledgers: &'static str,
    pub overview: &'static str,
    pub ledger: &'static str,
    pub reports: &'static str,
    pub file: &'static str,
    pub history: &'static str,
    pub about: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_name: fn(Theme) -> &'static str,
    pub untitled: &'static str,
    pub opening: &'static str,
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
    reports: "报告",
    file: "文件",
    history: "记录",
    about: "台账信息",
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
    reports: "Reports",
    file: "File",
    history: "History",
    about: "About this ledger",
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
