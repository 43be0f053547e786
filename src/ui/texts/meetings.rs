//! 调度会: meetings, their agenda, what they decide, and the minutes.

pub struct MeetingsTexts {
    pub heading: &'static str,
    pub hint: &'static str,
    pub to_sheet: &'static str,
    pub to_meetings: &'static str,
    pub list: &'static str,
    pub none: &'static str,
    pub date: &'static str,
    pub kind: &'static str,
    pub title: &'static str,
    pub people: &'static str,
    pub since: &'static str,
    pub decisions: &'static str,
    pub open: &'static str,
    /// Of a meeting, by its name.
    pub open_named: fn(&str) -> String,
    pub is_open: &'static str,
    pub remove: &'static str,
    pub remove_text: &'static str,
    pub new: &'static str,
    pub add: &'static str,
    pub date_needed: &'static str,
    pub year_needed: &'static str,
    pub since_late: &'static str,
    /// Where no kind was given.
    pub meeting: &'static str,
    pub facts: &'static str,
    pub agenda: &'static str,
    /// The two days that are compared.
    pub agenda_of: fn(&str, &str) -> String,
    pub agenda_needs: &'static str,
    pub decided_none: &'static str,
    pub decision: fn(usize) -> String,
    pub text: &'static str,
    pub finding: &'static str,
    pub finding_hint: &'static str,
    pub owner: &'static str,
    pub deadline: &'static str,
    pub add_decision: &'static str,
    pub text_needed: &'static str,
    pub no_finding: &'static str,
    pub to_measure: &'static str,
    pub to_note: &'static str,
    pub needs_finding: &'static str,
    pub became_measure: &'static str,
    pub became_note: &'static str,
    pub became_gone: &'static str,
    /// Day and kind of the meeting, the decision, who, until when.
    pub note_line: fn(&str, &str, &str, &str, Option<&str>) -> String,
    pub minutes: &'static str,
    /// The heading of the minutes: unit and kind of meeting.
    pub minutes_of: fn(&str, &str) -> String,
    pub progress: &'static str,
    /// How completion moved; changed findings, where there is something to compare with; overdue and soon due ones.
    pub counts: fn(&str, Option<usize>, usize, usize) -> String,
    /// A name and what it stands for, and what stands between two of them.
    pub named: fn(&str, &str) -> String,
    pub between: &'static str,
    pub print: &'static str,
}

pub const ZH: MeetingsTexts = MeetingsTexts {
    heading: "调度会",
    hint: "每次调度会一条记录：议程取自期间的办理情况、台账变化和时限，议定事项可以转为整改措施或记入问题备注，纪要可以打印。",
    to_sheet: "调度表",
    to_meetings: "调度会",
    list: "历次会议",
    none: "还没有会议记录。",
    date: "会议日期",
    kind: "会议种类",
    title: "会议名称",
    people: "参会人员",
    since: "上次调度日期",
    decisions: "议定事项",
    open: "打开",
    open_named: |name| format!("打开：{name}"),
    is_open: "已打开",
    remove: "移除这次会议",
    remove_text: "会议和议定事项一并移除，已转成的措施和备注不受影响；可以撤销。",
    new: "新的会议",
    add: "记录会议",
    date_needed: "请填写会议日期。",
    year_needed: "请把年份写全。",
    since_late: "上次调度日期应早于会议日期。",
    meeting: "调度会",
    facts: "会议情况",
    agenda: "议程",
    agenda_of: |since, until| format!("{since}至{until}的办理情况和台账变化，以及当日超期和即将到期的问题"),
    agenda_needs: "填写会议日期和上次调度日期（不晚于会议日期）后，这里列出议程。",
    decided_none: "还没有议定事项。",
    decision: |number| format!("议定事项 {number}"),
    text: "议定内容",
    finding: "涉及问题",
    finding_hint: "写序号或从列表中选；不针对具体问题的，留空。",
    owner: "责任人",
    deadline: "完成时限",
    add_decision: "添加议定事项",
    text_needed: "请填写议定内容。",
    no_finding: "台账里没有这个问题，请写序号或从列表中选。",
    to_measure: "转为整改措施",
    to_note: "记入问题备注",
    needs_finding: "选定涉及问题后，可以转为整改措施或记入备注。",
    became_measure: "已转为整改措施",
    became_note: "已记入问题备注",
    became_gone: "转成的措施已移除，可以重新转。",
    note_line: |day, kind, text, owner, deadline| {
        let owner = if owner.is_empty() {
            String::new()
        } else {
            format!("责任人：{owner}；")
        };
        let deadline = deadline.map(|day| format!("{day}前完成；")).unwrap_or_default();
        let more = format!("{owner}{deadline}");
        let more = more.trim_end_matches('；');
        let text = text.trim_end_matches('。');
        if more.is_empty() {
            format!("{day}{kind}议定：{text}。")
        } else {
            format!("{day}{kind}议定：{text}（{more}）。")
        }
    },
    minutes: "纪要",
    minutes_of: |unit, kind| format!("{unit}整改工作{kind}纪要"),
    progress: "整改进展",
    named: |name, value| format!("{name}：{value}"),
    between: "；",
    counts: |moved, changed, overdue, soon| {
        let changed = changed.map(|count| format!("有变化的问题 {count} 个，"));
        let changed = changed.unwrap_or_default();
        format!("{moved}。{changed}超期 {overdue} 个，即将到期 {soon} 个。")
    },
    print: "打印纪要",
};

pub const EN: MeetingsTexts = MeetingsTexts {
    heading: "Meetings",
    hint: "One record for each meeting: its agenda comes from what happened, what changed and what is due, its decisions become measures or notes of findings, its minutes can be printed.",
    to_sheet: "Meeting sheet",
    to_meetings: "Meetings",
    list: "All meetings",
    none: "No meeting yet.",
    date: "Day",
    kind: "Kind",
    title: "Title",
    people: "People present",
    since: "Last meeting",
    decisions: "Decisions",
    open: "Open",
    open_named: |name| format!("Open {name}"),
    is_open: "Open below",
    remove: "Remove this meeting",
    remove_text: "The meeting goes with its decisions; measures and notes that came of them stay. It can be undone.",
    new: "New meeting",
    add: "Record the meeting",
    date_needed: "Write the day of the meeting.",
    year_needed: "Write the whole year.",
    since_late: "The last meeting must lie before this one.",
    meeting: "Meeting",
    facts: "About the meeting",
    agenda: "Agenda",
    agenda_of: |since, until| {
        format!("What happened and what changed from {since} to {until}, and what was overdue or soon due that day")
    },
    agenda_needs: "Once the day and that of the last meeting (no later) are set, the agenda stands here.",
    decided_none: "No decision yet.",
    decision: |number| format!("Decision {number}"),
    text: "Decision",
    finding: "Finding",
    finding_hint: "A number, or one of the list; empty where it is about none.",
    owner: "Owner",
    deadline: "Deadline",
    add_decision: "Add the decision",
    text_needed: "Write what was decided.",
    no_finding: "The ledger has no such finding. Write a number or choose one of the list.",
    to_measure: "Make it a measure",
    to_note: "Put it into the note",
    needs_finding: "Once a finding is chosen, it can become a measure or a note.",
    became_measure: "It became a measure",
    became_note: "It stands in the note of the finding",
    became_gone: "The measure that it became was removed; it can become one again.",
    note_line: |day, kind, text, owner, deadline| {
        let mut more = Vec::new();
        if !owner.is_empty() {
            more.push(format!("owner: {owner}"));
        }
        more.extend(deadline.map(|day| format!("by {day}")));
        if more.is_empty() {
            format!("{kind}, {day}: {text}")
        } else {
            format!("{kind}, {day}: {text} ({})", more.join("; "))
        }
    },
    minutes: "Minutes",
    minutes_of: |unit, kind| format!("{unit}: minutes, {kind}"),
    progress: "Progress",
    named: |name, value| format!("{name}: {value}"),
    between: "; ",
    counts: |moved, changed, overdue, soon| {
        let changed = changed.map(|count| format!("changed: {count}; "));
        let changed = changed.unwrap_or_default();
        format!("{moved}. Findings {changed}overdue: {overdue}; soon due: {soon}.")
    },
    print: "Print the minutes",
};
