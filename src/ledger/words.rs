//! The closed sets of words: statuses, kinds of remedy, kinds of record, names of fields.

use super::{
    Actor, Amount, CountedAs, Id, RuleAct, Stated, Text,
    codes::{YES, parse_size},
    parse_date, parse_number,
};

/// How far a finding or a measure has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    #[default]
    NotStarted,
    InProgress,
    /// 基本完成: a result for now, and work goes on. Not complete.
    LargelyDone,
    Done,
    /// 已销号: complete, and signed off.
    Closed,
}

impl Status {
    pub const ALL: [Status; 5] = [
        Status::NotStarted,
        Status::InProgress,
        Status::LargelyDone,
        Status::Done,
        Status::Closed,
    ];

    pub fn is_complete(self) -> bool {
        matches!(self, Status::Done | Status::Closed)
    }

    pub fn code(self) -> &'static str {
        match self {
            Status::NotStarted => "not_started",
            Status::InProgress => "in_progress",
            Status::LargelyDone => "largely_done",
            Status::Done => "done",
            Status::Closed => "closed",
        }
    }

    pub fn from_code(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// How long a remedy takes by its nature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// 立行立改
    AtOnce,
    /// 限期整改
    ByDate,
    /// 长期坚持
    KeptUp,
}

impl Remedy {
    pub const ALL: [Remedy; 3] = [Remedy::AtOnce, Remedy::ByDate, Remedy::KeptUp];

    pub fn code(self) -> &'static str {
        match self {
            Remedy::AtOnce => "at_once",
            Remedy::ByDate => "by_date",
            Remedy::KeptUp => "kept_up",
        }
    }

    pub fn from_code(code: &str) -> Option<Remedy> {
        Remedy::ALL.into_iter().find(|remedy| remedy.code() == code)
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$variant_doc])* $variant,)+
            /// A word of a newer version: kept as it is, shown nowhere.
            Other(Text),
        }

        impl $type {
            pub fn name(&self) -> &str {
                match self {
                    $($type::$variant => $name,)+
                    $type::Other(name) => name,
                }
            }

            pub fn from_name(name: &str) -> $type {
                const KNOWN: &[$type] = &[$($type::$variant),+];
                let known = KNOWN.iter().find(|known| known.name() == name);
                known.cloned().unwrap_or_else(|| $type::Other(name.into()))
            }
        }
    };
}

named! {
    /// What a record is.
    Kind {
        Ledger = "ledger",
        FocusArea = "focus_area",
        Category = "category",
        Finding = "finding",
        Measure = "measure",
        Unplaced = "unplaced",
        Accountability = "accountability",
        Rule = "rule",
        Recovered = "recovered",
        Statement = "statement",
        Acknowledgement = "acknowledgement",
        Section = "section",
        /// 进展记录
        Progress = "progress",
        /// 佐证材料: what is known of a file; the file itself stays where it is.
        Evidence = "evidence",
        /// 销号, one record for each step.
        Closure = "closure",
        /// 延期
        Extension = "extension",
        /// 回头看
        Recheck = "recheck",
        /// 重复发现: the same problem in another ledger, confirmed by a person.
        Repeat = "repeat",
        /// 调度会. Files were written in which `meeting` is a word to come.
        Meeting = "progress_meeting",
        /// 议定事项
        Decision = "decision",
        /// 督办
        Reminder = "reminder",
        /// 名录
        Roster = "roster",
        /// 常用视图
        View = "view",
    }
}

named! {
    /// What a change can set. Every value is a text; [`Field::accepts`] says which texts are values.
    Field {
        /// Parent and order key, one value so that two moves cannot mix.
        Place = "place",
        /// `""` (present), `"removed"`, `"placed"` (an unplaced item that found its finding) or `"undone"`.
        Removed = "removed",
        Name = "name",
        Source = "source",
        Team = "team",
        Unit = "unit",
        PeriodFrom = "period_from",
        PeriodTo = "period_to",
        Feedback = "feedback",
        ConcentratedUntil = "concentrated_until",
        Title = "title",
        Detail = "detail",
        Status = "status",
        Remedy = "remedy",
        Leader = "leader",
        Department = "department",
        Owner = "owner",
        Deadline = "deadline",
        CompletedOn = "completed_on",
        Problem = "problem",
        Reason = "reason",
        NextStep = "next_step",
        Note = "note",
        Heading = "heading",
        Body = "text",
        Date = "date",
        Type = "type",
        Number = "number",
        CountedAs = "counted_as",
        /// The sentence of a report that says it.
        Passage = "passage",
        Act = "act",
        Amount = "amount",
        What = "what",
        Check = "check",
        Subject = "subject",
        Seen = "seen",
        Part = "part",
        ReportTitle = "report_title",
        ReportIntro = "report_intro",
        ReportContact = "report_contact",
        ReportStyle = "report_style",
        MaskedNames = "masked_names",
        MaskNumbers = "mask_numbers",
        Withheld = "withheld",
        PublicTitle = "public_title",
        PublicProblem = "public_problem",
        PublicReason = "public_reason",
        PublicNextStep = "public_next_step",
        PublicHeading = "public_heading",
        PublicText = "public_text",
        /// How the report words it, where that is not its style: see `Form` of the report's writer.
        ReportForm = "report_form",
        ItemForm = "item_form",
        ItemPlace = "item_place",
        /// 配合部门, with 、 between.
        CoDepartments = "co_departments",
        /// 成效
        Result = "result",
        /// Of a file, in bytes.
        Size = "size",
        Sha256 = "sha256",
        /// Of a closure.
        Step = "step",
        /// Of a reminder.
        Level = "level",
        Person = "person",
        People = "people",
        FirstDeadline = "first_deadline",
        DeadlineBefore = "deadline_before",
        Outcome = "outcome",
        /// The day that a meeting compares from.
        Since = "since",
        /// The record that a decision became.
        Became = "became",
        /// Ids, with a space between.
        Findings = "findings",
        Query = "query",
        OtherLedger = "other_ledger",
        OtherRecord = "other_record",
        PlanDue = "plan_due",
        ReportDue = "report_due",
        Holidays = "holidays",
        WarnGreen = "warn_green",
        WarnYellow = "warn_yellow",
        ClosingSteps = "closing_steps",
        ClosingEvidence = "closing_evidence",
        LetterReminder = "letter_reminder",
        LetterSupervision = "letter_supervision",
        LetterWarning = "letter_warning",
    }
}

impl Kind {
    /// The kinds of record that this kind can stand under.
    pub fn parents(&self) -> &'static [Kind] {
        match self {
            Kind::FocusArea
            | Kind::Unplaced
            | Kind::Statement
            | Kind::Acknowledgement
            | Kind::Section
            | Kind::Meeting
            | Kind::Reminder
            | Kind::Roster
            | Kind::View => &[Kind::Ledger],
            Kind::Category => &[Kind::FocusArea],
            Kind::Finding => &[Kind::Category],
            Kind::Measure | Kind::Recovered | Kind::Closure | Kind::Extension | Kind::Recheck | Kind::Repeat => {
                &[Kind::Finding]
            }
            Kind::Progress | Kind::Evidence => &[Kind::Finding, Kind::Measure],
            Kind::Decision => &[Kind::Meeting],
            Kind::Accountability => &[Kind::Finding, Kind::Ledger],
            Kind::Rule => &[Kind::Measure],
            Kind::Ledger | Kind::Other(_) => &[],
        }
    }
}

impl Field {
    /// The values of a field that has few and is read in `acts` alone, with a space between.
    pub(super) fn codes(&self) -> &'static str {
        match self {
            Field::Step => "requested reviewed approved returned withdrawn",
            Field::Level => "reminder supervision warning",
            Field::Outcome => "held relapsed",
            Field::ClosingSteps => "two three",
            Field::ClosingEvidence => "yes no",
            _ => "",
        }
    }

    /// Whether a text that is not empty can be the field's value. What cannot reads as empty.
    pub fn accepts(&self, text: &str) -> bool {
        match self {
            Field::Status => Status::from_code(text).is_some(),
            Field::Remedy => Remedy::from_code(text).is_some(),
            Field::PeriodFrom
            | Field::PeriodTo
            | Field::Feedback
            | Field::ConcentratedUntil
            | Field::Deadline
            | Field::CompletedOn
            | Field::Date
            | Field::FirstDeadline
            | Field::DeadlineBefore
            | Field::Since
            | Field::PlanDue
            | Field::ReportDue => parse_date(text).is_some(),
            Field::Number | Field::ItemPlace | Field::WarnGreen | Field::WarnYellow => parse_number(text).is_some(),
            Field::Size => parse_size(text).is_some(),
            Field::Sha256 => text.len() == 64 && text.bytes().all(|each| matches!(each, b'0'..=b'9' | b'a'..=b'f')),
            Field::Step | Field::Level | Field::Outcome | Field::ClosingSteps | Field::ClosingEvidence => {
                self.codes().split(' ').any(|code| code == text)
            }
            Field::Became | Field::OtherRecord | Field::Findings => text.split(' ').all(|id| id.parse::<Id>().is_ok()),
            Field::OtherLedger => text.parse::<Actor>().is_ok(),
            Field::CountedAs => CountedAs::from_code(text).is_some(),
            Field::Act => RuleAct::from_code(text).is_some(),
            Field::Amount => Amount::from_code(text).is_some(),
            Field::What => Stated::from_code(text).is_some(),
            Field::MaskNumbers => text == YES,
            _ => true,
        }
    }
}
