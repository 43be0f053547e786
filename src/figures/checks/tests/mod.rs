//! Each check on a small ledger: a case that raises it and one that does not.

mod alone;
mod counts;
mod others;

use chrono::NaiveDate;

use super::*;
use crate::{
    journal::{Book, Edit, Hand, NewRecord},
    ledger::{Actor, CountedAs, Field, Finding, Id, Kind, Penalty, Stated, Status, parse_date},
};

fn act(book: &mut Book, edits: &[Edit]) {
    let hand = Hand {
        actor: Actor::from_random(7),
        author: "".into(),
        secret: Default::default(),
    };
    book.act(&hand, 1, edits);
}

/// A ledger that fits together: one finding that is complete, one that is not.
fn book() -> Book {
    let measure = |heading: &str, text: &str, date: &str| {
        NewRecord::new(Kind::Measure)
            .with(Field::Heading, heading)
            .with(Field::Body, text)
            .with(Field::Date, date)
            .with_status(Status::Done)
    };
    let done = NewRecord::new(Kind::Finding)
        .with(Field::Title, "渠道清淤不及时")
        .with_status(Status::Done)
        .with(Field::CompletedOn, "2026-06-30")
        .with(Field::Owner, "周强")
        .with_children([measure(
            "开展清淤。",
            "组织三个站点清理渠道淤泥十二公里。",
            "2026-05-12",
        )]);
    let open = NewRecord::new(Kind::Finding)
        .with(Field::Title, "水费收缴台账缺失")
        .with_status(Status::InProgress)
        .with(Field::Deadline, "2026-12-31")
        .with(Field::Reason, "历年票据仍在整理。")
        .with(Field::NextStep, "年底前补齐。")
        .with_children([measure("补登台账。", "逐户核对近三年水费收缴票据。", "2026-06-01")]);
    let category = NewRecord::new(Kind::Category)
        .with(Field::Title, "日常管理松散")
        .with_children([done, open]);
    let area = NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "聚焦履职尽责方面")
        .with_children([category]);
    let mut book = Book::default();
    let edits = [
        Edit::add(Id::ROOT, area),
        Edit::set(Id::ROOT, Field::Unit, "青石灌区管理所"),
        Edit::set(Id::ROOT, Field::Feedback, "2026-03-20"),
        Edit::set(Id::ROOT, Field::ConcentratedUntil, "2026-09-20"),
    ];
    act(&mut book, &edits);
    book
}

fn finding(book: &Book, at: usize) -> Finding {
    book.ledger().findings().nth(at).expect("the ledger has it").clone()
}

fn today() -> NaiveDate {
    parse_date("2026-10-01").expect("a date")
}

/// What the checks find, as `check subject: seen`.
fn found(checked: &Checked<'_>) -> Vec<String> {
    let line = |each: CheckFinding| format!("{} {}: {}", each.check.code(), each.subject, each.seen());
    checks(checked).into_iter().map(line).collect()
}

/// Does edits to the ledger that fits together, and expects these lines.
#[track_caller]
fn check(edits: &[Edit], expected: &[&str]) -> Book {
    let mut book = book();
    act(&mut book, edits);
    let lines = found(&Checked::new(book.ledger(), today()));
    assert_eq!(lines, expected);
    book
}

fn id(at: usize) -> Id {
    finding(&book(), at).id
}

fn measure(at: usize) -> Id {
    finding(&book(), at).measures[0].id
}

fn stated(what: Stated, number: u32) -> Edit {
    let statement = NewRecord::new(Kind::Statement)
        .with(Field::What, what.code())
        .with(Field::Number, number.to_string());
    Edit::add(Id::ROOT, statement)
}

fn held(parent: Id, penalty: Penalty, number: u32, counted_as: CountedAs) -> Edit {
    let record = NewRecord::new(Kind::Accountability)
        .with(Field::Type, penalty.code())
        .with(Field::Number, number.to_string())
        .with(Field::CountedAs, counted_as.code());
    Edit::add(parent, record)
}

#[test]
fn what_fits_together_raises_nothing() {
    check(&[], &[]);
}

#[test]
fn deadlines_that_have_passed() {
    check(
        &[Edit::set(id(1), Field::Deadline, "2026-09-30")],
        &[&format!("overdue {}: 2026-09-30 | in_progress", id(1))],
    );
    check(&[Edit::set(id(1), Field::Deadline, "2026-10-01")], &[]);
    check(&[Edit::set(id(0), Field::Deadline, "2026-05-01")], &[]);
}

#[test]
fn complete_without_a_result() {
    let none = Edit::set(measure(0), Field::Status, "in_progress");
    let line = format!("no_result {}: done | 0", id(0));
    check(std::slice::from_ref(&none), &[&line]);
    check(&[Edit::Remove { record: measure(0) }], &[&line]);
    let money = NewRecord::new(Kind::Recovered).with(Field::Amount, "300 yuan");
    check(&[none, Edit::add(id(0), money)], &[]);
}

#[test]
fn unfinished_without_reason_next_step_or_deadline() {
    let clear = |field: Field| Edit::set(id(1), field, "");
    check(
        &[clear(Field::Reason)],
        &[&format!("no_reason {}: in_progress | reason ", id(1))],
    );
    check(
        &[clear(Field::Deadline), clear(Field::NextStep)],
        &[&format!("no_reason {}: in_progress | next_step deadline ", id(1))],
    );
    check(&[clear(Field::Reason), Edit::set(id(1), Field::Status, "closed")], &[]);
}

#[test]
fn one_text_under_two_measures() {
    let text = "组织三个站点清理渠道淤泥十二公里";
    check(
        &[Edit::set(measure(1), Field::Body, text)],
        &[&format!(
            "same_text {} {}: 组织三个站点清理渠道淤泥十二公里。 | {text}",
            measure(0),
            measure(1)
        )],
    );
    // Short texts are the same by chance, but not with their headings.
    let short = |at: usize| Edit::set(measure(at), Field::Body, "逐项落实到位");
    check(&[short(0), short(1)], &[]);
    let both = |field: Field, text: &str| [0, 1].map(|at| Edit::set(measure(at), field.clone(), text));
    let brief = [both(Field::Heading, "加强培训。"), both(Field::Body, "已落实。")].concat();
    check(&brief, &[]);
    let heading = Edit::set(measure(0), Field::Heading, "补登台账管理");
    let same = Edit::set(measure(1), Field::Heading, "补登台账管理。");
    let lines = format!("same_text {} {}: 逐项落实到位 | 逐项落实到位", measure(0), measure(1));
    check(&[short(0), short(1), heading, same], &[&lines]);
}

#[test]
fn dates_outside_the_span() {
    let day = |record: Id, field: Field, date: &str| Edit::set(record, field, date);
    check(
        &[day(measure(0), Field::Date, "2026-03-19")],
        &[&format!("dates {}: 2026-03-19 | 2026-03-20", measure(0))],
    );
    check(&[day(measure(0), Field::Date, "2026-03-20")], &[]);
    check(
        &[day(id(0), Field::CompletedOn, "2026-10-02")],
        &[&format!("dates {}: 2026-10-02 | today", id(0))],
    );
    check(&[day(id(0), Field::CompletedOn, "2026-10-01")], &[]);
    // What is still to be carried out may lie before the finding's deadline.
    let planned = |date: &str| {
        [
            day(measure(1), Field::Status, "not_started"),
            day(measure(1), Field::Date, date),
        ]
    };
    check(&planned("2026-12-31"), &[]);
    check(
        &planned("2027-01-01"),
        &[&format!("dates {}: 2027-01-01 | 2026-12-31", measure(1))],
    );
    let rule = NewRecord::new(Kind::Rule)
        .with(Field::Title, "清淤办法")
        .with(Field::Date, "2025-12-01");
    let book = check_one(&[Edit::add(measure(0), rule)]);
    assert_eq!(book.about, About::Titled("清淤办法".into()));
    // Without the day of the feedback the inspection's start counts.
    let no_feedback = [
        day(Id::ROOT, Field::Feedback, ""),
        day(Id::ROOT, Field::PeriodFrom, "2026-05-20"),
    ];
    check(
        &no_feedback,
        &[&format!("dates {}: 2026-05-12 | 2026-05-20", measure(0))],
    );
}

/// The one thing that is found.
#[track_caller]
fn check_one(edits: &[Edit]) -> CheckFinding {
    let mut book = book();
    act(&mut book, edits);
    let [only] = &checks(&Checked::new(book.ledger(), today()))[..] else {
        panic!("not one")
    };
    only.clone()
}
