//! Each type reads what stands in an entry, and nothing where nothing stands.

use super::*;
use crate::ledger::{Id, Ledger, SETTINGS};

fn entry(kind: Kind, values: &[(Field, &str)]) -> Entry {
    let mut entry = Entry::new(Id::ROOT, kind);
    let table = entry.kind.entry_fields();
    for (field, value) in values {
        assert!(table.contains(field) && field.accepts(value), "{field:?} {value}");
        entry.values.set(table, field, &(*value).into());
    }
    entry
}

#[test]
fn an_entry_is_read_as_its_type() {
    let day = parse_date("2026-10-12");
    let closure = Closure::of(&entry(
        Kind::Closure,
        &[
            (Field::Step, "approved"),
            (Field::Date, "2026-10-12"),
            (Field::Body, "同意"),
        ],
    ));
    assert_eq!((closure.step, closure.date), (Some(ClosureStep::Approved), day));
    assert_eq!((closure.text.as_str(), closure.deadline), ("同意", None));
    let evidence = Evidence::of(&entry(Kind::Evidence, &[(Field::Size, "6442450944")]));
    assert_eq!(evidence.size, Some(6_442_450_944));
    let extension = Extension::of(&entry(Kind::Extension, &[(Field::DeadlineBefore, "2026-10-12")]));
    assert_eq!((extension.deadline_before, extension.deadline), (day, None));
    let recheck = Recheck::of(&entry(Kind::Recheck, &[(Field::Outcome, "relapsed")]));
    assert_eq!(recheck.outcome, Some(Outcome::Relapsed));
    let repeat = Repeat::of(&entry(
        Kind::Repeat,
        &[
            (Field::OtherLedger, "0123456789ab"),
            (Field::OtherRecord, "0123456789ab-7"),
        ],
    ));
    assert_eq!(repeat.ledger, repeat.record.map(|record| record.actor));
    let reminder = Reminder::of(&entry(
        Kind::Reminder,
        &[
            (Field::Level, "supervision"),
            (Field::Findings, "0123456789ab-7 0123456789ab-8"),
        ],
    ));
    assert_eq!(reminder.level, Some(ReminderLevel::Supervision));
    assert_eq!(
        reminder.findings.iter().map(|id| id.counter).collect::<Vec<_>>(),
        [7, 8]
    );
    let roster = Roster::of(&entry(Kind::Roster, &[(Field::Type, "leader"), (Field::Title, "王芳")]));
    assert_eq!((roster.kind, roster.name.as_str()), (Some(RosterKind::Leader), "王芳"));
    let view = SavedView::of(&entry(Kind::View, &[(Field::Query, "status=done")]));
    assert_eq!(view.query, "status=done");
}

#[test]
fn a_meeting_has_its_decisions_and_its_own_kind_of_name() {
    let mut meeting = entry(
        Kind::Meeting,
        &[(Field::Type, "民主生活会"), (Field::Since, "2026-10-12")],
    );
    meeting.entries = ["甲", "乙"]
        .map(|text| entry(Kind::Decision, &[(Field::Body, text)]))
        .into();
    let meeting = Meeting::of(&meeting);
    assert_eq!(meeting.kind, MeetingKind::Other("民主生活会".into()));
    let texts: Vec<&str> = meeting.decisions.iter().map(|each| each.text.as_str()).collect();
    assert_eq!(texts, ["甲", "乙"]);
    assert_eq!(meeting.decisions[0].subject, None);
}

#[test]
fn of_a_list_only_the_kind_is_read() {
    let list = [
        entry(Kind::Progress, &[]),
        entry(Kind::Recheck, &[]),
        entry(Kind::Progress, &[]),
    ];
    assert_eq!(Progress::all(&list).count(), 2);
    assert_eq!(Closure::all(&list).count(), 0);
}

#[test]
fn every_code_is_accepted_and_only_those() {
    let check = |field: Field, codes: &[&str]| {
        assert_eq!(field.codes(), codes.join(" "));
        assert!(codes.iter().all(|code| field.accepts(code)));
        assert!(
            !field.accepts("other")
                && !field.accepts(&codes.join(" "))
                && !field.accepts(codes[0].trim_end_matches(char::is_alphabetic))
        );
    };
    check(
        Field::Step,
        &ClosureStep::ALL.iter().map(|each| each.code()).collect::<Vec<_>>(),
    );
    check(
        Field::Level,
        &ReminderLevel::ALL.iter().map(|each| each.code()).collect::<Vec<_>>(),
    );
    check(
        Field::Outcome,
        &Outcome::ALL.iter().map(|each| each.code()).collect::<Vec<_>>(),
    );
}

#[test]
fn settings_have_defaults() {
    let mut ledger = Ledger::default();
    assert_eq!(Settings::of(&ledger).closing, ClosingRules::default());
    for (field, value) in [
        (Field::ClosingSteps, "three"),
        (Field::ClosingEvidence, "yes"),
        (Field::PlanDue, "2026-10-12"),
    ] {
        ledger.settings.set(SETTINGS, &field, &value.into());
    }
    let settings = Settings::of(&ledger);
    assert!(settings.closing.is_reviewed && settings.closing.needs_evidence);
    assert_eq!(settings.plan_due, parse_date("2026-10-12"));
    assert_eq!(settings.report_due, None);
}
