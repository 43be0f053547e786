//! What a report says in passing: people held to account, rules, money, and the counts that it states itself.

use crate::dom::View;
use view_macro::view;

use super::value;
use crate::{
    formats::report::{Draft, DraftAccountability, DraftRecovered, FindingAt},
    ui::texts::{Texts, preview_texts},
};

pub fn registers(t: &'static Texts, draft: &Draft) -> View {
    let r = preview_texts(t.lang);
    let accounts = |said: &[DraftAccountability], at: Option<FindingAt>| -> Vec<View> {
        let each = |each: &DraftAccountability| {
            let number = each.number.to_string();
            let kind = (t.words.penalty)(&each.penalty);
            let words = [&*kind, " ", &*number, " ", (t.words.counted_as)(each.counted_as)].concat();
            row(t, draft, value(each.span, words), at, r.outside)
        };
        said.iter().map(each).collect()
    };
    let money = |said: &[DraftRecovered], at: Option<FindingAt>| -> Vec<View> {
        let each = |each: &DraftRecovered| {
            let words = [
                &*(t.words.recovery)(&each.recovery),
                " ",
                &*(t.words.amount)(each.amount),
            ]
            .concat();
            row(t, draft, value(each.span, words), at, r.money_outside)
        };
        said.iter().map(each).collect()
    };
    let (mut accountability, mut recovered, mut rules) = (Vec::new(), Vec::new(), Vec::new());
    for at in draft.places() {
        let Some(finding) = draft.finding(at) else { continue };
        accountability.extend(accounts(&finding.accountability, Some(at)));
        recovered.extend(money(&finding.recovered, Some(at)));
        for rule in finding.measures.iter().flat_map(|measure| &measure.rules) {
            let date = rule.date.map(t.words.date).unwrap_or_default();
            let title = ["《", &*rule.title, "》 ", (t.words.rule_act)(rule.act), " ", &*date].concat();
            rules.push(row(t, draft, value(rule.span, title), Some(at), ""));
        }
    }
    accountability.extend(accounts(&draft.accountability, None));
    recovered.extend(money(&draft.recovered, None));
    let stated = draft.stated.iter().map(|stated| {
        let number = stated.number.to_string();
        let words = (r.stated_as)((t.words.stated)(stated.what), &number);
        let part = if stated.of_part { r.of_part } else { "" };
        view! { <li>{value(stated.span, words)} " " <span class="muted">{part}</span></li> }
    });
    let lists = [
        (r.accountability, accountability),
        (r.rules, rules),
        (r.recovered, recovered),
        (r.stated, stated.collect()),
    ];
    if lists.iter().all(|(_, rows)| rows.is_empty()) {
        return View::Nothing;
    }
    let lists = lists.into_iter().map(|(name, rows)| {
        let count = rows.len();
        view! {
            <details open=count <= FEW>
                <summary>{name} " " <span class="muted">{count}</span></summary>
                {if count == 0 { view! { <p class="muted">{r.not_read}</p> } } else { view! { <ul>{rows}</ul> } }}
            </details>
        }
    });
    view! {
        <section class="card stack">
            <h2>{r.registers_heading}</h2>
            {lists.collect::<View>()}
        </section>
    }
}

/// So many rows are not in the way.
const FEW: usize = 12;

/// A value, and the finding that tells of it.
fn row(t: &'static Texts, draft: &Draft, value: View, at: Option<FindingAt>, outside: &'static str) -> View {
    let place = match at {
        Some(at) => (preview_texts(t.lang).of_finding)(draft.finding_title(at)),
        None => outside.to_owned(),
    };
    view! { <li>{value} " " <span class="muted">{place}</span></li> }
}
