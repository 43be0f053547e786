//! Every text of the interface, once in Chinese and once in English. A missing text does not compile.

mod above;
mod across;
mod acts;
mod checking;
mod checks;
mod closing;
mod codes;
mod evidence;
mod faults;
mod file;
mod finding;
mod hand;
mod happened;
mod history;
mod ledger;
mod lists;
mod meeting;
mod meetings;
mod overview;
mod people;
mod preview;
pub mod public;
mod refusal;
mod registers;
mod reminders;
mod report;
mod send;
mod sheet;
mod shell;
mod start;
mod take_in;
mod times;
mod words;

use leptos::prelude::use_context;

pub use above::AboveTexts;
pub use across::AcrossTexts;
pub use acts::{ActTexts, bring, code_name, field_name, kind_name, named};
pub use checking::CheckingTexts;
pub use checks::CheckTexts;
pub use closing::ClosingTexts;
pub use evidence::EvidenceTexts;
pub use faults::FaultTexts;
pub use file::FileTexts;
pub use finding::FindingTexts;
pub use hand::HandTexts;
pub use happened::HappenedTexts;
pub use history::HistoryTexts;
pub use ledger::LedgerTexts;
pub use lists::ListTexts;
pub use meeting::MeetingTexts;
pub use meetings::MeetingsTexts;
pub use overview::OverviewTexts;
pub use people::PeopleTexts;
pub use preview::PreviewTexts;
pub use public::PublicTexts;
pub use refusal::refusal_text;
pub use registers::RegisterTexts;
pub use reminders::RemindersTexts;
pub use report::ReportTexts;
pub use send::SendTexts;
pub use sheet::SheetTexts;
pub use shell::ShellTexts;
pub use start::StartTexts;
pub use take_in::TakeInTexts;
pub use times::TimesTexts;
pub use words::Words;

use crate::session::Lang;

/// All texts of one language, by the part of the interface that shows them.
pub struct Texts {
    pub lang: Lang,
    pub words: Words,
    pub shell: ShellTexts,
    pub start: StartTexts,
    pub overview: OverviewTexts,
    pub ledger: LedgerTexts,
    pub finding: FindingTexts,
    pub file: FileTexts,
    pub faults: FaultTexts,
    pub history: HistoryTexts,
}

static ZH: Texts = Texts {
    lang: Lang::Zh,
    words: words::ZH,
    shell: shell::ZH,
    start: start::ZH,
    overview: overview::ZH,
    ledger: ledger::ZH,
    finding: finding::ZH,
    file: file::ZH,
    faults: faults::ZH,
    history: history::ZH,
};

static EN: Texts = Texts {
    lang: Lang::En,
    words: words::EN,
    shell: shell::EN,
    start: start::EN,
    overview: overview::EN,
    ledger: ledger::EN,
    finding: finding::EN,
    file: file::EN,
    faults: faults::EN,
    history: history::EN,
};

pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// The texts of the language that the page shows. The page is drawn anew when the language changes.
pub fn use_texts() -> &'static Texts {
    use_context().unwrap_or(&ZH)
}

/// Of reports that are read. As the others below, beside [`Texts`], for these come with a file of their own.
pub fn report_texts(lang: Lang) -> &'static ReportTexts {
    match lang {
        Lang::Zh => &report::ZH,
        Lang::En => &report::EN,
    }
}

/// The public report.
pub fn public_texts(lang: Lang) -> &'static PublicTexts {
    match lang {
        Lang::Zh => &public::ZH,
        Lang::En => &public::EN,
    }
}

/// What was read of a report before it is stored.
pub fn preview_texts(lang: Lang) -> &'static PreviewTexts {
    match lang {
        Lang::Zh => &preview::ZH,
        Lang::En => &preview::EN,
    }
}

/// What stands above every view.
pub fn above_texts(lang: Lang) -> &'static AboveTexts {
    match lang {
        Lang::Zh => &above::ZH,
        Lang::En => &above::EN,
    }
}

/// Acts on many rows of the table.
pub fn hand_texts(lang: Lang) -> &'static HandTexts {
    match lang {
        Lang::Zh => &hand::ZH,
        Lang::En => &hand::EN,
    }
}

pub fn across_texts(lang: Lang) -> &'static AcrossTexts {
    match lang {
        Lang::Zh => &across::ZH,
        Lang::En => &across::EN,
    }
}

pub fn closing_texts(lang: Lang) -> &'static ClosingTexts {
    match lang {
        Lang::Zh => &closing::ZH,
        Lang::En => &closing::EN,
    }
}

pub fn evidence_texts(lang: Lang) -> &'static EvidenceTexts {
    match lang {
        Lang::Zh => &evidence::ZH,
        Lang::En => &evidence::EN,
    }
}

pub fn register_texts(lang: Lang) -> &'static RegisterTexts {
    match lang {
        Lang::Zh => &registers::ZH,
        Lang::En => &registers::EN,
    }
}

pub fn sheet_texts(lang: Lang) -> &'static SheetTexts {
    match lang {
        Lang::Zh => &sheet::ZH,
        Lang::En => &sheet::EN,
    }
}

pub fn people_texts(lang: Lang) -> &'static PeopleTexts {
    match lang {
        Lang::Zh => &people::ZH,
        Lang::En => &people::EN,
    }
}

pub fn send_texts(lang: Lang) -> &'static SendTexts {
    match lang {
        Lang::Zh => &send::ZH,
        Lang::En => &send::EN,
    }
}

pub fn happened_texts(lang: Lang) -> &'static HappenedTexts {
    match lang {
        Lang::Zh => &happened::ZH,
        Lang::En => &happened::EN,
    }
}

pub fn meeting_texts(lang: Lang) -> &'static MeetingTexts {
    match lang {
        Lang::Zh => &meeting::ZH,
        Lang::En => &meeting::EN,
    }
}

/// What happens day by day, and settings.
pub fn act_texts(lang: Lang) -> &'static ActTexts {
    match lang {
        Lang::Zh => &acts::ZH,
        Lang::En => &acts::EN,
    }
}

pub fn take_in_texts(lang: Lang) -> &'static TakeInTexts {
    match lang {
        Lang::Zh => &take_in::ZH,
        Lang::En => &take_in::EN,
    }
}

/// What checks find, in words.
pub fn check_texts(lang: Lang) -> &'static CheckTexts {
    match lang {
        Lang::Zh => &checks::ZH,
        Lang::En => &checks::EN,
    }
}

/// The screen of the checks.
pub fn checking_texts(lang: Lang) -> &'static CheckingTexts {
    match lang {
        Lang::Zh => &checking::ZH,
        Lang::En => &checking::EN,
    }
}

/// The lists and tables that are made of the ledger.
pub fn list_texts(lang: Lang) -> &'static ListTexts {
    match lang {
        Lang::Zh => &lists::ZH,
        Lang::En => &lists::EN,
    }
}

/// The time of a round.
pub fn times_texts(lang: Lang) -> &'static TimesTexts {
    match lang {
        Lang::Zh => &times::ZH,
        Lang::En => &times::EN,
    }
}

pub fn meetings_texts(lang: Lang) -> &'static MeetingsTexts {
    match lang {
        Lang::Zh => &meetings::ZH,
        Lang::En => &meetings::EN,
    }
}

pub fn reminders_texts(lang: Lang) -> &'static RemindersTexts {
    match lang {
        Lang::Zh => &reminders::ZH,
        Lang::En => &reminders::EN,
    }
}
