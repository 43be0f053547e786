//! From how many days before a deadline a finding is marked.

use crate::dom::View;
use crate::signals::{Memo, State, effect};
use leptos::ev::SubmitEvent;
use view_macro::view;

use crate::{
    figures::Thresholds,
    journal::Edit,
    ledger::{Field, Id, parse_number},
    session::Session,
    ui::{
        desk::draft::Draft,
        texts::{Texts, TimesTexts, field_name},
    },
};

const GREEN: usize = 0;
const YELLOW: usize = 1;

pub fn warnings(t: &'static Texts, x: &'static TimesTexts, session: Session) -> View {
    let days = Memo::new(move |_| session.book.with(|book| Thresholds::of(book.ledger())));
    let draft = Draft::open(session, "warnings".into(), written(days.get_untracked()));
    effect(move || draft.follow(written(days.get())));
    let told = State::new(false);
    let set = move |days: Thresholds| {
        session.act(&[
            Edit::set(Id::ROOT, Field::WarnGreen, days.green_days.to_string()),
            Edit::set(Id::ROOT, Field::WarnYellow, days.yellow_days.to_string()),
        ]);
        let now = session.book.with_untracked(|book| Thresholds::of(book.ledger()));
        told.set(now == days);
        if now == days {
            draft.clear();
            draft.follow(written(days));
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        told.set(false);
        if let Some(days) = checked(x, draft) {
            set(days);
        }
    };
    view! {
        <form class="card stack plan-only screen-only" on:submit=submit novalidate>
            <h2>{x.warnings}</h2>
            <p class="hint">{x.warnings_hint}</p>
            <div class="fields">
                {draft.line(GREEN, field_name(t, &Field::WarnGreen), "number", None)}
                {draft.line(YELLOW, field_name(t, &Field::WarnYellow), "number", None)}
            </div>
            <p class="row">
                <button type="submit" class="button primary">{t.words.save}</button>
                <button type="button" class="button" on:click=move |_| set(Thresholds::default())>{x.usual}</button>
                <span role="status">{move || told.get().then_some(x.saved)}</span>
            </p>
        </form>
    }
}

fn written(days: Thresholds) -> Vec<String> {
    vec![days.green_days.to_string(), days.yellow_days.to_string()]
}

fn checked(x: &'static TimesTexts, draft: Draft) -> Option<Thresholds> {
    let number = |at| parse_number(&draft.typed(at)).map(i64::from);
    let (green, yellow) = (number(GREEN), number(YELLOW));
    let mut faults = Vec::new();
    for (at, days) in [(GREEN, green), (YELLOW, yellow)] {
        if days.is_none() {
            faults.push((at, x.days_needed));
        }
    }
    if green.zip(yellow).is_some_and(|(green, yellow)| green <= yellow) {
        faults.push((GREEN, x.green_more));
    }
    let is_right = draft.check(faults);
    let (green_days, yellow_days) = green.zip(yellow).filter(|_| is_right)?;
    Some(Thresholds {
        yellow_days,
        green_days,
    })
}
