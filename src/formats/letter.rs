//! A letter from a template: names in braces stand for what is known of the case.
//!
//! ```text
//! template = { letter | blank } ;
//! blank = "{" name "}" ;                  (* on one line *)
//! ```

use crate::ledger::Text;

/// What a template can leave to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    Department,
    Unit,
    Team,
    Date,
    Level,
    Count,
    Findings,
    AnswerBy,
}

impl Blank {
    /// Each with its names, either of which a template may use, whatever language the page shows.
    pub const ALL: [(Blank, &'static str, &'static str); 8] = [
        (Blank::Department, "部门", "department"),
        (Blank::Unit, "单位", "unit"),
        (Blank::Team, "巡察组", "team"),
        (Blank::Date, "日期", "date"),
        (Blank::Level, "层级", "level"),
        (Blank::Count, "问题数", "count"),
        (Blank::Findings, "问题清单", "findings"),
        (Blank::AnswerBy, "答复日期", "answer_by"),
    ];

    fn from_name(name: &str) -> Option<Blank> {
        let name = name.trim();
        let found = Blank::ALL.into_iter().find(|(_, zh, en)| *zh == name || *en == name);
        found.map(|(blank, _, _)| blank)
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filled {
    pub text: String,
    /// Names that stand for nothing, each once. They stay in the text as they were written.
    pub unknown: Vec<Text>,
}

/// Fills a template in. A brace without its partner is a letter as any other.
pub fn fill(template: &str, value: impl Fn(Blank) -> String) -> Filled {
    let mut filled = Filled::default();
    let mut rest = template;
    while let Some((before, name, after)) = next_blank(rest) {
        filled.text.push_str(before);
        match Blank::from_name(name) {
            Some(blank) => filled.text.push_str(&value(blank)),
            None => {
                filled.text.extend(["{", name, "}"]);
                if !filled.unknown.iter().any(|known| known.as_str() == name) {
                    filled.unknown.push(name.into());
                }
            }
        }
        rest = after;
    }
    filled.text.push_str(rest);
    filled
}

/// What stands before the first blank, its name, and what stands behind it.
fn next_blank(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text[from..].find('{')?;
        let inside = &text[open + 1..];
        let end = inside.find(['{', '}', '\n'])?;
        if inside[end..].starts_with('}') && end > 0 {
            return Some((&text[..open], &inside[..end], &inside[end + 1..]));
        }
        from = open + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(template: &str, text: &str, unknown: &[&str]) {
        let filled = fill(template, |blank| format!("<{blank:?}>"));
        assert_eq!(filled.text, text, "{template}");
        assert_eq!(
            filled.unknown,
            unknown.iter().map(|name| Text::from(*name)).collect::<Vec<_>>()
        );
    }

    #[test]
    fn blanks_are_filled_by_either_name() {
        check("", "", &[]);
        check("{部门}：截至{日期}", "<Department>：截至<Date>", &[]);
        check(
            "{department} { 答复日期 }{answer_by}",
            "<Department> <AnswerBy><AnswerBy>",
            &[],
        );
        check("{问题清单}", "<Findings>", &[]);
    }

    #[test]
    fn what_stands_for_nothing_is_named_once_and_stays() {
        check(
            "{科室}和{科室}，{部门}、{领导}",
            "{科室}和{科室}，<Department>、{领导}",
            &["科室", "领导"],
        );
    }

    #[test]
    fn a_lone_brace_is_a_letter() {
        check("a{b", "a{b", &[]);
        check("a}b{部门}", "a}b<Department>", &[]);
        check("{{部门}}", "{<Department>}", &[]);
        check("{}{部\n门}{日期", "{}{部\n门}{日期", &[]);
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        assert_eq!(fill("{部门}", |_| "{日期}".into()).text, "{日期}");
    }
}
