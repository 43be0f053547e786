//! Several measures in one cell: one a line, or parted by semicolons; numbers before them are no part of them.

/// A longer piece is a sentence that has a semicolon in it, and no measure of a list.
const CHARS: usize = 40;

pub(super) fn measures(cell: &str) -> impl Iterator<Item = &str> {
    let lines = cell.lines().flat_map(|line| {
        let of_list = |piece: &str| piece.chars().count() <= CHARS && !piece.contains('。');
        let is_list = line.trim_end_matches('。').split(['；', ';']).all(of_list);
        let parts: Vec<&str> = match is_list {
            true => line.split(['；', ';']).collect(),
            false => vec![line],
        };
        parts
    });
    lines.map(without_number).filter(|piece| !piece.is_empty())
}

/// What came of each of so many measures, where each line has the number of one: as our own tables have it.
pub(super) fn by_number(cell: &str, measures: usize) -> Option<Vec<String>> {
    let mut found = vec![String::new(); measures];
    for line in cell.lines().filter(|_| measures > 1) {
        let (number, words) = line.trim().split_once(['.', '．', '、'])?;
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        found.get_mut(at)?.push_str(words.trim());
    }
    (measures > 1 && !cell.trim().is_empty()).then_some(found)
}

/// `1.`, `2、`, `（3）`, `（四）`, `五、` and `⑥` in front of a measure or a title.
pub(super) fn without_number(piece: &str) -> &str {
    let piece = piece.trim();
    if let Some(rest) = piece.strip_prefix(|letter| ('①'..='⑳').contains(&letter)) {
        return rest.trim_start();
    }
    let inside = piece.trim_start_matches(['（', '(']);
    let is_digit = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter);
    let rest = inside.trim_start_matches(is_digit);
    let digits = inside[..inside.len() - rest.len()].chars().count();
    let marks: &[char] = match inside.len() < piece.len() {
        true => &['）', ')'],
        false => &['.', '．', '、', '）', ')'],
    };
    match rest.strip_prefix(marks) {
        // 3.5万元 is no number of a list.
        Some(after) if (1..=2).contains(&digits) && !after.starts_with(|letter: char| letter.is_ascii_digit()) => {
            after.trim_start()
        }
        _ => piece,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_list_of_measures() {
        let check = |cell: &str, expected: &[&str]| assert_eq!(measures(cell).collect::<Vec<_>>(), expected, "{cell}");
        check("", &[]);
        check("编制计划；增开晚间班", &["编制计划", "增开晚间班"]);
        check("编制计划；增开晚间班。", &["编制计划", "增开晚间班。"]);
        check(
            "1.编制计划\n2、增开晚间班\n（3）公布\n④检查",
            &["编制计划", "增开晚间班", "公布", "检查"],
        );
        check(
            "（一）编制计划\n十一、公布\n三会一课补齐",
            &["编制计划", "公布", "三会一课补齐"],
        );
        check("追回3.5万元", &["追回3.5万元"]);
        check("3.5万元追回", &["3.5万元追回"]);
        check("2026年编制计划", &["2026年编制计划"]);
        check("一改。先甲；后乙", &["一改。先甲；后乙"]);
    }

    #[test]
    fn results_have_the_numbers_of_their_measures() {
        let found = |cell, measures| by_number(cell, measures).map(|found| found.join("|"));
        assert_eq!(found("1.收回12万元\n3.建账", 3).as_deref(), Some("收回12万元||建账"));
        for (cell, measures) in [("1.甲", 1), ("1.甲\n3.乙", 2), ("均已办结", 2), ("", 2)] {
            assert_eq!(found(cell, measures), None, "{cell}");
        }
    }
}
