//! Books to test with: one that has everything, and random ones.

use crate::acts;
use rectification_ledger::{
    journal::{Book, Edit, Hand, NewRecord, Position},
    ledger::{Actor, Field, Id, Kind, Status},
};

pub const EXPORTED: u64 = 1_795_508_040_000;

pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }
}

pub fn actor(number: u64) -> Actor {
    Actor::from_random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

pub fn hand(number: u64, author: &str) -> Hand {
    Hand {
        actor: actor(number),
        author: author.into(),
        secret: Default::default(),
    }
}

pub fn ids(book: &Book, kind: Kind) -> Vec<Id> {
    let changes = book.changes().iter().map(|change| change.id);
    changes
        .filter(|id| book.change(*id).is_some_and(|change| change.record() == *id) && book.kind(*id) == Some(&kind))
        .collect()
}

/// Every field, a category that is one finding, an unplaced item, a removed finding, a conflict and words to come.
pub fn full() -> Book {
    let mut book = Book::default();
    let measure = NewRecord::new(Kind::Measure)
        .with(Field::Heading, "完善制度。")
        .with(Field::Body, "修订《档案借阅办法》,\n“谁借阅、谁登记”。")
        .with_status(Status::Done)
        .with(Field::Date, "2026-05-08")
        .with(Field::Owner, "李军")
        .with(Field::Result, "17卷全部归档。")
        .with(Field::Withheld, "sensitive")
        .with(Field::PublicHeading, "健全制度。")
        .with(Field::PublicText, "修订有关办法。")
        .with_children([
            NewRecord::new(Kind::Rule)
                .with(Field::Title, "档案借阅办法")
                .with(Field::Date, "2026-05-08")
                .with(Field::Act, "revised")
                .with(Field::Passage, "修订《档案借阅办法》,\n“谁借阅、谁登记”。"),
            acts::progress("2026-05-08", "办法已印发。"),
            acts::evidence(),
        ]);
    let finding = NewRecord::new(Kind::Finding)
        .with(Field::Title, "针对档案归档不及时的问题")
        .with(Field::Detail, "2023年以来 17 卷未归档")
        .with_status(Status::InProgress)
        .with(Field::Remedy, "by_date")
        .with(Field::Leader, "王芳")
        .with(Field::Department, "档案保管科")
        .with(Field::CoDepartments, "办公室、信息科")
        .with(Field::Owner, "李军")
        .with(Field::Deadline, "2026-12-31")
        .with(Field::CompletedOn, "2026-11-20")
        .with(Field::Problem, "库房不足")
        .with(Field::Reason, "改造未完")
        .with(Field::NextStep, "年底前移库")
        .with(Field::Note, "\"引号\" \\ \t制表")
        .with(Field::Withheld, "petition_risk")
        .with(Field::PublicTitle, "档案归档不及时")
        .with(Field::PublicProblem, "库房紧张")
        .with(Field::PublicReason, "改造尚未完工")
        .with(Field::PublicNextStep, "尽快移库")
        .with(Field::ReportForm, "{n}{title}\n整改情况：一是{1.heading}{1.text}")
        .with(Field::ItemForm, "{n}{title}")
        .with(Field::ItemPlace, "1")
        .with_children([
            measure,
            NewRecord::new(Kind::Measure).with(Field::Heading, "加强培训。"),
            NewRecord::new(Kind::Accountability)
                .with(Field::Type, "criticism")
                .with(Field::Number, "2")
                .with(Field::CountedAs, "persons")
                .with(Field::Passage, "批评教育2人。"),
            NewRecord::new(Kind::Recovered)
                .with(Field::Type, "refunded")
                .with(Field::Amount, "1.2345 ten_thousand_yuan")
                .with(Field::Passage, "清退1.2345万元。"),
        ])
        .with_children(acts::of_a_finding());
    let second = NewRecord::new(Kind::Finding)
        .with(Field::Title, "借阅无登记")
        .with_status(Status::Closed);
    let alone = NewRecord::new(Kind::Finding).with_status(Status::LargelyDone);
    let categories = [
        NewRecord::new(Kind::Category)
            .with(Field::Title, "档案管理")
            .with(Field::ReportForm, "{n}{title}问题")
            .with_children([finding, second.clone(), second]),
        NewRecord::new(Kind::Category)
            .with(Field::Title, "关于学习不深入的问题")
            .with_children([alone]),
    ];
    let area = NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "聚焦责任落实方面")
        .with(Field::ReportForm, "{section}{n}{title}")
        .with_children(categories);
    let item = NewRecord::new(Kind::Unplaced)
        .with(Field::Title, "公务用车管理不规范")
        .with(Field::ItemForm, "{n}{title}")
        .with(Field::ItemPlace, "2")
        .with(Field::Problem, "台账不全")
        .with(Field::Reason, "人员变动")
        .with(Field::NextStep, "补登")
        .with(Field::Deadline, "2027-01-31");
    let meeting = NewRecord::new(Kind::from_name("meeting"))
        .with(Field::from_name("zz_held_on"), "2026-11-24")
        .with(Field::from_name("decided"), "按期销号");
    book.act(
        &hand(1, "王芳 办公室"),
        EXPORTED - 9_000_000,
        &[
            Edit::add(Id::ROOT, area),
            Edit::add(
                Id::ROOT,
                NewRecord::new(Kind::FocusArea).with(Field::Title, "聚焦队伍建设方面"),
            ),
            Edit::add(Id::ROOT, item),
            Edit::add(Id::ROOT, meeting),
            Edit::add(
                Id::ROOT,
                NewRecord::new(Kind::Accountability)
                    .with(Field::Type, "通报曝光")
                    .with(Field::Number, "3")
                    .with(Field::CountedAs, "person_times")
                    .with(Field::Passage, "通报曝光3人次。"),
            ),
            Edit::add(
                Id::ROOT,
                NewRecord::new(Kind::Statement)
                    .with(Field::What, "measures")
                    .with(Field::Number, "2")
                    .with(Field::Passage, "制定整改措施2条。"),
            ),
            Edit::add(
                Id::ROOT,
                NewRecord::new(Kind::Acknowledgement)
                    .with(Field::Check, "accountability")
                    .with(Field::Subject, "criticism persons")
                    .with(Field::Seen, "3 | 2")
                    .with(Field::Reason, "一人两次"),
            ),
            Edit::add(
                Id::ROOT,
                NewRecord::new(Kind::Section)
                    .with(Field::Part, "organisation")
                    .with(Field::Title, "组织领导情况")
                    .with(Field::Body, "召开专题会议。"),
            ),
            Edit::add(Id::ROOT, NewRecord::new(Kind::Section).with(Field::Part, "progress")),
            Edit::set(Id::ROOT, Field::ReportTitle, "整改进展情况的通报"),
            Edit::set(Id::ROOT, Field::ReportIntro, "现将情况公布如下。"),
            Edit::set(Id::ROOT, Field::ReportContact, "联系电话:12345。"),
            Edit::set(Id::ROOT, Field::ReportStyle, "areas=han_in_brackets tone=plain"),
            Edit::set(Id::ROOT, Field::MaskedNames, "王芳、李军"),
            Edit::set(Id::ROOT, Field::MaskNumbers, "yes"),
            Edit::set(Id::ROOT, Field::Name, "档案中心整改台账"),
            Edit::set(Id::ROOT, Field::Source, "巡察"),
            Edit::set(Id::ROOT, Field::Team, "市委第三巡察组"),
            Edit::set(Id::ROOT, Field::Unit, "云岭市档案中心"),
            Edit::set(Id::ROOT, Field::PeriodFrom, "2026-03-02"),
            Edit::set(Id::ROOT, Field::PeriodTo, "2026-04-30"),
            Edit::set(Id::ROOT, Field::Feedback, "2026-05-20"),
            Edit::set(Id::ROOT, Field::ConcentratedUntil, "2026-11-20"),
        ],
    );
    let findings = ids(&book, Kind::Finding);
    book.act(
        &hand(1, "王芳 办公室"),
        EXPORTED - 8_500_000,
        &acts::of_the_ledger(findings[0], findings[1]),
    );
    book.act(
        &hand(1, "王芳 办公室"),
        EXPORTED - 8_000_000,
        &[Edit::Remove { record: findings[2] }],
    );
    let mut other = book.clone();
    book.act(
        &hand(1, "王芳 办公室"),
        EXPORTED - 7_000_123,
        &[Edit::set(findings[0], Field::Owner, "赵敏")],
    );
    other.act(
        &hand(2, ""),
        EXPORTED - 6_000_000,
        &[
            Edit::set(findings[0], Field::Owner, "周强"),
            Edit::set(findings[0], Field::from_name("risk"), "高"),
            Edit::set(findings[1], Field::Status, "done"),
        ],
    );
    book.absorb(other.changes().to_vec());
    assert_eq!(book.conflicts().len(), 1);
    book
}

/// Several hands that work apart on one ledger, with texts, clocks and words of every kind.
pub fn random(seed: u64) -> Book {
    let mut dice = Dice(seed);
    let mut books = vec![full(); 2];
    for step in 0..20 + dice.roll(40) as u64 {
        let at = dice.roll(2);
        let book = &mut books[at];
        let findings = ids(book, Kind::Finding);
        let measures = ids(book, Kind::Measure);
        let texts = [
            "",
            "甲",
            "\u{0}\u{1f}\u{7f}",
            "a\"b\\c\r\n",
            "\u{feff}🗂\u{2028}",
            "2026-02-30",
            "done",
            "not a status",
            "007",
            "0.50 yuan",
        ];
        let registers = [
            Kind::Accountability,
            Kind::Rule,
            Kind::Recovered,
            Kind::Statement,
            Kind::Section,
            Kind::Progress,
            Kind::Evidence,
            Kind::Closure,
            Kind::Meeting,
            Kind::Decision,
        ];
        let fields = [
            "owner",
            "status",
            "deadline",
            "title",
            "note",
            "risk",
            "",
            "题 目",
            "withheld",
            "mask_numbers",
        ];
        let edit = match dice.roll(9) {
            0 | 1 => Edit::set(
                dice.pick(&findings),
                Field::from_name(dice.pick(&fields)),
                dice.pick(&texts),
            ),
            2 => Edit::set(Id::ROOT, Field::from_name(dice.pick(&fields)), dice.pick(&texts)),
            3 => {
                let mut record = NewRecord::new(Kind::from_name(dice.pick(&["measure", "evidence", "\"", ""])));
                for _ in 0..dice.roll(5) {
                    let field = Field::from_name(dice.pick(&["zulu", "text", "alpha", "status", "text"]));
                    record.values.push((field, dice.pick(&texts).into()));
                }
                Edit::add(dice.pick(&findings), record)
            }
            4 => Edit::Move {
                record: dice.pick(&measures),
                parent: dice.pick(&findings),
                position: Position::First,
            },
            5 => Edit::Remove {
                record: dice.pick(&[findings, measures].concat()),
            },
            6 => {
                let kind = dice.pick(&registers);
                let parent = match &kind.parents()[0] {
                    Kind::Ledger => Id::ROOT,
                    Kind::Measure => dice.pick(&measures),
                    Kind::Meeting => dice.pick(&ids(book, Kind::Meeting)),
                    _ => dice.pick(&findings),
                };
                let field = dice.pick(&[
                    Field::Number,
                    Field::Amount,
                    Field::Type,
                    Field::Date,
                    Field::Body,
                    Field::Size,
                ]);
                Edit::add(parent, NewRecord::new(kind).with(field, dice.pick(&texts)))
            }
            7 => {
                let kind = dice.pick(&registers);
                let field = dice.pick(&[
                    Field::Number,
                    Field::Amount,
                    Field::Passage,
                    Field::What,
                    Field::Date,
                    Field::Step,
                ]);
                Edit::set(dice.pick(&ids(book, kind)), field, dice.pick(&texts))
            }
            _ => Edit::Restore {
                record: dice.pick(&findings),
            },
        };
        let now = [5, EXPORTED + step, 300_000_000_000_000, u64::MAX / 2][dice.roll(4)];
        book.act(&hand(seed + 3 + at as u64, dice.pick(&texts)), now, &[edit]);
    }
    let [mut one, two] = books.try_into().expect("there are two");
    one.absorb(two.changes().to_vec());
    one
}
