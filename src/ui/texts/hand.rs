//! What is done with many rows of the table at once.

use crate::formats::sheet::Counts;

pub struct HandTexts {
    pub bar: &'static str,
    pub chosen: fn(usize) -> String,
    /// Of those, which the filters do not show.
    pub hidden: fn(usize) -> String,
    pub none_chosen: &'static str,
    pub clear: &'static str,
    pub edit: &'static str,
    pub send: &'static str,
    pub edit_title: fn(usize) -> String,
    pub what: &'static str,
    pub note_alone: &'static str,
    pub remove: &'static str,
    pub value: &'static str,
    pub clears: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub will_change: fn(usize) -> String,
    pub will_remove: fn(usize) -> String,
    pub same: fn(usize) -> String,
    pub before: &'static str,
    pub more: fn(usize) -> String,
    pub apply: fn(usize) -> String,
    pub apply_removal: fn(usize) -> String,
    pub done: fn(usize) -> String,
    pub removed: fn(usize) -> String,
    pub columns: &'static str,
    pub columns_title: &'static str,
    pub usual_columns: &'static str,
    pub views: &'static str,
    pub no_view: &'static str,
    pub save_view: &'static str,
    /// What is shown now becomes what the view shows.
    pub update_view: &'static str,
    pub rename_view: &'static str,
    pub remove_view: &'static str,
    pub view_name: &'static str,
    pub remove_view_question: fn(&str) -> String,
    pub view_comes_back: &'static str,
    pub copy_chosen: fn(usize) -> String,
    pub copy_shown: fn(usize) -> String,
    pub copied: fn(usize) -> String,
    pub not_copied: &'static str,
    pub paste: &'static str,
    pub paste_title: &'static str,
    pub paste_here: &'static str,
    pub paste_hint: &'static str,
    pub paste_as: &'static str,
    pub as_findings: &'static str,
    pub as_measures: &'static str,
    pub heads: &'static str,
    pub no_heads: &'static str,
    pub head_row: fn(usize) -> String,
    pub column: &'static str,
    pub column_number: fn(usize) -> String,
    pub example: &'static str,
    pub meaning: &'static str,
    pub meaning_of: fn(&str) -> String,
    pub not_taken: &'static str,
    pub places: &'static str,
    pub no_category: &'static str,
    pub leave_out: &'static str,
    pub new_in: fn(&str) -> String,
    pub new_area: fn(&str) -> String,
    pub put_in: fn(&str) -> String,
    pub row_faults: &'static str,
    pub row: fn(usize, &str) -> String,
    pub fault_no_title: &'static str,
    pub fault_no_finding: &'static str,
    pub fault_several: &'static str,
    pub fault_no_measure: &'static str,
    pub fault_repeated: &'static str,
    /// The column, and what stands in it.
    pub fault_value: fn(&str, &str) -> String,
    pub fault_day: fn(&str, &str) -> String,
    /// Findings, measures, rows left out.
    pub no_place: &'static str,
    pub fault_kept: fn(&str, &str) -> String,
    pub will_add: fn(Counts) -> String,
    pub add: &'static str,
    pub added: fn(Counts) -> String,
}

pub const ZH: HandTexts = HandTexts {
    bar: "批量与表格",
    chosen: |count| format!("已勾选 {count} 个问题"),
    hidden: |count| format!("其中 {count} 个不在当前筛选结果中"),
    none_chosen: "尚未勾选问题",
    clear: "取消勾选",
    edit: "批量修改…",
    send: "分发…",
    edit_title: |count| format!("批量修改 {count} 个问题"),
    what: "修改内容",
    note_alone: "只追加备注",
    remove: "移除问题",
    value: "改为",
    clears: "留空时清除原有内容",
    note: "修改说明",
    note_hint: "追加在各问题原有备注之后；未作改动的问题不追加。",
    will_change: |count| format!("将修改 {count} 个问题"),
    will_remove: |count| format!("将移除 {count} 个问题，可以撤销，也可以在“记录”里恢复"),
    same: |count| format!("{count} 个问题已是这样，不作改动"),
    before: "逐个查看",
    more: |count| format!("另有 {count} 个"),
    apply: |count| format!("修改 {count} 个问题"),
    apply_removal: |count| format!("移除 {count} 个问题"),
    done: |count| format!("已修改 {count} 个问题，可以一次撤销。"),
    removed: |count| format!("已移除 {count} 个问题，可以一次撤销。"),
    columns: "列…",
    columns_title: "表格显示的列",
    usual_columns: "恢复默认",
    views: "常用视图",
    no_view: "常用视图",
    save_view: "保存为视图…",
    update_view: "按现在的筛选更新",
    rename_view: "视图改名…",
    remove_view: "移除视图…",
    view_name: "视图名称",
    remove_view_question: |title| format!("移除视图“{title}”？"),
    view_comes_back: "只移除这组筛选条件，问题不受影响。移除后可以撤销。",
    copy_chosen: |count| format!("复制勾选的 {count} 行"),
    copy_shown: |count| format!("复制表格（{count} 行）"),
    copied: |count| format!("已复制 {count} 行，可以粘贴到 Excel 或 WPS。"),
    not_copied: "浏览器没有允许复制。请在表格上按 Ctrl+C 再试。",
    paste: "粘贴表格…",
    paste_title: "粘贴表格",
    paste_here: "表格内容",
    paste_hint: "在 Excel 或 WPS 里复制表格（连同表头），粘贴到这里",
    paste_as: "添加为",
    as_findings: "问题（已有的补充空白项）",
    as_measures: "已有问题的整改措施",
    heads: "表头",
    no_heads: "没有表头",
    head_row: |number| format!("第 {number} 行"),
    column: "表格的列",
    column_number: |number| format!("第 {number} 列"),
    example: "示例",
    meaning: "对应内容",
    meaning_of: |head| format!("“{head}”对应的内容"),
    not_taken: "不导入",
    places: "台账里没有的问题类别",
    no_category: "未写明类别的问题",
    leave_out: "不添加这些行",
    new_in: |area| format!("新建类别，归入“{area}”"),
    new_area: |area| format!("新建聚焦方面“{area}”和类别"),
    put_in: |category| format!("归入已有类别“{category}”"),
    row_faults: "需要留意的行",
    row: |number, title| {
        if title.is_empty() {
            format!("第 {number} 行：")
        } else {
            format!("第 {number} 行“{title}”：")
        }
    },
    fault_no_title: "没有问题名称，不添加。请在表格里补上后重新粘贴。",
    fault_no_finding: "台账里没有这个名称的问题，不添加。请核对名称。",
    fault_several: "台账里有几个同名问题，无法确定是哪一个，不添加。",
    fault_no_measure: "没有措施内容，不添加。",
    fault_repeated: "与上面的行或台账中的问题相同，没有可添加的内容。",
    no_place: "表格没有“问题类别”一列，台账里也还没有类别，不知放在哪里。请先打开反馈意见，或添加聚焦方面和问题类别，再粘贴。",
    fault_kept: |field, text| format!("台账中的“{field}”已有不同内容，没有改成“{text}”。"),
    fault_value: |column, text| format!("{column}“{text}”无法识别，此项留空，添加后可以补填。"),
    fault_day: |column, text| format!("{column}“{text}”不是一个确定的日期，此项留空，添加后可以补填。"),
    will_add: |counts| {
        let mut text = match parts_zh(counts).as_str() {
            "" => "没有可以添加的内容".to_owned(),
            parts => format!("将{parts}"),
        };
        if counts.left > 0 {
            text += &format!("；{} 行不添加", counts.left);
        }
        text
    },
    add: "添加到台账",
    added: |counts| format!("已{}，可以一次撤销。", parts_zh(counts)),
};

pub const EN: HandTexts = HandTexts {
    bar: "Bulk and table",
    chosen: |count| format!("{count} findings ticked"),
    hidden: |count| format!("{count} of them are not among those shown"),
    none_chosen: "No finding is ticked",
    clear: "Untick all",
    edit: "Bulk edit…",
    send: "Send out…",
    edit_title: |count| format!("Bulk edit of {count} findings"),
    what: "What to change",
    note_alone: "Add a note only",
    remove: "Remove the findings",
    value: "New value",
    clears: "Left empty, clear what is there",
    note: "Note on the change",
    note_hint: "Added below each finding's own note; findings that do not change get none.",
    will_change: |count| format!("{count} findings will change"),
    will_remove: |count| format!("{count} findings will be removed; this can be undone, and restored under “History”"),
    same: |count| format!("{count} findings are so already and stay as they are"),
    before: "One by one",
    more: |count| format!("{count} more"),
    apply: |count| format!("Change {count} findings"),
    apply_removal: |count| format!("Remove {count} findings"),
    done: |count| format!("{count} findings changed. One undo takes all of it back."),
    removed: |count| format!("{count} findings removed. One undo brings all of them back."),
    columns: "Columns…",
    columns_title: "Columns of the table",
    usual_columns: "The usual ones",
    views: "Saved views",
    no_view: "Saved views",
    save_view: "Save as a view…",
    update_view: "Update to what is shown",
    rename_view: "Rename view…",
    remove_view: "Remove view…",
    view_name: "Name of the view",
    remove_view_question: |title| format!("Remove the view \"{title}\"?"),
    view_comes_back: "The filters alone are removed, no finding is. This can be undone.",
    copy_chosen: |count| format!("Copy the {count} rows ticked"),
    copy_shown: |count| format!("Copy the table ({count} rows)"),
    copied: |count| format!("{count} rows copied; they can be pasted into Excel or WPS."),
    not_copied: "The browser did not allow it. Try Ctrl+C on the table.",
    paste: "Paste a table…",
    paste_title: "Paste a table",
    paste_here: "The table",
    paste_hint: "Copy a table in Excel or WPS, with its heads, and paste it here",
    paste_as: "Add as",
    as_findings: "Findings (those that are here are filled in where empty)",
    as_measures: "Measures of findings that are here",
    heads: "Heads",
    no_heads: "No heads",
    head_row: |number| format!("Row {number}"),
    column: "Column of the table",
    column_number: |number| format!("Column {number}"),
    example: "Example",
    meaning: "Is taken as",
    meaning_of: |head| format!("What \"{head}\" is taken as"),
    not_taken: "Not taken",
    places: "Categories that the ledger does not have",
    no_category: "Findings without a category",
    leave_out: "Leave these rows out",
    new_in: |area| format!("A new category in \"{area}\""),
    new_area: |area| format!("A new focus area \"{area}\" with the category"),
    put_in: |category| format!("Into the category \"{category}\""),
    row_faults: "Rows to look at",
    row: |number, title| {
        if title.is_empty() {
            format!("Row {number}: ")
        } else {
            format!("Row {number}, \"{title}\": ")
        }
    },
    fault_no_title: "it has no title and is left out. Give it one in the table and paste again.",
    fault_no_finding: "the ledger has no finding of this title; it is left out. Look at the title.",
    fault_several: "several findings have this title; it is left out.",
    fault_no_measure: "it has no measure and is left out.",
    fault_repeated: "the same as a row above or a finding of the ledger; nothing to add.",
    no_place: "The table has no column of categories, and the ledger has none yet. Open the feedback first, or add an area and a category; then paste.",
    fault_kept: |field, text| format!("the ledger says something else in “{field}”; it was not changed to “{text}”."),
    fault_value: |column, text| format!("{column} \"{text}\" is not known; it stays empty and can be filled in later."),
    fault_day: |column, text| {
        format!("{column} \"{text}\" is no single day; it stays empty and can be filled in later.")
    },
    will_add: |counts| {
        let mut text = match parts_en(counts).as_str() {
            "" => "There is nothing to add".to_owned(),
            parts => format!("To do: {parts}"),
        };
        if counts.left > 0 {
            text += &format!("; {} rows are left out", counts.left);
        }
        text
    },
    add: "Add to the ledger",
    added: |counts| format!("Done: {}. One undo takes all of it back.", parts_en(counts)),
};

fn parts_zh(counts: Counts) -> String {
    let mut parts = Vec::new();
    if counts.findings > 0 {
        parts.push(format!("添加 {} 个问题", counts.findings));
    }
    if counts.filled > 0 {
        parts.push(format!("补充 {} 个已有问题", counts.filled));
    }
    match counts.measures {
        0 => {}
        count if counts.findings > 0 && counts.filled == 0 => return format!("{}、{count} 条措施", parts.concat()),
        count => parts.push(format!("添加 {count} 条措施")),
    }
    parts.join("，")
}

fn parts_en(counts: Counts) -> String {
    let of = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(["1 ", one].concat()),
        count => Some(format!("{count} {many}")),
    };
    let parts = [
        of(counts.findings, "new finding", "new findings"),
        of(counts.filled, "finding filled in", "findings filled in"),
        of(counts.measures, "new measure", "new measures"),
    ];
    parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
}
