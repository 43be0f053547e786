//! 时间安排: the terms of a round, days off, early warnings, and the line of time.

use crate::{figures::Term, ledger::calendar::WhyNoSpan};

pub struct TimesTexts {
    pub heading: &'static str,
    pub hint: &'static str,
    /// Above what can be chosen.
    pub by_notice: &'static str,
    pub no_feedback: &'static str,
    pub term: fn(Term) -> String,
    /// A term and the day that it gives.
    pub choice: fn(&str, &str) -> String,
    /// A name and what it stands for.
    pub named: fn(&str, &str) -> String,
    pub not_set: &'static str,
    pub holidays: &'static str,
    pub holidays_hint: &'static str,
    pub fill: &'static str,
    pub filled: &'static str,
    /// The words of the list: until, rest, work.
    pub list_words: [&'static str; 3],
    /// A line, its text, and what is wrong with it.
    pub fault: fn(usize, &str, WhyNoSpan) -> String,
    pub warnings: &'static str,
    pub warnings_hint: &'static str,
    pub days_needed: &'static str,
    pub green_more: &'static str,
    pub usual: &'static str,
    pub saved: &'static str,
    pub line: &'static str,
    pub line_hint: &'static str,
    pub line_empty: &'static str,
    pub today: &'static str,
    /// Names of the milestones that are short enough to stand on the line.
    pub feedback: &'static str,
    pub plan: &'static str,
    pub concentrated: &'static str,
    pub report: &'static str,
    /// Complete, open and overdue findings of a week.
    pub week: fn(&str, usize, usize, usize) -> String,
    pub table: &'static str,
    pub day: &'static str,
    pub what: &'static str,
    pub due: fn(usize, usize, usize) -> String,
    pub see_overdue: fn(usize) -> String,
    pub see_all: &'static str,
}

pub const ZH: TimesTexts = TimesTexts {
    heading: "时间安排",
    hint: "各项期限自反馈之日起算，以通知要求为准。下面列出常见的期限和算得的日期，点选才会填入。",
    by_notice: "按通知填写",
    no_feedback: "填写反馈日期后，这里列出可选的期限。",
    term: |term| match term {
        Term::WorkingDays(days) => format!("{days} 个工作日"),
        Term::Days(days) => format!("{days} 日"),
        Term::Months(months) => format!("{months} 个月"),
    },
    choice: |term, day| format!("{term}（{day}）"),
    named: |name, value| format!("{name}：{value}"),
    not_set: "未填写",
    holidays: "节假日安排",
    holidays_hint: "一行一段，例如“2026-10-01至2026-10-07 休”“2026-10-10 班”。没有写到的日子，周六、周日不计工作日。",
    fill: "填入 2026 年放假安排",
    filled: "2026 年放假安排已在其中",
    list_words: ["至", "休", "班"],
    fault: |line, text, why| {
        let why = match why {
            WhyNoSpan::NoDay => "没有可以识别的日期，日期写作 2026-10-01",
            WhyNoSpan::EndsBeforeItBegins => "结束日期早于开始日期",
            WhyNoSpan::NeitherRestNorWork => "末尾没有写明“休”或“班”，前面要空一格",
        };
        format!("第 {line} 行“{text}”：{why}。这一行暂不起作用。")
    },
    warnings: "超期预警",
    warnings_hint: "未完成的问题，离整改时限不足规定天数时标黄、标绿，过了时限标红。",
    days_needed: "请填写天数，用 0 或以上的整数。",
    green_more: "绿色预警天数应大于黄色预警天数。",
    usual: "恢复常用天数",
    saved: "已按新的天数预警。",
    line: "时间轴",
    line_hint: "柱高为当周到期的问题数：实心为已完成，斜纹为未完成，点纹为超期。",
    line_empty: "填写反馈日期、各项期限或问题的整改时限后，这里画出时间轴。",
    today: "今天",
    feedback: "反馈",
    plan: "方案报送",
    concentrated: "集中整改截止",
    report: "报告报送",
    week: |monday, complete, open, overdue| {
        format!("{monday}起一周到期：已完成 {complete}，未完成 {open}，超期 {overdue}")
    },
    table: "时间轴（表格）",
    day: "日期",
    what: "事项",
    due: |complete, open, overdue| format!("到期问题：已完成 {complete}，未完成 {open}，超期 {overdue}"),
    see_overdue: |count| format!("查看超期问题（{count}）"),
    see_all: "按整改时限查看全部问题",
};

pub const EN: TimesTexts = TimesTexts {
    heading: "Terms",
    hint: "Terms run from the day of feedback; the notice decides. Usual terms and the days they give are listed here, and nothing is set until one is chosen.",
    by_notice: "As the notice says",
    no_feedback: "Once the feedback date is set, terms to choose from stand here.",
    term: |term| match term {
        Term::WorkingDays(days) => format!("{days} working days"),
        Term::Days(days) => format!("{days} days"),
        Term::Months(1) => "1 month".into(),
        Term::Months(months) => format!("{months} months"),
    },
    choice: |term, day| format!("{term} ({day})"),
    named: |name, value| format!("{name}: {value}"),
    not_set: "not set",
    holidays: "Days off",
    holidays_hint: "One span a line, such as “2026-10-01..2026-10-07 rest” or “2026-10-10 work”. On days that are not listed, Saturdays and Sundays are off.",
    fill: "Put in the days off of 2026",
    filled: "The days off of 2026 are in the list",
    list_words: ["..", "rest", "work"],
    fault: |line, text, why| {
        let why = match why {
            WhyNoSpan::NoDay => "no date that can be read; dates are written 2026-10-01",
            WhyNoSpan::EndsBeforeItBegins => "it ends before it begins",
            WhyNoSpan::NeitherRestNorWork => "it does not end in “rest” or “work” behind a blank",
        };
        format!("Line {line}, “{text}”: {why}. The line has no effect yet.")
    },
    warnings: "Early warnings",
    warnings_hint: "Unfinished findings are marked green and yellow so many days before their deadline, and red when it has passed.",
    days_needed: "Write a number of days, 0 or more.",
    green_more: "The green warning must come earlier than the yellow one: more days.",
    usual: "Usual days",
    saved: "The warnings follow the new days.",
    line: "Line of time",
    line_hint: "The height of a bar is the number of findings due in a week: plain when complete, striped when open, dotted when overdue.",
    line_empty: "Once the feedback date, a term or a deadline is set, the line of time stands here.",
    today: "Today",
    feedback: "Feedback",
    plan: "Plan due",
    concentrated: "Concentrated until",
    report: "Report due",
    week: |monday, complete, open, overdue| {
        format!("Due in the week from {monday}: {complete} complete, {open} open, {overdue} overdue")
    },
    table: "Line of time (table)",
    day: "Day",
    what: "What",
    due: |complete, open, overdue| format!("Findings due: {complete} complete, {open} open, {overdue} overdue"),
    see_overdue: |count| format!("See what is overdue ({count})"),
    see_all: "See all findings by deadline",
};
