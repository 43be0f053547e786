//! Meetings: small books with known changes.

use super::*;
use crate::{
    figures::random::today,
    journal::{Edit, Fault, Hand, NewRecord},
    ledger::{Actor, Kind, Status},
};

pub(super) fn hand() -> Hand {
    Hand {
        actor: Actor::from_random(5),
        author: "王芳".into(),
        secret: Default::default(),
    }
}

/// Area, category, three findings: of two departments, of one, of none.
pub(super) fn book() -> (Book, Vec<Id>) {
    let mut book = Book::default();
    let finding = |title: &str, department: &str, deadline: &str| {
        NewRecord::new(Kind::Finding)
            .with(Field::Title, title)
            .with(Field::Department, department)
            .with(Field::Deadline, deadline)
            .with_status(Status::InProgress)
    };
    let measure = NewRecord::new(Kind::Measure).with(Field::Heading, "修订办法。");
    let category = NewRecord::new(Kind::Category)
        .with(Field::Title, "档案管理")
        .with_children([
            finding("甲", "办公室、财务科", "2020-01-01").with_children([measure]),
            finding("乙", "财务科", ""),
            finding("丙", "", ""),
        ]);
    let area = NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "聚焦")
        .with_children([category]);
    book.act(&hand(), 1_000, &[Edit::add(Id::ROOT, area)]);
    let ids = book.ledger().findings().map(|finding| finding.id).collect();
    (book, ids)
}

fn sheet_of(before: &Book, after: &Book) -> MeetingSheet {
    meeting_sheet([before, after, after], (today(), today()), today())
}

#[test]
fn each_department_sees_its_own_changes() {
    let (mut book, ids) = book();
    let measure = book.ledger().finding(ids[0]).expect("甲").measures[0].id;
    book.act(
        &hand(),
        5_000,
        &[
            Edit::set(measure, Field::Status, Status::Done.code()),
            Edit::set(ids[1], Field::Status, Status::Done.code()),
            Edit::Remove { record: ids[2] },
        ],
    );
    let before = book.at(4_000);
    let sheet = sheet_of(&before, &book);
    assert_eq!((sheet.before.total(), sheet.after.total(), sheet.changed), (3, 2, 3));
    let names: Vec<&str> = sheet.departments.iter().map(|each| each.department.as_str()).collect();
    assert_eq!(names, ["办公室", "财务科", ""]);
    let changed = |at: usize| -> Vec<&str> {
        sheet.departments[at]
            .changed
            .iter()
            .map(|each| each.title.as_str())
            .collect()
    };
    assert_eq!(changed(0), ["甲"]);
    assert_eq!(changed(1), ["甲", "乙"]);
    assert_eq!(changed(2), ["丙"]);
    let removed = ChangedStep::Removed { restore: vec![ids[2]] };
    assert_eq!(sheet.departments[2].changed[0].steps, [removed]);
    assert_eq!(
        sheet.departments[1].changed[1].steps,
        [ChangedStep::Field {
            record: ids[1],
            part: None,
            field: Field::Status,
            from: Status::InProgress.code().into(),
            to: Status::Done.code().into(),
        }]
    );
    assert_eq!(sheet.departments[0].overdue.len(), 1, "甲 is late");
    assert_eq!(
        sheet.departments[1].overdue.len(),
        1,
        "and stands under both of its departments"
    );
    assert_eq!(sheet.late_and_soon().0, 1, "but is one");
    assert_eq!(sheet.departments[0].tally.total(), 1);
}

#[test]
fn nothing_changed_is_nothing_told() {
    let (book, _) = book();
    let sheet = sheet_of(&book, &book);
    assert_eq!(sheet.changed, 0);
    assert!(sheet.departments.iter().all(|each| each.changed.is_empty()));
    // What was not there yet is all new.
    let sheet = sheet_of(&book.at(0), &book);
    assert_eq!((sheet.before.total(), sheet.changed), (0, 3));
}

#[test]
fn what_was_done_and_taken_back_is_no_change() {
    let (mut book, ids) = book();
    book.act(&hand(), 5_000, &[Edit::set(ids[0], Field::Owner, "李军")]);
    book.act(&hand(), 6_000, &[Edit::set(ids[0], Field::Owner, "")]);
    let sheet = sheet_of(&book.at(4_000), &book);
    assert_eq!(sheet.changed, 0);
}

#[test]
fn what_is_given_back_is_as_it_was() {
    let (mut book, ids) = book();
    let before = book.clone();
    let measure = book.ledger().finding(ids[0]).expect("甲").measures[0].id;
    let added = NewRecord::new(Kind::Measure).with(Field::Heading, "加强培训。");
    book.act(
        &hand(),
        5_000,
        &[
            Edit::set(measure, Field::Status, Status::Done.code()),
            Edit::add(ids[0], added),
            Edit::set(ids[1], Field::Owner, "李军"),
            Edit::Remove { record: ids[1] },
            Edit::Remove { record: ids[2] },
        ],
    );
    let changed = changes_between(&before, &book);
    assert_eq!(changed.len(), 3);
    let edits: Vec<Edit> = changed.iter().flat_map(ChangedFinding::give_back).collect();
    book.act(&hand(), 6_000, &edits);
    assert_eq!(book.ledger().focus_areas, before.ledger().focus_areas);
    assert!(changes_between(&before, &book).is_empty());
}

#[test]
fn a_review_tells_whose_hand_what_and_which_both_sides_set() {
    let (mut office, ids) = book();
    let mut department = office.clone();
    let other = Hand {
        actor: Actor::from_random(6),
        author: "李军".into(),
        secret: Default::default(),
    };
    department.act(&other, 5_000, &[Edit::set(ids[0], Field::Owner, "李军")]);
    department.act(&other, 9_000, &[Edit::set(ids[1], Field::Note, "已核")]);
    office.act(&hand(), 6_000, &[Edit::set(ids[0], Field::Owner, "王芳")]);
    let found = review(&office, department.changes());
    assert_eq!(found.new, 2);
    let share = HandShare {
        author: "李军".into(),
        changes: 2,
        first: 5_000,
        last: 9_000,
    };
    assert_eq!(found.hands, [share]);
    // The later value shows here already: only the other finding differs.
    assert_eq!(found.changed.iter().map(|each| each.id).collect::<Vec<_>>(), [ids[1]]);
    assert!(found.has_conflict(ids[0], &Field::Owner));
    assert_eq!(found.conflicts[0].1, "甲");
    department.act(&other, 9_500, &[Edit::Remove { record: ids[0] }]);
    let asked = Question::EditedThoughRemoved {
        kind: Kind::Finding,
        title: "甲".into(),
        edits: 1,
        removed_here: false,
    };
    assert_eq!(review(&office, department.changes()).questions, [asked]);
    assert_eq!(
        review(&office, office.changes()),
        Review {
            title: office.ledger().title().to_owned(),
            ..Review::default()
        }
    );
}

/// The same book at two places, and the hand at the other one.
fn two_sides() -> (Book, Book, Hand, Vec<Id>) {
    let (office, ids) = book();
    let department = office.clone();
    let other = Hand {
        actor: Actor::from_random(6),
        author: "李军".into(),
        secret: Default::default(),
    };
    (office, department, other, ids)
}

/// A second category, made before the two sides part.
fn with_category(office: &mut Book, department: &mut Book) -> Id {
    let area = office.ledger().focus_areas[0].id;
    let category = NewRecord::new(Kind::Category).with(Field::Title, "培训管理");
    let made = office.act(&hand(), 2_000, &[Edit::add(area, category)]);
    department.absorb(made.clone());
    made[0].id
}

fn to_last(record: Id, parent: Id) -> Edit {
    Edit::Move {
        record,
        parent,
        position: crate::journal::Position::Last,
    }
}

#[test]
fn an_edit_of_what_is_removed_here_is_asked_about() {
    let (mut office, mut department, other, ids) = two_sides();
    office.act(&hand(), 5_000, &[Edit::Remove { record: ids[0] }]);
    let measure = department.ledger().finding(ids[0]).expect("甲").measures[0].id;
    department.act(&other, 6_000, &[Edit::set(measure, Field::Status, "done")]);
    department.act(&other, 6_500, &[Edit::set(ids[0], Field::Note, "已核")]);
    let asked = Question::EditedThoughRemoved {
        kind: Kind::Finding,
        title: "甲".into(),
        edits: 2,
        removed_here: true,
    };
    assert_eq!(review(&office, department.changes()).questions, [asked]);
    // Once it is here, it is no question of the next file.
    office.absorb(department.changes().to_vec());
    department.act(&other, 7_000, &[Edit::set(ids[1], Field::Note, "已核")]);
    assert_eq!(review(&office, department.changes()).questions, []);
}

#[test]
fn a_move_shows_both_places_and_can_be_given_back() {
    let (mut office, mut department, other, ids) = two_sides();
    let category = with_category(&mut office, &mut department);
    department.act(&other, 5_000, &[to_last(ids[0], category)]);
    let found = review(&office, department.changes());
    let place = office.value(ids[0], &Field::Place);
    let moved = ChangedStep::Moved {
        from: "档案管理".into(),
        to: "培训管理".into(),
        place,
    };
    assert_eq!(found.changed[0].steps, [moved]);
    assert_eq!(found.questions, [], "nobody edited it here");
    let before = office.ledger().focus_areas.clone();
    office.absorb(department.changes().to_vec());
    office.act(&hand(), 6_000, &found.changed[0].give_back());
    assert_eq!(office.ledger().focus_areas, before);
}

#[test]
fn a_move_against_an_edit_is_asked_about_on_either_side() {
    let (mut office, mut department, other, ids) = two_sides();
    let category = with_category(&mut office, &mut department);
    office.act(&hand(), 5_000, &[to_last(ids[0], category)]);
    let measure = department.ledger().finding(ids[0]).expect("甲").measures[0].id;
    department.act(&other, 6_000, &[Edit::set(measure, Field::Status, "done")]);
    let asked = |moved_here| Question::EditedThoughMoved {
        kind: Kind::Finding,
        title: "甲".into(),
        from: "档案管理".into(),
        to: "培训管理".into(),
        moved_here,
    };
    assert_eq!(review(&office, department.changes()).questions, [asked(true)]);
    assert_eq!(review(&department, office.changes()).questions, [asked(false)]);
    // An order among the same siblings is no move.
    let (mut office, mut department, other, ids) = two_sides();
    let category = office.ledger().focus_areas[0].categories[0].id;
    office.act(&hand(), 5_000, &[to_last(ids[0], category)]);
    department.act(&other, 6_000, &[Edit::set(ids[0], Field::Note, "已核")]);
    assert_eq!(review(&office, department.changes()).questions, []);
}

#[test]
fn moved_on_both_sides_is_a_conflict_of_two_titles() {
    let (mut office, mut department, other, ids) = two_sides();
    let trained = with_category(&mut office, &mut department);
    let area = office.ledger().focus_areas[0].id;
    let third = NewRecord::new(Kind::Category).with(Field::Title, "财务管理");
    let third = department.act(&other, 4_000, &[Edit::add(area, third)])[0].id;
    office.act(&hand(), 5_000, &[to_last(ids[0], trained)]);
    department.act(
        &other,
        6_000,
        &[to_last(ids[0], third), Edit::set(ids[0], Field::Note, "已核")],
    );
    let found = review(&office, department.changes());
    let values: Vec<&str> = found.conflicts[0]
        .0
        .versions
        .iter()
        .map(|each| each.value.as_str())
        .collect();
    assert_eq!(values, ["培训管理", "财务管理"]);
    assert!(found.has_conflict(ids[0], &Field::Place));
    assert_eq!(found.questions, [], "one question is enough");
}

#[test]
fn a_finding_that_went_with_its_category_comes_back_with_it() {
    let (mut office, mut department, other, ids) = two_sides();
    let category = office.ledger().focus_areas[0].categories[0].id;
    department.act(&other, 5_000, &[Edit::Remove { record: category }]);
    let found = review(&office, department.changes());
    assert_eq!(found.changed.len(), 3);
    let before = office.ledger().focus_areas.clone();
    office.absorb(department.changes().to_vec());
    assert!(office.ledger().finding(ids[0]).is_none());
    office.act(&hand(), 6_000, &found.changed[0].give_back());
    assert_eq!(office.ledger().focus_areas, before);
}

#[test]
fn a_wrong_change_is_told_with_both_values() {
    let (mut office, department, _, ids) = two_sides();
    office.act(&hand(), 5_000, &[Edit::set(ids[1], Field::Owner, "王芳")]);
    let mut changes = office.changes().to_vec();
    let Some(crate::journal::Op::Set { value, .. }) = changes.last_mut().map(|last| &mut last.op) else {
        panic!("the last change sets the owner");
    };
    *value = "李军".into();
    let last = changes.last().expect("the changes").id;
    let found = review(&office, &changes);
    assert_eq!(found.two_faces, [Fault::TwoFaces { change: last }]);
    assert_eq!(found.new, 0);
    let wrong = wrong_changes(&office, &changes, &crate::journal::verify(&changes, &[]));
    assert_eq!(wrong.len(), 1);
    assert_eq!(
        (&*wrong[0].author, wrong[0].millis, &*wrong[0].title),
        ("王芳", 5_000, "乙")
    );
    assert_eq!(wrong[0].values, [(Field::Owner, Some("王芳".into()), "李军".into())]);
    // It is told once, though its name is taken too.
    let faults = crate::journal::verify(&changes, &[]);
    assert_eq!(
        wrong_changes(&office, &changes, faults.iter().chain(&found.two_faces)),
        wrong
    );
    // Where the change is not here, there is nothing to compare it with.
    let wrong = wrong_changes(&department, &changes, &crate::journal::verify(&changes, &[]));
    assert_eq!(wrong[0].values, [(Field::Owner, None, "李军".into())]);
}
