//! The registers 制度, 问责, 追缴挽回: views of what is registered below findings. A sum leads to its rows, a row to its finding.

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use view_macro::view;

use super::listed::{self, Listed};
use crate::{
    figures::{
        PenaltySum, RecoverySum, accountability_lines, penalty_sums, recovered_lines, recovery_sums, rule_lines,
        rule_sums,
    },
    ledger::{Amount, CountedAs, Id, Ledger, MoneyUnit, Penalty, Recovery, RuleAct},
    session::Session,
    ui::{
        parts::use_session,
        texts::{RegisterTexts, Texts, register_texts, use_texts},
    },
};

/// A register as it is shown.
#[derive(Clone, PartialEq, Default)]
struct Register {
    heads: Vec<&'static str>,
    /// With the name of the sum that each belongs to.
    rows: Vec<(String, Id, Vec<String>)>,
    sum_heads: Vec<&'static str>,
    sums: Vec<Sum>,
    hint: &'static str,
}

#[derive(Clone, PartialEq)]
struct Sum {
    name: String,
    rows: usize,
    cells: Vec<String>,
}

type Make = fn(&'static Texts, &'static RegisterTexts, &Ledger) -> Register;

pub fn registers() -> View {
    let r = register_texts(use_texts().lang);
    let session = use_session();
    view! {
        <section class="view view-list">
            <div class="view-head"><h1>{r.heading}</h1></div>
            <p class="hint screen-only">{r.page_hint}</p>
            {section(session, "register-rules", r.rules, rules)}
            {section(session, "register-accountability", r.accountability, accountability)}
            {section(session, "register-recovered", r.recovered, recovered)}
        </section>
    }
}

fn section(session: Session, id: &'static str, heading: &'static str, make: Make) -> View {
    let t = use_texts();
    let r = register_texts(t.lang);
    let register = Memo::new(move |_| session.book.with(|book| make(t, r, book.ledger())));
    let chosen = State::new(None::<String>);
    let shown = Memo::new(move |_| {
        register.with(|register| {
            let rows = register.rows.iter();
            let rows =
                rows.filter(|(name, ..)| chosen.with(|chosen| chosen.as_ref().is_none_or(|chosen| chosen == name)));
            Listed {
                title: heading.to_owned(),
                heads: register.heads.clone(),
                link: 0,
                rows: rows.map(|(_, finding, cells)| (*finding, cells.clone())).collect(),
            }
        })
    });
    let is_empty = Memo::new(move |_| register.with(|register| register.rows.is_empty()));
    view! {
        <section class="card stack">
            <h2>{heading}</h2>
            {live(move || register.with(|register| (!register.sums.is_empty()).then(|| sums(session, r, heading, id, register, chosen))))}
            {live(move || {
                if is_empty.get() {
                    return view! { <p class="empty">{r.none}</p> };
                }
                view! {
                    {listed::tools(session, shown, false)}
                    {filtered(r, chosen, shown)}
                    {listed::table(id, shown, r.untitled)}
                }
            })}
        </section>
    }
}

/// Of which sum the rows are, and the way back to all.
fn filtered(r: &'static RegisterTexts, chosen: State<Option<String>>, shown: Memo<Listed>) -> View {
    let told = move || {
        let count = shown.with(|shown| shown.rows.len());
        chosen.with(|chosen| (r.shown)(chosen.as_deref().unwrap_or(r.all), count))
    };
    view! {
        <div class="row screen-only">
            <span role="status">{told}</span>
            {live(move || chosen.with(Option::is_some).then(|| view! {
                <button type="button" class="button small" on:click=move |_| chosen.set(None)>{r.show_all}</button>
            }))}
        </div>
    }
}

fn sums(
    session: Session,
    r: &'static RegisterTexts,
    heading: &'static str,
    id: &'static str,
    register: &Register,
    chosen: State<Option<String>>,
) -> View {
    let rows = register.sums.iter().map(|sum| {
        let cells = sum.cells.iter().map(|cell| view! { <td>{cell.clone()}</td> });
        let name = sum.name.clone();
        let lead = move |_| {
            chosen.set(Some(name.clone()));
            session.scroll_into_view(id);
            session.focus(id);
        };
        let count = match sum.rows {
            0 => view! { <span>"0"</span> },
            rows => view! {
                <button type="button" class="button small" aria-label=(r.rows_of)(&sum.name) on:click=lead>{rows}</button>
                <span class="print-only">{rows}</span>
            },
        };
        view! { <tr><th scope="row">{sum.name.clone()}</th><td>{count}</td>{cells.collect::<View>()}</tr> }
    });
    let heads = [r.kind, r.count].into_iter().chain(register.sum_heads.iter().copied());
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=[heading, "：", r.sums].concat()>
            <table class="table">
                <thead><tr>{heads.collect::<View>()}</tr></thead>
                <tbody>{rows.collect::<View>()}</tbody>
            </table>
        </div>
        {(!register.hint.is_empty()).then(|| view! { <p class="hint">{register.hint}</p> })}
    }
}

fn rules(t: &'static Texts, r: &'static RegisterTexts, ledger: &Ledger) -> Register {
    let act = |act: Option<RuleAct>| act.map_or(r.not_said, t.words.rule_act).to_owned();
    let lines = rule_lines(ledger);
    let sums = rule_sums(&lines).into_iter().map(|(of, rows)| Sum {
        name: act(of),
        rows,
        cells: Vec::new(),
    });
    let sums = sums.collect();
    let rows = lines.into_iter().map(|line| {
        let rule = line.record;
        let cells = vec![
            line.title.to_string(),
            line.measure
                .map(|(at, heading)| (r.measure)(at, &heading))
                .unwrap_or_default(),
            rule.title.to_string(),
            act(rule.act),
            rule.date.map(|date| date.to_string()).unwrap_or_default(),
        ];
        (act(rule.act), line.finding, cells)
    });
    Register {
        heads: vec![r.finding, r.of_measure, r.title, r.act, r.date],
        rows: rows.collect(),
        sums,
        ..Register::default()
    }
}

fn accountability(t: &'static Texts, r: &'static RegisterTexts, ledger: &Ledger) -> Register {
    let counted = |of: Option<CountedAs>| of.map_or(r.not_said, t.words.counted_as);
    let name = |penalty: &Penalty, of| format!("{}（{}）", said(r, (t.words.penalty)(penalty)), counted(of));
    let sum = |each: PenaltySum| {
        let unnumbered = match each.unnumbered {
            0 => String::new(),
            count => format!("（{}）", (r.unnumbered)(count)),
        };
        Sum {
            name: name(&each.penalty, each.counted_as),
            rows: each.rows,
            cells: vec![
                format!("{}{unnumbered}", each.sum),
                each.stated.map(|stated| stated.to_string()).unwrap_or_default(),
            ],
        }
    };
    let rows = accountability_lines(ledger).into_iter().map(|line| {
        let each = line.record;
        let cells = vec![
            line.title.to_string(),
            said(r, (t.words.penalty)(&each.penalty)),
            each.number.map(|number| number.to_string()).unwrap_or_default(),
            counted(each.counted_as).to_owned(),
            each.passage.to_string(),
        ];
        (name(&each.penalty, each.counted_as), line.finding, cells)
    });
    Register {
        heads: vec![r.finding, r.kind, r.number, r.counted, r.passage],
        rows: rows.collect(),
        sum_heads: vec![r.sum, r.stated],
        sums: penalty_sums(ledger).into_iter().map(sum).collect(),
        hint: r.stated_hint,
    }
}

fn recovered(t: &'static Texts, r: &'static RegisterTexts, ledger: &Ledger) -> Register {
    let name = |recovery: &Recovery| said(r, (t.words.recovery)(recovery));
    let lines = recovered_lines(ledger);
    let sum = |each: RecoverySum| {
        let unnumbered = match each.without_amount {
            0 => String::new(),
            count => format!("（{}）", (r.unnumbered)(count)),
        };
        Sum {
            name: name(&each.recovery),
            rows: each.rows,
            cells: vec![
                number(each.sum, MoneyUnit::Yuan) + &unnumbered,
                number(each.sum, MoneyUnit::TenThousandYuan),
            ],
        }
    };
    let sums = recovery_sums(&lines).into_iter().map(sum).collect();
    let rows = lines.into_iter().map(|line| {
        let each = line.record;
        let cells = vec![
            line.title.to_string(),
            name(&each.recovery),
            number(each.amount, MoneyUnit::Yuan),
            number(each.amount, MoneyUnit::TenThousandYuan),
            each.passage.to_string(),
        ];
        (name(&each.recovery), line.finding, cells)
    });
    Register {
        heads: vec![r.finding, r.kind, r.yuan, r.ten_thousand, r.passage],
        rows: rows.collect(),
        sum_heads: vec![r.yuan, r.ten_thousand],
        sums,
        hint: "",
    }
}

fn said(r: &'static RegisterTexts, text: String) -> String {
    if text.is_empty() { r.not_said.to_owned() } else { text }
}

fn number(amount: Option<Amount>, unit: MoneyUnit) -> String {
    amount.map(|amount| amount.in_unit(unit).number()).unwrap_or_default()
}
