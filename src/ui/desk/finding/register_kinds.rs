//! What a rule, a number of persons and an amount of money are asked for, read from and told as, below a finding.

use super::registers::{Part, Shown, Values};
use crate::{
    ledger::{
        Accountability, Amount, CountedAs, Field, Finding, MoneyUnit, Penalty, Recovered, Recovery, Rule, RuleAct,
        parse_number,
    },
    ui::{
        desk::form::{Ask, Input, Typed, Wrong},
        texts::Texts,
    },
};

fn ask(key: &'static str, label: &'static str, input: Input) -> Ask {
    let initial = match &input {
        Input::Choice(codes) => codes.first().map(|(code, _)| code.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    Ask {
        key,
        label,
        input,
        initial,
        needed: None,
    }
}

pub(super) fn rules(t: &'static Texts, finding: &Finding) -> Vec<Shown> {
    let rules = finding.measures.iter().flat_map(|measure| &measure.rules);
    let shown = rules.map(|rule: &Rule| {
        let act = rule.act.map(t.words.rule_act).unwrap_or_default();
        let day = rule.date.map(t.words.date).unwrap_or_default();
        Shown {
            id: rule.id,
            told: [&*rule.title, act, &*day].join(" ").trim().to_owned(),
            passage: rule.passage.to_string(),
            values: vec![
                ("title", rule.title.to_string()),
                ("date", rule.date.map(|date| date.to_string()).unwrap_or_default()),
                ("act", rule.act.map(RuleAct::code).unwrap_or_default().to_owned()),
            ],
        }
    });
    shown.collect()
}

pub(super) fn rule_asks(part: &Part) -> Vec<Ask> {
    let Part { t, r, .. } = part;
    let acts = RuleAct::ALL.iter();
    let acts = acts.map(|act| (act.code().to_owned(), (t.words.rule_act)(*act).to_owned()));
    let title = Ask {
        needed: Some(r.title_needed),
        ..ask("title", r.title, Input::Line)
    };
    vec![
        ask("of", r.of_measure, Input::Choice(part.measures())),
        title,
        ask("act", r.act, Input::Choice(acts.collect())),
        ask("date", r.date, Input::Date),
    ]
}

pub(super) fn rule_values(_: &Part, typed: &Typed) -> Result<Values, Wrong> {
    Ok(vec![
        // Titles are shown without the marks, as those read from reports are.
        (Field::Title, typed.text("title").trim_matches(['《', '》']).to_owned()),
        (Field::Date, typed.text("date").to_owned()),
        (Field::Act, typed.text("act").to_owned()),
    ])
}

pub(super) fn accountability(t: &'static Texts, finding: &Finding) -> Vec<Shown> {
    let shown = finding.accountability.iter().map(|each: &Accountability| {
        let number = each.number.map(|number| number.to_string()).unwrap_or_default();
        let counted = each.counted_as.map(t.words.counted_as).unwrap_or_default();
        Shown {
            id: each.id,
            told: [&*(t.words.penalty)(&each.penalty), " ", &*number, counted].concat(),
            passage: each.passage.to_string(),
            values: vec![
                ("kind", each.penalty.code().to_owned()),
                ("number", number),
                (
                    "counted",
                    each.counted_as.map(CountedAs::code).unwrap_or_default().to_owned(),
                ),
            ],
        }
    });
    shown.collect()
}

pub(super) fn accountability_asks(part: &Part) -> Vec<Ask> {
    let Part { t, r, .. } = part;
    let kinds = Penalty::ALL.iter();
    let kinds = kinds.map(|each| (each.code().to_owned(), (t.words.penalty)(each)));
    let counted = CountedAs::ALL.iter();
    let counted = counted.map(|each| (each.code().to_owned(), (t.words.counted_as)(*each).to_owned()));
    let number = Ask {
        needed: Some(r.number_needed),
        ..ask("number", r.number, Input::Line)
    };
    vec![
        ask("kind", r.kind, Input::Choice(kinds.collect())),
        number,
        ask("counted", r.counted, Input::Choice(counted.collect())),
    ]
}

pub(super) fn accountability_values(part: &Part, typed: &Typed) -> Result<Values, Wrong> {
    let number = typed.text("number");
    if parse_number(number).is_none_or(|number| number == 0) {
        return Err(Wrong("number", part.r.number_needed));
    }
    Ok(vec![
        (Field::Type, typed.text("kind").to_owned()),
        (Field::Number, number.to_owned()),
        (Field::CountedAs, typed.text("counted").to_owned()),
    ])
}

pub(super) fn recovered(t: &'static Texts, finding: &Finding) -> Vec<Shown> {
    let shown = finding.recovered.iter().map(|each: &Recovered| {
        let amount = each.amount.map(t.words.amount).unwrap_or_default();
        let unit = each.amount.map_or(MoneyUnit::TenThousandYuan, |amount| amount.unit);
        Shown {
            id: each.id,
            told: [&*(t.words.recovery)(&each.recovery), " ", &*amount].concat(),
            passage: each.passage.to_string(),
            values: vec![
                ("kind", each.recovery.code().to_owned()),
                ("amount", each.amount.map(Amount::number).unwrap_or_default()),
                ("unit", unit.code().to_owned()),
            ],
        }
    });
    shown.collect()
}

pub(super) fn recovered_asks(part: &Part) -> Vec<Ask> {
    let Part { t, r, .. } = part;
    let kinds = Recovery::ALL.iter();
    let kinds = kinds.map(|each| (each.code().to_owned(), (t.words.recovery)(each)));
    let units = [(MoneyUnit::TenThousandYuan, r.ten_thousand), (MoneyUnit::Yuan, r.yuan)];
    let units = units.map(|(unit, word)| (unit.code().to_owned(), word.to_owned()));
    let amount = Ask {
        needed: Some(r.amount_needed),
        ..ask("amount", r.amount, Input::Line)
    };
    vec![
        ask("kind", r.kind, Input::Choice(kinds.collect())),
        amount,
        ask("unit", r.unit, Input::Choice(units.into())),
    ]
}

pub(super) fn recovered_values(part: &Part, typed: &Typed) -> Result<Values, Wrong> {
    let unit = MoneyUnit::from_code(typed.text("unit")).unwrap_or(MoneyUnit::TenThousandYuan);
    let amount = Amount::typed(typed.text("amount"), unit).map_err(|too_fine| {
        let why = if too_fine {
            part.r.too_fine
        } else {
            part.r.amount_needed
        };
        Wrong("amount", why)
    })?;
    Ok(vec![
        (Field::Type, typed.text("kind").to_owned()),
        (Field::Amount, amount.code()),
    ])
}
