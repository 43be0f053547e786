//! A file of a ledger that is here, before it is taken in.

pub struct TakeInTexts {
    pub heading: &'static str,
    /// The ledger's title.
    pub lead: fn(&str) -> String,
    /// Changes, and findings in which anything differs.
    pub count: fn(usize, usize) -> String,
    pub who_heading: &'static str,
    pub who: &'static str,
    pub changes: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub conflicts: fn(usize) -> String,
    pub questions: fn(usize) -> String,
    pub no_findings: &'static str,
    pub table: &'static str,
    pub take: &'static str,
    pub finding: &'static str,
    pub field: &'static str,
    pub here: &'static str,
    pub file: &'static str,
    pub choose_hint: &'static str,
    pub take_all: &'static str,
    pub take_chosen: fn(usize, usize) -> String,
    pub added: &'static str,
    pub removed: &'static str,
    pub both: &'static str,
    /// The later of two values.
    pub proposed: &'static str,
}

pub const ZH: TakeInTexts = TakeInTexts {
    heading: "核对来件",
    lead: |title| format!("来件是台账“{title}”的另一份。以下内容尚未并入。"),
    count: |changes, findings| format!("来件中有 {changes} 条新的变更，涉及 {findings} 个问题。"),
    who_heading: "经手情况",
    who: "经手人",
    changes: "变更",
    first: "最早",
    last: "最近",
    conflicts: |count| {
        format!("有 {count} 处两边都改过：并入后两个值都保留，按较晚的显示，请在“记录”的待定事项中选定。")
    },
    questions: |count| format!("有 {count} 处一边移除、一边修改：并入后列入“记录”的待定事项，请选定恢复还是移除。"),
    no_findings: "各个问题没有变化；变更的是台账信息、类别或已经一致的内容。",
    table: "逐项核对",
    take: "采纳",
    finding: "问题",
    field: "内容",
    here: "本机",
    file: "来件",
    choose_hint: "不采纳的，并入后随即改回本机的内容，两步都留在记录里。",
    take_all: "全部并入",
    take_chosen: |chosen, all| format!("并入，采纳 {chosen}/{all} 个问题"),
    added: "新增的问题",
    removed: "移除此问题",
    both: "两边都改过",
    proposed: "较晚，暂按此显示",
};

pub const EN: TakeInTexts = TakeInTexts {
    heading: "Review the file",
    lead: |title| format!("The file is another copy of the ledger “{title}”. Nothing of it has been taken in yet."),
    count: |changes, findings| format!("It holds {changes} new changes, in {findings} findings."),
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
    questions: |count| {
        format!(
            "{count} records were removed on one side and edited on the other. They will wait under “History” for your word."
        )
    },
    no_findings: "No finding differs. The changes are of the ledger’s data, of categories, or agree with what is here.",
    table: "One by one",
    take: "Take",
    finding: "Finding",
    field: "Field",
    here: "Here",
    file: "File",
    choose_hint: "What you do not take is taken in and set back at once to what stands here; the history keeps both steps.",
    take_all: "Take all",
    take_chosen: |chosen, all| format!("Take in, with {chosen} of {all} findings"),
    added: "New finding",
    removed: "Removes this finding",
    both: "Set on both sides",
    proposed: "later, shows for now",
};
