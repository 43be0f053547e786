//! What the report states, against the ledger.

use super::*;

#[test]
fn counts_of_the_summary() {
    use Stated::*;
    let right = [
        (Findings, 2),
        (Done, 1),
        (LargelyDone, 0),
        (InProgress, 1),
        (Unfinished, 1),
        (Measures, 2),
        (Areas, 1),
        (Categories, 1),
        (Clues, 7),
    ];
    check(&right.map(|(what, number)| stated(what, number)), &[]);
    check(
        &[
            stated(Findings, 3),
            stated(Measures, 2),
            stated(Done, 2),
            stated(Findings, 4),
        ],
        &[
            "counts findings: 3 | 2",
            "counts done: 2 | 1",
            "counts findings 2: 4 | 2",
        ],
    );
    let wrong = right.map(|(what, number)| stated(what, number + 1));
    check(
        &wrong,
        &[
            "counts findings: 3 | 2",
            "counts done: 2 | 1",
            "counts largely_done: 1 | 0",
            "counts in_progress: 2 | 1",
            "counts unfinished: 2 | 1",
            "counts measures: 3 | 2",
            "counts areas: 2 | 1",
            "counts categories: 2 | 1",
        ],
    );
}

#[test]
fn rules_said_and_rules_named() {
    let rule = |measure: Id, title: &str| Edit::add(measure, NewRecord::new(Kind::Rule).with(Field::Title, title));
    let named = [
        rule(measure(0), "清淤管理办法"),
        rule(measure(1), "《清淤管理办法》"),
        rule(measure(1), "水费台账制度"),
    ];
    check(&[&named[..], &[stated(Stated::Rules, 2)]].concat(), &[]);
    check(
        &[&named[..], &[stated(Stated::Rules, 5)]].concat(),
        &["rules rules: 5 | 2"],
    );
    check(&named, &[]);
}

/// 修订制度6项、新建制度2项 are eight rules, not six and not two.
#[test]
fn rules_of_one_sentence_are_one_count() {
    let rule = |title: &str| Edit::add(measure(0), NewRecord::new(Kind::Rule).with(Field::Title, title));
    let said = |number: &str, passage: &str| {
        let record = NewRecord::new(Kind::Statement).with(Field::What, "rules");
        Edit::add(
            Id::ROOT,
            record.with(Field::Number, number).with(Field::Passage, passage),
        )
    };
    let named = [rule("甲办法"), rule("乙办法"), rule("丙办法")];
    let with = |said: &[Edit]| [&named[..], said].concat();
    let (parts, whole) = ("修订制度2项、新建制度1项。", "制度3项，其中修订制度2项。");
    check(&with(&[said("2", parts), said("1", parts)]), &[]);
    check(&with(&[said("3", whole), said("2", whole)]), &[]);
    check(&with(&[said("2", parts), said("4", parts)]), &["rules rules: 6 | 3"]);
}

#[test]
fn persons_and_person_times_against_the_findings() {
    use CountedAs::*;
    use Penalty::*;
    let mentions = [
        held(id(0), Criticism, 14, Persons),
        held(id(1), Criticism, 6, Persons),
        held(id(1), SelfCriticism, 3, Persons),
        held(id(1), Reminder, 2, PersonTimes),
    ];
    check(&mentions, &[]);
    let stated = [
        held(Id::ROOT, Criticism, 11, Persons),
        held(Id::ROOT, SelfCriticism, 3, Persons),
        held(Id::ROOT, Reminder, 2, PersonTimes),
    ];
    let book = check(
        &[&mentions[..], &stated].concat(),
        &["accountability criticism persons: 11 | 20"],
    );
    let found = checks(&Checked::new(book.ledger(), today()));
    assert_eq!(found[0].records, [id(0), id(1)]);
    assert_eq!(found[0].about, About::Accountability(Criticism, Some(Persons)));
    // Persons and person-times are never added up.
    check(
        &[
            held(Id::ROOT, Reminder, 2, Persons),
            held(id(1), Reminder, 2, PersonTimes),
        ],
        &[
            "accountability reminder persons: 2 | 0",
            "accountability reminder person_times: - | 2",
        ],
    );
    // 党纪政务处分 in one number is the two together, and whatever the report states of either is a part of it.
    check(
        &[
            held(Id::ROOT, PartyAndAdministrative, 3, Persons),
            held(Id::ROOT, Party, 2, Persons),
            held(id(1), Party, 2, Persons),
        ],
        &["accountability party_and_administrative persons: 3 | 2"],
    );
    check(
        &[
            held(Id::ROOT, PartyAndAdministrative, 3, Persons),
            held(id(0), Party, 2, Persons),
            held(id(1), Administrative, 1, Persons),
        ],
        &[],
    );
    check(
        &[
            held(Id::ROOT, Party, 3, Persons),
            held(id(1), Administrative, 3, Persons),
        ],
        &[
            "accountability party persons: 3 | 0",
            "accountability administrative persons: - | 3",
        ],
    );
}
