//! Tables as they are pasted, to what the ledger has afterwards.

use super::{
    super::{Where, category_names, counts, edits, guess, read_text},
    *,
};
use crate::{
    journal::{Book, Edit, Hand, NewRecord},
    ledger::{Actor, Kind},
};

fn hand() -> Hand {
    Hand {
        actor: Actor::from_random(5),
        author: "王芳".into(),
        secret: Default::default(),
    }
}

/// One area 聚焦党建方面 with the categories 学习 (finding 旧问题) and 作风.
fn book() -> Book {
    let titled = |kind: Kind, title: &str| NewRecord::new(kind).with(Field::Title, title);
    let area = titled(Kind::FocusArea, "聚焦党建方面").with_children([
        titled(Kind::Category, "学习").with_children([titled(Kind::Finding, "旧问题")]),
        titled(Kind::Category, "作风"),
    ]);
    let mut book = Book::default();
    book.act(&hand(), 1_000, &[Edit::add(Id::ROOT, area)]);
    book
}

fn read(book: &Book, text: &str, mode: Mode) -> Read {
    let rows = read_text(text);
    let guess = guess(&rows);
    let asked = Asked {
        mode,
        head: guess.head,
        columns: guess.columns,
    };
    read_rows(book, &rows, &asked)
}

/// The ledger afterwards, as lines.
fn taken(text: &str, mode: Mode) -> String {
    let mut book = book();
    let read = read(&book, text, mode);
    let places = category_names(book.ledger(), &read);
    book.act(&hand(), 2_000, &edits(&read, mode, &places));
    assert_eq!(book.faults(), []);
    let mut out = String::new();
    for (area, category) in book.ledger().categories() {
        for finding in &category.findings {
            let day = finding.deadline.map(|day| day.to_string()).unwrap_or_default();
            out += &format!(
                "{}/{}/{} {} {day}",
                area.title,
                category.title,
                finding.title,
                finding.status.code()
            );
            for measure in &finding.measures {
                out += &format!(" [{}|{}|{}]", measure.heading, measure.text, measure.status.code());
            }
            out.push('\n');
        }
    }
    out
}

fn faults(read: &Read) -> Vec<(usize, Vec<RowFault>)> {
    let with_faults = read.rows.iter().filter(|row| !row.faults.is_empty());
    with_faults.map(|row| (row.number, row.faults.clone())).collect()
}

#[test]
fn rows_become_findings_in_the_categories_they_name() {
    let text = "聚焦方面\t类别\t问题\t整改时限\t状态\n聚焦党建方面\t学习\t甲\t2026/5/6\t整改中\n\t\t乙\t46148\t\n\t纪律\t丙\t\t已完成\n聚焦民生方面\t服务\t丁\t\t\n";
    assert_eq!(
        taken(text, Mode::Findings),
        "聚焦党建方面/学习/旧问题 not_started \n\
         聚焦党建方面/学习/甲 in_progress 2026-05-06\n\
         聚焦党建方面/学习/乙 not_started 2026-05-06\n\
         聚焦党建方面/纪律/丙 done \n\
         聚焦民生方面/服务/丁 not_started \n"
    );
}

#[test]
fn measures_of_one_finding_stand_in_one_cell_or_in_rows_below() {
    let text = "类别\t问题\t整改措施\n作风\t甲\t\"一改。细则。\n二改\"\n\t\t三改\n作风\t甲\t四改\n作风\t乙\t\n";
    assert_eq!(
        taken(text, Mode::Findings),
        "聚焦党建方面/学习/旧问题 not_started \n\
         聚焦党建方面/作风/甲 not_started  [一改|细则。|not_started] [二改||not_started] [三改||not_started] [四改||not_started]\n\
         聚焦党建方面/作风/乙 not_started \n"
    );
}

#[test]
fn what_the_ledger_has_is_filled_in_and_never_written_over() {
    let text = "问题\t责任部门\t责任人\t时限\t整改措施\n旧 问题\t办公室\t许兰\t2026-08-31\t终止原合同；公开招租\n";
    let mut book = book();
    let mut take = |text: &str| {
        let read = read(&book, text, Mode::Findings);
        let places = category_names(book.ledger(), &read);
        assert_eq!(places, []);
        let counts = counts(&read, &places);
        book.act(&hand(), 2_000, &edits(&read, Mode::Findings, &places));
        let finding = book.ledger().findings().next().expect("a finding");
        let headings: Vec<&str> = finding.measures.iter().map(|measure| &*measure.heading).collect();
        let said = format!("{} {} {}", finding.department, finding.owner, headings.join("/"));
        (
            [counts.findings, counts.filled, counts.measures, counts.left],
            said,
            faults(&read),
        )
    };
    let full = "办公室 许兰 终止原合同/公开招租";
    assert_eq!(take(text), ([0, 1, 2, 0], full.to_owned(), vec![]));
    assert_eq!(
        take(text),
        ([0, 0, 0, 1], full.to_owned(), vec![(2, vec![RowFault::Repeated])])
    );
    let other = text.replace("许兰", "林涛").replace("公开招租", "重新招租");
    let kept = RowFault::Kept(Target::Owner, "林涛".into());
    assert_eq!(
        take(&other),
        ([0, 0, 1, 0], format!("{full}/重新招租"), vec![(2, vec![kept])])
    );
}

#[test]
fn measures_go_to_the_findings_of_that_title() {
    let text = "问题\t措施\t状态\n旧 问题\t新办法\t已完成\n没有的\t别的\t\n旧问题\t\t\n";
    assert_eq!(
        taken(text, Mode::Measures),
        "聚焦党建方面/学习/旧问题 not_started  [新办法||done]\n"
    );
    assert_eq!(
        faults(&read(&book(), text, Mode::Measures)),
        [
            (3, vec![RowFault::NoFinding("没有的".into())]),
            (4, vec![RowFault::NoMeasure])
        ]
    );
}

#[test]
fn what_is_wrong_is_said_of_its_row() {
    let text = "类别\t问题\t整改时限\t状态\t整改类型\n学习\t\t2026-05-06\t\t\n学习\t甲\t长期坚持\t快了\t随便\n学习\t旧问题\t\t\t\n作风\t乙\t\t\t\n作风\t乙\t\t\t\n";
    let read = read(&book(), text, Mode::Findings);
    let expected = [
        (2, vec![RowFault::NoTitle]),
        (
            3,
            vec![
                RowFault::UnknownStatus("快了".into()),
                RowFault::UnknownRemedy("随便".into()),
                RowFault::NoDay(Target::Deadline, "长期坚持".into()),
            ],
        ),
        (4, vec![RowFault::Repeated]),
        (6, vec![RowFault::Repeated]),
    ];
    assert_eq!(faults(&read), expected);
    let taken: Vec<&str> = read
        .rows
        .iter()
        .filter(|row| row.is_taken())
        .map(|row| row.title.as_str())
        .collect();
    assert_eq!(taken, ["甲", "乙"]);
}

#[test]
fn a_category_that_is_not_there_waits_for_a_choice_only_where_its_area_is_not_known() {
    let mut book = book();
    let table = "类别\t问题\n纪律\t甲\n";
    let places = |book: &Book| category_names(book.ledger(), &read(book, table, Mode::Findings));
    let name = (String::new(), "纪律".to_owned());
    let area = book.ledger().focus_areas[0].id;
    assert_eq!(places(&book), [(name.clone(), Where::NewIn(area))]);
    let other = NewRecord::new(Kind::FocusArea).with(Field::Title, "聚焦民生方面");
    book.act(&hand(), 2_000, &[Edit::add(Id::ROOT, other)]);
    assert_eq!(places(&book), [(name, Where::Nowhere)]);
    let read = read(&book, "问题\n甲\n", Mode::Findings);
    let places = category_names(book.ledger(), &read);
    assert_eq!(places, [(Default::default(), Where::Nowhere)]);
    assert_eq!(edits(&read, Mode::Findings, &places), []);
}
