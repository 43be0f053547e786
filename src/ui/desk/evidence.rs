//! 佐证材料 of the whole ledger: the numbered index, what is complete without any, and the check of a folder.

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use leptos::prelude::*;
use view_macro::view;

use super::{folder, listed};
use crate::{
    figures::{EvidenceLine, Lacking, departments, evidence_lines, lacking_evidence, names_department},
    ledger::Id,
    session::Session,
    ui::{
        long_list::Long,
        parts::use_session,
        route::Route,
        texts::{EvidenceTexts, evidence_texts, use_texts},
    },
};

/// Which lines are shown; empty: all.
#[derive(Clone, PartialEq, Default)]
struct Filter {
    finding: String,
    department: String,
}

impl Filter {
    fn shows(&self, line: &EvidenceLine) -> bool {
        (self.finding.is_empty() || line.finding.to_string() == self.finding)
            && (self.department.is_empty() || names_department(&line.department, &self.department))
    }
}

pub fn evidence() -> View {
    let e = evidence_texts(use_texts().lang);
    let session = use_session();
    let filter = State::new(Filter::default());
    let all = Memo::new(move |_| session.book.with(|book| evidence_lines(book.ledger())));
    let shown = Memo::new(move |_| {
        let lines =
            all.with(|all| filter.with(|filter| all.iter().filter(|line| filter.shows(line)).cloned().collect()));
        let unit = session.book.with(|book| book.ledger().inspection.unit.to_string());
        index(e, &unit, lines)
    });
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    view! {
        <section class="view view-list">
            <div class="view-head"><h1>{e.index}</h1></div>
            <p class="hint screen-only">{e.page_hint}</p>
            {live(move || {
                if is_empty.get() {
                    return view! { <p class="empty">{e.empty}</p> };
                }
                view! {
                    {filters(e, session, all, filter)}
                    {listed::tools(session, shown, true)}
                    <p class="hint screen-only" role="status">{move || (e.count)(shown.with(|shown| shown.rows.len()))}</p>
                    {listed::table("evidence-index", shown, e.untitled)}
                }
            })}
            {folder::folder(e, all)}
            {lacking(e, session)}
        </section>
    }
}

fn index(e: &'static EvidenceTexts, unit: &str, lines: Vec<EvidenceLine>) -> listed::Listed {
    let rows = lines.into_iter().map(|line| {
        let measure = line.measure.map(|(number, heading)| (e.measure)(number, &heading));
        let evidence = line.evidence;
        let cells = vec![
            line.number,
            line.title.to_string(),
            measure.unwrap_or_else(|| e.whole.to_owned()),
            evidence.name.to_string(),
            evidence.size.map(|size| size.to_string()).unwrap_or_default(),
            evidence.sha256.to_string(),
            evidence.date.map(|date| date.to_string()).unwrap_or_default(),
            evidence.note.to_string(),
        ];
        (line.finding, cells)
    });
    listed::Listed {
        title: [unit, e.index].concat(),
        heads: vec![
            e.number,
            e.finding,
            e.of_measure,
            e.file,
            e.size,
            e.sha256,
            e.date,
            e.note,
        ],
        link: 1,
        rows: rows.collect(),
    }
}

/// By what stands in the index: nothing else can be found in it.
fn filters(e: &'static EvidenceTexts, session: Session, all: Memo<Vec<EvidenceLine>>, filter: State<Filter>) -> View {
    let findings = Memo::new(move |_| {
        let mut findings: Vec<(Id, String)> = all.with(|all| {
            let each = all.iter().map(|line| (line.finding, line.title.to_string()));
            each.collect()
        });
        findings.dedup_by_key(|(id, _)| *id);
        let codes = findings.into_iter().map(|(id, title)| (id.to_string(), title));
        codes.collect::<Vec<_>>()
    });
    let departments = Memo::new(move |_| {
        let names = session.book.with(|book| departments(book.ledger())).into_iter();
        let codes = names.map(|name| (name.to_string(), name.to_string()));
        codes.collect::<Vec<_>>()
    });
    view! {
        <div class="filters">
            {choice(e, e.of_finding, findings, filter, |filter| &mut filter.finding)}
            {choice(e, e.of_department, departments, filter, |filter| &mut filter.department)}
        </div>
    }
}

fn choice(
    e: &'static EvidenceTexts,
    label: &'static str,
    codes: Memo<Vec<(String, String)>>,
    filter: State<Filter>,
    part: fn(&mut Filter) -> &mut String,
) -> View {
    let is_chosen = move |code: &str| *part(&mut filter.get()) == *code;
    let options = live(move || {
        let options = codes.get().into_iter().map(|(code, word)| {
            let own = code.clone();
            view! { <option value=code prop:selected=move || is_chosen(&own)>{word}</option> }
        });
        options.collect::<View>()
    });
    let choose = move |code: String| filter.update(|filter| *part(filter) = code);
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=move |event| choose(event_target_value(&event))>
                <option value="" prop:selected=move || is_chosen("")>{e.all}</option>
                {options}
            </select>
        </label>
    }
}

fn lacking(e: &'static EvidenceTexts, session: Session) -> View {
    let lacking = Memo::new(move |_| session.book.with(|book| lacking_evidence(book.ledger())));
    let long = Long::rows();
    let line = |each: &Lacking| {
        let measure = each
            .measure
            .as_ref()
            .map(|(number, heading)| (e.measure)(*number, heading));
        let title = if each.title.is_empty() {
            e.untitled.to_owned()
        } else {
            each.title.to_string()
        };
        view! {
            <li><a href=Route::Finding(each.finding).href()>{title}</a>" "<span class="muted">{measure}</span></li>
        }
    };
    view! {
        <section class="card stack">
            <h2>{move || (e.lacking)(lacking.with(Vec::len))}</h2>
            {live(move || lacking.with(|lacking| {
                if lacking.is_empty() {
                    return view! { <p>{e.none_lacking}</p> };
                }
                view! {
                    <p class="hint">{e.lacking_hint}</p>
                    <ul class="stack">{lacking.iter().take(long.most()).map(line).collect::<View>()}</ul>
                }
            }))}
            {long.rest(move || lacking.with(Vec::len))}
        </section>
    }
}
