//! 三清单 and 进度表 on the screen. The tables' own heads are words of these documents and stay Chinese.

use crate::ui::route::ReportPage;

pub struct ListTexts {
    pub hint: fn(ReportPage) -> &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub save: &'static str,
    pub not_saved: &'static str,
    pub print: &'static str,
    pub empty: &'static str,
    pub to_ledger: &'static str,
    /// How many rows.
    pub rows: fn(usize) -> String,
    pub untitled: &'static str,
}

pub const ZH: ListTexts = ListTexts {
    hint: |page| match page {
        ReportPage::Problems => "列明反馈的问题及其表现。由台账生成，随台账更新；点问题即可修改。",
        ReportPage::Responsibility => {
            "列明每个问题的责任领导、责任部门、责任人和时限。由台账生成，随台账更新；点问题即可修改。"
        }
        ReportPage::Tasks => "每条整改措施一行；还没有措施的问题也列出。由台账生成，随台账更新；点问题即可修改。",
        _ => "列明每个问题的措施、责任、时限、状态和未完成原因，供内部使用。由台账生成，随台账更新；点问题即可修改。",
    },
    copy: "复制表格",
    copied: "已复制，可直接粘贴到 Excel 或 WPS 表格。",
    not_copied: "浏览器不允许复制。请改用“下载 .csv”。",
    save: "下载 .csv",
    not_saved: "浏览器没有接受下载。请在浏览器设置中允许此页下载，然后重试。",
    print: "打印",
    empty: "台账里还没有问题。在“台账”中添加，或在“文件”中打开反馈意见或报告之后，这里自动列出。",
    to_ledger: "去台账",
    rows: |count| format!("共 {count} 行"),
    untitled: "（未填写标题）",
};

pub const EN: ListTexts = ListTexts {
    hint: |page| match page {
        ReportPage::Problems => {
            "The problems and what they consist of, made from the ledger. It is a Chinese document; its heads stay Chinese. A finding’s link leads to it."
        }
        ReportPage::Responsibility => {
            "Who answers for which finding, until when, made from the ledger. It is a Chinese document; its heads stay Chinese. A finding’s link leads to it."
        }
        ReportPage::Tasks => {
            "A row for each measure, and for each finding that has none yet, made from the ledger. It is a Chinese document; its heads stay Chinese."
        }
        _ => {
            "Everything of each finding, for internal use, made from the ledger. It is a Chinese document; its heads stay Chinese. A finding’s link leads to it."
        }
    },
    copy: "Copy the table",
    copied: "Copied; it can be pasted into Excel or WPS.",
    not_copied: "The browser does not allow copying. Download the .csv file instead.",
    save: "Download .csv",
    not_saved: "The browser did not take the download. Allow downloads for this page in its settings, then try again.",
    print: "Print",
    empty: "The ledger has no findings yet. Add some under “Ledger”, or open a report under “File”, and they are listed here.",
    to_ledger: "To the ledger",
    rows: |count| {
        if count == 1 {
            "1 row".into()
        } else {
            let mut out = count.to_string();
            out.push_str(" rows");
            out
        }
    },
    untitled: "(no title)",
};
