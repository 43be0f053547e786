//! One record of each kind that happens day by day, with every field that it can have.

use rectification_ledger::{
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind},
};

pub fn progress(date: &str, text: &str) -> NewRecord {
    NewRecord::new(Kind::Progress)
        .with(Field::Date, date)
        .with(Field::Body, text)
}

pub fn evidence() -> NewRecord {
    NewRecord::new(Kind::Evidence)
        .with(Field::Name, "归档清单(盖章).pdf")
        .with(Field::Size, "6442450944")
        .with(
            Field::Sha256,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        )
        .with(Field::Date, "2026-05-09")
        .with(Field::Note, "原件存档案室")
}

fn closure(step: &str, date: &str, person: &str, text: &str) -> NewRecord {
    NewRecord::new(Kind::Closure)
        .with(Field::Step, step)
        .with(Field::Date, date)
        .with(Field::Person, person)
        .with(Field::Body, text)
}

pub fn of_a_finding() -> Vec<NewRecord> {
    vec![
        progress("2026-06-01", "已清点库房。"),
        evidence(),
        NewRecord::new(Kind::Extension)
            .with(Field::DeadlineBefore, "2026-09-30")
            .with(Field::Deadline, "2026-12-31")
            .with(Field::Reason, "库房改造延后")
            .with(Field::Person, "陈立")
            .with(Field::Date, "2026-09-20"),
        closure("requested", "2026-11-20", "李军", "措施均已完成。"),
        closure("approved", "2026-11-22", "陈立", "同意销号。")
            .with(Field::Deadline, "2026-12-31")
            .with(Field::FirstDeadline, "2026-09-30")
            .with(Field::CompletedOn, "2026-11-20"),
        NewRecord::new(Kind::Recheck)
            .with(Field::Date, "2026-11-23")
            .with(Field::Outcome, "relapsed")
            .with(Field::Person, "赵敏")
            .with(Field::Body, "又有3卷未归档。"),
        NewRecord::new(Kind::Repeat)
            .with(Field::OtherLedger, "0123456789ab")
            .with(Field::OtherRecord, "0123456789ab-7")
            .with(Field::Title, "档案归档不及时")
            .with(Field::Unit, "青石县档案馆")
            .with(Field::Date, "2026-11-23"),
    ]
}

/// What needs the names of findings, and the settings.
pub fn of_the_ledger(finding: Id, other: Id) -> Vec<Edit> {
    let id = finding.to_string();
    let decision = NewRecord::new(Kind::Decision)
        .with(Field::Subject, &*id)
        .with(Field::Body, "11月底前完成移库。")
        .with(Field::Owner, "李军")
        .with(Field::Deadline, "2026-11-30")
        .with(Field::Became, &*id);
    let meeting = NewRecord::new(Kind::Meeting)
        .with(Field::Date, "2026-10-12")
        .with(Field::Type, "party_committee")
        .with(Field::Title, "第三次整改工作推进会")
        .with(Field::People, "王芳、李军、陈立")
        .with(Field::Body, "逐项过堂。")
        .with(Field::Since, "2026-09-10")
        .with_children([
            decision,
            NewRecord::new(Kind::Decision).with(Field::Body, "下月再听汇报。"),
        ]);
    let reminder = NewRecord::new(Kind::Reminder)
        .with(Field::Date, "2026-10-13")
        .with(Field::Level, "supervision")
        .with(Field::Department, "档案保管科")
        .with(Field::Findings, format!("{id} {other}"))
        .with(Field::Deadline, "2026-10-20")
        .with(Field::Body, "请于10月20日前书面答复。");
    let roster = NewRecord::new(Kind::Roster)
        .with(Field::Type, "department")
        .with(Field::Title, "档案保管科")
        .with(Field::Department, "办公室")
        .with(Field::Note, "原保管股");
    let view = NewRecord::new(Kind::View)
        .with(Field::Title, "本月到期")
        .with(Field::Query, "status=in_progress&sort=deadline");
    let mut edits: Vec<Edit> = [meeting, reminder, roster, view]
        .into_iter()
        .map(|record| Edit::add(Id::ROOT, record))
        .collect();
    edits.extend(SETTINGS.map(|(field, value)| Edit::set(Id::ROOT, field, value)));
    edits
}

const SETTINGS: [(Field, &str); 10] = [
    (Field::PlanDue, "2026-06-03"),
    (Field::ReportDue, "2026-12-20"),
    (Field::Holidays, "2026-10-01..2026-10-07 rest\n2026-10-10 work"),
    (Field::WarnGreen, "30"),
    (Field::WarnYellow, "7"),
    (Field::ClosingSteps, "three"),
    (Field::ClosingEvidence, "yes"),
    (Field::LetterReminder, "提醒函\n{department}："),
    (Field::LetterSupervision, "督办函\n{department}："),
    (Field::LetterWarning, "告诫函\n{department}："),
];
