//! Parts of a ledger: what is sent to a department opens, works and comes back, and betrays nothing of the rest.

use rectification_ledger::{
    formats::json::{Incoming, parse_part, part_text, read, write, write_part},
    journal::{Book, Change, Edit, Fault, Hash, NewRecord, Part, Secret, encode, seal, verify},
    ledger::{Field, Id, Kind, Status, parse_date},
};

use crate::{
    files::files,
    story::{EXPORTED, actor, full, hand, ids},
};

const DEPARTMENTS: [&str; 4] = ["档案保管科", "财务科", "人事科", "后勤科"];

/// Each department has two findings in categories that they share, and its own people write to them.
fn ledger() -> Book {
    let mut book = Book::default();
    let mut secret = hand(1, "王芳 办公室");
    secret.secret = Secret(*b"nobody knows it.");
    let finding = |at: usize| {
        let department = DEPARTMENTS[at % 4];
        let text = |what: &str| format!("{department}{what}{at}");
        NewRecord::new(Kind::Finding)
            .with(Field::Title, text("题目"))
            .with(Field::Detail, text("表现"))
            .with(Field::Department, department)
            .with(Field::ReportForm, text("原文"))
            .with_children([
                NewRecord::new(Kind::Measure)
                    .with(Field::Heading, text("措施"))
                    .with_children([NewRecord::new(Kind::Rule).with(Field::Title, text("制度"))]),
                NewRecord::new(Kind::Recovered).with(Field::Amount, format!("{at}.5 yuan")),
            ])
    };
    let categories = [0, 1].map(|nth| {
        NewRecord::new(Kind::Category)
            .with(Field::Title, format!("第{nth}类"))
            .with_children((0..4).map(|at| finding(4 * nth + at)))
    });
    let area = NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "聚焦责任方面")
        .with_children(categories);
    let edits = [
        Edit::set(Id::ROOT, Field::Name, "整改台账"),
        Edit::set(Id::ROOT, Field::Unit, "云岭市档案中心"),
        Edit::set(Id::ROOT, Field::MaskedNames, "财务科张某"),
        Edit::add(Id::ROOT, area),
        Edit::add(
            Id::ROOT,
            NewRecord::new(Kind::Unplaced).with(Field::Title, "人事科未归位"),
        ),
    ];
    book.act(&secret, EXPORTED, &edits);
    for (at, finding) in ids(&book, Kind::Finding).into_iter().enumerate() {
        let department = DEPARTMENTS[at % 4];
        let mut own = hand(20 + at as u64, &format!("{department}经办人"));
        own.secret = Secret([at as u8; 16]);
        let edits = [
            Edit::set(finding, Field::Status, Status::ALL[at % 5].code()),
            Edit::set(finding, Field::Note, format!("{department}备注{at}")),
        ];
        book.act(&own, EXPORTED + 60_000, &edits);
        // The office goes over all of them, one after the other.
        secret.secret = Secret(*b"nobody knows it.");
        let edit = Edit::set(finding, Field::Leader, format!("{department}分管领导"));
        book.act(&secret, EXPORTED + 120_000, &[edit]);
    }
    book
}

fn findings_of(book: &Book, department: &str) -> Vec<Id> {
    let findings = book.ledger().findings();
    findings
        .filter(|finding| finding.department.as_str() == department)
        .map(|finding| finding.id)
        .collect()
}

/// The file of a part.
fn sent(book: &Book, parts: &[Part], findings: &[Id]) -> String {
    let left_out: Vec<_> = parts.iter().flat_map(|part| part.left_out.clone()).collect();
    let excerpt = book.excerpt(findings, &left_out);
    let part = Part {
        whom: "档案保管科".into(),
        until: parse_date("2026-12-05"),
        progress_only: true,
        by: "王芳 办公室".into(),
        made_millis: EXPORTED,
        left_out: excerpt.left_out,
    };
    write_part(actor(7), &Book::from_changes(excerpt.changes), &[part], EXPORTED)
}

pub fn sent_part() -> String {
    let book = full();
    let finding = ids(&book, Kind::Finding)[0];
    sent(&book, &[], &[finding])
}

fn read_whole(text: &str) -> Incoming {
    let incoming = read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert_eq!(incoming.faults, []);
    assert_eq!((incoming.hand_edits.len(), incoming.unknown.len()), (0, 0));
    incoming
}

#[test]
fn a_part_holds_its_findings_whole_and_nothing_of_the_others() {
    let book = ledger();
    for department in DEPARTMENTS {
        let text = sent(&book, &[], &findings_of(&book, department));
        let incoming = read_whole(&text);
        let part = Book::from_changes(incoming.changes);
        assert_eq!(part.faults(), []);
        let own: Vec<_> = book
            .ledger()
            .findings()
            .filter(|finding| finding.department.as_str() == department)
            .collect();
        assert_eq!(part.ledger().findings().collect::<Vec<_>>(), own);
        assert_eq!(part.ledger().title(), "整改台账");
        assert!(part.ledger().unplaced.is_empty() && part.ledger().report.masked_names.is_empty());
        for other in DEPARTMENTS.into_iter().filter(|other| *other != department) {
            // Texts of another department begin with its name, its people's names as well.
            assert!(
                !text.replace("\"for\": \"档案保管科\"", "").contains(other),
                "{other} in the part of {department}"
            );
        }
    }
}

/// What stands in a part for a change that is left out is not what its values give, whoever tries all of them.
#[test]
fn a_seal_cannot_be_guessed_at() {
    let book = ledger();
    let incoming = read_whole(&sent(&book, &[], &findings_of(&book, "财务科")));
    let runs = &incoming.parts[0].left_out;
    let told: Vec<Hash> = runs.iter().map(|run| run.seal).collect();
    assert!(told.iter().all(|seal| *seal != Hash::default()) && told.len() > 4);
    let salts: Vec<_> = incoming.changes.iter().map(|change| change.salt).collect();
    for change in book.changes() {
        let previous = Id {
            counter: change.id.counter.saturating_sub(1),
            ..change.id
        };
        let before = book.change(previous).map_or(Hash::default(), |change| change.hash);
        if runs.iter().any(|run| run.last == change.id) {
            assert!(
                told.contains(&seal(before, change)),
                "this is the seal, to him who knows its salt"
            );
            for salt in salts.iter().chain([&None]) {
                let guess = Change {
                    salt: *salt,
                    ..change.clone()
                };
                assert!(!told.contains(&seal(before, &guess)));
            }
        }
    }
}

#[test]
fn a_journal_without_salts_sends_no_seal_that_betrays_one() {
    let (_, older) = files("good")
        .into_iter()
        .find(|(name, _)| name == "v1-full.json")
        .unwrap();
    let book = Book::from_changes(read(&older).unwrap().changes);
    assert!(book.changes().iter().all(|change| change.salt.is_none()));
    let finding = ids(&book, Kind::Finding)[0];
    let incoming = read_whole(&sent(&book, &[], &[finding]));
    let runs = &incoming.parts[0].left_out;
    assert!(!runs.is_empty() && runs.iter().all(|run| run.seal == Hash::default()));
    let is_told = |change: &&Change| runs.iter().any(|run| run.last.actor == change.id.actor) && change.is_sealed();
    assert_eq!(incoming.changes.iter().filter(is_told).count(), 0);
    // Where the sealed ones are, nothing is new; where the others are, the seals come along.
    let mut office = book.clone();
    assert_eq!(office.absorb(incoming.changes.clone()), Default::default());
    let mut department = Book::from_changes(incoming.changes);
    let absorbed = department.absorb(book.changes().to_vec());
    assert_eq!(absorbed.faults, []);
    assert_eq!(verify(department.changes(), &[]), []);
    let stored: Vec<Change> = [department.changes()[..1].to_vec(), absorbed.new].concat();
    assert!(encode(&stored).len() > 100);
}

#[test]
fn what_comes_back_merges_and_ends_the_part_where_the_rest_is() {
    let mut office = ledger();
    let own = findings_of(&office, "人事科");
    let incoming = read_whole(&sent(&office, &[], &own));
    let parts = incoming.parts;
    let mut department = Book::from_changes(incoming.changes);
    assert!(!parts[0].is_filled(&department) && parts[0].is_filled(&office));
    let clerk = hand(50, "赵敏 人事科");
    department.act(&clerk, EXPORTED + 600_000, &[Edit::set(own[0], Field::Status, "done")]);
    office.act(
        &hand(51, "王芳 办公室"),
        EXPORTED + 700_000,
        &[Edit::set(own[0], Field::Status, "in_progress")],
    );
    // Twice, and by way of a colleague's copy.
    let back = write_part(actor(7), &department, &parts, EXPORTED + 800_000);
    let copy = read_whole(&back);
    assert_eq!(copy.parts, parts);
    let colleague = Book::from_changes(copy.changes);
    let again = write_part(actor(7), &colleague, &copy.parts, EXPORTED + 900_000);
    for text in [&back, &again, &back] {
        assert_eq!(office.absorb(read_whole(text).changes).faults, []);
    }
    assert_eq!(
        office.conflicts().len(),
        1,
        "both set it without having seen the other's value"
    );
    assert_eq!(verify(office.changes(), &parts[0].left_out), []);
    department.absorb(read_whole(&write(actor(7), &office, EXPORTED)).changes);
    assert!(parts[0].is_filled(&department));
    assert_eq!(department.ledger(), office.ledger());
}

#[test]
fn a_part_of_a_part_leaves_out_both() {
    let office = ledger();
    let own = findings_of(&office, "后勤科");
    let first = read_whole(&sent(&office, &[], &own));
    let department = Book::from_changes(first.changes);
    let second = read_whole(&sent(&department, &first.parts, &own[..1]));
    let smaller = Book::from_changes(second.changes);
    assert_eq!(smaller.ledger().findings().count(), 1);
    assert!(!second.parts[0].is_filled(&department) && second.parts[0].is_filled(&office));
}

#[test]
fn an_altered_part_is_named() {
    let book = ledger();
    let own = findings_of(&book, "财务科");
    let text = sent(&book, &[], &own);
    let altered = text.replace("财务科备注1\",", "财务科备注改\",");
    assert_ne!(text, altered);
    let faults = read(altered.as_bytes()).unwrap().faults;
    assert!(matches!(faults[..], [Fault::BrokenChain { .. }]), "{faults:?}");
    // A seal of what is left out, and a gap that is not named.
    let at = text.find("\"seal\":\"").unwrap() + 8;
    let mut other = text.clone();
    other.replace_range(at..at + 1, if text[at..].starts_with('A') { "B" } else { "A" });
    let incoming = read(other.as_bytes()).unwrap();
    let told_here = !incoming.faults.is_empty();
    let told_there = !verify(book.changes(), &incoming.parts[0].left_out).is_empty();
    assert!(told_here || told_there);
    let office = format!("{{\"id\":\"{}-", actor(1));
    let is_run = |line: &&str| line.contains(&office) && line.contains("\"count\":");
    let line = text.lines().find(is_run).unwrap();
    let gap = text.replacen(&format!("{line}\n"), "", 1);
    assert!(!read(gap.as_bytes()).unwrap().faults.is_empty());
}

#[test]
fn a_stored_part_is_read_back_and_noise_is_none() {
    let part = read_whole(&sent_part()).parts.remove(0);
    assert_eq!(parse_part(&part_text(&part)), Some(part));
    for noise in ["", "{", "[]", "{\"left_out\":[{\"id\":\"x\"}]}", "{\"left_out\":3}"] {
        assert_eq!(parse_part(noise), None, "{noise}");
    }
}

#[test]
fn a_run_of_any_length_is_looked_at_in_no_time() {
    let book = full();
    let text = sent_part();
    let line = text.lines().find(|line| line.contains("\"count\":")).unwrap();
    let (start, end) = line.split_once("\"count\":").unwrap();
    let rest = end.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let long = text.replacen(line, &format!("{start}\"count\":4294967295{rest}"), 1);
    let parts = read(long.as_bytes()).unwrap().parts;
    assert!(!parts[0].is_filled(&Book::default()) && parts[0].is_filled(&book));
}

/// The findings' progress is the department's, the plan is not.
#[test]
fn progress_is_told_from_the_plan() {
    let book = full();
    let first = |kind: Kind| ids(&book, kind)[0];
    let (finding, measure, category) = (first(Kind::Finding), first(Kind::Measure), first(Kind::Category));
    let rule = NewRecord::new(Kind::Rule).with(Field::Title, "办法");
    for edit in [
        Edit::set(finding, Field::Status, "done"),
        Edit::set(finding, Field::Reason, "等待验收"),
        Edit::set(measure, Field::Status, "done"),
        Edit::set(first(Kind::Rule), Field::Title, "新办法"),
        Edit::add(measure, rule),
        Edit::Remove {
            record: first(Kind::Recovered),
        },
    ] {
        assert!(edit.is_progress(&book), "{edit:?}");
    }
    for edit in [
        Edit::set(finding, Field::Deadline, "2027-01-01"),
        Edit::set(finding, Field::Title, "题"),
        Edit::set(measure, Field::Heading, "措施"),
        Edit::set(Id::ROOT, Field::Name, "名"),
        Edit::set(first(Kind::Rule), Field::Place, "x"),
        Edit::add(category, NewRecord::new(Kind::Finding)),
        Edit::Remove { record: finding },
        Edit::Restore { record: finding },
    ] {
        assert!(!edit.is_progress(&book), "{edit:?}");
    }
}
