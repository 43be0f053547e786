//! Where the places that checks name can be seen and changed.

use crate::{
    figures::{Place, Query},
    ledger::{Id, Ledger},
    ui::route::{ReportPage, Route},
};

/// The screen with a place; none for what is no part of the ledger.
pub fn leads_to(ledger: &Ledger, place: &Place) -> Option<Route> {
    const REPORT: Route = Route::Report(ReportPage::Public);
    Some(match place {
        Place::Report(_) => REPORT,
        Place::Tree | Place::Findings => Route::Overview,
        Place::Public(..) => REPORT,
        Place::Field(Id::ROOT, field) if is_of_report(field) => REPORT,
        Place::Field(Id::ROOT, _) => Route::About,
        Place::Field(record, _) | Place::CompleteMeasures(record) | Place::Measure(record) | Place::Missing(record) => {
            record_route(ledger, *record)?
        }
        Place::Earlier(_) => Route::Start,
        Place::Today | Place::InReport | Place::InPlan => return None,
    })
}

fn is_of_report(field: &crate::ledger::Field) -> bool {
    use crate::ledger::Field::*;
    matches!(
        field,
        MaskedNames | MaskNumbers | ReportTitle | ReportIntro | ReportContact | ReportStyle
    )
}

/// The screen that shows a record: its finding, or the rows of its area or category.
pub fn record_route(ledger: &Ledger, record: Id) -> Option<Route> {
    if let Some(finding) = ledger.findings().find(|finding| finding.holds(record)) {
        return Some(Route::Finding(finding.id));
    }
    if ledger.sections.iter().any(|section| section.id == record) {
        return Some(Route::Report(ReportPage::Public));
    }
    if ledger.unplaced.iter().any(|item| item.id == record) {
        return Some(Route::Overview);
    }
    let query = Query::default();
    ledger.categories().find_map(|(area, category)| {
        if area.id == record {
            let area = Some(record);
            return Some(Route::Ledger(Query { area, ..query.clone() }));
        }
        let category = (category.id == record).then_some(record);
        category.is_some().then(|| {
            Route::Ledger(Query {
                category,
                ..query.clone()
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Category, Field, Finding, FocusArea, Measure};

    fn id(number: u32) -> Id {
        format!("000000000001-{number}").parse().expect("a name")
    }

    fn ledger() -> Ledger {
        let mut finding = Finding::new(id(3));
        finding.measures.push(Measure::new(id(4)));
        let category = Category {
            id: id(2),
            title: "类别".into(),
            form: "".into(),
            findings: vec![finding],
        };
        let area = FocusArea {
            id: id(1),
            title: "方面".into(),
            form: "".into(),
            categories: vec![category],
        };
        Ledger {
            focus_areas: vec![area],
            ..Ledger::default()
        }
    }

    #[test]
    fn every_place_leads_where_it_can_be_seen() {
        let ledger = ledger();
        let finding = Some(Route::Finding(id(3)));
        let in_category = Query {
            category: Some(id(2)),
            ..Query::default()
        };
        for (place, expected) in [
            (Place::Tree, Some(Route::Overview)),
            (Place::Report(None), Some(Route::Report(ReportPage::Public))),
            (Place::Field(id(3), Field::Status), finding.clone()),
            (Place::Field(id(4), Field::Date), finding.clone()),
            (Place::Measure(id(4)), finding),
            (Place::Field(Id::ROOT, Field::Feedback), Some(Route::About)),
            (
                Place::Field(Id::ROOT, Field::MaskNumbers),
                Some(Route::Report(ReportPage::Public)),
            ),
            (Place::Field(id(2), Field::Title), Some(Route::Ledger(in_category))),
            (Place::Field(id(9), Field::Title), None),
            (Place::Today, None),
        ] {
            assert_eq!(leads_to(&ledger, &place), expected, "{place:?}");
        }
    }
}
