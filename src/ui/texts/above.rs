//! The palette of commands, and the list of keys.

pub struct AboveTexts {
    pub palette_title: &'static str,
    pub palette_label: &'static str,
    pub palette_hint: &'static str,
    pub nothing: &'static str,
    pub finding: &'static str,
    pub department: &'static str,
    pub person: &'static str,
    pub command: &'static str,
    pub filters: &'static str,
    pub go: fn(&str) -> String,
    pub new_finding: fn(&str) -> String,
    pub theme: fn(&str) -> String,
    pub keys_title: &'static str,
    /// Keys, and what they do, by where they do it.
    pub keys: &'static [(&'static str, &'static [(&'static str, &'static str)])],
}

pub const ZH: AboveTexts = AboveTexts {
    palette_title: "查找与命令",
    palette_label: "查找",
    palette_hint: "问题、类别、部门、人名或命令",
    nothing: "没有找到。可以换一个词，或减少词数。",
    finding: "问题",
    department: "部门",
    person: "人员",
    command: "命令",
    filters: "在台账中筛选",
    go: |page| format!("转到：{page}"),
    new_finding: |category| format!("在“{category}”下添加问题…"),
    theme: |theme| format!("配色：{theme}"),
    keys_title: "快捷键",
    keys: &[
        (
            "任何页面",
            &[
                ("Ctrl+K", "查找问题、部门、人员和命令"),
                ("?", "显示快捷键"),
                ("Ctrl+Z", "撤销"),
                ("Ctrl+Shift+Z、Ctrl+Y", "重做"),
                ("Esc", "关闭对话框"),
            ],
        ),
        (
            "台账表格",
            &[
                ("↑ ↓", "选上一行、下一行"),
                ("PageUp PageDown", "上翻、下翻一页"),
                ("Home End", "到第一行、最后一行"),
                ("Enter", "打开所选问题"),
                ("F2", "改名"),
                ("空格", "勾选或取消勾选"),
                ("Shift+↑、Shift+↓", "连续勾选"),
                ("Shift+空格", "从上次勾选处勾选到此行"),
                ("Ctrl+A", "勾选筛选出的全部问题"),
                ("Esc", "取消全部勾选"),
                ("Ctrl+C", "复制勾选的行"),
                ("Ctrl+V", "粘贴表格（“批量与表格”打开时）"),
            ],
        ),
        ("填写", &[("Tab、Enter", "完成填写并保存"), ("Esc", "改名时放弃修改")]),
    ],
};

pub const EN: AboveTexts = AboveTexts {
    palette_title: "Find and do",
    palette_label: "Find",
    palette_hint: "A finding, category, department, person or command",
    nothing: "Nothing was found. Try another word, or fewer.",
    finding: "Finding",
    department: "Department",
    person: "Person",
    command: "Command",
    filters: "filters the ledger",
    go: |page| format!("Go to: {page}"),
    new_finding: |category| format!("Add a finding to \"{category}\"…"),
    theme: |theme| format!("Colours: {theme}"),
    keys_title: "Keys",
    keys: &[
        (
            "Everywhere",
            &[
                ("Ctrl+K", "Find findings, departments, people and commands"),
                ("?", "Show the keys"),
                ("Ctrl+Z", "Undo"),
                ("Ctrl+Shift+Z, Ctrl+Y", "Redo"),
                ("Esc", "Close the dialog"),
            ],
        ),
        (
            "The table",
            &[
                ("↑ ↓", "Choose the row above or below"),
                ("PageUp PageDown", "A page up or down"),
                ("Home End", "To the first or last row"),
                ("Enter", "Open the finding"),
                ("F2", "Rename"),
                ("Space", "Tick or untick"),
                ("Shift+↑, Shift+↓", "Tick on"),
                ("Shift+Space", "Tick from the last tick to this row"),
                ("Ctrl+A", "Tick all that is shown"),
                ("Esc", "Untick all"),
                ("Ctrl+C", "Copy the rows ticked"),
                ("Ctrl+V", "Paste a table (while “Bulk and table” is open)"),
            ],
        ),
        (
            "Fields",
            &[
                ("Tab, Enter", "Take over what was typed"),
                ("Esc", "Leave a name as it was"),
            ],
        ),
    ],
};
