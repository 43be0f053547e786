//! A ledger file before it is taken in, and what became of each that came with it.

use crate::session::Taken;

pub struct TakeInTexts {
    pub heading: &'static str,
    /// A file's place among those that came together, their number, and its name.
    pub which: fn(usize, usize, &str) -> String,
    pub file_name: fn(&str) -> String,
    pub pasted: &'static str,
    pub arrivals: &'static str,
    pub arrivals_done: fn(usize) -> String,
    pub name: &'static str,
    pub outcome: &'static str,
    pub waits: &'static str,
    pub asked: &'static str,
    pub stored: &'static str,
    pub left_out: &'static str,
    pub refused: &'static str,
    pub taken: fn(Taken) -> String,
    pub close: &'static str,
    pub to_overview: &'static str,
    /// The ledger's title.
    pub lead: fn(&str) -> String,
    pub lead_new: fn(&str) -> String,
    pub untitled: &'static str,
    /// Changes, and findings in which anything differs.
    pub count: fn(usize, usize) -> String,
    /// Changes, findings and measures.
    pub holds: fn(usize, usize, usize) -> String,
    pub who_heading: &'static str,
    pub who: &'static str,
    pub changes: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub conflicts: fn(usize) -> String,
    pub questions: fn(usize) -> String,
    /// A kind of record, its title, how many edits, and whether the removal is of this side.
    pub removed_and_edited: fn(&str, &str, usize, bool) -> String,
    /// A kind of record, its title, from where and to where, and whether the move is of this side.
    pub moved_and_edited: fn(&str, &str, &str, &str, bool) -> String,
    pub moved: &'static str,
    pub no_findings: &'static str,
    pub table: &'static str,
    pub contents: &'static str,
    pub take: &'static str,
    pub finding: &'static str,
    pub field: &'static str,
    pub here: &'static str,
    pub file: &'static str,
    pub choose_hint: &'static str,
    pub take_all: &'static str,
    pub take_chosen: fn(usize, usize) -> String,
    pub import: &'static str,
    pub import_as_new: &'static str,
    pub do_not_take: &'static str,
    pub added: &'static str,
    pub removed: &'static str,
    pub both: &'static str,
    /// The later of two values.
    pub proposed: &'static str,

    pub altered: &'static str,
    pub chain_broken: &'static str,
    pub journal_faults: &'static str,
    /// Whose hand it is said to be of, when, and which record.
    pub first_wrong: fn(&str, &str, &str) -> String,
    pub wrong_table: &'static str,
    pub wrong_seal: &'static str,
    pub wrong_name: &'static str,
    pub trouble: &'static str,
    pub not_here: &'static str,
    pub insist: &'static str,
    pub insist_hint: &'static str,
    pub unknown_heading: &'static str,
    pub unknown_lead: &'static str,
    pub edited_heading: fn(usize) -> String,
    pub edited_lead: &'static str,
    pub only_readable: &'static str,
    pub take_by_hand: &'static str,
    pub column_record: &'static str,
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
}

pub const ZH: TakeInTexts = TakeInTexts {
    heading: "核对来件",
    which: |at, all, name| format!("第 {at} 份，共 {all} 份：{name}"),
    file_name: |name| format!("来件：{name}"),
    pasted: "粘贴的文字",
    arrivals: "本次来件",
    arrivals_done: |count| format!("本次来件 {count} 份，处理结果如下"),
    name: "文件",
    outcome: "处理结果",
    waits: "等候核对",
    asked: "正在核对",
    stored: "已存入台账",
    left_out: "未并入（已取消），现有内容没有改动",
    refused: "未读入：",
    taken: |taken| match taken {
        Taken::Changes(count, false) => format!("已并入，新增 {count} 条变更"),
        Taken::Changes(count, true) => format!("已导入为一本新台账，共 {count} 条变更"),
        Taken::NothingNew => "没有新内容".into(),
        Taken::Interrupted => "未并入：其间打开了另一本台账。请重新导入此文件".into(),
    },
    close: "关闭处理结果",
    to_overview: "去总览",
    lead: |title| format!("来件是台账“{title}”的另一份。以下内容尚未并入，现有内容没有改动。"),
    lead_new: |title| format!("来件是本机没有的台账“{title}”，尚未导入。请先看过其中内容。"),
    untitled: "未命名台账",
    count: |changes, findings| format!("来件中有 {changes} 条新的变更，涉及 {findings} 个问题。"),
    holds: |changes, findings, measures| {
        format!("来件中有 {changes} 条变更，共 {findings} 个问题、{measures} 条措施。")
    },
    who_heading: "经手情况",
    who: "经手人",
    changes: "变更",
    first: "最早",
    last: "最近",
    conflicts: |count| {
        format!("有 {count} 处两边都改过：并入后两个值都保留，按较晚的显示，请在“记录”的待定事项中选定。")
    },
    questions: |count| format!("另有 {count} 处请斟酌"),
    removed_and_edited: |kind, title, edits, removed_here| {
        let (remover, editor) = if removed_here {
            ("本机", "来件")
        } else {
            ("来件", "本机")
        };
        format!(
            "{kind}“{title}”已由{remover}移除，而{editor}在不知情时作了 {edits} 处修改。恢复还是移除？并入后列入“记录”的待定事项，由本单位选定。"
        )
    },
    moved_and_edited: |kind, title, from, to, moved_here| {
        let (mover, editor) = if moved_here {
            ("本机", "来件")
        } else {
            ("来件", "本机")
        };
        format!(
            "{kind}“{title}”由{mover}从“{from}”移到“{to}”，而{editor}在不知情时修改了其内容。修改放在新位置是否仍然合适？并入后位置和修改都保留。"
        )
    },
    moved: "移动位置",
    no_findings: "各个问题没有变化；变更的是台账信息、类别或已经一致的内容。",
    table: "逐项核对",
    contents: "来件中的问题",
    take: "采纳",
    finding: "问题",
    field: "内容",
    here: "本机",
    file: "来件",
    choose_hint: "不采纳的，并入后随即改回本机的内容，两步都留在记录里。",
    take_all: "全部并入",
    take_chosen: |chosen, all| format!("并入，采纳 {chosen}/{all} 个问题"),
    import: "导入",
    import_as_new: "导入为新台账",
    do_not_take: "不并入",
    added: "新增的问题",
    removed: "移除此问题",
    both: "两边都改过",
    proposed: "较晚，暂按此显示",

    altered: "变更记录有误",
    chain_broken: "下列变更与其校验值或本机所存的不符，说明文件导出后变更记录被改动过，或已损坏。可以查看，但不宜并入。若来源不明，请不并入，并请对方重新导出。",
    journal_faults: "文件的变更记录前后不一致。若来源不明，请不并入，并请对方重新导出。",
    first_wrong: |author, when, record| format!("第一处有误的变更：{record}，经手人：{author}，{when}。"),
    wrong_table: "有误的变更",
    wrong_seal: "与校验值不符",
    wrong_name: "同一编号有两条不同的变更",
    trouble: "情况",
    not_here: "本机没有这条变更",
    insist: "我已核实来源，仍要并入",
    insist_hint: "并入时，本机已有的变更保持原样，只收入本机没有的变更。",
    unknown_heading: "本版不认识的内容",
    unknown_lead: "文件的下列位置有本版不认识的内容，不会导入。它们可能由新版写入，或是手工添加时写错了名称。",
    edited_heading: |count| format!("手工修改 {count} 处"),
    edited_lead: "文件的可读部分与其变更记录不一致，应是导出后手工改过。可以采用，也可以只以变更记录为准。",
    only_readable: "文件没有变更记录，只有可读部分。导入后，下列内容记为您名下的新增。",
    take_by_hand: "采用这些手工修改，记在我名下",
    column_record: "记录",
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
};

pub const EN: TakeInTexts = TakeInTexts {
    heading: "Review the file",
    which: |at, all, name| format!("File {at} of {all}: {name}"),
    file_name: |name| format!("File: {name}"),
    pasted: "pasted text",
    arrivals: "Files that came together",
    arrivals_done: |count| format!("{count} files came together. What became of each:"),
    name: "File",
    outcome: "What became of it",
    waits: "Waits",
    asked: "Under review",
    stored: "Stored",
    left_out: "Not taken (cancelled); nothing has changed",
    refused: "Not read: ",
    taken: |taken| match taken {
        Taken::Changes(count, false) => format!("Taken in: {count} new changes"),
        Taken::Changes(count, true) => format!("Imported as a new ledger: {count} changes"),
        Taken::NothingNew => "Nothing new".into(),
        Taken::Interrupted => "Not taken: another ledger was opened meanwhile. Import this file again".into(),
    },
    close: "Close this list",
    to_overview: "To the overview",
    lead: |title| {
        format!(
            "The file is another copy of the ledger “{title}”. Nothing of it has been taken in yet, and nothing has changed."
        )
    },
    lead_new: |title| {
        format!("The file is the ledger “{title}”, which is not here. It is not imported yet; look at what it holds.")
    },
    untitled: "Untitled ledger",
    count: |changes, findings| format!("It holds {changes} new changes, in {findings} findings."),
    holds: |changes, findings, measures| {
        format!("It holds {changes} changes: {findings} findings with {measures} measures.")
    },
    who_heading: "Whose hand",
    who: "By",
    changes: "Changes",
    first: "First",
    last: "Last",
    conflicts: |count| {
        format!(
            "{count} fields were set on both sides. Both values are kept, the later one shows; choose under “History”."
        )
    },
    questions: |count| format!("{count} more to think about"),
    removed_and_edited: |kind, title, edits, removed_here| {
        let (remover, editor) = if removed_here {
            ("here", "in the file")
        } else {
            ("in the file", "here")
        };
        format!(
            "{kind} “{title}” was removed {remover}, and edited {editor} ({edits} times) without knowing. Bring it back or leave it out? It will wait under “History” for your word."
        )
    },
    moved_and_edited: |kind, title, from, to, moved_here| {
        let (mover, editor) = if moved_here {
            ("here", "in the file")
        } else {
            ("in the file", "here")
        };
        format!(
            "{kind} “{title}” was moved {mover} from “{from}” to “{to}”, and edited {editor} without knowing. Does the edit still fit there? Both are kept."
        )
    },
    moved: "Moved",
    no_findings: "No finding differs. The changes are of the ledger’s data, of categories, or agree with what is here.",
    table: "One by one",
    contents: "Findings in the file",
    take: "Take",
    finding: "Finding",
    field: "Field",
    here: "Here",
    file: "File",
    choose_hint: "What you do not take is taken in and set back at once to what stands here; the history keeps both steps.",
    take_all: "Take all",
    take_chosen: |chosen, all| format!("Take in, with {chosen} of {all} findings"),
    import: "Import",
    import_as_new: "Import as a new ledger",
    do_not_take: "Do not take it",
    added: "New finding",
    removed: "Removes this finding",
    both: "Set on both sides",
    proposed: "later, shows for now",

    altered: "Faults in the journal",
    chain_broken: "The following changes do not fit their seals or what is here: the journal was altered after the export, or is damaged. \
                   You can look at it, but should not take it in. If you do not know why, do not, and ask for a new export.",
    journal_faults: "The journal of this file contradicts itself. If you do not know why, do not take it in, and ask for a new export.",
    first_wrong: |author, when, record| format!("The first wrong change: {record}, by {author}, {when}."),
    wrong_table: "Wrong changes",
    wrong_seal: "does not fit its seal",
    wrong_name: "two different changes of one name",
    trouble: "What is wrong",
    not_here: "not here",
    insist: "I have checked where it comes from; take it in all the same",
    insist_hint: "Changes that are here stay as they are; only those that are not here are taken in.",
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
                  You can take these edits, or keep to the journal.",
    only_readable: "The file has no journal, only its readable part. What it holds will be recorded as added by you.",
    take_by_hand: "Take these edits, as mine",
    column_record: "Record",
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
};
