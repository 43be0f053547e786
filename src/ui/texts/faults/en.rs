//! Faults and notices in English.

use super::{FaultTexts, megabytes, short};
use crate::{
    formats::json::LIMIT,
    journal::Fault,
    session::{InputFault, Notice, Program, Saved},
};

pub const EN: FaultTexts = FaultTexts {
    input: |fault| {
        match fault {
        InputFault::Gone => {
            "The browser cannot read this file: it was moved, deleted, or another program holds it. Choose it again.".into()
        }
        InputFault::Empty => "There is no text in it. Choose another file, or paste the whole report.".into(),
        InputFault::NotText(Program::OldOffice) => {
            "This is an office document of an old format (.doc, .wps) or with a password. Save it as .docx or .txt, without a \
             password, and open that; or copy all of its text and paste it into the box below."
                .into()
        }
        InputFault::Said(words) => words.clone(),
        InputFault::NotText(Program::Pdf) => {
            "This is a PDF, not a text file. Open it, copy its text and paste it into the box below.".into()
        }
        InputFault::NotText(Program::Unknown) => {
            "This is not a text file. Choose a report (.txt, .docx, .html) or an exported .json file; if it is text, save it as UTF-8.".into()
        }
        InputFault::TooLarge(bytes) => too_large(*bytes),
    }
    },
    unchanged: " Nothing was changed.",
    fault: |fault| match fault {
        Fault::BrokenChain { change } => format!(
            "Change {change} does not fit its seal: it, or one before it, was altered. Check this change, or get the \
             original file."
        ),
        Fault::TwoFaces { change } => {
            format!("Two different changes are named {change}; the first one was kept. Ask where the file comes from.")
        }
        Fault::BadValue { record, field, value } => format!(
            "In record {record}, {} says “{}”, which is none of its values; it reads as empty. Fill it in again.",
            field.name(),
            short(value)
        ),
        Fault::NoParent { record } => format!(
            "Record {record} stands under one that is not in the ledger, and is not shown. Import a file that holds both."
        ),
        Fault::EditedThoughRemoved { record, changes } => format!(
            "Record {record} was removed, and edited in {} places by somebody who did not know. Decide under “History” \
             whether it comes back.",
            changes.len()
        ),
        Fault::Unreadable { at } => {
            format!(
                "What is stored cannot be read from byte {at} on. It was left as it is; restore it from an exported file."
            )
        }
    },
    notice: |notice| {
        match notice {
        Notice::UndoLeft(count) => {
            format!("{count} places were changed otherwise since, and were left as they are.")
        }
        Notice::ReportTaken(findings, measures) => {
            format!("Stored: {findings} findings, {measures} measures.")
        }
        Notice::FileTaken(count, true, 0) => {
            format!("The file is imported as a ledger of this browser, with {count} changes.")
        }
        Notice::FileTaken(count, _, 0) => {
            format!("The file is imported: {count} new changes, merged with what was here, all of which is kept.")
        }
        Notice::FileTaken(count, _, asked) => format!(
            "The file is imported: {count} new changes. Questions open now: {asked}; both values are kept. Decide under “History”."
        ),
        Notice::MeasureRemoved => "The measure is removed. Undo brings it back, and so does “History”.".into(),
        Notice::NothingNew => "Everything in the file was here already. Nothing changed.".into(),
        Notice::Exported(name) => format!("Exported “{name}”. It is in the browser's download folder."),
        Notice::LedgerRemoved(title) if title.is_empty() => "The ledger was removed from this browser.".into(),
        Notice::LedgerRemoved(title) => format!("“{title}” was removed from this browser."),
        Notice::Unreadable(count) => format!(
            "{count} stored entries could not be read and were left as they are. Check the ledger; what is missing can be \
             imported from an exported file."
        ),
        Notice::TwoFaces(count) => format!(
            "{count} changes of the file differ from those of the same id here; those here were kept. The file may have been altered: ask whoever sent it."
        ),
        Notice::Interrupted => {
            "Another ledger was opened meanwhile, so nothing was done and nothing was changed. Please try again.".into()
        }
        Notice::Past(day) => format!(
            "This is the ledger of {}, which cannot be changed. Go back to the present first.",
            (super::super::words::EN.date)(*day)
        ),
        Notice::PlanOnly => "This part of the ledger was sent for progress only: problems, measures, responsibility and deadlines cannot be changed here. Write what should change into the note.".into(),
        Notice::NoSample => {
            "The sample could not be fetched. Connect and try again, or open a report of your own.".into()
        }
    }
    },
    saved: |saved| match saved {
        Saved::Saved => "Saved",
        Saved::Saving => "Saving…",
        Saved::LogOnly => "Saved, space is running out",
        Saved::HomeOnly => "Saved, without a second copy",
        Saved::Nowhere => "Not saved",
    },
    saved_hint: |saved| match saved {
        Saved::Saved => "Every change is stored in this browser.",
        Saved::Saving => "Being written to this browser; wait before you close the page.",
        Saved::LogOnly => {
            "Local storage is full; the newest changes are in the browser's database alone. Export JSON as a backup and remove \
             ledgers you do not need."
        }
        Saved::HomeOnly => {
            "The browser's database is not available; changes are in local storage alone. Export JSON often; in a private \
             window, use a normal one instead."
        }
        Saved::Nowhere => {
            "The browser refuses to write; changes are in this page alone. Do not close it: export JSON first, make room, \
             then save again."
        }
    },
};

pub(in crate::ui::texts) fn too_large(bytes: usize) -> String {
    format!(
        "The file has {} MB; at most {} MB can be read. Check that it is the right one.",
        megabytes(bytes),
        megabytes(LIMIT)
    )
}
