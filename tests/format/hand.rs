//! Whatever a person alters in the readable part is found, and nothing else is.

use rectification_ledger::{
    formats::json::{HandEdit, hand_edits_as_edits, read, write},
    journal::{Book, Edit},
    ledger::{Field, Id, Kind, Status},
};

use crate::story::{EXPORTED, actor, full, hand, ids};

#[test]
fn each_readable_field_is_watched() {
    let text = write(actor(7), &full(), EXPORTED);
    let lines: Vec<&str> = text.lines().collect();
    let end = lines.iter().position(|line| line.contains("\"conflicts\"")).unwrap();
    let start = lines.iter().position(|line| line.contains("\"ledger\"")).unwrap() + 1;
    let mut watched = Vec::new();
    for at in start..end {
        let Some((key, value)) = lines[at].split_once("\": \"") else {
            continue;
        };
        let name = key.trim_start_matches([' ', '"']);
        if name == "id" {
            continue;
        }
        let field = Field::from_name(name);
        let new = match name {
            "status" if value.starts_with("not_") => "done",
            "status" => "not_started",
            "remedy" => "at_once",
            "number" | "item_place" | "size" | "warn_green" => "7",
            "warn_yellow" => "8",
            "sha256" => "0000000000000000000000000000000000000000000000000000000000000000",
            "step" => "returned",
            "level" => "warning",
            "outcome" => "held",
            "closing_steps" => "two",
            "closing_evidence" => "no",
            "became" | "findings" | "other_record" => "0123456789ab-8",
            "other_ledger" => "0123456789ac",
            "counted_as" if value.starts_with("persons") => "person_times",
            "counted_as" => "persons",
            "act" => "made",
            "amount" => "0.5 yuan",
            "what" => "clues",
            "mask_numbers" => "",
            _ if value.starts_with("202") && value.len() < 13 => "2030-01-01",
            _ => "改过",
        };
        let comma = if value.ends_with(',') { "," } else { "" };
        let line = format!("{key}\": \"{new}\"{comma}");
        let mut edited = lines.clone();
        edited[at] = &line;
        let incoming = read(edited.join("\n").as_bytes()).unwrap();
        assert_eq!(incoming.changes, full().changes());
        let [
            HandEdit::Changed {
                record,
                field: found,
                to,
                ..
            },
        ] = &incoming.hand_edits[..]
        else {
            panic!("{line}: {:?}", incoming.hand_edits)
        };
        assert_eq!((found, to.as_str()), (&field, new));
        assert_eq!(hand_edits_as_edits(&incoming), [Edit::set(*record, field.clone(), new)]);
        let book = Book::from_changes(incoming.with_hand_edits(&hand(9, "改的人"), EXPORTED + 1));
        assert_eq!(book.value(*record, &field), new);
        watched.push(name);
    }
    watched.sort_unstable();
    watched.dedup();
    let all = [
        "act",
        "amount",
        "became",
        "check",
        "closing_evidence",
        "closing_steps",
        "co_departments",
        "completed_on",
        "concentrated_until",
        "counted_as",
        "date",
        "deadline",
        "deadline_before",
        "department",
        "detail",
        "feedback",
        "findings",
        "first_deadline",
        "heading",
        "holidays",
        "item_form",
        "item_place",
        "leader",
        "letter_reminder",
        "letter_supervision",
        "letter_warning",
        "level",
        "mask_numbers",
        "masked_names",
        "name",
        "next_step",
        "note",
        "number",
        "other_ledger",
        "other_record",
        "outcome",
        "owner",
        "part",
        "passage",
        "people",
        "period_from",
        "period_to",
        "person",
        "plan_due",
        "problem",
        "public_heading",
        "public_next_step",
        "public_problem",
        "public_reason",
        "public_text",
        "public_title",
        "query",
        "reason",
        "remedy",
        "report_contact",
        "report_due",
        "report_form",
        "report_intro",
        "report_style",
        "report_title",
        "result",
        "seen",
        "sha256",
        "since",
        "size",
        "source",
        "status",
        "step",
        "subject",
        "team",
        "text",
        "title",
        "type",
        "unit",
        "warn_green",
        "warn_yellow",
        "what",
        "withheld",
    ];
    assert_eq!(watched, all);
}

#[test]
fn a_hand_edit_and_an_edit_elsewhere_are_both_kept() {
    let mut here = full();
    let finding = ids(&here, Kind::Finding)[1];
    let text = write(actor(7), &here, EXPORTED).replace("\"title\": \"借阅无登记\"", "\"title\": \"借阅登记不全\"");
    here.act(
        &hand(3, "王芳"),
        EXPORTED + 5,
        &[Edit::set(finding, Field::Title, "借阅未登记")],
    );
    let incoming = read(text.as_bytes()).unwrap();
    here.absorb(incoming.with_hand_edits(&hand(9, "李军"), EXPORTED + 6));
    let conflict = here
        .conflicts()
        .into_iter()
        .find(|conflict| conflict.record == finding)
        .unwrap();
    let values: Vec<&str> = conflict.versions.iter().map(|version| version.value.as_str()).collect();
    assert_eq!(values, ["借阅未登记", "借阅登记不全"]);
}

#[test]
fn a_file_written_by_hand_is_a_new_ledger() {
    let text = r#"{"format":"rectification-ledger","version":1,"ledger":{"inspection":{"unit":"云岭市档案中心"},
        "focus_areas":[{"title":"一"},{"title":"二","categories":[{"title":"类","findings":[
        {"status":"done","owner":null,"deadline":"2026-12-31","measures":[{"heading":"甲"},{"heading":"乙"}]}]}]}]}}"#;
    let incoming = read(text.as_bytes()).unwrap();
    assert_eq!((incoming.id, incoming.changes.len()), (None, 0));
    let book = Book::from_changes(incoming.with_hand_edits(&hand(9, ""), 5));
    let ledger = book.ledger();
    let titles: Vec<&str> = ledger.focus_areas.iter().map(|area| area.title.as_str()).collect();
    assert_eq!(titles, ["一", "二"]);
    let finding = ledger.findings().next().unwrap();
    assert!(finding.stands_for_category && finding.status == Status::Done && finding.measures[1].heading == "乙");
    assert_eq!(book.value(Id::ROOT, &Field::Unit), "云岭市档案中心");
}

#[test]
fn a_record_cut_out_and_one_copied_are_named() {
    let book = full();
    let text = write(actor(7), &book, EXPORTED);
    let area = book.ledger().focus_areas[1].id;
    let block = format!("  {{\n    \"id\": \"{area}\",\n    \"title\": \"聚焦队伍建设方面\"\n   }}");
    assert!(text.contains(&block));
    let copied = text.replace(&block, &format!("{block},\n{block}"));
    let path = "ledger.focus_areas[2]".to_string();
    let expected = [
        HandEdit::SameId {
            record: area,
            path: path.clone(),
        },
        HandEdit::Added {
            kind: Kind::FocusArea,
            title: "聚焦队伍建设方面".into(),
            path,
        },
    ];
    assert_eq!(read(copied.as_bytes()).unwrap().hand_edits, expected);
    let cut = text.replace(&format!(",\n {block}"), "");
    let removed = HandEdit::Removed {
        record: area,
        kind: Kind::FocusArea,
        title: "聚焦队伍建设方面".into(),
    };
    assert_eq!(read(cut.as_bytes()).unwrap().hand_edits, [removed]);
}
