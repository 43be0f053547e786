//! The public text, earlier ledgers, the report and the plan; explanations; many findings.

use super::*;

#[test]
fn names_and_numbers_in_public_text() {
    let named = Edit::set(
        measure(0),
        Field::Body,
        "由周强、周强华牵头，电话13812345678，逐段清理渠道。",
    );
    let names = format!("names {} text: 周强 | -", measure(0));
    let numbers = format!("numbers {} text: 13812345678 | -", measure(0));
    check(std::slice::from_ref(&named), &[&names, &numbers]);
    let set = |record: Id, field: Field, value: &str| Edit::set(record, field, value);
    let mask = [
        set(Id::ROOT, Field::MaskedNames, "赵敏、周强"),
        set(Id::ROOT, Field::MaskNumbers, "yes"),
    ];
    check(&[std::slice::from_ref(&named), &mask].concat(), &[]);
    // A name within a longer one that is masked is not shown.
    let longer = set(measure(0), Field::Body, "由周强华牵头，逐段清理渠道。");
    check(&[longer, set(Id::ROOT, Field::MaskedNames, "周强华")], &[]);
    let words = set(measure(0), Field::PublicText, "专人牵头，逐段清理渠道。");
    check(&[named.clone(), words], &[]);
    check(&[named.clone(), set(measure(0), Field::Withheld, "sensitive")], &[]);
    check(&[named, set(id(0), Field::Withheld, "secret")], &[]);
    // The reason of a complete finding is not published; the contact may show a number.
    check(
        &[
            set(id(0), Field::Reason, "周强调离"),
            set(Id::ROOT, Field::ReportContact, "13812345678"),
        ],
        &[],
    );
    let section = NewRecord::new(Kind::Section).with(Field::Body, "周强主持会议。");
    assert_eq!(check_one(&[Edit::add(Id::ROOT, section)]).check, Check::Names);
}

#[test]
fn problems_of_earlier_ledgers() {
    let now = book();
    let mut before = book();
    act(
        &mut before,
        &[
            Edit::set(id(0), Field::Title, "关于“渠道清淤不够及时”的问题"),
            Edit::set(id(1), Field::Title, "公务接待超标准"),
        ],
    );
    let earlier = [before.ledger()];
    let checked = Checked {
        earlier: &earlier,
        ..Checked::new(now.ledger(), today())
    };
    let line = format!("repeated {}: 渠道清淤不及时 | 关于“渠道清淤不够及时”的问题", id(0));
    assert_eq!(found(&checked), [line]);
    let found = checks(&checked);
    assert_eq!(found[0].second.place, Place::Earlier("青石灌区管理所".into()));
}

#[test]
fn findings_that_the_report_or_the_plan_has_not() {
    let mut book = book();
    let whole = ["针对渠道清淤不及时的问题", "关于‘水费收缴台账缺失’的问题"];
    let checked = Checked {
        report: Some(&whole),
        plan: Some(&whole[..1]),
        ..Checked::new(book.ledger(), today())
    };
    let in_plan = format!("not_in_plan {}: 水费收缴台账缺失 | -", id(1));
    assert_eq!(found(&checked), [in_plan.as_str()]);
    let checked = Checked {
        report: Some(&whole[..1]),
        plan: None,
        ..checked
    };
    assert_eq!(
        found(&checked),
        [format!("not_in_report {}: 水费收缴台账缺失 | -", id(1))]
    );
    act(&mut book, &[Edit::set(id(1), Field::Withheld, "secret")]);
    let checked = Checked {
        report: Some(&whole[..1]),
        plan: Some(&whole[..1]),
        ..Checked::new(book.ledger(), today())
    };
    assert_eq!(
        found(&checked),
        [in_plan],
        "what is withheld is not to be in the report"
    );
}

#[test]
fn an_explained_difference_comes_back_when_a_value_changes() {
    let mut book = book();
    act(&mut book, &[stated(Stated::Findings, 3), stated(Stated::Measures, 9)]);
    let all = |book: &Book| checks(&Checked::new(book.ledger(), today()));
    let edits = all(&book)[0].acknowledge(book.ledger(), "一个问题并入其他台账");
    act(&mut book, &edits);
    let reasons: Vec<Option<String>> = all(&book)
        .iter()
        .map(|each| each.acknowledged.as_ref().map(|reason| reason.to_string()))
        .collect();
    assert_eq!(reasons, [Some("一个问题并入其他台账".to_owned()), None]);
    let statement = book.ledger().statements[0].id;
    act(&mut book, &[Edit::set(statement, Field::Number, "4")]);
    assert_eq!(all(&book)[0].acknowledged, None);
    let edits = all(&book)[0].acknowledge(book.ledger(), "两个问题并入其他台账");
    act(&mut book, &edits);
    assert_eq!(book.ledger().acknowledgements.len(), 1, "brought up to date");
    assert_eq!(all(&book)[0].acknowledged, Some("两个问题并入其他台账".into()));
}

#[test]
fn another_day_is_no_other_value() {
    let mut book = book();
    act(&mut book, &[Edit::set(id(0), Field::CompletedOn, "2026-11-11")]);
    let edits = checks(&Checked::new(book.ledger(), today()))[0].acknowledge(book.ledger(), "计划日期");
    act(&mut book, &edits);
    let tomorrow = today().succ_opt().expect("a date");
    let found = checks(&Checked::new(book.ledger(), tomorrow));
    assert!(found[0].acknowledged.is_some());
    assert_eq!(found[0].second.value, Value::Today(tomorrow));
}

#[test]
fn long_texts_are_seen_by_a_sum() {
    let seen = |text: &str| {
        let side = |text: &str| Side::new(Place::Tree, Value::Text(text.into()));
        CheckFinding::of_record(Check::SameText, id(0), &"".into(), side(text), side("短")).seen()
    };
    let long = "渠".repeat(60);
    assert!(seen(&long).chars().count() < 80, "{}", seen(&long));
    assert_ne!(seen(&long), seen(&(long.clone() + "道")));
}

/// Far below the bound, unless a check looks at each finding, or each name, for each other one.
#[test]
fn two_thousand_findings_are_checked_at_once() {
    let word = |at: usize| char::from_u32(0x4e00 + (at * 7919 % 8_000) as u32).unwrap_or('一');
    let text = |at: usize, length: usize| {
        (0..length)
            .map(|place| word(at * 31 + place * place))
            .collect::<String>()
    };
    let mut ledger = book().ledger().clone();
    let template = finding(&book(), 1);
    ledger.focus_areas[0].categories[0].findings = (0..2_000)
        .map(|at| {
            let mut finding = template.clone();
            finding.id.counter = at as u32 + 100;
            finding.title = text(at, 14).into();
            finding.owner = text(at, 3).into();
            finding.measures = (0..5)
                .map(|measure| {
                    let mut new = template.measures[0].clone();
                    new.text = text(at * 5 + measure, 60).into();
                    new
                })
                .collect();
            finding
        })
        .collect();
    let earlier = [&ledger.clone()];
    let titles: Vec<String> = ledger.findings().map(|finding| finding.title.to_string()).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let start = std::time::Instant::now();
    let found = checks(&Checked {
        earlier: &earlier,
        report: Some(&titles),
        plan: Some(&titles),
        ..Checked::new(&ledger, today())
    });
    let repeated = found.iter().filter(|each| each.check == Check::Repeated).count();
    assert_eq!(repeated, 2_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
