//! 佐证材料 of the whole ledger, numbered; what is complete without any; a folder compared with what is registered.

use crate::ledger::{
    Finding, Id, Ledger, Measure, Text,
    acts::{Act, Evidence},
};

/// A line of the index.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceLine {
    /// Finding, measure and place among its own: `3-2-1`; the measure is 0 where it is of the finding as a whole.
    pub number: String,
    pub finding: Id,
    pub title: Text,
    pub department: Text,
    /// The finding or measure that it stands under.
    pub owner: Id,
    /// Its number from 1 and its heading.
    pub measure: Option<(usize, Text)>,
    pub evidence: Evidence,
}

/// What is complete and has no evidence: a finding, or one of its measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Lacking {
    pub finding: Id,
    pub title: Text,
    pub department: Text,
    pub measure: Option<(usize, Text)>,
}

/// A file of the folder that is compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FolderFile {
    /// Below the folder, with its name.
    pub path: String,
    pub name: String,
    pub size: u64,
    /// None where it was not taken, or could not be.
    pub sha256: Option<String>,
}

/// What became of a registered file; with the place of the file in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Present(usize),
    /// The same content under another name.
    Renamed(usize),
    /// The same name; the content could not be compared.
    Unproven(usize),
    /// The same name, another content.
    Changed(usize),
    Missing,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// One for each registered file, in their order.
    pub found: Vec<Found>,
    /// Files whose content is not registered.
    pub unregistered: Vec<usize>,
}

pub fn evidence_lines(ledger: &Ledger) -> Vec<EvidenceLine> {
    let mut lines = Vec::new();
    for (finding, at) in ledger.findings().zip(1..) {
        let mut push = |measure: Option<(usize, &Measure)>, entries: &[crate::ledger::Entry]| {
            for (evidence, place) in Evidence::all(entries).zip(1..) {
                let of = measure.map_or(0, |(number, _)| number);
                lines.push(EvidenceLine {
                    number: format!("{at}-{of}-{place}"),
                    finding: finding.id,
                    title: finding.title.clone(),
                    department: finding.department.clone(),
                    owner: measure.map_or(finding.id, |(_, measure)| measure.id),
                    measure: measure.map(|(number, measure)| (number, measure.heading.clone())),
                    evidence,
                });
            }
        };
        push(None, &finding.entries);
        for (measure, number) in finding.measures.iter().zip(1..) {
            push(Some((number, measure)), &measure.entries);
        }
    }
    lines
}

/// A finding without any stands for its measures.
pub fn lacking_evidence(ledger: &Ledger) -> Vec<Lacking> {
    let mut lacking = Vec::new();
    for finding in ledger.findings() {
        let line = |measure| Lacking {
            finding: finding.id,
            title: finding.title.clone(),
            department: finding.department.clone(),
            measure,
        };
        if finding.status.is_complete() && !has_any(finding) {
            lacking.push(line(None));
            continue;
        }
        let measures = finding.measures.iter().zip(1..);
        let bare = measures.filter(|(measure, _)| measure.status.is_complete() && !has(&measure.entries));
        lacking.extend(bare.map(|(measure, number)| line(Some((number, measure.heading.clone())))));
    }
    lacking
}

fn has(entries: &[crate::ledger::Entry]) -> bool {
    Evidence::all(entries).next().is_some()
}

fn has_any(finding: &Finding) -> bool {
    has(&finding.entries) || finding.measures.iter().any(|measure| has(&measure.entries))
}

/// Whether a file can be a registered one by what is known before its content is read.
pub fn is_worth_hashing(registered: &[Evidence], file: &FolderFile) -> bool {
    registered
        .iter()
        .any(|each| !each.sha256.is_empty() && each.size.is_none_or(|size| size == file.size))
}

/// Content decides first, then the name. `files` with the SHA-256 of those that [`is_worth_hashing`].
pub fn compare_folder(registered: &[Evidence], files: &[FolderFile]) -> Comparison {
    let mut known = vec![false; files.len()];
    let mut found: Vec<Option<Found>> = Vec::new();
    for each in registered {
        let is_same = |file: &FolderFile| !each.sha256.is_empty() && file.sha256.as_deref() == Some(&*each.sha256);
        let mut same = None;
        for (at, file) in files.iter().enumerate().filter(|(_, file)| is_same(file)) {
            known[at] = true;
            if file.name == *each.name && !matches!(same, Some(Found::Present(_))) {
                same = Some(Found::Present(at));
            }
            same = same.or(Some(Found::Renamed(at)));
        }
        found.push(same);
    }
    let found = registered.iter().zip(found).map(|(each, same)| {
        same.unwrap_or_else(|| {
            let named = |(at, file): &(usize, &FolderFile)| !known[*at] && file.name == *each.name;
            let Some((at, file)) = files.iter().enumerate().find(named) else {
                return Found::Missing;
            };
            known[at] = true;
            let may_be = each.size.is_none_or(|size| size == file.size);
            match may_be && (each.sha256.is_empty() || file.sha256.is_none()) {
                true => Found::Unproven(at),
                false => Found::Changed(at),
            }
        })
    });
    Comparison {
        found: found.collect(),
        unregistered: (0..files.len()).filter(|at| !known[*at]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Actor, Category, Entry, Field, FocusArea, Kind, Status};

    fn id(counter: u32) -> Id {
        Id {
            actor: Actor::from_random(7),
            counter,
        }
    }

    fn registered(name: &str, size: Option<u64>, sha256: &str) -> Evidence {
        Evidence {
            id: id(1),
            name: name.into(),
            size,
            sha256: sha256.into(),
            date: None,
            note: Text::default(),
        }
    }

    fn file(path: &str, size: u64, sha256: Option<&str>) -> FolderFile {
        FolderFile {
            path: path.into(),
            name: path.rsplit('/').next().unwrap_or_default().into(),
            size,
            sha256: sha256.map(Into::into),
        }
    }

    #[track_caller]
    fn check(registered: &[Evidence], files: &[FolderFile], found: &[Found], unregistered: &[usize]) {
        let comparison = compare_folder(registered, files);
        assert_eq!(comparison.found, found);
        assert_eq!(comparison.unregistered, unregistered);
    }

    #[test]
    fn content_decides_before_the_name() {
        let of = |name| registered(name, Some(3), "aa");
        check(
            &[of("通知.pdf")],
            &[file("通知.pdf", 3, Some("aa"))],
            &[Found::Present(0)],
            &[],
        );
        check(
            &[of("通知.pdf")],
            &[file("x/通知2.pdf", 3, Some("aa"))],
            &[Found::Renamed(0)],
            &[],
        );
        check(
            &[of("通知.pdf")],
            &[file("通知.pdf", 3, Some("bb"))],
            &[Found::Changed(0)],
            &[],
        );
        check(
            &[of("通知.pdf")],
            &[file("通知.pdf", 4, None)],
            &[Found::Changed(0)],
            &[],
        );
        check(&[of("通知.pdf")], &[file("其他.pdf", 9, None)], &[Found::Missing], &[0]);
        // A copy is not unregistered, and the one of the same name counts.
        let copies = [file("a.pdf", 3, Some("aa")), file("x/通知.pdf", 3, Some("aa"))];
        check(&[of("通知.pdf")], &copies, &[Found::Present(1)], &[]);
    }

    #[test]
    fn a_file_that_is_another_one_is_not_a_changed_one() {
        let two = [
            registered("通知.pdf", Some(3), "aa"),
            registered("通知.pdf", Some(3), "bb"),
        ];
        check(
            &two,
            &[file("通知.pdf", 3, Some("bb"))],
            &[Found::Missing, Found::Present(0)],
            &[],
        );
        let folders = [file("1/通知.pdf", 3, Some("bb")), file("2/通知.pdf", 5, None)];
        check(&two, &folders, &[Found::Changed(1), Found::Present(0)], &[]);
    }

    #[test]
    fn what_could_not_be_compared_is_not_called_the_same() {
        let plain = registered("通知.pdf", Some(3), "");
        check(
            std::slice::from_ref(&plain),
            &[file("通知.pdf", 3, None)],
            &[Found::Unproven(0)],
            &[],
        );
        check(&[plain], &[file("通知.pdf", 4, None)], &[Found::Changed(0)], &[]);
        let unread = registered("通知.pdf", Some(3), "aa");
        check(&[unread], &[file("通知.pdf", 3, None)], &[Found::Unproven(0)], &[]);
    }

    #[test]
    fn only_what_can_match_is_read() {
        let known = [registered("a", Some(3), "aa"), registered("b", Some(4), "")];
        let worth = |size| is_worth_hashing(&known, &file("z", size, None));
        assert_eq!([worth(3), worth(4), worth(5)], [true, false, false]);
        assert!(is_worth_hashing(&[registered("a", None, "aa")], &file("z", 9, None)));
    }

    #[test]
    fn the_index_is_numbered_by_finding_and_measure() {
        let evidence = |counter, name: &str| {
            let mut entry = Entry::new(id(counter), Kind::Evidence);
            entry
                .values
                .set(Kind::Evidence.entry_fields(), &Field::Name, &name.into());
            entry
        };
        let mut first = Finding::new(id(3));
        first.status = Status::Done;
        first.measures = vec![Measure::new(id(4)), Measure::new(id(5))];
        first.measures[0].status = Status::Done;
        first.measures[1].entries = vec![evidence(6, "b"), evidence(7, "c")];
        first.entries = vec![evidence(8, "a")];
        let mut second = Finding::new(id(9));
        second.status = Status::Done;
        second.measures = vec![Measure::new(id(10))];
        let category = Category {
            id: id(2),
            title: Text::default(),
            form: Text::default(),
            findings: vec![first, second],
        };
        let area = FocusArea {
            id: id(1),
            title: Text::default(),
            form: Text::default(),
            categories: vec![category],
        };
        let ledger = Ledger {
            focus_areas: vec![area],
            ..Ledger::default()
        };
        let lines = evidence_lines(&ledger);
        let numbers: Vec<(&str, &str)> = lines.iter().map(|line| (&*line.number, &*line.evidence.name)).collect();
        assert_eq!(numbers, [("1-0-1", "a"), ("1-2-1", "b"), ("1-2-2", "c")]);
        let lacking = lacking_evidence(&ledger);
        let lacking: Vec<_> = lacking
            .iter()
            .map(|each| (each.finding, each.measure.as_ref().map(|it| it.0)))
            .collect();
        assert_eq!(lacking, [(id(3), Some(1)), (id(9), None)]);
    }
}
