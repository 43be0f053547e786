//! What reports tell beside findings and measures: accountability, rules, money; and how the ledger is published.

use chrono::NaiveDate;

use super::{Amount, CountedAs, Id, Penalty, Recovery, RuleAct, Stated, Text};

/// 问责: of one finding, or of the whole ledger where a report counts all together.
#[derive(Debug, Clone, PartialEq)]
pub struct Accountability {
    pub id: Id,
    pub penalty: Penalty,
    pub number: Option<u32>,
    pub counted_as: Option<CountedAs>,
    pub passage: Text,
}

/// 制度: a rule that a measure names.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub id: Id,
    pub title: Text,
    pub date: Option<NaiveDate>,
    pub act: Option<RuleAct>,
    pub passage: Text,
}

/// 追缴挽回
#[derive(Debug, Clone, PartialEq)]
pub struct Recovered {
    pub id: Id,
    pub recovery: Recovery,
    pub amount: Option<Amount>,
    pub passage: Text,
}

/// A count that a report states.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub id: Id,
    pub what: Option<Stated>,
    pub number: Option<u32>,
    pub passage: Text,
}

/// A difference that a check found and somebody explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Acknowledgement {
    pub id: Id,
    /// The name of the check.
    pub check: Text,
    /// Where it was found, as the check names it.
    pub subject: Text,
    /// The values that were explained; other values are a new question.
    pub seen: Text,
    pub reason: Text,
}

/// A section of the published report's free text.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportSection {
    pub id: Id,
    /// What it is about, by code.
    pub part: Text,
    pub title: Text,
    pub text: Text,
}

/// How the ledger's report is published. What is empty follows from the ledger.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReportSettings {
    pub title: Text,
    pub intro: Text,
    pub contact: Text,
    /// `setting=code` pairs with a space between.
    pub style: Text,
    /// Names of persons with 、 between.
    pub masked_names: Text,
    pub mask_numbers: bool,
}

/// Words for the public in place of a finding's own; the own ones where empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PublicFinding {
    pub title: Text,
    pub problem: Text,
    pub reason: Text,
    pub next_step: Text,
}

/// Words for the public in place of a measure's own; the own ones where empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PublicMeasure {
    pub heading: Text,
    pub text: Text,
}

impl Accountability {
    pub fn new(id: Id) -> Accountability {
        Accountability {
            id,
            penalty: Penalty::default(),
            number: None,
            counted_as: None,
            passage: Text::default(),
        }
    }
}

impl Rule {
    pub fn new(id: Id) -> Rule {
        Rule {
            id,
            title: Text::default(),
            date: None,
            act: None,
            passage: Text::default(),
        }
    }
}

impl Recovered {
    pub fn new(id: Id) -> Recovered {
        Recovered {
            id,
            recovery: Recovery::default(),
            amount: None,
            passage: Text::default(),
        }
    }
}

impl Statement {
    pub fn new(id: Id) -> Statement {
        Statement {
            id,
            what: None,
            number: None,
            passage: Text::default(),
        }
    }
}

impl Acknowledgement {
    pub fn new(id: Id) -> Acknowledgement {
        Acknowledgement {
            id,
            check: Text::default(),
            subject: Text::default(),
            seen: Text::default(),
            reason: Text::default(),
        }
    }
}

impl ReportSection {
    pub fn new(id: Id) -> ReportSection {
        ReportSection {
            id,
            part: Text::default(),
            title: Text::default(),
            text: Text::default(),
        }
    }
}
