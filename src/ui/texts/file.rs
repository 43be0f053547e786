//! The ledger out as a file, files and reports in.

pub struct FileTexts {
    pub heading: &'static str,
    pub export_heading: &'static str,
    pub export_hint: &'static str,
    pub export: &'static str,
    pub send: &'static str,
    pub export_failed: &'static str,
    pub nothing_open: &'static str,
    pub import_heading: &'static str,
    pub import_hint: &'static str,
    pub import: &'static str,
    pub open_report: &'static str,
    pub drop_here: &'static str,
    pub paste_label: &'static str,
    pub read: &'static str,
    pub reading: &'static str,
    pub pasted: &'static str,
    pub refused: fn(&str) -> String,
    pub review_heading: &'static str,
    pub not_stored_yet: &'static str,
    pub faults_heading: &'static str,
    pub chain_broken: &'static str,
    pub journal_faults: &'static str,
    pub unknown_heading: &'static str,
    pub unknown_lead: &'static str,
    pub edited_heading: fn(usize) -> String,
    pub edited_lead: &'static str,
    pub only_readable: &'static str,
    pub edited_table: &'static str,
    pub column_record: &'static str,
    pub column_field: &'static str,
    pub column_from: &'static str,
    pub column_to: &'static str,
    pub edit_added: &'static str,
    pub edit_removed: &'static str,
    pub edit_moved: &'static str,
    pub edit_same_id: &'static str,
    pub edit_bad_value: &'static str,
    /// A kind of record and its title.
    pub record: fn(&str, &str) -> String,
    /// A value and its path in the file.
    pub value_at: fn(&str, &str) -> String,
    pub and_more: fn(usize) -> String,
    pub take_by_hand: &'static str,
    pub take_journal: &'static str,
    pub import_as_new: &'static str,
    pub import_anyway: &'static str,
}

pub const ZH: FileTexts = FileTexts {
    heading: "文件",
    export_heading: "导出",
    export_hint: "把当前台账连同全部变更记录存成一个 JSON 文件，可留作备份，也可交给他人在另一台电脑上导入。",
    export: "导出 JSON",
    send: "按部门分发",
    export_failed: "浏览器没有保存文件。请检查是否禁止了下载，然后再导出一次。",
    nothing_open: "先打开一本台账，才能导出。",
    import_heading: "读入",
    import_hint: "可读入本台账导出的 JSON 文件，以及整改进展情况报告（.txt、.docx、.html）。报告先预览，确认后才存入。",
    import: "导入",
    open_report: "打开整改报告",
    drop_here: "也可以把文件拖到此页，或按 Ctrl+V 粘贴。",
    paste_label: "粘贴报告全文或 JSON",
    read: "读取",
    reading: "正在读取……",
    pasted: "粘贴的文字",
    refused: |name| format!("未读入“{name}”："),
    review_heading: "导入前请核对",
    not_stored_yet: "文件尚未导入，现有内容没有改动。请看过以下情况后选择。",
    faults_heading: "变更记录有误",
    chain_broken: "下列变更与其校验值不符，说明文件导出后变更记录被改动过，或已损坏。若来源不明，请取消，并请对方重新导出。",
    journal_faults: "文件的变更记录前后不一致。若来源不明，请取消，并请对方重新导出。",
    unknown_heading: "本版不认识的内容",
    unknown_lead: "文件的下列位置有本版不认识的内容，不会导入。它们可能由新版写入，或是手工添加时写错了名称。",
    edited_heading: |count| format!("手工修改 {count} 处"),
    edited_lead: "文件的可读部分与其变更记录不一致，应是导出后手工改过。请选择以哪一方为准。",
    only_readable: "文件没有变更记录，只有可读部分。导入后，下列内容记为您名下的新增。",
    edited_table: "手工修改一览",
    column_record: "记录",
    column_field: "项目",
    column_from: "变更记录中",
    column_to: "文件中",
    edit_added: "新增",
    edit_removed: "已删去",
    edit_moved: "换了位置",
    edit_same_id: "编号重复，按新记录处理",
    edit_bad_value: "不是该项可用的值，不予采用",
    record: |kind, title| {
        if title.is_empty() {
            kind.into()
        } else {
            format!("{kind}“{title}”")
        }
    },
    value_at: |value, path| format!("{value}（{path}）"),
    and_more: |count| format!("另有 {count} 处未列出。"),
    take_by_hand: "采用手工修改",
    take_journal: "以变更记录为准",
    import_as_new: "导入为新台账",
    import_anyway: "仍要导入",
};

pub const EN: FileTexts = FileTexts {
    heading: "Files",
    export_heading: "Export",
    export_hint: "Saves the open ledger with its whole history as one JSON file: a backup, or a copy for another computer.",
    export: "Export JSON",
    send: "Send parts to departments",
    export_failed: "The browser did not save the file. Check whether downloads are blocked, then export again.",
    nothing_open: "Open a ledger first, then it can be exported.",
    import_heading: "Import",
    import_hint: "Takes JSON files exported from here, and progress reports (.txt, .docx, .html). A report is shown first and stored only once you agree.",
    import: "Import",
    open_report: "Open a report",
    drop_here: "You can also drop files on this page, or paste with Ctrl+V.",
    paste_label: "Paste a whole report, or JSON",
    read: "Read",
    reading: "Reading…",
    pasted: "pasted text",
    refused: |name| format!("“{name}” was not read: "),
    review_heading: "Check before importing",
    not_stored_yet: "The file is not imported yet, and nothing has changed. Look at the following, then choose.",
    faults_heading: "Faults in the journal",
    chain_broken: "The following changes do not fit their seals: the journal was altered after the export, or is damaged. \
                   If you do not know why, cancel, and ask for a new export.",
    journal_faults: "The journal of this file contradicts itself. If you do not know why, cancel, and ask for a new export.",
    unknown_heading: "Content this version does not know",
    unknown_lead: "What stands at these places of the file is not imported. A newer version may have written it, or a name \
                   was misspelt by hand.",
    edited_heading: |count| {
        if count == 1 {
            "1 edit by hand".into()
        } else {
            format!("{count} edits by hand")
        }
    },
    edited_lead: "The readable part of the file says otherwise than its journal: somebody edited it after the export. \
                  Choose which of them holds.",
    only_readable: "The file has no journal, only its readable part. What it holds will be recorded as added by you.",
    edited_table: "Edits by hand",
    column_record: "Record",
    column_field: "Field",
    column_from: "In the journal",
    column_to: "In the file",
    edit_added: "added",
    edit_removed: "left out",
    edit_moved: "moved",
    edit_same_id: "an id used twice: taken as a new record",
    edit_bad_value: "not a value of this field: not taken over",
    record: |kind, title| {
        if title.is_empty() {
            kind.into()
        } else {
            format!("{kind} “{title}”")
        }
    },
    value_at: |value, path| format!("{value} ({path})"),
    and_more: |count| format!("{count} more are not listed."),
    take_by_hand: "Take the edits by hand",
    take_journal: "Keep to the journal",
    import_as_new: "Import as a new ledger",
    import_anyway: "Import anyway",
};
