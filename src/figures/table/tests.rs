//! The table against a plain reading of the same query.

use std::cmp::Ordering;

use super::*;
use crate::{
    figures::{
        Column, Direction, by_code_point, departments,
        random::{Random, today},
    },
    ledger::{Status, Text},
};

fn all_findings(ledger: &Ledger) -> Vec<&Finding> {
    ledger.findings().collect()
}

fn spots(selection: &Selection) -> Vec<Spot> {
    let spot = |line: &Line| match line {
        Line::Finding(spot) => Some(*spot),
        _ => None,
    };
    selection.lines.iter().filter_map(spot).collect()
}

/// Every condition spelled out on joined, lower-cased text.
fn is_asked_for(ledger: &Ledger, finding: &Finding, query: &Query) -> bool {
    let (area, category) = ledger.whereabouts(finding.id).expect("every finding stands somewhere");
    let mut texts = format!("{:?}{:?}{finding:?}", area.title, category.title).to_ascii_lowercase();
    texts.retain(|letter| letter != '\\');
    let days = finding.days_left(today());
    let is_overdue = days.is_some_and(|days| days < 0);
    let is_due = days.is_some_and(|days| days >= 0 && query.due_within.is_some_and(|within| days <= within));
    query
        .text
        .to_ascii_lowercase()
        .split_whitespace()
        .all(|word| texts.contains(word))
        && query.area.is_none_or(|wanted| wanted == area.id)
        && query.category.is_none_or(|wanted| wanted == category.id)
        && (query.status.is_empty() || query.status.contains(&finding.status))
        && query
            .department
            .as_ref()
            .is_none_or(|wanted| names(&finding.department, wanted))
        && ((!query.overdue && query.due_within.is_none()) || (query.overdue && is_overdue) || is_due)
}

fn random_query(random: &mut Random, ledger: &Ledger) -> Query {
    let mut query = Query::default();
    match random.below(8) {
        0 => {
            query.text = random
                .pick(&["采购", "制度 采购", "BUDGET", "zhang", "党委会 2024 落实", "王某"])
                .into()
        }
        1 => query.area = ledger.focus_areas.first().map(|area| area.id),
        2 => query.category = ledger.categories().last().map(|(_, category)| category.id),
        3 => query.status = vec![Status::Done, Status::Closed],
        4 => query.department = departments(ledger).first().cloned().or(Some(Text::default())),
        5 => query.overdue = true,
        6 => query.due_within = Some(random.below(30) as i64),
        _ => {}
    }
    if random.below(3) == 0 {
        query.overdue = random.below(2) == 0;
        query.due_within = Some(10);
        query.text.push_str(" 整改");
    }
    if random.below(3) == 0 {
        query.sort = Some((
            random.pick(Column::ALL),
            random.pick(&[Direction::Ascending, Direction::Descending]),
        ));
    }
    query
}

#[test]
fn shows_what_is_asked_for_and_nothing_else() {
    for seed in 0..1_000 {
        let mut random = Random::new(seed);
        let ledger = random.ledger();
        let query = random_query(&mut random, &ledger);
        let selection = select(&ledger, Vec::new(), &query, today(), &by_code_point);
        let all = all_findings(&ledger);
        let expected: Vec<u32> = (1..)
            .zip(&all)
            .filter(|(_, finding)| is_asked_for(&ledger, finding, &query))
            .map(|(number, _)| number)
            .collect();
        let rows = spots(&selection);
        let mut numbers: Vec<u32> = rows.iter().map(|spot| spot.number).collect();
        if query.sort.is_none() {
            assert_eq!(numbers, expected, "{query:?}");
        }
        numbers.sort_unstable();
        assert_eq!(numbers, expected, "{query:?}");
        for spot in &rows {
            assert_eq!(
                spot.finding(&ledger).map(|finding| finding.id),
                Some(all[spot.number as usize - 1].id)
            );
        }
        assert_eq!((selection.shown, selection.total), (rows.len(), all.len()));
        assert_eq!(selection.tally.total(), selection.shown);
    }
}

#[test]
fn headings_count_what_stands_under_them() {
    for seed in 0..300 {
        let mut random = Random::new(seed);
        let ledger = random.ledger();
        let query = Query {
            sort: None,
            ..random_query(&mut random, &ledger)
        };
        let selection = select(&ledger, Vec::new(), &query, today(), &by_code_point);
        let (mut areas, mut categories) = (0, 0);
        for (at, line) in selection.lines.iter().enumerate() {
            let below = &selection.lines[at + 1..];
            match *line {
                Line::Area { area, shown, total } => {
                    areas += 1;
                    let under = below.iter().take_while(|line| !matches!(line, Line::Area { .. }));
                    assert_eq!(
                        shown as usize,
                        under.filter(|line| matches!(line, Line::Finding(_))).count()
                    );
                    let of_area = &ledger.focus_areas[area as usize].categories;
                    assert_eq!(
                        total as usize,
                        of_area.iter().map(|category| category.findings.len()).sum::<usize>()
                    );
                    assert!(shown > 0 || !query.is_filtered());
                }
                Line::Category {
                    area,
                    category,
                    shown,
                    total,
                } => {
                    categories += 1;
                    let under = below.iter().take_while(|line| matches!(line, Line::Finding(_)));
                    assert_eq!(shown as usize, under.count());
                    let here = &ledger.focus_areas[area as usize].categories[category as usize];
                    assert_eq!(total as usize, here.findings.len());
                    assert!(shown > 0 || !query.is_filtered());
                }
                Line::Finding(_) => assert!(at > 1),
            }
        }
        if !query.is_filtered() {
            assert_eq!(
                (areas, categories),
                (ledger.focus_areas.len(), ledger.categories().count())
            );
        }
    }
}

#[test]
fn sorts_by_every_column_with_empty_values_last() {
    type Key<'a> = (bool, u64, &'a str);
    fn key(finding: &Finding, place: (u32, u32, u32), column: Column) -> Key<'_> {
        match column {
            Column::Number => (false, place.2.into(), ""),
            Column::Area => (false, place.0.into(), ""),
            Column::Category => (false, u64::from(place.0) * 100 + u64::from(place.1), ""),
            Column::Title => (finding.title.trim().is_empty(), 0, finding.title.trim()),
            Column::Leader => (finding.leader.is_empty(), 0, &finding.leader),
            Column::Department => (finding.department.is_empty(), 0, &finding.department),
            Column::Owner => (finding.owner.is_empty(), 0, &finding.owner),
            Column::Remedy => (
                finding.remedy.is_none(),
                finding.remedy.map_or(0, |remedy| remedy as u64),
                "",
            ),
            Column::Deadline => {
                let days = finding
                    .deadline
                    .map(|date| crate::ledger::days_until(today(), date) + 1_000);
                (days.is_none(), days.unwrap_or(0) as u64, "")
            }
            Column::CompletedOn => (finding.completed_on.is_none(), 0, ""),
            Column::Status => (false, finding.status as u64, ""),
            Column::Measures => {
                let (done, all) = (finding.measures_complete() as u64, finding.measures.len() as u64);
                (all == 0, (done * 60).checked_div(all).unwrap_or(0), "")
            }
        }
    }
    for seed in 0..40 {
        let ledger = Random::new(seed).ledger();
        for column in Column::ALL.iter().copied() {
            for direction in [Direction::Ascending, Direction::Descending] {
                let query = Query {
                    sort: Some((column, direction)),
                    ..Query::default()
                };
                let rows = spots(&select(&ledger, Vec::new(), &query, today(), &by_code_point));
                assert_eq!(rows.len(), ledger.findings().count());
                for pair in rows.windows(2) {
                    let keys = [0, 1].map(|at| {
                        let spot = pair[at];
                        key(
                            spot.finding(&ledger).expect("it was read here"),
                            (spot.area, spot.category, spot.number),
                            column,
                        )
                    });
                    let order = match (keys[0].0, keys[1].0, direction) {
                        (false, false, Direction::Descending) => keys[1].cmp(&keys[0]),
                        _ => keys[0].cmp(&keys[1]),
                    };
                    let tie = order == Ordering::Equal && pair[0].number < pair[1].number;
                    assert!(order == Ordering::Less || tie, "{column:?} {direction:?} {keys:?}");
                }
            }
        }
    }
}

#[test]
fn text_is_sorted_in_the_reading_order_that_is_given() {
    let mut ledger = Random::new(3).ledger();
    let names = ["张", "", "安", "王", "安"];
    let findings = ledger
        .focus_areas
        .iter_mut()
        .flat_map(|area| &mut area.categories)
        .flat_map(|each| &mut each.findings);
    for (at, finding) in findings.enumerate() {
        finding.owner = names[at % names.len()].into();
    }
    let pinyin = |texts: &[&str]| -> Vec<u32> {
        assert!(
            texts.is_sorted() && texts.len() == 3,
            "distinct, by code point, without the empty one"
        );
        let mut order = by_code_point(texts);
        order.sort_by_key(|at| {
            ["安", "王", "张"]
                .iter()
                .position(|known| *known == texts[*at as usize])
        });
        order
    };
    let owners = |direction, order: &ReadingOrder| -> Vec<String> {
        let query = Query {
            sort: Some((Column::Owner, direction)),
            ..Query::default()
        };
        let mut owners: Vec<String> = spots(&select(&ledger, Vec::new(), &query, today(), order))
            .iter()
            .filter_map(|spot| spot.finding(&ledger))
            .map(|finding| finding.owner.to_string())
            .collect();
        owners.dedup();
        owners
    };
    assert!(ledger.findings().count() >= 5);
    assert_eq!(owners(Direction::Ascending, &pinyin), ["安", "王", "张", ""]);
    assert_eq!(owners(Direction::Descending, &pinyin), ["张", "王", "安", ""]);
    // A wrong answer loses the order, never a row.
    assert_eq!(
        owners(Direction::Ascending, &|_| vec![7, 1]).last().map(String::as_str),
        Some("")
    );
}

#[test]
fn a_spot_of_another_ledger_leads_nowhere() {
    let spot = Spot {
        area: 9,
        category: 0,
        finding: 0,
        number: 1,
    };
    assert_eq!(spot.finding(&Ledger::default()), None);
}

#[test]
fn what_waits_for_a_choice_can_be_asked_for() {
    let ledger = Random::new(3).ledger();
    let mut waiting: Vec<_> = ledger.findings().step_by(3).map(|finding| finding.id).collect();
    waiting.sort_unstable();
    assert!(!waiting.is_empty() && waiting.len() < ledger.findings().count());
    let query = Query {
        undecided: true,
        ..Query::default()
    };
    let selection = select(&ledger, waiting.clone(), &query, today(), &by_code_point);
    let mut shown: Vec<_> = spots(&selection)
        .iter()
        .filter_map(|spot| spot.finding(&ledger).map(|finding| finding.id))
        .collect();
    shown.sort_unstable();
    assert_eq!(shown, waiting);
    assert_eq!(selection.undecided, waiting);
    let nothing = select(&ledger, Vec::new(), &query, today(), &by_code_point);
    assert_eq!((nothing.shown, nothing.lines.len()), (0, 0));
}
