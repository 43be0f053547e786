//! What is stored of a report's settings is what is read of it.

use super::super::settings::*;
use super::*;
use crate::journal::{Book, Edit, Hand, NewRecord};
use crate::ledger::Kind;

fn act(book: &mut Book, edits: &[Edit]) {
    let hand = Hand {
        actor: Actor::from_random(7),
        author: "".into(),
        secret: Default::default(),
    };
    book.act(&hand, 1, edits);
}

fn book() -> Book {
    let measure = NewRecord::new(Kind::Measure)
        .with(Field::Heading, "补录台账")
        .with_status(Status::Done);
    let finding = NewRecord::new(Kind::Finding)
        .with(Field::Title, "台账不全")
        .with_children([measure]);
    let category = NewRecord::new(Kind::Category)
        .with(Field::Title, "基础工作不实")
        .with_children([finding]);
    let area = NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "聚焦廉洁风险方面")
        .with_children([category]);
    let mut book = Book::default();
    act(&mut book, &[Edit::add(Id::ROOT, area)]);
    book
}

fn settings(book: &Book) -> PublicSettings {
    PublicSettings::from_ledger(book.ledger())
}

#[test]
fn without_settings_all_follows_from_the_ledger() {
    let mut book = book();
    let expected = PublicSettings {
        style: Style::default(),
        prose: Prose::from_ledger(book.ledger()),
        withheld: vec![],
        public: vec![],
        names: vec![],
        mask_numbers: false,
    };
    assert_eq!(settings(&book), expected);
    act(&mut book, &[Edit::set(Id::ROOT, Field::ReportTitle, "通报")]);
    assert_eq!(settings(&book).prose.title, "通报");
    assert_eq!(settings(&book).prose.sections, expected.prose.sections);
}

#[test]
fn a_style_is_stored_and_what_is_not_known_of_it_stays() {
    let mut book = book();
    act(
        &mut book,
        &[Edit::set(
            Id::ROOT,
            Field::ReportStyle,
            "tone=warm width=half areas=runes label=later",
        )],
    );
    let mut style = settings(&book).style;
    assert_eq!((style.width, style.areas), (Width::Half, Style::default().areas));
    style.findings = Numbers::Circle;
    style.label = ProgressLabel::None;
    let edit = style_edit(book.ledger(), &style);
    act(&mut book, &[edit]);
    assert_eq!(settings(&book).style, style);
    let text = &book.ledger().report.style;
    for pair in [
        "tone=warm",
        "areas=runes",
        "findings=circle",
        "label=none",
        "width=half",
    ] {
        assert!(text.split(' ').any(|each| each == pair), "{pair}: {text}");
    }
    assert!(!text.contains("label=later"), "{text}");
    let again = style_edit(book.ledger(), &style);
    assert_eq!(again, Edit::set(Id::ROOT, Field::ReportStyle, text.clone()));
}

#[test]
fn what_is_withheld_and_reworded_is_written_so() {
    let mut book = book();
    let finding = book.ledger().findings().next().expect("one finding").clone();
    let measure = finding.measures[0].id;
    let edits = [
        public_edit(finding.id, &Field::Title, "张三台账不细").expect("titles have public words"),
        public_edit(measure, &Field::Heading, "补录资料，电话13812345678").expect("headings too"),
        names_edit(&["张三", "李四"]),
        mask_numbers_edit(true),
    ];
    act(&mut book, &edits);
    assert_eq!(public_edit(finding.id, &Field::Owner, "无"), None);
    let now = settings(&book);
    assert_eq!(now.names, ["张三", "李四"]);
    let text = plain(&now.write(book.ledger(), &[]));
    assert!(text.contains("（1）针对张某台账不细的问题"), "{text}");
    assert!(text.contains("一是补录资料，电话138****5678。"), "{text}");
    act(
        &mut book,
        &[
            withhold_edit(measure, Some(Withheld::Secret)),
            Edit::set(finding.id, Field::Withheld, "of_a_newer_version"),
            mask_numbers_edit(false),
        ],
    );
    let now = settings(&book);
    assert_eq!(
        now.withheld,
        [(finding.id, Withheld::Sensitive), (measure, Withheld::Secret)]
    );
    assert!(!now.mask_numbers);
    act(
        &mut book,
        &[withhold_edit(measure, None), withhold_edit(finding.id, None)],
    );
    assert_eq!(settings(&book).withheld, []);
}

/// Whatever was stored before, a prose that is stored is the prose that is read.
#[test]
fn any_prose_is_stored_whole() {
    let mut seed = 7usize;
    let mut roll = |sides: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % sides
    };
    let mut book = book();
    for round in 0..80 {
        let words = |at: usize| ["", "甲", "乙\n丙"][at].to_owned();
        let prose = Prose {
            title: words(roll(3)),
            intro: words(roll(3)),
            contact: words(roll(3)),
            sections: (0..1 + roll(7))
                .map(|_| Section {
                    part: Part::ALL[roll(Part::ALL.len())],
                    title: words(roll(3)),
                    text: words(roll(3)),
                })
                .collect(),
        };
        let edits = [prose_edits, passage_edits][round % 2](book.ledger(), &prose);
        act(&mut book, &edits);
        assert_eq!(settings(&book).prose, prose, "round {round}: {edits:#?}");
        assert_eq!(passage_edits(book.ledger(), &prose), []);
    }
}

/// What nobody wrote goes on following the ledger beside what somebody wrote.
#[test]
fn what_is_edited_alone_is_kept() {
    let mut book = book();
    let change = |book: &mut Book, change: &dyn Fn(&mut Prose)| {
        let mut prose = settings(book).prose;
        change(&mut prose);
        let edits = passage_edits(book.ledger(), &prose);
        act(book, &edits);
        assert_eq!(settings(book).prose, prose);
    };
    change(&mut book, &|prose| {
        prose.section_mut(Part::Clues).expect("a section").text = "没有问题线索。".into();
    });
    change(&mut book, &|prose| prose.contact = "联系电话：0595-0000000。".into());
    let finding = book.ledger().findings().next().expect("one finding").id;
    act(
        &mut book,
        &[
            Edit::set(finding, Field::Status, Status::InProgress.code()),
            Edit::set(Id::ROOT, Field::Unit, "河湾区水务局党组"),
        ],
    );
    let now = settings(&book).prose;
    let text = |part| now.section(part).map(|section| &*section.text);
    assert_eq!(text(Part::Progress), Some("反馈的1个问题，正在整改1个。"));
    assert_eq!(text(Part::Clues), Some("没有问题线索。"));
    assert_eq!(now.contact, "联系电话：0595-0000000。");
    assert!(now.title.starts_with("河湾区水务局党组关于"), "{}", now.title);
    // What is written over, and then given back to the ledger, follows again.
    change(&mut book, &|prose| {
        prose.section_mut(Part::Progress).expect("a section").text = "各项整改有序推进。".into();
    });
    let derived = summary(book.ledger());
    change(&mut book, &|prose| {
        prose.section_mut(Part::Progress).expect("a section").text = derived.clone();
    });
    act(&mut book, &[Edit::set(finding, Field::Status, Status::Done.code())]);
    let now = settings(&book).prose;
    assert!(
        now.section(Part::Progress)
            .is_some_and(|section| section.text == "反馈的1个问题，已完成整改1个。")
    );
}

/// A report that was read keeps its words where others of it are edited.
#[test]
fn what_was_read_is_kept_as_it_is() {
    let mut book = book();
    let read = Prose::from_ledger(book.ledger());
    let edits = prose_edits(book.ledger(), &read);
    act(&mut book, &edits);
    let mut prose = read.clone();
    prose.contact = "电话：0595-0000000。".into();
    let edits = passage_edits(book.ledger(), &prose);
    assert_eq!(edits.len(), 1, "{edits:#?}");
    act(&mut book, &edits);
    let finding = book.ledger().findings().next().expect("one finding").id;
    act(&mut book, &[Edit::set(finding, Field::Status, Status::Done.code())]);
    assert_eq!(settings(&book).prose, prose);
}
