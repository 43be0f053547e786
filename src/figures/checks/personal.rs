//! Names of persons, phone and identity numbers that the published report would show.

use super::{About, Check, CheckFinding, Checked, Place, Side, Value};
use crate::ledger::{Field, Finding, Id, Names, Text, names_in, numbers_in};

/// Names that the ledger's own fields give and that are not among those to mask.
pub(super) fn names(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let ledger = checked.ledger;
    let masked: Vec<&str> = ledger.report.masked_names.split('、').map(str::trim).collect();
    let mut names = names_in(ledger);
    if names.iter().all(|name| masked.contains(name)) {
        return;
    }
    // A name within a longer one that is masked is not shown.
    names.extend(&masked);
    let names = Names::new(&names);
    each_text(checked, &mut |public| {
        let mut shown = names.found(public.text);
        shown.retain(|name| !masked.contains(name));
        push(Check::Names, Field::MaskedNames, &public, &shown, found);
    });
}

pub(super) fn numbers(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let ledger = checked.ledger;
    if !ledger.report.mask_numbers {
        each_text(checked, &mut |public| {
            push(
                Check::Numbers,
                Field::MaskNumbers,
                &public,
                &numbers_in(public.text),
                found,
            );
        });
    }
}

/// A text of the report.
struct Public<'a> {
    record: Id,
    field: Field,
    text: &'a str,
    title: &'a Text,
}

fn push(check: Check, setting: Field, public: &Public<'_>, shown: &[&str], found: &mut Vec<CheckFinding>) {
    if shown.is_empty() {
        return;
    }
    let mut subject = public.record.to_string();
    subject.push(' ');
    subject.push_str(public.field.name());
    let place = Place::Public(public.record, public.field.clone());
    found.push(CheckFinding {
        check,
        subject,
        about: About::Titled(public.title.clone()),
        records: vec![public.record],
        first: Side::new(place, Value::Text(shown.join("、").into())),
        second: Side::new(Place::Field(Id::ROOT, setting), Value::Nothing),
        acknowledged: None,
    });
}

/// Every text that the report is written from, but for what is withheld; the contact may show a number.
fn each_text<'a>(checked: &Checked<'a>, see: &mut dyn FnMut(Public<'a>)) {
    let ledger = checked.ledger;
    let mut text = |record: Id, field: Field, text: &'a Text, title: &'a Text| {
        if !text.is_empty() {
            see(Public {
                record,
                field,
                text,
                title,
            });
        }
    };
    if checked.alone.is_some() {
        let published = checked.findings().filter(|finding| finding.withheld.is_empty());
        return published.for_each(|finding| texts_of(finding, &mut text));
    }
    const NONE: &Text = &Text::EMPTY;
    text(Id::ROOT, Field::ReportTitle, &ledger.report.title, NONE);
    text(Id::ROOT, Field::ReportIntro, &ledger.report.intro, NONE);
    for section in &ledger.sections {
        text(section.id, Field::Title, &section.title, &section.title);
        text(section.id, Field::Body, &section.text, &section.title);
    }
    for area in &ledger.focus_areas {
        text(area.id, Field::Title, &area.title, &area.title);
        for category in &area.categories {
            text(category.id, Field::Title, &category.title, &category.title);
            let published = category.findings.iter().filter(|finding| finding.withheld.is_empty());
            published.for_each(|finding| texts_of(finding, &mut text));
        }
    }
    for item in &ledger.unplaced {
        text(item.id, Field::Title, &item.title, &item.title);
        text(item.id, Field::Problem, &item.problem, &item.title);
        text(item.id, Field::Reason, &item.reason, &item.title);
        text(item.id, Field::NextStep, &item.next_step, &item.title);
    }
}

fn texts_of<'a>(finding: &'a Finding, text: &mut dyn FnMut(Id, Field, &'a Text, &'a Text)) {
    let public = &finding.public;
    if !finding.stands_for_category || !public.title.is_empty() {
        text(
            finding.id,
            Field::Title,
            or(&public.title, &finding.title),
            &finding.title,
        );
    }
    if !finding.status.is_complete() {
        text(
            finding.id,
            Field::Problem,
            or(&public.problem, &finding.problem),
            &finding.title,
        );
        text(
            finding.id,
            Field::Reason,
            or(&public.reason, &finding.reason),
            &finding.title,
        );
        text(
            finding.id,
            Field::NextStep,
            or(&public.next_step, &finding.next_step),
            &finding.title,
        );
    }
    for measure in finding.measures.iter().filter(|measure| measure.withheld.is_empty()) {
        let public = &measure.public;
        text(
            measure.id,
            Field::Heading,
            or(&public.heading, &measure.heading),
            &finding.title,
        );
        text(measure.id, Field::Body, or(&public.text, &measure.text), &finding.title);
        if public.text.is_empty() {
            text(measure.id, Field::Result, &measure.result, &finding.title);
        }
    }
}

fn or<'a>(public: &'a Text, own: &'a Text) -> &'a Text {
    if public.is_empty() { own } else { public }
}
