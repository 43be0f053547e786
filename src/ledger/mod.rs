//! The domain: one inspected unit's record for one inspection, as plain values. Knows no clock, no randomness, no browser.

mod amount;
#[macro_use]
mod codes;
pub mod acts;
pub mod calendar;
mod date;
mod entry;
mod id;
mod id_map;
mod letters;
mod likeness;
mod personal;
mod registers;
mod sorting;
mod text;
mod words;

pub use amount::Amount;
pub use codes::{CountedAs, MoneyUnit, Penalty, Recovery, RuleAct, Stated, YES, parse_number, parse_size};
pub use date::{days_until, parse_date};
pub use entry::{Entry, SETTINGS, Values};
pub use id::{Actor, Id, NotAName};
pub use id_map::{IdMap, IdSet};
pub use letters::{
    cut_word, eat_any_word, eat_word, fold, is_blank, is_letter, key, key_letters, plain, problem_title,
};
pub use likeness::{Likeness, Wording, place_candidates};
pub use personal::{Names, mask_names, mask_numbers, names_in, numbers_in};
pub use registers::{
    Accountability, Acknowledgement, PublicFinding, PublicMeasure, Recovered, ReportSection, ReportSettings, Rule,
    Statement,
};
pub use sorting::{sort_by, sort_by_key};
pub use text::Text;
pub use words::{Field, Kind, Remedy, Status};

use chrono::NaiveDate;

/// 台账: one inspected unit's whole record for one inspection.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    /// The name in the list of ledgers; where it is empty, [`Ledger::title`] makes one.
    pub name: Text,
    pub inspection: Inspection,
    pub focus_areas: Vec<FocusArea>,
    /// Unfinished items of a report that name no finding of it. Not counted until they are placed.
    pub unplaced: Vec<Unplaced>,
    /// What a report states for the whole; the findings have their own.
    pub accountability: Vec<Accountability>,
    pub statements: Vec<Statement>,
    pub acknowledgements: Vec<Acknowledgement>,
    pub report: ReportSettings,
    /// The report's free text in its order; none where it follows from the ledger.
    pub sections: Vec<ReportSection>,
    /// Of [`SETTINGS`].
    pub settings: Values,
    /// Meetings, reminders, names and views, all in one order.
    pub entries: Vec<Entry>,
}

/// 巡察
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inspection {
    /// 巡视, 巡察, 审计, …
    pub source: Text,
    /// The inspecting team (巡察组).
    pub team: Text,
    /// The inspected unit.
    pub unit: Text,
    pub period_from: Option<NaiveDate>,
    pub period_to: Option<NaiveDate>,
    /// The day the problems were handed over (反馈).
    pub feedback: Option<NaiveDate>,
    /// The end of concentrated rectification (集中整改).
    pub concentrated_until: Option<NaiveDate>,
}

/// 聚焦方面
#[derive(Debug, Clone, PartialEq)]
pub struct FocusArea {
    pub id: Id,
    pub title: Text,
    /// How the report words its heading; empty where that is the report's style.
    pub form: Text,
    pub categories: Vec<Category>,
}

/// 问题类别: the unit of "completion by category".
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    pub id: Id,
    pub title: Text,
    /// As of a focus area.
    pub form: Text,
    pub findings: Vec<Finding>,
}

/// 问题
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub id: Id,
    /// Its own title, or its category's where the category is itself one finding.
    pub title: Text,
    /// The category has no findings of its own and is this one.
    pub stands_for_category: bool,
    /// 问题表现: what was found, in full.
    pub detail: Text,
    pub status: Status,
    pub remedy: Option<Remedy>,
    /// 责任领导
    pub leader: Text,
    /// 责任部门
    pub department: Text,
    /// 配合部门, with 、 between.
    pub co_departments: Text,
    /// 责任人
    pub owner: Text,
    /// 整改时限
    pub deadline: Option<NaiveDate>,
    pub completed_on: Option<NaiveDate>,
    /// 存在问题, as section four of a report says it of an unfinished finding.
    pub problem: Text,
    /// 未完成整改原因
    pub reason: Text,
    /// 下一步整改措施
    pub next_step: Text,
    pub note: Text,
    /// Why it is not published, by code; empty where it is.
    pub withheld: Text,
    pub public: PublicFinding,
    /// How the report words it, with all that it says of it; empty where that is the report's style.
    pub form: Text,
    /// The same, where it stands among what is unfinished.
    pub item_form: Text,
    /// Its place among what is unfinished, from 1; 0 where none is known.
    pub item_place: u32,
    pub measures: Vec<Measure>,
    pub accountability: Vec<Accountability>,
    pub recovered: Vec<Recovered>,
    /// What happened to it, by day: progress, evidence, closing, extensions, rechecks, repeats, all in one order.
    pub entries: Vec<Entry>,
}

/// 整改措施
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    pub id: Id,
    /// The words after 一是, up to the first full stop.
    pub heading: Text,
    pub text: Text,
    pub status: Status,
    /// The day it was, or is to be, carried out.
    pub date: Option<NaiveDate>,
    pub owner: Text,
    /// 成效
    pub result: Text,
    /// Why it is not published, by code; empty where it is.
    pub withheld: Text,
    pub public: PublicMeasure,
    pub rules: Vec<Rule>,
    /// Progress and evidence.
    pub entries: Vec<Entry>,
}

/// An unfinished item of a report that still waits for its finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Unplaced {
    pub id: Id,
    pub title: Text,
    pub problem: Text,
    pub reason: Text,
    pub next_step: Text,
    pub deadline: Option<NaiveDate>,
    /// As of a finding.
    pub item_form: Text,
    pub item_place: u32,
}

impl Ledger {
    /// The name, or the unit where no name was given.
    pub fn title(&self) -> &str {
        if self.name.is_empty() {
            &self.inspection.unit
        } else {
            &self.name
        }
    }

    pub fn categories(&self) -> impl Iterator<Item = (&FocusArea, &Category)> {
        self.focus_areas
            .iter()
            .flat_map(|area| area.categories.iter().map(move |category| (area, category)))
    }

    /// Every finding that counts, in the order of the ledger.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.categories().flat_map(|(_, category)| &category.findings)
    }

    pub fn finding(&self, id: Id) -> Option<&Finding> {
        self.findings().find(|finding| finding.id == id)
    }

    pub fn finding_mut(&mut self, id: Id) -> Option<&mut Finding> {
        self.focus_areas
            .iter_mut()
            .flat_map(|area| &mut area.categories)
            .flat_map(|category| &mut category.findings)
            .find(|finding| finding.id == id)
    }

    /// Where a finding stands: its area and its category.
    pub fn whereabouts(&self, finding: Id) -> Option<(&FocusArea, &Category)> {
        self.categories()
            .find(|(_, category)| category.findings.iter().any(|each| each.id == finding))
    }
}

impl Finding {
    pub fn new(id: Id) -> Finding {
        Finding {
            id,
            title: Text::default(),
            stands_for_category: false,
            detail: Text::default(),
            status: Status::NotStarted,
            remedy: None,
            leader: Text::default(),
            department: Text::default(),
            co_departments: Text::default(),
            owner: Text::default(),
            deadline: None,
            completed_on: None,
            problem: Text::default(),
            reason: Text::default(),
            next_step: Text::default(),
            note: Text::default(),
            withheld: Text::default(),
            public: PublicFinding::default(),
            form: Text::default(),
            item_form: Text::default(),
            item_place: 0,
            measures: Vec::new(),
            accountability: Vec::new(),
            recovered: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// Whether a record is this finding or stands under it.
    pub fn holds(&self, record: Id) -> bool {
        let entry = |entry: &Entry| entry.holds(record);
        let measure = |measure: &Measure| {
            measure.id == record
                || measure.rules.iter().any(|rule| rule.id == record)
                || measure.entries.iter().any(entry)
        };
        self.id == record
            || self.measures.iter().any(measure)
            || self.accountability.iter().any(|each| each.id == record)
            || self.recovered.iter().any(|each| each.id == record)
            || self.entries.iter().any(entry)
    }

    /// Every record that [`Finding::holds`].
    pub fn each_record(&self, see: &mut dyn FnMut(Id)) {
        see(self.id);
        for measure in &self.measures {
            see(measure.id);
            measure.rules.iter().for_each(|rule| see(rule.id));
            measure.entries.iter().for_each(|entry| entry.each_record(see));
        }
        self.accountability.iter().for_each(|each| see(each.id));
        self.recovered.iter().for_each(|each| see(each.id));
        self.entries.iter().for_each(|entry| entry.each_record(see));
    }

    /// 超期: past the deadline and not complete. Derived, never typed.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        !self.status.is_complete() && self.deadline.is_some_and(|deadline| deadline < today)
    }

    /// Days left to the deadline of a finding that is not complete; negative when overdue.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        let deadline = self.deadline.filter(|_| !self.status.is_complete())?;
        Some(days_until(today, deadline))
    }

    pub fn measures_complete(&self) -> usize {
        self.measures
            .iter()
            .filter(|measure| measure.status.is_complete())
            .count()
    }
}

impl Measure {
    pub fn new(id: Id) -> Measure {
        Measure {
            id,
            heading: Text::default(),
            text: Text::default(),
            status: Status::NotStarted,
            date: None,
            owner: Text::default(),
            result: Text::default(),
            withheld: Text::default(),
            public: PublicMeasure::default(),
            rules: Vec::new(),
            entries: Vec::new(),
        }
    }
}

impl Unplaced {
    pub fn new(id: Id) -> Unplaced {
        Unplaced {
            id,
            title: Text::default(),
            problem: Text::default(),
            reason: Text::default(),
            next_step: Text::default(),
            deadline: None,
            item_form: Text::default(),
            item_place: 0,
        }
    }
}
