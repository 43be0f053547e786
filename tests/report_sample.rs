//! The reader on a real published report, which is not part of this repository.

use rectification_ledger::{
    figures::{About, Check, Checked, Value, checks},
    formats::report::{DraftCounts, read_report},
    journal::{Book, Hand},
    ledger::{Accountability, Actor, CountedAs, Penalty, Stated, parse_date},
};

#[test]
fn a_published_report_is_read_in_full() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    let draft = read_report(&text);
    assert_eq!(
        draft.counts(),
        DraftCounts {
            areas: 4,
            categories: 11,
            findings: 30,
            measures: 90,
            unfinished: 5,
            matched: 4,
            unplaced: 1,
            done: 26,
        }
    );
    let inspection = &draft.inspection;
    assert_eq!((&*inspection.source, &*inspection.team), ("巡察", "市委巡察二组"));
    assert_eq!(&*inspection.unit, "晋江市融媒体中心党委");
    let days = [inspection.period_from, inspection.period_to, inspection.feedback];
    assert_eq!(
        days.map(|day| day.unwrap_or_default().to_string()),
        ["2024-12-26", "2025-01-26", "2025-02-24"]
    );

    let items: Vec<_> = draft
        .unfinished
        .iter()
        .map(|item| {
            let deadline = item.deadline.unwrap_or_default().to_string();
            (item.matched.map_or("", |at| draft.finding_title(at)), deadline)
        })
        .collect();
    let expected = [
        ("自我“造血”功能不够强", "2025-12-31"),
        ("对新闻宣传工作是意识形态领域的重要阵地认识不足", "2025-08-31"),
        ("综合服务平台建设滞后", "2025-10-31"),
        ("政治吸纳力度不足", "2025-12-31"),
        ("", "2025-12-31"),
    ];
    assert_eq!(items, expected.map(|(title, deadline)| (title, deadline.to_owned())));
    let proposed: Vec<_> = draft.unfinished[4]
        .candidates
        .iter()
        .map(|at| draft.finding_title(*at))
        .collect();
    assert_eq!(proposed[..2], ["推动媒体深度融合不够有力", "履行整改主体责任不到位"]);

    assert!(draft.unread.is_empty(), "{:?}", draft.unread);
    assert_eq!(
        draft.lines_accounted().len(),
        text.lines().filter(|line| !line.trim().is_empty()).count()
    );
    let prose: Vec<_> = draft.prose.iter().map(|line| line.number).collect();
    assert_eq!(prose, [2, 3, 4, 5, 6, 81, 82, 83, 84, 110, 111, 112]);
}

/// People held to account as the findings say and as section three says, and the rules: counted, and named by the measures.
#[test]
fn what_is_said_in_passing_is_read_with_its_passage() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    let draft = read_report(&text);
    let findings = || {
        let categories = draft.areas.iter().flat_map(|area| &area.categories);
        categories.flat_map(|category| &category.findings)
    };
    let counts = |penalty| -> (u32, u32) {
        let of_findings = findings().flat_map(|finding| &finding.accountability);
        let sum = of_findings
            .filter(|said| said.penalty == penalty)
            .map(|said| said.number)
            .sum();
        let stated = draft.accountability.iter().filter(|said| said.penalty == penalty);
        (sum, stated.map(|said| said.number).sum())
    };
    assert_eq!(counts(Penalty::Criticism), (20, 11));
    assert_eq!(counts(Penalty::SelfCriticism), (3, 3));
    assert_eq!(counts(Penalty::Reminder), (2, 2));
    assert_eq!(counts(Penalty::PartyAndAdministrative), (0, 2));
    let all = findings().flat_map(|finding| &finding.accountability);
    for said in all.chain(&draft.accountability) {
        assert_eq!(said.counted_as, CountedAs::Persons);
        assert!(said.span.of(&text).contains(&said.number.to_string()), "{said:?}");
    }

    let rules: Vec<_> = findings()
        .flat_map(|finding| &finding.measures)
        .flat_map(|measure| &measure.rules)
        .collect();
    // Named 20 times, and 18 of them are different ones.
    assert_eq!(rules.len(), 20);
    let titles: std::collections::BTreeSet<_> = rules.iter().map(|rule| &rule.title).collect();
    assert_eq!(titles.len(), 18);
    assert!(
        rules
            .iter()
            .all(|rule| rule.span.of(&text) == format!("《{}》", rule.title))
    );
    let said: Vec<_> = draft
        .stated
        .iter()
        .map(|said| (said.what, said.number, said.span.of(&text)))
        .collect();
    assert_eq!(said, [(Stated::Rules, 18, "18份制度")]);
}

/// What the report counts and what its findings add up to, both stored, with their sentences: the checks find the difference.
#[test]
fn what_does_not_fit_together_is_found_in_the_stored_ledger() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    let mut book = Book::default();
    let hand = Hand {
        actor: Actor::from_random(1),
        author: "".into(),
        secret: Default::default(),
    };
    book.act(&hand, 0, &read_report(&text).into_edits(&text));
    let ledger = book.ledger();
    let counts = |penalty| -> (u32, u32) {
        let count = |said: &Accountability| said.number.filter(|_| said.penalty == penalty).unwrap_or_default();
        let of_findings = ledger.findings().flat_map(|finding| &finding.accountability);
        (
            of_findings.map(count).sum(),
            ledger.accountability.iter().map(count).sum(),
        )
    };
    assert_eq!(counts(Penalty::Criticism), (20, 11));
    assert_eq!(counts(Penalty::SelfCriticism), (3, 3));
    assert_eq!(counts(Penalty::Reminder), (2, 2));

    let today = parse_date("2025-09-30").expect("a date");
    let found = checks(&Checked::new(ledger, today));
    let sums: Vec<_> = found
        .iter()
        .filter(|found| found.check == Check::Accountability)
        .map(|found| {
            (
                found.about.clone(),
                found.first.value.clone(),
                found.second.value.clone(),
            )
        })
        .collect();
    let about = |penalty| About::Accountability(penalty, Some(CountedAs::Persons));
    assert_eq!(
        sums,
        [
            (about(Penalty::PartyAndAdministrative), Value::Count(2), Value::Count(0)),
            (about(Penalty::Criticism), Value::Count(11), Value::Count(20)),
        ]
    );
    let stated = [Check::Counts, Check::Rules];
    let other = found.iter().filter(|found| stated.contains(&found.check));
    assert_eq!(other.count(), 0, "18 rules are counted, and 18 are named");

    let findings = ledger.findings().flat_map(|finding| &finding.accountability);
    let rules = ledger.findings().flat_map(|finding| &finding.measures);
    let rules = rules.flat_map(|measure| &measure.rules).map(|rule| &rule.passage);
    let people = findings.chain(&ledger.accountability).map(|said| &said.passage);
    for passage in people.chain(rules) {
        let stops = passage.matches('。').count();
        assert!(stops <= 1 && text.contains(passage.as_str()), "{passage}");
    }
}

/// Every letter of a progress text is in a heading or a text, but for ordinals and full stops after headings.
#[test]
fn no_words_of_measures_are_lost() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    let draft = read_report(&text);
    let lines: Vec<&str> = text.lines().collect();
    let findings = draft
        .areas
        .iter()
        .flat_map(|area| &area.categories)
        .flat_map(|category| &category.findings);
    for finding in findings {
        let line = lines[finding.measures[0].line - 1];
        let ordinals = ["一是", "二是", "三是", "四是", "五是", "六是", "七是"];
        let again: String = finding
            .measures
            .iter()
            .zip(ordinals)
            .map(|(measure, ordinal)| format!("{ordinal}{}。{}", measure.heading, measure.text))
            .collect();
        assert_eq!(format!("整改进展情况:{again}"), line);
    }
}
