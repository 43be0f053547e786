//! How the table stands with other columns than the usual.

use crate::signals::effect;

use crate::{
    figures::{Column, Query},
    session::Session,
    ui::views::ledger::{Hand, Layout},
};

/// Those that the address names, else those that the reader likes.
pub fn shown_columns(session: Session, query: &Query) -> Vec<Column> {
    let asked = Column::list(&query.columns);
    let liked = || session.columns.with(|names| Column::list(names));
    let found = [asked, liked()].into_iter().find(|columns| !columns.is_empty());
    found.unwrap_or_else(|| Column::USUAL.to_vec())
}

/// Keeps the table in step with what is asked for.
pub fn follow(session: Session, hand: Hand) {
    effect(move || {
        let columns = hand.query.with(|query| shown_columns(session, query));
        let is_usual = columns == Column::USUAL;
        hand.layout.set((!is_usual).then(|| Layout {
            screen: template(&columns, false),
            paper: template(&columns, true),
            least: least_width(&columns),
            columns,
        }));
    });
}

/// In CSS pixels.
fn width(column: Column) -> usize {
    match column {
        Column::Title => 220,
        Column::Area | Column::Category | Column::Department => 130,
        Column::Deadline | Column::CompletedOn => 120,
        Column::Status => 108,
        Column::Leader | Column::Owner | Column::Remedy => 96,
        Column::Measures => 92,
        Column::Number => 64,
    }
}

/// The box before them.
const CHOICE: usize = 40;

/// As `grid-template-columns`; on paper without the boxes, and as narrow as it must be.
fn template(columns: &[Column], on_paper: bool) -> String {
    let mut tracks = Vec::new();
    if !on_paper {
        tracks.push(format!("{CHOICE}px"));
    }
    for column in columns {
        let width = width(*column);
        tracks.push(match column {
            Column::Title => format!("minmax({width}px, 1fr)"),
            _ if on_paper => format!("minmax(0, {}px)", width * 7 / 8),
            _ => format!("{width}px"),
        });
    }
    tracks.join(" ")
}

/// The table is not narrower.
fn least_width(columns: &[Column]) -> String {
    let sum: usize = columns.iter().map(|column| width(*column)).sum();
    format!("{}px", sum + CHOICE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_takes_what_the_others_leave() {
        let columns = Column::list("number,title,status");
        assert_eq!(template(&columns, false), "40px 64px minmax(220px, 1fr) 108px");
        assert_eq!(
            template(&columns, true),
            "minmax(0, 56px) minmax(220px, 1fr) minmax(0, 94px)"
        );
        assert_eq!(least_width(&columns), "432px");
    }
}
