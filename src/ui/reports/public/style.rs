//! How the report is numbered and phrased: a choice for each setting, and a small report that shows them.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use super::{Desk, document::ARTICLE};
use crate::{
    formats::report::write::{
        Numbers, ParagraphKind, Part, Prose, Report, Section, Setting, Style, plain, style_edit, write,
    },
    ledger::{Actor, Category, Finding, FocusArea, Id, Ledger, Measure, Status, Text},
    ui::{
        parts::value_of,
        texts::public::{EXAMPLE, EXAMPLE_MEASURES, EXAMPLE_SECTIONS},
    },
};

pub const HEADING: &str = "public-style";

pub fn style(desk: Desk) -> View {
    let Desk { session, p, .. } = desk;
    let style = Memo::new(move |_| desk.settings.with(|settings| settings.style));
    let fields = Setting::ALL.iter().map(|setting| field(desk, style, *setting));
    let fields: View = fields.collect();
    let example = Memo::new(move |_| style.with(example));
    let is_default = move || style.with(|style| *style == Style::default());
    let reset = move |_| desk.act(|ledger, _| vec![style_edit(ledger, &Style::default())]);
    view! {
        <section class="card">
            <div class="view-head">
                <h2 id=HEADING tabindex="-1">{p.style_heading}</h2>
                <button type="button" class="button quiet small" on:click=move |_| session.focus(ARTICLE)>{p.to_report}</button>
            </div>
            <p class="hint">{p.style_hint}</p>
            <div class="fields">{fields}</div>
            <div class="public-example" role="group" aria-label=p.example>
                <p class="hint">{p.example}</p>
                {live(move || example.get().lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect::<View>())}
            </div>
            <button type="button" class="button" aria-disabled=move || is_default().then_some("true") on:click=reset>
                {p.default_style}
            </button>
        </section>
    }
}

fn field(desk: Desk, style: Memo<Style>, setting: Setting) -> View {
    let p = desk.p;
    let choose = move |event| {
        let code = value_of(&event);
        desk.act(|ledger, settings| {
            let mut style = settings.style;
            style.set(setting, &code);
            vec![style_edit(ledger, &style)]
        });
    };
    let options = setting.choices().iter().filter(|(code, _)| may_be(setting, code)).map(|(code, example)| {
        let code = *code;
        let name = (p.choice)(setting, code).unwrap_or(example);
        view! { <option value=code prop:selected=move || style.with(|style| style.code(setting) == code)>{name}</option> }
    });
    let options: View = options.collect();
    let is_wide = matches!(
        setting,
        Setting::StatusPlace | Setting::StatusWords | Setting::Measures | Setting::ItemLabels
    );
    view! {
        <label class="field" class:public-wide=is_wide>
            <span>{(p.setting)(setting)}</span>
            <select id=["public-style-", setting.code()].concat() on:change=choose>{options}</select>
        </label>
    }
}

/// Only areas and categories can go without headings.
fn may_be(setting: Setting, code: &str) -> bool {
    code != Numbers::Hidden.code() || matches!(setting, Setting::Areas | Setting::Categories)
}

/// A report with one of each, in a style.
fn example(style: &Style) -> String {
    let id = |counter| Id {
        actor: Actor::from_random(1),
        counter,
    };
    let [area, category, finding, problem, next_step] = EXAMPLE;
    let measures = EXAMPLE_MEASURES.iter().zip(5..).map(|(heading, counter)| Measure {
        heading: (*heading).into(),
        ..Measure::new(id(counter))
    });
    let ledger = Ledger {
        focus_areas: vec![FocusArea {
            id: id(1),
            title: area.into(),
            form: Text::default(),
            categories: vec![Category {
                id: id(2),
                title: category.into(),
                form: Text::default(),
                findings: vec![Finding {
                    title: finding.into(),
                    problem: problem.into(),
                    next_step: next_step.into(),
                    status: Status::InProgress,
                    measures: measures.collect(),
                    ..Finding::new(id(3))
                }],
            }],
        }],
        ..Ledger::default()
    };
    let [progress, unfinished] = EXAMPLE_SECTIONS;
    let section = |part, title: &str| Section {
        part,
        title: title.into(),
        text: String::new(),
    };
    let prose = Prose {
        sections: vec![section(Part::Progress, progress), section(Part::Unfinished, unfinished)],
        ..Prose::default()
    };
    let mut paragraphs = write(&Report::new(&ledger, style, &prose));
    paragraphs.retain(|paragraph| paragraph.kind != ParagraphKind::Note);
    plain(&paragraphs)
}
