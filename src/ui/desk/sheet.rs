//! 销号单: a finding with its measures, results and evidence on one sheet, and lines to sign on.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use crate::{
    ledger::{
        Finding, Id, Ledger,
        acts::{Act, Closure, ClosureStep, Evidence, Settings},
    },
    ui::{
        parts::use_session,
        route::Route,
        texts::{SheetTexts, Texts, sheet_texts, use_texts},
    },
};

pub fn sheet(id: Id) -> View {
    let t = use_texts();
    let x = sheet_texts(t.lang);
    let session = use_session();
    let exists = Memo::new(move |_| session.book.with(|book| book.ledger().finding(id).is_some()));
    view! {
        <section class="view stack">
            <div class="view-head screen-only">
                <h1>{x.heading}</h1>
                <div class="toolbar">
                    <button type="button" class="button primary" on:click=move |_| session.print()>{x.print}</button>
                    <a class="button" href=Route::Finding(id).href()>{x.back}</a>
                </div>
            </div>
            {live(move || {
                if !exists.get() {
                    return view! { <p class="empty">{t.finding.gone}</p> };
                }
                session.book.with(|book| {
                    let ledger = book.ledger();
                    ledger.finding(id).map(|finding| paper(t, x, ledger, finding)).unwrap_or_default()
                })
            })}
        </section>
    }
}

fn paper(t: &'static Texts, x: &'static SheetTexts, ledger: &Ledger, finding: &Finding) -> View {
    let inspection = &ledger.inspection;
    let whereabouts = ledger.whereabouts(finding.id);
    let category = whereabouts
        .map(|(_, category)| category.title.to_string())
        .unwrap_or_default();
    let date = |day: Option<chrono::NaiveDate>| day.map(t.words.date).unwrap_or_default();
    let departments = [&*finding.department, &*finding.co_departments];
    let departments: Vec<&str> = departments.into_iter().filter(|name| !name.is_empty()).collect();
    let row = |name: &'static str, text: String| {
        view! { <tr><th scope="row">{name}</th><td colspan="3">{text}</td></tr> }
    };
    let pair = |one: (&'static str, String), other: (&'static str, String)| {
        view! { <tr><th scope="row">{one.0}</th><td>{one.1}</td><th scope="row">{other.0}</th><td>{other.1}</td></tr> }
    };
    let measures = finding.measures.iter().zip(1..).map(|(measure, number)| {
        view! {
            <tr>
                <td>{number.to_string()}</td>
                <td>{joined(&measure.heading, &measure.text)}</td>
                <td>{(t.words.status)(measure.status)}</td>
                <td>{measure.result.to_string()}</td>
            </tr>
        }
    });
    let of_measures = finding
        .measures
        .iter()
        .flat_map(|measure| Evidence::all(&measure.entries));
    let evidence = Evidence::all(&finding.entries).chain(of_measures).zip(1..);
    let evidence = evidence.map(|(each, number): (Evidence, i32)| {
        let words = [&*each.name, &*each.note].into_iter().filter(|text| !text.is_empty());
        let words: Vec<&str> = words.collect();
        view! { <li value=number.to_string()>{words.join("，")}</li> }
    });
    let evidence: Vec<View> = evidence.collect();
    let has_evidence = !evidence.is_empty();
    let rules = Settings::of(ledger).closing;
    let last = |step: ClosureStep| {
        Closure::all(&finding.entries)
            .filter(|each| each.step == Some(step))
            .last()
    };
    let mut opinions = vec![opinion(t, x, x.department, last(ClosureStep::Requested))];
    if rules.is_reviewed {
        opinions.push(opinion(t, x, x.reviewer, last(ClosureStep::Reviewed)));
    }
    opinions.push(opinion(t, x, x.approver, last(ClosureStep::Approved)));
    view! {
        <article class="paper stack" lang="zh-CN">
            <h2>{x.title}</h2>
            <table class="table sheet">
                <tbody>
                    {pair((x.unit, inspection.unit.to_string()), (x.team, inspection.team.to_string()))}
                    {row(x.category, category)}
                    {row(x.finding, finding.title.to_string())}
                    {row(x.detail, finding.detail.to_string())}
                    {pair((x.departments, departments.join("、")), (x.leader, finding.leader.to_string()))}
                    {row(x.owner, finding.owner.to_string())}
                    {pair((x.deadline, date(finding.deadline)), (x.completed, date(finding.completed_on)))}
                </tbody>
            </table>
            <h3>{x.measures}</h3>
            <table class="table sheet">
                <thead>
                    <tr>
                        <th scope="col">{x.number}</th>
                        <th scope="col">{x.measure}</th>
                        <th scope="col">{x.status}</th>
                        <th scope="col">{x.result}</th>
                    </tr>
                </thead>
                <tbody>{measures.collect::<View>()}</tbody>
            </table>
            <h3>{x.evidence}</h3>
            {if has_evidence {
                view! { <ol>{evidence.into_iter().collect::<View>()}</ol> }
            } else {
                view! { <p>{x.no_evidence}</p> }
            }}
            {opinions.into_iter().collect::<View>()}
        </article>
    }
}

/// Heading and text as one reads them on, with a full stop between.
fn joined(heading: &str, text: &str) -> String {
    let ends = heading.is_empty() || text.is_empty() || heading.ends_with(['。', '：', '；', '！', '？']);
    [heading, if ends { "" } else { "。" }, text].concat()
}

/// What was said on record, and room to sign.
fn opinion(t: &'static Texts, x: &'static SheetTexts, whose: &'static str, closure: Option<Closure>) -> View {
    let told = closure
        .as_ref()
        .map(|closure| closure.text.to_string())
        .unwrap_or_default();
    let person = closure
        .as_ref()
        .map(|closure| closure.person.to_string())
        .unwrap_or_default();
    let day = closure
        .and_then(|closure| closure.date)
        .map(t.words.date)
        .unwrap_or_default();
    view! {
        <div class="opinion stack">
            <strong>{whose}</strong>
            <p>{told}</p>
            <p class="signature">{x.signature}<span class="blank">{person}</span>{x.date}<span class="blank">{day}</span></p>
        </div>
    }
}
