//! The preview of a report in English.

use super::PreviewTexts;
use crate::formats::{
    document::{DocumentFault, DocumentNote},
    report::{LineRole, Why},
};

pub const EN: PreviewTexts = PreviewTexts {
    heading: "Check what was read",
    store: "Store in the ledger",
    not_stored_yet: "Nothing of this is stored yet. If it is right, choose “Store in the ledger”. ",
    into_open: "It will go into the open ledger, which is empty.",
    into_new: "It will become a new ledger; those that exist are not touched.",
    nothing_read: "No finding could be read. Make sure that this is the whole text of a progress report or of feedback, numbered like 一、（一）1.（1）.",
    source: |name, encoding| format!("File: {name}; encoding: {encoding}"),
    damaged: "Some characters could not be read (shown as �) and may be lost. Check them; or save the file as UTF-8 and open it again.",
    counts_heading: "What was found",
    areas: "Focus areas",
    categories: "Categories",
    findings: "Findings",
    measures: "Measures",
    unfinished: "Unfinished items",
    matched: "Matched",
    unplaced: "To be placed",
    fresh_note: |count| match count {
        1 => "1 finding is read as not started. Measures and who answers for it are filled in later.".into(),
        count => format!(
            "{count} findings are read as not started. Measures and who answers are filled in later, or pasted as a table in the ledger."
        ),
    },
    kind: "This text is",
    kind_report: "a progress report",
    kind_feedback: "the inspectors’ feedback",
    feedback_prose_note: "Opening and recommendations belong to no finding and are not stored. Keep the original.",
    done_note: |count| {
        if count == 1 {
            "1 finding that is not listed as unfinished is read as done.".into()
        } else {
            format!("{count} findings that are not listed as unfinished are read as done.")
        }
    },
    unplaced_note: |count| {
        if count == 1 {
            "1 unfinished item names no finding. It is kept as “to be placed”, for you to decide, and not counted until then.".into()
        } else {
            format!(
                "{count} unfinished items name no finding. They are kept as “to be placed”, for you to decide, and not counted until then."
            )
        }
    },
    inspection_heading: "The inspection",
    source_field: "Source",
    team: "Inspecting team",
    unit: "Inspected unit",
    feedback: "Feedback",
    concentrated_until: "End of concentrated rectification",
    not_read: "not found",
    tree_heading: "Findings and measures",
    is_category: "(the category itself)",
    deadline: |date| format!("Deadline: {date}"),
    unfinished_heading: "Unfinished items",
    matched_to: |title| format!("Finding: {title}"),
    candidates: "No finding has this title; it is kept to be placed. It might belong to:",
    no_candidates: "No finding has this title; it is kept to be placed.",
    details: "Reason and next step",
    unread_heading: |count| {
        if count == 0 {
            "Lines not understood".into()
        } else {
            format!("Lines not understood ({count})")
        }
    },
    all_read: "Every line was understood.",
    unread_note: "These lines are not taken into the ledger. Please check each.",
    unread_table: "Lines not understood",
    line: "Line",
    text: "Text",
    why: "Why, and what to do",
    line_number: |number| format!("Line {number}"),
    prose_heading: |count| {
        if count == 1 {
            "1 line of other text".into()
        } else {
            format!("{count} lines of other text")
        }
    },
    prose_note: "Passages on organisation, further plans and contact belong to no finding. They are stored as text of the report, so that it can be written again.",
    source_document: |name| format!("File: {name} (Word document)"),
    note: |note| match note {
        DocumentNote::NoNumber(count) => format!(
            "Automatic numbers that could not be told, and were not written: {count}. Compare with the file; if need be, turn its numbers into text in Word and open it again."
        ),
        DocumentNote::Footnotes(count) => format!("Notes at the foot or the end that were not read: {count}."),
        DocumentNote::Deleted(count) => {
            format!("The document keeps tracked changes; deleted passages that were not read: {count}.")
        }
    },
    document_fault: |fault| match fault {
        DocumentFault::Broken => {
            "The document is damaged or cut short. Get the file again; or open it in Word, save it anew, or copy its text and paste it into the box below."
        }
        DocumentFault::Encrypted => {
            "The document has a password. Open it in Word, remove the password, save it and open that."
        }
        DocumentFault::NotWord => {
            "This is a table, a slide show or an archive, not a Word document. Choose a report in .docx, .html or .txt; unpack an archive first."
        }
        DocumentFault::TooLarge => {
            "Unpacked, the document is larger than any report. Check the file; or copy its text and paste it into the box below."
        }
        DocumentFault::Empty => {
            "There is no text in the document; it may hold scanned pictures. Have its text recognised, and paste that into the box below."
        }
        DocumentFault::NoInflate => {
            "This browser cannot unpack .docx. Update it; or save the document as .txt, or copy its text and paste it into the box below."
        }
    },
    period_from: "Inspection from",
    period_to: "Inspection to",
    why_unread: |why| match why {
        Why::Stray => "Stands under no heading; not read. Correct the line, or add it to its finding once stored.",
        Why::HeadingOutOfPlace => {
            "A heading where none of its level can stand; not read. Check the report's numbering, or correct the line."
        }
        Why::NoMeasures => "No text follows 整改情况, so no measures could be read. Add them by hand once stored.",
        Why::NoStatus => {
            "A status in words that are not known; not read. Choose one on the line of the finding's title."
        }
        Why::NoDate => "The deadline is no date; not read. Fill it in once stored.",
        Why::UnknownLabel => {
            "A label that is not known, or without its item; not read. Put it into a note once stored."
        }
        Why::NoOpening => {
            "No team, unit or period could be read from the opening. They can be filled in under “About this ledger”."
        }
    },
    source_heading: "Text of the report",
    source_hint: "Choose a value: its passage is marked here. Choose it again to go to the line, Esc leads back. Choose a line to see and correct how it was read.",
    marked: |line| format!("The passage is marked, on line {line}. Choose the value again to go there."),
    read_as: |words| format!("Read as: {words}"),
    read_as_text: |title| format!("text of the finding “{title}”"),
    read_as_taken: "opening, heading of a section, or a label",
    read_as_prose: "other text of the report",
    read_as_unread: |why| format!("not understood. {why}"),
    read_as_nothing: "of none of the reports",
    role: |role| match role {
        LineRole::Section => "Heading of a section",
        LineRole::Area => "Focus area",
        LineRole::Category => "Category",
        LineRole::Finding => "Finding",
        LineRole::Item => "Unfinished item",
        LineRole::Body => "Text of the heading above",
        LineRole::Ignored => "Not to be read",
    },
    line_is: "This line is",
    status_is: "The finding's status",
    as_read: "As it was read",
    measure_begins: "Where a measure begins",
    corrections_heading: |count| {
        if count == 0 {
            "Corrections".into()
        } else {
            format!("Corrections ({count})")
        }
    },
    no_corrections: "None yet. Where the level of a heading, a status or the beginning of a measure was read wrongly, choose that line in the text and correct it.",
    said_role: |role| format!("The line is: {role}"),
    said_status: |status| format!("The status is: {status}"),
    said_start: |words| format!("A measure begins at “{words}”"),
    said_no_start: |words| format!("No measure begins at “{words}”"),
    take_back: "Take back",
    take_back_at: |line| format!("Take back: line {line}"),
    not_said: "(not said in the text)",
    by_item: "(among the unfinished items)",
    by_correction: "(corrected)",
    carried_out: |date| format!("Date: {date}"),
    registers_heading: "Accountability, rules, money and stated counts",
    accountability: "Accountability",
    rules: "Rules",
    recovered: "Money recovered",
    stated: "Counts that the report states",
    stated_as: |what, number| format!("{what}: {number}"),
    of_part: "(of one area or category; not stored)",
    of_finding: |title| format!("Finding: {title}"),
    outside: "(under no finding)",
    money_outside: "(under no finding; stored as text alone)",
    units_heading: |count| format!("The text holds the reports of {count} units"),
    units_note: "Each becomes a ledger of its own. Check and store one, then the next; or store all at once.",
    as_one: "It is one report: read it as a whole",
    one_unit: "Read as one report",
    unnamed_unit: |number| format!("Report {number} (no name of a unit found)"),
    is_stored: "stored",
    store_all: |count| format!("Store all ({count} ledgers)"),
};
