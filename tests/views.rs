//! Views rendered to text: what a user reads, without a browser.

use leptos::prelude::*;
use rectification_ledger::{
    dom,
    formats::report::read_report,
    journal::{Book, Edit, Hand},
    ledger::{Actor, Field, Id, parse_date},
    session::{Lang, Session},
    ui::{App, above::Called, route::Place, route::Route, views::intake::Pending},
};

/// The words of the page, without its marks.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => out.push(letter),
            _ => {}
        }
    }
    out
}

/// The page at a place, with the sample report as its ledger, on 2026-11-24.
fn page(route: Route, lang: Lang, more: &[Edit]) -> String {
    let owner = Owner::new();
    owner.with(|| {
        let today = parse_date("2026-11-24").expect("a date");
        let actor = Actor::from_random(7);
        let session = Session::new(actor, today);
        let hand = Hand {
            actor,
            author: "王芳".into(),
            secret: Default::default(),
        };
        let mut book = Book::default();
        let text = include_str!("../public/sample-report.txt");
        book.act(&hand, 1, &read_report(text).into_edits(text));
        book.act(&hand, 2, more);
        session.book.set(book);
        session.open.set(Some(actor));
        session.ready.set(true);
        session.lang.set(lang);
        let place = Place::fixed(route);
        dom::component(App {
            session,
            place,
            pending: Pending::default(),
            called: Called::nothing(),
        })
        .to_html()
    })
}

#[test]
fn the_overview_spells_its_figures_out() {
    let html = page(Route::Overview, Lang::Zh, &[]);
    let text = words(&html);
    for expected in [
        "26/30 = 86.7 %",
        "云岭市档案与图书服务中心党委",
        "整改常态长效机制不够健全",
        "超期",
        "2020年审计指出的",
    ] {
        assert!(text.contains(expected), "{expected} is missing in: {text}");
    }
    assert_eq!(
        html.matches("class=\"bar-row\"").count(),
        11 + 4 + 1,
        "a bar for each category, area and department"
    );
}

#[test]
fn the_overview_follows_the_ledger() {
    let unit = Edit::set(Id::ROOT, Field::Unit, "另一单位");
    assert!(words(&page(Route::Overview, Lang::Zh, &[unit])).contains("另一单位"));
}

#[test]
fn every_place_speaks_english_too() {
    let text = words(&page(Route::Overview, Lang::En, &[]));
    for expected in ["26/30 = 86.7 %", "Overview", "Not started", "Largely done"] {
        assert!(text.contains(expected), "{expected} is missing in: {text}");
    }
    for chrome in ["总览", "未启动", "超期", "责任部门"] {
        assert!(!text.contains(chrome), "{chrome} is left in Chinese");
    }
}

#[test]
fn the_ledgers_own_data_have_a_label_each() {
    let html = page(Route::About, Lang::Zh, &[]);
    for label in ["台账名称", "被巡察单位", "巡察组", "反馈日期", "署名"] {
        assert!(html.contains(label), "{label}");
    }
    assert!(html.contains("市委巡察四组"), "values stand in the page");
}

#[test]
fn the_overview_says_first_what_is_late_and_near() {
    let deadlines = |days: [&str; 2]| {
        let book = {
            let mut book = Book::default();
            let text = include_str!("../public/sample-report.txt");
            let hand = Hand {
                actor: Actor::from_random(7),
                author: "王芳".into(),
                secret: Default::default(),
            };
            book.act(&hand, 1, &read_report(text).into_edits(text));
            book
        };
        let open = book.ledger().findings().filter(|finding| !finding.status.is_complete());
        let days = days.into_iter().chain(std::iter::repeat("2030-12-31"));
        let edits = open
            .zip(days)
            .map(|(finding, day)| Edit::set(finding.id, Field::Deadline, day));
        words(&page(Route::Overview, Lang::Zh, &edits.collect::<Vec<_>>()))
    };
    assert!(deadlines(["2026-11-23", "2026-12-04"]).contains("今天有 1 个问题超期，1 个 10 天内到期"));
    assert!(deadlines(["2026-11-01", "2026-11-23"]).contains("今天有 2 个问题超期今天不再提示"));
    assert!(deadlines(["2026-11-24", "2026-12-05"]).contains("1 个问题 10 天内到期今天不再提示"));
    assert!(!deadlines(["2026-12-05", "2030-12-31"]).contains("今天不再提示"));
}
