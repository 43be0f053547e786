//! Two texts compared line by line, apart from white space and the width of marks.

/// A line without white space, its marks, letters and digits in half width.
pub fn folded(line: &str) -> String {
    let half = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '｡' => '。',
        other => other,
    };
    let shown = line
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{feff}');
    shown.map(half).collect()
}

/// The lines that two texts do not share, with `-` for the first one and `+` for the second.
pub fn diff(first: &str, second: &str) -> String {
    let lines = |text: &str| -> Vec<String> { text.lines().map(folded).filter(|line| !line.is_empty()).collect() };
    let (first, second) = (lines(first), lines(second));
    // Lengths of the longest common parts from each pair of lines on.
    let mut common = vec![vec![0; second.len() + 1]; first.len() + 1];
    for (at, line) in first.iter().enumerate().rev() {
        for (other, same) in second.iter().enumerate().rev() {
            common[at][other] = if line == same {
                common[at + 1][other + 1] + 1
            } else {
                common[at + 1][other].max(common[at][other + 1])
            };
        }
    }
    let (mut at, mut other, mut out) = (0, 0, String::new());
    while at < first.len() || other < second.len() {
        if at < first.len() && other < second.len() && first[at] == second[other] {
            (at, other) = (at + 1, other + 1);
        } else if other == second.len() || at < first.len() && common[at + 1][other] >= common[at][other + 1] {
            out += &format!("{:>4} - {}\n", at + 1, first[at]);
            at += 1;
        } else {
            out += &format!("{:>4} + {}\n", other + 1, second[other]);
            other += 1;
        }
    }
    out
}
