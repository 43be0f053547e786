//! `Phrase`: what wraps the title of a problem, written and told apart when read, with quotes inside of quotes.

use super::{choices::choices, numbers::Width};

choices! {
    /// What wraps the title of a problem.
    Phrase {
        Against = "against", "针对…的问题";
        AgainstQuoted = "against_quoted", "针对“…”的问题";
        AgainstQuotedShort = "against_quoted_short", "针对“…”问题";
        About = "about", "关于…的问题";
        AboutQuoted = "about_quoted", "关于“…”的问题";
        AboutQuotedShort = "about_quoted_short", "关于“…”问题";
        AboutRectifying = "about_rectifying", "关于“…”问题的整改";
        Reported = "reported", "反馈问题：…";
        Problem = "problem", "…的问题";
        Bare = "bare", "…";
        Sentence = "sentence", "…。";
    }
}

impl Phrase {
    /// Appends a title in its wrapping. A title that was typed with a wrapping of its own loses that.
    pub fn push(self, title: &str, width: Width, out: &mut String) {
        let title = unwrapped(title);
        let (before, after) = self.around();
        for letter in before.chars() {
            out.push(if letter == '：' { width.mark(letter) } else { letter });
        }
        if before.ends_with('“') {
            push_quoted(title, out);
        } else if self == Phrase::Sentence {
            out.push_str(title.trim_end_matches('。'));
        } else {
            out.push_str(title);
        }
        out.push_str(after);
    }

    /// What stands before and after the title.
    fn around(self) -> (&'static str, &'static str) {
        self.example().split_once('…').unwrap_or_default()
    }

    /// The phrase of a heading without its number; `Bare` where it shows no other.
    pub(super) fn of(heading: &str) -> Phrase {
        let order = [
            Phrase::AboutRectifying,
            Phrase::AboutQuoted,
            Phrase::AboutQuotedShort,
            Phrase::AgainstQuoted,
            Phrase::AgainstQuotedShort,
            Phrase::About,
            Phrase::Against,
            Phrase::Problem,
            Phrase::Sentence,
        ];
        let fits = |phrase: &Phrase| {
            let (before, after) = phrase.around();
            let title = heading.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            title.is_some_and(|title| !before.ends_with('“') || !closes_early(title))
        };
        if heading.starts_with("反馈问题：") || heading.starts_with("反馈问题:") {
            return Phrase::Reported;
        }
        order.into_iter().find(fits).unwrap_or(Phrase::Bare)
    }
}

/// A title without the wrapping that was typed with it.
fn unwrapped(title: &str) -> &str {
    let (before, after) = Phrase::of(title.trim_end_matches('。')).around();
    let typed = before.starts_with("关于") || before.starts_with("针对");
    let bare = title
        .strip_prefix(before)
        .and_then(|rest| rest.trim_end_matches('。').strip_suffix(after));
    bare.filter(|bare| typed && !bare.is_empty()).unwrap_or(title)
}

/// Whether what stands between quotes is more than one quotation: `甲”和“乙`.
fn closes_early(title: &str) -> bool {
    let mut depth = 0i32;
    title.chars().any(|letter| {
        depth += i32::from(letter == '“') - i32::from(letter == '”');
        depth < 0
    })
}

/// Appends a text that stands between “ and ”: its own quotes are ‘…’, and those in them “…” again.
fn push_quoted(text: &str, out: &mut String) {
    let mut depth = 0;
    for letter in text.chars() {
        out.push(match letter {
            '“' | '‘' => {
                depth += 1;
                if depth % 2 == 1 { '‘' } else { '“' }
            }
            '”' | '’' if depth > 0 => {
                depth -= 1;
                if depth % 2 == 0 { '’' } else { '”' }
            }
            other => other,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrase: Phrase, title: &str, expected: &str) {
        let mut out = String::new();
        phrase.push(title, Width::Full, &mut out);
        assert_eq!(out, expected);
        assert_eq!(Phrase::of(&out), phrase, "{out}");
    }

    #[test]
    fn titles_in_their_phrases() {
        check(Phrase::Against, "学习不深", "针对学习不深的问题");
        check(Phrase::AgainstQuoted, "学习不深", "针对“学习不深”的问题");
        check(Phrase::AgainstQuotedShort, "学习不深", "针对“学习不深”问题");
        check(Phrase::About, "学习不深", "关于学习不深的问题");
        check(Phrase::AboutQuoted, "学习不深", "关于“学习不深”的问题");
        check(Phrase::AboutQuotedShort, "学习不深", "关于“学习不深”问题");
        check(Phrase::AboutRectifying, "学习不深", "关于“学习不深”问题的整改");
        check(Phrase::Reported, "学习不深", "反馈问题：学习不深");
        check(Phrase::Problem, "学习不深", "学习不深的问题");
        check(Phrase::Bare, "学习不深", "学习不深");
        check(Phrase::Sentence, "学习不深", "学习不深。");
        check(Phrase::Sentence, "学习不深。", "学习不深。");
        check(Phrase::About, "“甲”和“乙”", "关于“甲”和“乙”的问题");
        let mut half = String::new();
        Phrase::Reported.push("甲", Width::Half, &mut half);
        assert_eq!(half, "反馈问题:甲");
    }

    #[test]
    fn typed_wrappings_are_not_doubled() {
        check(Phrase::Against, "关于学习不深的问题", "针对学习不深的问题");
        check(Phrase::AboutQuoted, "针对“学习”不深的问题。", "关于“‘学习’不深”的问题");
        check(Phrase::About, "关于制度的学习不深", "关于关于制度的学习不深的问题");
        check(Phrase::About, "关于“学习不深”问题的整改", "关于学习不深的问题");
        check(Phrase::Against, "关于的问题", "针对关于的问题的问题");
        check(Phrase::Against, "解决问题", "针对解决问题的问题");
    }

    #[test]
    fn quotes_in_quotes() {
        check(Phrase::AboutQuoted, "自我“造血”不强", "关于“自我‘造血’不强”的问题");
        check(Phrase::AboutQuoted, "指出的‘甲’仍在", "关于“指出的‘甲’仍在”的问题");
        check(Phrase::AboutQuoted, "“甲‘乙’丙”丁", "关于“‘甲“乙”丙’丁”的问题");
        check(Phrase::AboutQuoted, "ｔ’s甲", "关于“ｔ’s甲”的问题");
    }
}
