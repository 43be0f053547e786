//! Where new findings of a table go, and the one act that puts them there.

use super::{Mode, NewMeasure, Read, ReadRow};
use crate::{
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind, Ledger, key},
};

/// Where the rows of one category of the table go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Where {
    /// Not yet chosen: these rows are left out.
    #[default]
    Nowhere,
    Category(Id),
    /// A new category of that name in this area.
    NewIn(Id),
    /// A new category in a new area, both as the table names them.
    NewArea,
}

/// The areas and categories that the rows name, each pair once, in their order; with where they go as far as the ledger tells: to the category of that
/// name, or a new one in the area of that name. `("", "")` where the table names none.
pub fn category_names(ledger: &Ledger, read: &Read) -> Vec<((String, String), Where)> {
    let mut names: Vec<((String, String), Where)> = Vec::new();
    for row in read.rows.iter().filter(|row| row.is_taken() && row.finding.is_none()) {
        let name = (row.area.clone(), row.category.clone());
        if !names.iter().any(|(each, _)| *each == name) {
            let place = place_of(ledger, &name);
            names.push((name, place));
        }
    }
    names
}

fn place_of(ledger: &Ledger, (area, category): &(String, String)) -> Where {
    let is = |title: &str, wanted: &str| key(title) == key(wanted);
    let is_area = |title: &str| area.is_empty() || is(title, area);
    if category.is_empty() {
        return Where::Nowhere;
    }
    let mut found = ledger
        .categories()
        .filter(|(above, each)| is_area(&above.title) && is(&each.title, category));
    match (found.next(), found.next()) {
        (Some((_, found)), None) => return Where::Category(found.id),
        (Some(_), Some(_)) => return Where::Nowhere,
        (None, _) => {}
    }
    if area.is_empty() {
        return match ledger.focus_areas.as_slice() {
            [only] => Where::NewIn(only.id),
            _ => Where::Nowhere,
        };
    }
    let found = ledger.focus_areas.iter().find(|each| is(&each.title, area));
    found.map_or(Where::NewArea, |area| Where::NewIn(area.id))
}

/// What a table would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub findings: usize,
    /// Findings that the ledger has, with something filled in.
    pub filled: usize,
    pub measures: usize,
    /// Rows of which nothing is taken.
    pub left: usize,
}

pub fn counts(read: &Read, places: &[((String, String), Where)]) -> Counts {
    let goes = |row: &ReadRow| {
        let is_of = |name: &(String, String)| name.0 == row.area && name.1 == row.category;
        let nowhere = |(name, place): &((String, String), Where)| is_of(name) && *place == Where::Nowhere;
        row.finding.is_some() || !places.iter().any(nowhere)
    };
    let mut counts = Counts::default();
    for row in &read.rows {
        if row.is_taken() && goes(row) {
            counts.findings += usize::from(row.finding.is_none());
            counts.filled += usize::from(row.finding.is_some() && !row.values.is_empty());
            counts.measures += row.measures.len();
        } else {
            counts.left += 1;
        }
    }
    counts
}

/// What puts the rows into the ledger. `places` says where those of each name go, see [`category_names`].
pub fn edits(read: &Read, mode: Mode, places: &[((String, String), Where)]) -> Vec<Edit> {
    let taken = || read.rows.iter().filter(|row| row.is_taken());
    let of_known = |row: &ReadRow| {
        let finding = row.finding?;
        let values = row.values.iter().cloned();
        let values = values.map(|(field, value)| Edit::set(finding, field, value));
        let measures = row.measures.iter().map(|each| Edit::add(finding, measure(each)));
        Some(values.chain(measures).collect::<Vec<_>>())
    };
    let mut edits: Vec<Edit> = taken().filter_map(of_known).flatten().collect();
    if mode == Mode::Measures {
        return edits;
    }
    // New areas, with all that stands in them.
    let mut areas: Vec<(&str, NewRecord)> = Vec::new();
    for (name, place) in places {
        let findings = taken()
            .filter(|row| row.finding.is_none() && row.area == name.0 && row.category == name.1)
            .map(finding);
        let category = || NewRecord::new(Kind::Category).with(Field::Title, name.1.as_str());
        match place {
            Where::Nowhere => {}
            Where::Category(category) => edits.extend(findings.map(|finding| Edit::add(*category, finding))),
            Where::NewIn(area) => edits.push(Edit::add(*area, category().with_children(findings))),
            Where::NewArea => {
                let new = category().with_children(findings);
                match areas.iter_mut().find(|(area, _)| *area == name.0) {
                    Some((_, area)) => area.children.push(new),
                    None => areas.push((
                        &name.0,
                        NewRecord::new(Kind::FocusArea)
                            .with(Field::Title, name.0.as_str())
                            .with_children([new]),
                    )),
                }
            }
        }
    }
    edits.extend(areas.into_iter().map(|(_, area)| Edit::add(Id::ROOT, area)));
    edits
}

fn finding(row: &ReadRow) -> NewRecord {
    let mut finding = NewRecord::new(Kind::Finding);
    finding.values.clone_from(&row.values);
    finding.with_children(row.measures.iter().map(measure))
}

fn measure(new: &NewMeasure) -> NewRecord {
    let mut measure = NewRecord::new(Kind::Measure);
    measure.values.clone_from(&new.values);
    measure
}
