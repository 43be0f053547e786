//! Rows of findings that the ledger has: what they say is filled in where nothing stands, and nothing is written over.

use super::{NewMeasure, ReadRow, RowFault};
use crate::{
    formats::sheet::Target,
    journal::Book,
    ledger::{Field, Finding, Id, Ledger, Status, Text, key},
};

/// Finds the finding that a row is of: by its title, in its category where the row names one.
pub(super) fn find(ledger: &Ledger, one: &mut ReadRow) {
    let title = key(&one.title);
    let in_place = |area: &str, category: &str| {
        let is = |wanted: &str, title: &str| wanted.is_empty() || key(wanted) == key(title);
        is(&one.area, area) && is(&one.category, category)
    };
    let categories = ledger
        .categories()
        .filter(|(area, category)| in_place(&area.title, &category.title));
    let mut found = categories
        .flat_map(|(_, category)| &category.findings)
        .filter(|finding| key(&finding.title) == title);
    match (found.next(), found.next()) {
        (Some(finding), None) => one.finding = Some(finding.id),
        (Some(_), Some(_)) => one.faults.push(RowFault::Several(one.title.clone())),
        (None, _) => {}
    }
}

/// Leaves in each row what its finding has not yet, and says what differs.
pub(super) fn what_is_missing(book: &Book, rows: &mut [ReadRow]) {
    for row in rows {
        let Some(finding) = row.finding.and_then(|id| book.ledger().finding(id)) else {
            continue;
        };
        let mut kept = Vec::new();
        row.values.retain(|(field, value)| {
            let Some(target) = Target::ALL
                .into_iter()
                .find(|target| target.field().as_ref() == Some(field))
            else {
                return false;
            };
            let there = value_of(book, finding.id, field);
            let is_same = there == *value || *field == Field::Title;
            if !there.is_empty() && !is_same {
                kept.push(RowFault::Kept(target, value.to_string()));
            }
            there.is_empty() && !value.is_empty()
        });
        row.measures.retain(|measure| !has(finding, measure));
        if row.values.is_empty() && row.measures.is_empty() && kept.is_empty() {
            row.faults.push(RowFault::Repeated);
        }
        row.faults.extend(kept);
    }
}

fn has(finding: &Finding, measure: &NewMeasure) -> bool {
    let is_heading = |(field, _): &&(Field, Text)| *field == Field::Heading;
    let heading = measure
        .values
        .iter()
        .find(is_heading)
        .map_or("", |(_, heading)| heading);
    let mut measures = finding.measures.iter();
    measures.any(|there| key(&there.heading) == key(heading))
}

/// As it stands in the ledger. A status that nobody has changed says nothing yet.
fn value_of(book: &Book, finding: Id, field: &Field) -> Text {
    let value = book.value(finding, field);
    match *field == Field::Status && *value == *Status::default().code() {
        true => Text::default(),
        false => value,
    }
}
