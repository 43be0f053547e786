//! What is withheld and masked, the record of each paragraph, and the lists.

use super::*;

#[test]
fn what_is_withheld_leaves_no_gap_and_no_word() {
    let (ledger, style) = (ledger(), Style::default());
    let mut prose = bare_prose();
    prose.sections[0].text = summary(&ledger);
    let mut report = Report::new(&ledger, &style, &prose);
    let withheld = [
        (id(12), Withheld::Sensitive),
        (id(33), Withheld::Secret),
        (id(60), Withheld::PetitionRisk),
    ];
    report.withheld = &withheld;
    let paragraphs = write(&report);
    let text = plain(&paragraphs);
    for gone in ["学习不深", "制定计划", "补录台账", "往年审计"] {
        assert!(!text.contains(gone), "{gone}\n{text}");
    }
    for line in [
        "反馈的4个问题，已完成整改2个，基本完成1个，正在整改1个。",
        "（1）针对巡河“最后一米”没有打通的问题",
        "（1）针对台账不全的问题\n（二）聚焦廉洁风险方面",
        "按照有关规定，另有1个问题、1条整改措施不予公开。\n二、未完成",
        "按照有关规定，另有1个事项不予公开。",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(paragraphs.iter().all(|paragraph| paragraph.record != Some(id(12))));
    let notes = paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Note);
    assert_eq!(notes.count(), 2);
}

#[test]
fn a_heading_goes_with_all_that_stands_under_it() {
    let (ledger, style, prose) = (ledger(), Style::default(), bare_prose());
    let mut report = Report::new(&ledger, &style, &prose);
    let both = [(id(12), Withheld::Secret), (id(22), Withheld::Secret)];
    report.withheld = &both;
    let text = plain(&write(&report));
    assert!(
        text.contains("（一）聚焦履职尽责方面\n1.关于基础工作不实的问题\n（1）针对台账不全"),
        "{text}"
    );
    assert!(text.contains("二、未完成\n（一）关于“合同管理不细”的问题\n"), "{text}");

    let (area, each) = (
        [(id(1), Withheld::Secret)],
        [(id(11), Withheld::Secret), (id(32), Withheld::Secret)],
    );
    for withheld in [&area[..], &each[..]] {
        report.withheld = withheld;
        let text = plain(&write(&report));
        assert!(
            text.starts_with("一、进展\n（一）聚焦廉洁风险方面\n1.关于合同管理不细的问题\n"),
            "{text}"
        );
        assert!(text.contains("另有3个问题不予公开。"), "{text}");
    }

    let last = [(id(23), Withheld::Secret)];
    report.withheld = &last;
    let text = plain(&write(&report));
    assert!(
        text.contains("没有打通的问题\n2.关于基础工作不实的问题\n"),
        "no label alone: {text}"
    );
}

#[test]
fn public_words_and_masks() {
    let (ledger, style) = (ledger(), Style::default());
    let mut prose = bare_prose();
    prose.intro = "张三主持。".into();
    prose.contact = "联系人：张三，联系电话：13812345678。".into();
    let mut report = Report::new(&ledger, &style, &prose);
    let public = [
        (id(50), Field::Title, "部分合同不细".to_owned()),
        (id(33), Field::Heading, "补录资料".to_owned()),
        (id(22), Field::Reason, "工期未到。".to_owned()),
    ];
    report.public = &public;
    report.names = &["张三"];
    report.mask_numbers = true;
    let text = plain(&write(&report));
    for line in [
        "张某主持。",
        "一是制定计划。张某牵头，电话138****5678。二是集中研讨。",
        "1.关于部分合同不细的问题\n",
        "（二）关于“部分合同不细”的问题\n",
        "一是补录资料。\n",
        "未完成整改原因：工期未到。\n",
        "联系人：张三，联系电话：13812345678。\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("补录台账"), "{text}");
    assert_eq!(names_in(&ledger), ["张三", "李四明"]);
}

#[test]
fn paragraphs_lead_to_their_records() {
    let (ledger, style, prose) = (ledger(), Style::default(), bare_prose());
    let mut report = Report::new(&ledger, &style, &prose);
    let order = [id(60), id(50)];
    report.order = &order;
    let paragraphs = write(&report);
    let headings: Vec<_> = paragraphs
        .iter()
        .filter_map(|paragraph| match paragraph.kind {
            ParagraphKind::Heading(level) => Some((level, paragraph.record)),
            _ => None,
        })
        .collect();
    let at = |level, counter| (level, Some(id(counter)));
    let expected = [
        (1, None),
        at(2, 1),
        at(3, 11),
        at(4, 12),
        at(4, 22),
        at(3, 31),
        at(4, 32),
        at(2, 2),
        at(3, 49),
        (1, None),
        at(2, 60),
        at(2, 50),
        at(2, 22),
    ];
    assert_eq!(headings, expected);
}

#[test]
fn lists_and_table() {
    let ledger = ledger();
    let row = |table: &Table, at: usize| table.rows[at].cells.join("|").replace('\n', "/");
    let problems = problem_list(&ledger);
    assert_eq!(problems.title, "河湾区水务局党组巡察整改问题清单");
    assert_eq!(problems.rows.len(), 4);
    assert_eq!(row(&problems, 3), "4|聚焦廉洁风险方面|合同管理不细|合同管理不细|");
    let answers = responsibility_list(&ledger);
    assert_eq!(
        row(&answers, 1),
        "2|巡河“最后一米”没有打通|张三||李四明、张三|2026年6月30日"
    );
    let tasks = task_list(&ledger);
    assert_eq!((tasks.rows.len(), tasks.rows[1].record), (5, id(14)));
    assert_eq!(row(&tasks, 1), "2|学习不深|集中研讨。|||||||已完成");
    let table = progress_table(&ledger, parse_date("2026-07-01"));
    assert_eq!(table.title, "河湾区水务局党组巡察整改进展情况表");
    let expected = "2|聚焦履职尽责方面|理论武装不够扎实|巡河“最后一米”没有打通|1.补齐巡河路线。||张三||李四明、张三|2026年6月30日\
                    |限期整改|整改中（超期）||便道尚未完工。|一是完成便道。/二是配齐人员。|";
    assert_eq!(row(&table, 1), expected);
    assert!(row(&progress_table(&ledger, None), 1).contains("|整改中|"));
    for table in [problems, answers, tasks, table] {
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
    }
    assert!(task_list(&Ledger::default()).rows.is_empty());
    for column in Column::ALL {
        assert!(Column::from_code(column.code()) == Some(*column) && !column.head().is_empty());
    }
}

#[test]
fn what_came_of_a_measure_is_told_once() {
    let (mut ledger, style, prose) = (ledger(), Style::default(), bare_prose());
    let first = &mut ledger.focus_areas[0].categories[0].findings[0];
    first.measures[0].result = "制度全部修订".into();
    first.measures[1].result = "参加120人次。".into();
    let whole = &mut ledger.focus_areas[1].categories[0].findings[0];
    whole.measures[0].result = "共清理32份。".into();
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    for line in [
        "：一是制定计划。张三牵头，电话13812345678。制度全部修订。二是集中研讨。参加120人次。\n",
        "：一是清理合同。共清理32份。\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }

    let mut report = Report::new(&ledger, &style, &prose);
    let public = [(id(13), Field::Body, "专人牵头。".to_owned())];
    report.public = &public;
    let text = plain(&write(&report));
    assert!(
        text.contains("一是制定计划。专人牵头。二是"),
        "public words alone: {text}"
    );

    let first = &mut ledger.focus_areas[0].categories[0].findings[0];
    first.form = "（{digits}）针对{title}的问题\n整改情况：一是{1.heading}。{1.text}二是{2.heading}。".into();
    let text = plain(&write(&Report::new(&ledger, &style, &prose)));
    let line = "整改情况：一是制定计划。张三牵头，电话13812345678。制度全部修订。二是集中研讨。参加120人次。\n";
    assert!(text.contains(line), "in the report's own form: {text}");

    let tasks = task_list(&ledger);
    assert_eq!(tasks.columns[3], Column::Result);
    assert_eq!(tasks.rows[0].cells[3], "制度全部修订");
    let table = progress_table(&ledger, None);
    assert_eq!(table.columns[5], Column::Result);
    assert_eq!(table.rows[0].cells[5], "1.制度全部修订\n2.参加120人次。");
}

/// What is not carried out does not read as if it were.
#[test]
fn measures_of_a_finding_in_progress_are_told_as_they_stand() {
    let (mut ledger, style, prose) = (ledger(), Style::default(), bare_prose());
    let written = |ledger: &Ledger| plain(&write(&Report::new(ledger, &style, &prose)));
    let statuses = [
        Status::NotStarted,
        Status::InProgress,
        Status::LargelyDone,
        Status::Done,
    ];
    let open = &mut ledger.focus_areas[0].categories[0].findings[1];
    open.form =
        "（{digits}）针对{title}的问题\n整改情况：一是{1.heading}。二是{2.heading}。三是{3.heading}。四是{4.heading}。"
            .into();
    open.measures = statuses
        .into_iter()
        .zip(23..)
        .map(|(status, counter)| Measure {
            status,
            ..measure(counter, ["挂牌", "补齐路线", "配齐人员", "修便道"][status as usize], "")
        })
        .collect();
    let text = written(&ledger);
    let line = "整改进展情况：一是正在推进：补齐路线。二是已基本完成：配齐人员。三是修便道。\n";
    assert!(text.contains(line), "{text}");

    let open = &mut ledger.focus_areas[0].categories[0].findings[1];
    open.measures.truncate(1);
    assert!(written(&ledger).contains("没有打通的问题\n整改进展情况：〔　　〕。\n"));
    ledger.focus_areas[0].categories[0].findings[1].status = Status::NotStarted;
    assert!(written(&ledger).contains("没有打通的问题\n整改进展情况：尚未启动。\n"));
    let finding = &mut ledger.focus_areas[0].categories[0].findings[1];
    (finding.status, finding.form) = (Status::Done, "".into());
    assert!(written(&ledger).contains("没有打通的问题\n整改进展情况：一是挂牌。\n"));
}

#[test]
fn a_deadline_that_was_put_off_stands_with_the_first() {
    use crate::ledger::{Entry, Kind};
    let mut ledger = ledger();
    let mut put_off = Entry::new(id(91), Kind::Extension);
    let table = put_off.kind.entry_fields();
    put_off.values.set(table, &Field::DeadlineBefore, &"2026-04-30".into());
    ledger.focus_areas[0].categories[0].findings[1].entries.push(put_off);
    let table = progress_table(&ledger, None);
    let at = table.columns.iter().position(|column| *column == Column::Deadline);
    let cell = &table.rows[1].cells[at.expect("a column")];
    assert_eq!(cell, "2026年6月30日\n原2026年4月30日");
}

#[test]
fn a_report_is_signed_at_its_end() {
    let (ledger, style) = (ledger(), Style::default());
    let mut prose = Prose::from_ledger(&ledger);
    let signed = |prose: &Prose| {
        let mut paragraphs = write(&Report::new(&ledger, &style, prose));
        paragraphs.retain(|paragraph| paragraph.kind == ParagraphKind::Signature);
        plain(&paragraphs)
    };
    assert_eq!(signed(&prose), "河湾区水务局党组\n〔　　〕\n");
    prose.contact = "联系电话：0595-0000000。\n河湾区水务局党组\n2025年9月1日".into();
    assert_eq!(signed(&prose), "河湾区水务局党组\n2025年9月1日\n");
    prose.contact = "联系电话：0595-0000000。".into();
    assert_eq!(signed(&prose), "", "what somebody wrote stands");
}
