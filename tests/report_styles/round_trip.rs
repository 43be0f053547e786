//! A report that is read and written again is the same, line for line, but for white space and the width of marks.

use rectification_ledger::{
    formats::report::{
        Corrections, Draft, read_report, read_reports,
        write::{Prose, PublicSettings, Report, Style, item_order, plain, write},
    },
    journal::{Book, Edit, Hand},
    ledger::{Actor, Field, Id, Ledger, Status},
};

use super::super::{
    fixtures,
    lines::{diff, folded},
    reports,
};

/// All that a report does not keep: its words, and those that stand in their place when it is written.
const DIFFERENCES: [(&str, &str, &str); 9] = [
    // Lines that a copy broke within a sentence are joined.
    ("05-circled-headings", "3次，\n每次", "3次，每次"),
    ("22-closing-blocks", "不一，\n尚需", "不一，尚需"),
    ("47-broken-lines", "看病钱、\n救命钱", "看病钱、救命钱"),
    ("47-broken-lines", "行为查处\n不严", "行为查处不严"),
    ("47-broken-lines", "检查机构\n126家", "检查机构126家"),
    ("47-broken-lines", "该问\n题的", "该问题的"),
    // A page number that a copy left within a sentence is no part of it.
    ("18-web-page", "检查，\n— 2 —\n每季度", "检查，每季度"),
    // A report begins with its first section, where what was read is the part of a longer one.
    ("28-units-by-heading", "二、岭南县统计局党组", "一、岭南县统计局党组"),
    ("46-decimals", "二、整改进展情况", "一、整改进展情况"),
];

#[test]
fn every_style_comes_back() {
    let mut wrong = String::new();
    let mut met = 0;
    for (path, text) in reports() {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for draft in read_reports(&text, &Corrections::default()) {
            let mut own = own_lines(&draft, &text);
            for (_, words, written) in DIFFERENCES.iter().filter(|(of, ..)| *of == name) {
                met += own.matches(words).count();
                own = own.replace(words, written);
            }
            let difference = diff(&own, &written(&store(&draft, &text)));
            if !difference.is_empty() {
                wrong += &format!("=== {name}\n{difference}");
            }
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{wrong}");
    assert_eq!(met, DIFFERENCES.len());
}

/// What comes back is written from the ledger: whatever is changed there is changed in the report.
#[test]
fn what_a_ledger_says_now_is_written() {
    let mut wrong = String::new();
    for (path, text) in reports() {
        let draft = read_report(&text);
        let mut book = store(&draft, &text);
        let mut edits = Vec::new();
        let mut expected = Vec::new();
        let mut set = |record: Id, field: Field, old: &str, count: &mut usize| {
            *count += 1;
            let new = format!("【{count}】{old}");
            expected.push(new.clone());
            edits.push(Edit::set(record, field, new));
        };
        let mut count = 0;
        for (_, category) in book.ledger().categories() {
            for finding in &category.findings {
                if finding.stands_for_category {
                    set(category.id, Field::Title, &category.title, &mut count);
                } else {
                    set(finding.id, Field::Title, &finding.title, &mut count);
                }
                for measure in &finding.measures {
                    set(measure.id, Field::Heading, &measure.heading, &mut count);
                    if !measure.text.is_empty() {
                        set(measure.id, Field::Body, &measure.text, &mut count);
                    }
                }
            }
        }
        book.act(&hand(), 0, &edits);
        let written = folded(&written(&book));
        for new in expected.iter().filter(|new| !written.contains(&folded(new))) {
            wrong += &format!("{} {new}\n", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Statuses, days and people in a report's own words follow the ledger, and lines of what is empty are left out.
#[test]
fn own_words_follow_the_ledger() {
    let text = "2025年3月3日至4月3日，县委第一巡察组对甲局开展了巡察。
一、整改情况
1.关于乙的问题
责任领导：丙
完成时限：2025年12月底前
完成情况：已完成，长期坚持
整改情况：一是丁。二是戊。
2.己不力的问题（整改中）
整改情况：一是庚。
";
    let draft = read_report(text);
    let mut book = store(&draft, text);
    assert_eq!(diff(text, &written(&book)), "");
    let findings: Vec<Id> = book.ledger().findings().map(|finding| finding.id).collect();
    let categories: Vec<Id> = book.ledger().categories().map(|(_, category)| category.id).collect();
    let measure = book.ledger().findings().next().expect("a finding").measures[1].id;
    let edits = [
        Edit::set(findings[0], Field::Leader, ""),
        Edit::set(findings[0], Field::Deadline, "2026-03-01"),
        Edit::set(findings[0], Field::Status, Status::LargelyDone.code()),
        Edit::set(categories[1], Field::Title, "辛不力"),
    ];
    book.act(&hand(), 0, &edits);
    let difference = diff(text, &written(&book));
    assert!(difference.contains("完成时限:2026年3月1日前\n"), "{difference}");
    assert!(difference.contains("完成情况:基本完成\n"), "{difference}");
    assert!(!difference.contains("+ 责任领导"), "{difference}");
    assert!(difference.contains("2.辛不力"), "{difference}");
    // Without a place for each measure a finding is written in the style of the report.
    book.act(&hand(), 0, &[Edit::Remove { record: measure }]);
    let again = written(&book);
    assert!(!again.contains('戊') && again.contains("一是丁"), "{again}");
}

/// Of several units in one text, each has its own free text, as when its lines stand alone.
#[test]
fn each_unit_keeps_its_own_words() {
    let several = fixtures().into_iter().map(|(path, text)| {
        let drafts = read_reports(&text, &Corrections::default());
        (path, text, drafts)
    });
    let mut units = 0;
    for (path, text, drafts) in several.filter(|(.., drafts)| drafts.len() > 1) {
        // A unit's name as a heading is told from the next unit's alone.
        let by_heading = path.ends_with("28-units-by-heading.txt");
        for draft in drafts.iter().filter(|_| !by_heading) {
            let own = own_lines(draft, &text);
            let alone = Prose::from_draft(&read_report(&own), &own);
            assert_eq!(Prose::from_draft(draft, &text), alone, "{}", path.display());
            units += 1;
        }
    }
    assert!(units >= 2);
}

/// The lines of one unit in a text with several.
fn own_lines(draft: &Draft, text: &str) -> String {
    let lines = draft.lines_accounted();
    let own = text.lines().zip(1..).filter(|(_, number)| lines.contains(number));
    own.map(|(line, _)| format!("{line}\n")).collect()
}

fn hand() -> Hand {
    Hand {
        actor: Actor::from_random(1),
        author: "".into(),
        secret: Default::default(),
    }
}

fn store(draft: &Draft, text: &str) -> Book {
    let mut book = Book::default();
    book.act(&hand(), 0, &draft.into_edits(text));
    // The ledger keeps the style and the free text, and the order of the unfinished items.
    let ledger: &Ledger = book.ledger();
    let (style, prose) = (Style::from_report(draft, text), Prose::from_draft(draft, text));
    let order = item_order(draft, ledger);
    let mut report = Report::new(ledger, &style, &prose);
    report.order = &order;
    let kept = PublicSettings::from_ledger(ledger);
    assert_eq!(plain(&write(&report)), plain(&kept.write(ledger, &[])));
    book
}

/// The report of a ledger, from what the ledger keeps alone.
fn written(book: &Book) -> String {
    plain(&PublicSettings::from_ledger(book.ledger()).write(book.ledger(), &[]))
}
