//! 名录: leaders, departments and persons.

use crate::ledger::acts::RosterKind;

pub struct PeopleTexts {
    pub heading: &'static str,
    pub acts: &'static str,
    pub hint: &'static str,
    pub list: fn(RosterKind) -> &'static str,
    pub list_hint: fn(RosterKind) -> &'static str,
    pub name: &'static str,
    pub findings: &'static str,
    pub note: &'static str,
    /// Of a name, for those who hear the fields one by one.
    pub note_of: fn(&str) -> String,
    pub nobody: &'static str,
    pub rename: &'static str,
    pub rename_of: fn(&str) -> String,
    pub rename_title: fn(&str) -> String,
    /// From, to, and how many findings name the first.
    pub merge_question: fn(&str, &str, usize) -> String,
    pub merge_text: &'static str,
    pub merge: &'static str,
    pub remove: &'static str,
    pub remove_of: fn(&str) -> String,
    pub add: &'static str,
    pub add_label: fn(RosterKind) -> &'static str,
    pub is_there: &'static str,
    pub is_empty: &'static str,
}

pub const ZH: PeopleTexts = PeopleTexts {
    acts: "操作",
    heading: "名录",
    hint: "台账里用到的责任领导、责任部门和责任人都在这里。改名会改遍整本台账，一步完成，可以撤销；改成已有的名称，就是合并。",
    list: |kind| match kind {
        RosterKind::Leader => "责任领导",
        RosterKind::Department => "责任部门",
        RosterKind::Person => "责任人",
    },
    list_hint: |kind| match kind {
        RosterKind::Leader => "预先列入的姓名，填写责任领导时可以直接选用。",
        RosterKind::Department => "含配合部门和督办对象。预先列入的部门，填写时可以直接选用。",
        RosterKind::Person => "含各条措施的责任人。预先列入的姓名，填写时可以直接选用。",
    },
    name: "名称",
    findings: "涉及问题",
    note: "备注",
    note_of: |name| format!("{name}的备注"),
    nobody: "还没有。",
    rename: "改名",
    rename_of: |name| format!("改名：{name}"),
    rename_title: |name| format!("“{name}”改为"),
    merge_question: |from, to, count| format!("把“{from}”并入“{to}”，涉及 {count} 个问题？"),
    merge_text: "合并以后，两个名称的内容混在一起，不能再按名称分开；可以撤销。",
    merge: "合并",
    remove: "移出名录",
    remove_of: |name| format!("移出名录：{name}"),
    add: "列入",
    add_label: |kind| match kind {
        RosterKind::Leader => "列入一位责任领导",
        RosterKind::Department => "列入一个部门",
        RosterKind::Person => "列入一位责任人",
    },
    is_there: "已在名录中。",
    is_empty: "请填写名称。",
};

pub const EN: PeopleTexts = PeopleTexts {
    acts: "Acts",
    heading: "Names",
    hint: "All leaders, departments and persons that the ledger names. A name is changed everywhere in one act, which can be undone; changed into one that is in use, the two become one.",
    list: |kind| match kind {
        RosterKind::Leader => "Leaders",
        RosterKind::Department => "Departments",
        RosterKind::Person => "Persons in charge",
    },
    list_hint: |kind| match kind {
        RosterKind::Leader => "Names listed beforehand can be chosen when a leader is filled in.",
        RosterKind::Department => {
            "Supporting departments and receivers of reminders among them. Departments listed beforehand can be chosen."
        }
        RosterKind::Person => "Those of single measures among them. Names listed beforehand can be chosen.",
    },
    name: "Name",
    findings: "Findings",
    note: "Note",
    note_of: |name| format!("Note on {name}"),
    nobody: "None yet.",
    rename: "Rename",
    rename_of: |name| format!("Rename {name}"),
    rename_title: |name| format!("“{name}” becomes"),
    merge_question: |from, to, count| match count {
        1 => format!("Merge “{from}” into “{to}”, in 1 finding?"),
        count => format!("Merge “{from}” into “{to}”, in {count} findings?"),
    },
    merge_text: "Afterwards the two cannot be told apart by name. It can be undone.",
    merge: "Merge",
    remove: "Take off the list",
    remove_of: |name| format!("Take {name} off the list"),
    add: "List",
    add_label: |kind| match kind {
        RosterKind::Leader => "List a leader",
        RosterKind::Department => "List a department",
        RosterKind::Person => "List a person",
    },
    is_there: "Already in the list.",
    is_empty: "Write a name.",
};
