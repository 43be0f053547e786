//! 督办: letters in steps, their templates, and deadlines as a calendar file.

use crate::ledger::acts::ReminderLevel;

pub struct RemindersTexts {
    pub heading: &'static str,
    pub hint: &'static str,
    pub nothing: &'static str,
    pub departments: &'static str,
    pub department: &'static str,
    pub overdue: &'static str,
    /// Due from this many days to that many.
    pub due: fn(i64, i64) -> String,
    pub sent: &'static str,
    /// How many letters, and step and day of the last.
    pub sent_last: fn(usize, &str, &str) -> String,
    pub acts: &'static str,
    pub write: &'static str,
    pub write_to: fn(&str) -> String,
    pub calendar: &'static str,
    pub calendar_of: fn(&str) -> String,
    pub calendar_all: &'static str,
    pub calendar_hint: &'static str,
    pub calendar_none: &'static str,
    /// Of a ledger, and of one department of it.
    pub calendar_name: fn(&str, &str) -> String,
    /// What an entry of the calendar is called.
    pub due_event: fn(&str) -> String,
    pub save_failed: &'static str,
    /// Step and department.
    pub letter: fn(&str, &str) -> String,
    pub level: &'static str,
    pub answer_by: &'static str,
    pub findings: &'static str,
    /// A finding, its deadline, and how many days are left.
    pub finding: fn(&str, &str, &str) -> String,
    pub text: &'static str,
    pub again: &'static str,
    pub again_hint: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub save: &'static str,
    pub print: &'static str,
    pub record: &'static str,
    pub recorded: &'static str,
    pub close: &'static str,
    pub day_needed: &'static str,
    pub day_past: &'static str,
    pub findings_needed: &'static str,
    pub text_needed: &'static str,
    pub file: fn(&str, &str, &str) -> String,
    pub unknown: fn(&[&str]) -> String,
    pub history: &'static str,
    pub no_history: &'static str,
    /// Day, step, department, how many findings.
    pub history_line: fn(&str, &str, &str, usize) -> String,
    pub to_answer: fn(&str) -> String,
    pub remove_of: fn(&str) -> String,
    pub templates: &'static str,
    /// The names that stand for something.
    pub templates_hint: fn(&str) -> String,
    pub reset: &'static str,
    pub reset_of: fn(&str) -> String,
    pub template: fn(ReminderLevel) -> &'static str,
    pub is_english: bool,
}

pub const ZH: RemindersTexts = RemindersTexts {
    heading: "督办",
    hint: "对超期和临近时限的问题，按部门拟函：先提醒，再督办，后告诫。函件由本页拟出，由您发送；记录以后，下一次自动提示下一层级。",
    nothing: "没有超期或临近时限的问题，也没有督办记录。",
    departments: "各部门",
    department: "部门",
    overdue: "超期",
    due: |from, to| format!("{from}～{to} 天到期"),
    sent: "已督办",
    sent_last: |count, level, day| format!("{count} 次，最近：{day}{level}"),
    acts: "操作",
    write: "拟函",
    write_to: |department| format!("拟函：{department}"),
    calendar: "导出日历",
    calendar_of: |department| format!("导出日历：{department}"),
    calendar_all: "导出全部时限（.ics 日历）",
    calendar_hint: "日历文件可以导入手机或电脑的日历，由日历按黄色预警天数提前提醒；本页不在后台运行。",
    calendar_none: "没有未完成且有时限的问题，日历里没有内容，未导出。",
    calendar_name: |ledger, department| match department {
        "" => format!("{ledger}整改时限"),
        _ => format!("{ledger}整改时限（{department}）"),
    },
    due_event: |title| format!("整改时限：{title}"),
    save_failed: "浏览器未能保存文件。请检查下载设置后再试。",
    letter: |level, department| format!("{level}函：{department}"),
    level: "层级",
    answer_by: "答复日期",
    findings: "列入的问题",
    finding: |title, deadline, left| format!("{title}（整改时限{deadline}，{left}）"),
    text: "函件",
    again: "按格式重新生成",
    again_hint: "函件已经手工改过，不再随上面的选择变化。",
    copy: "复制全文",
    copied: "已复制。",
    copy_failed: "浏览器不允许本页写入剪贴板，请改用“保存为文本”。",
    save: "保存为文本",
    print: "打印",
    record: "记录这次督办",
    recorded: "已记录，函件全文见下面的督办记录。",
    close: "收起",
    day_needed: "请填写答复日期。",
    day_past: "答复日期不能早于今天。",
    findings_needed: "请至少列入一个问题。",
    text_needed: "函件没有内容。请写明，或按格式重新生成。",
    file: |level, department, day| format!("{level}函-{department}-{day}.txt"),
    unknown: |names| format!("不认识的占位词：{}。函件中会照原样保留，请改正。", names.join("、")),
    history: "督办记录",
    no_history: "还没有督办记录。",
    history_line: |day, level, department, count| format!("{day} {level} {department}（{count} 个问题）"),
    to_answer: |day| format!("答复日期：{day}"),
    remove_of: |line| format!("移除：{line}"),
    templates: "函件格式",
    templates_hint: |names| format!("各单位可以改用自己的格式。花括号里的词在拟函时换成相应内容：{names}。"),
    reset: "恢复默认",
    reset_of: |name| format!("恢复默认：{name}"),
    template: |level| match level {
        ReminderLevel::Reminder => {
            "关于抓紧整改的提醒函\n\n{部门}：\n　　你部门负责的以下 {问题数} 个问题已经超期或临近整改时限：\n{问题清单}\n　　请抓紧整改，并于{答复日期}前书面反馈进展；确有困难的，请说明原因和下一步措施。\n\n{单位}整改工作领导小组办公室\n{日期}"
        }
        ReminderLevel::Supervision => {
            "关于限期整改的督办函\n\n{部门}：\n　　前次提醒后，你部门负责的以下 {问题数} 个问题仍未完成整改：\n{问题清单}\n　　现予督办。请主要负责人亲自过问，倒排工期，于{答复日期}前书面报告整改结果；不能按期完成的，请写明原因、责任人和完成时限。\n\n{单位}整改工作领导小组办公室\n{日期}"
        }
        ReminderLevel::Warning => {
            "关于整改不力的告诫函\n\n{部门}：\n　　经提醒、督办，你部门负责的以下 {问题数} 个问题仍未整改到位：\n{问题清单}\n　　现予告诫。请于{答复日期}前完成整改，并书面报告未能按期完成的原因和责任；逾期仍未完成的，将按有关规定处理。\n\n{单位}整改工作领导小组办公室\n{日期}"
        }
    },
    is_english: false,
};

pub const EN: RemindersTexts = RemindersTexts {
    heading: "Reminders",
    hint: "Letters to departments about what is overdue or soon due, in steps: reminder, supervision, warning. This page writes the letter and you send it; once it is recorded, the next step is proposed the next time.",
    nothing: "Nothing is overdue or soon due, and no reminder was recorded.",
    departments: "Departments",
    department: "Department",
    overdue: "Overdue",
    due: |from, to| format!("Due in {from}–{to} days"),
    sent: "Reminded",
    sent_last: |count, level, day| format!("{count}×, last: {level}, {day}"),
    acts: "Acts",
    write: "Write",
    write_to: |department| format!("Write to {department}"),
    calendar: "Calendar",
    calendar_of: |department| format!("Calendar of {department}"),
    calendar_all: "Export all deadlines (.ics calendar)",
    calendar_hint: "The calendar of a telephone or computer takes the file in and gives notice as many days ahead as the yellow warning; this page does nothing in the background.",
    calendar_none: "No unfinished finding has a deadline: the calendar would be empty, and nothing was exported.",
    calendar_name: |ledger, department| match department {
        "" => format!("{ledger} deadlines"),
        _ => format!("{ledger} deadlines ({department})"),
    },
    due_event: |title| format!("Due: {title}"),
    save_failed: "The browser could not save the file. Look at its settings for downloads and try again.",
    letter: |level, department| format!("{level}: {department}"),
    level: "Step",
    answer_by: "Answer by",
    findings: "Findings in the letter",
    finding: |title, deadline, left| format!("{title} (deadline {deadline}, {left})"),
    text: "Letter",
    again: "Make it from the template again",
    again_hint: "The letter was edited by hand and does not follow the choices above any more.",
    copy: "Copy the text",
    copied: "Copied.",
    copy_failed: "The browser does not let this page write to the clipboard. Use “Save as text” instead.",
    save: "Save as text",
    print: "Print",
    record: "Record this letter",
    recorded: "Recorded; its text stands with the letters below.",
    close: "Close",
    day_needed: "Write the day by which to answer.",
    day_past: "The day to answer by must not lie before today.",
    findings_needed: "Choose at least one finding.",
    text_needed: "The letter is empty. Write it, or make it from the template again.",
    file: |level, department, day| format!("{level}-{department}-{day}.txt"),
    unknown: |names| {
        format!(
            "Names that stand for nothing: {}. They would stay in the letter as they are; mend them.",
            names.join(", ")
        )
    },
    history: "Letters so far",
    no_history: "No letter yet.",
    history_line: |day, level, department, count| format!("{day} {level} {department} ({count} findings)"),
    to_answer: |day| format!("Answer by {day}"),
    remove_of: |line| format!("Remove {line}"),
    templates: "Templates",
    templates_hint: |names| {
        format!("Each unit can use its own. Names in braces are replaced when a letter is made: {names}.")
    },
    reset: "Default again",
    reset_of: |name| format!("Default again: {name}"),
    template: |level| match level {
        ReminderLevel::Reminder => {
            "Reminder\n\nTo {department}:\nThe following {count} findings that you answer for are overdue or soon due:\n{findings}\nPlease see to them and report in writing by {answer_by}; where something stands in the way, say what and what comes next.\n\n{unit}, rectification office\n{date}"
        }
        ReminderLevel::Supervision => {
            "Supervision\n\nTo {department}:\nAfter the reminder, the following {count} findings that you answer for are still not complete:\n{findings}\nThe head of the department is asked to see to them in person and to report the result in writing by {answer_by}; where a deadline cannot be kept, give the reason, the person in charge and the day of completion.\n\n{unit}, rectification office\n{date}"
        }
        ReminderLevel::Warning => {
            "Warning\n\nTo {department}:\nAfter reminder and supervision, the following {count} findings that you answer for are still not rectified:\n{findings}\nThey are to be completed by {answer_by}, with a written account of why they are late and who is responsible. What is not complete then is dealt with under the rules that apply.\n\n{unit}, rectification office\n{date}"
        }
    },
    is_english: true,
};
