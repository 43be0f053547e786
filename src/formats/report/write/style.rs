//! `Style`: how a unit numbers and phrases its reports. Each part is a closed set, stored by its code.

use super::{
    choices::choices,
    numbers::{Counting, Numbers, Width},
};
use crate::ledger::Status;

choices! {
    /// What wraps the title of a problem.
    Phrase {
        Against = "against", "针对…的问题";
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

choices! {
    /// The words before a finding's measures.
    ProgressLabel {
        Progress = "progress", "整改进展情况：";
        Rectifying = "rectifying", "整改情况：";
        CarriedOut = "carried_out", "整改落实情况：";
        None = "none", "";
    }
}

choices! {
    /// Where a finding's status is said.
    StatusPlace {
        None = "none", "";
        /// A line of its own under the heading.
        Line = "line", "整改状态：已完成。";
        /// At the end of the heading.
        Heading = "heading", "针对…的问题（已完成）";
        /// The first words after the label.
        First = "first", "整改情况：已完成。一是…";
    }
}

choices! {
    /// The words for each status, in the order of [`Status::ALL`].
    StatusWords {
        Plain = "plain", "尚未启动、正在整改、基本完成、已完成、已销号";
        Short = "short", "未启动、整改中、基本完成、完成、销号";
        Reached = "reached", "尚未启动、持续整改、阶段性完成、整改到位、已销号";
    }
}

choices! {
    /// How the measures of a finding follow each other.
    Measures {
        Together = "together", "一是…。二是…。";
        Apart = "apart", "一是…。／二是…。";
        CircledTogether = "circled_together", "①…。②…。";
        Circled = "circled", "①…。／②…。";
        /// Paragraphs numbered in a way that no heading is.
        Numbered = "numbered", "1.…。／2.…。";
    }
}

choices! {
    /// The words before problem, reason, next step and deadline of an unfinished item.
    ItemLabels {
        Full = "full", "存在问题、未完成整改原因、下一步整改措施、整改时限";
        Short = "short", "存在的问题、未完成原因、下一步措施、完成时限";
    }
}

/// `Style` with a field for each setting, and `Setting`, which names them for a generic form and for storage.
macro_rules! settings {
    ($($(#[$doc:meta])* $setting:ident = $code:literal, $field:ident: $type:ident = $default:ident;)+) => {
        /// How a unit numbers and phrases its reports.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Style {
            $($(#[$doc])* pub $field: $type,)+
        }

        /// One setting of a [`Style`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Setting {
            $($(#[$doc])* $setting,)+
        }

        impl Default for Style {
            /// The style of the sample report, in full-width marks.
            fn default() -> Style {
                Style { $($field: $type::$default,)+ }
            }
        }

        impl Style {
            /// The code of what is set.
            pub fn code(&self, setting: Setting) -> &'static str {
                match setting {
                    $(Setting::$setting => self.$field.code(),)+
                }
            }

            /// Sets by code; an unknown code changes nothing and gives `false`.
            pub fn set(&mut self, setting: Setting, code: &str) -> bool {
                match setting {
                    $(Setting::$setting => $type::from_code(code).map(|choice| self.$field = choice).is_some(),)+
                }
            }
        }

        impl Setting {
            pub const ALL: &'static [Setting] = &[$(Setting::$setting),+];

            pub fn code(self) -> &'static str {
                match self {
                    $(Setting::$setting => $code,)+
                }
            }

            pub fn from_code(code: &str) -> Option<Setting> {
                Setting::ALL.iter().copied().find(|setting| setting.code() == code)
            }

            /// Code and example of everything it can be set to.
            pub fn choices(self) -> &'static [(&'static str, &'static str)] {
                match self {
                    $(Setting::$setting => $type::CHOICES,)+
                }
            }
        }
    };
}

settings! {
    Sections = "sections", sections: Numbers = Han;
    Areas = "areas", areas: Numbers = HanInBrackets;
    Categories = "categories", categories: Numbers = Dot;
    Findings = "findings", findings: Numbers = Brackets;
    /// Unfinished items.
    Items = "items", items: Numbers = HanInBrackets;
    CategoryCounting = "category_counting", category_counting: Counting = Anew;
    FindingCounting = "finding_counting", finding_counting: Counting = Anew;
    Width = "width", width: Width = Full;
    CategoryPhrase = "category_phrase", category_phrase: Phrase = About;
    FindingPhrase = "finding_phrase", finding_phrase: Phrase = Against;
    ItemPhrase = "item_phrase", item_phrase: Phrase = AboutQuoted;
    Label = "label", label: ProgressLabel = Progress;
    StatusPlace = "status_place", status_place: StatusPlace = None;
    StatusWords = "status_words", status_words: StatusWords = Plain;
    Measures = "measures", measures: Measures = Together;
    ItemLabels = "item_labels", item_labels: ItemLabels = Full;
}

impl Style {
    /// How measures are numbered that are numbered paragraphs: as no heading above them is.
    pub fn measure_numbers(&self) -> Numbers {
        let taken = |numbers: &Numbers| {
            let dots = |numbers: Numbers| matches!(numbers, Numbers::Dot | Numbers::WideDot | Numbers::Comma);
            [self.areas, self.categories, self.findings]
                .iter()
                .any(|heading| heading == numbers || dots(*heading) && dots(*numbers))
        };
        let free = [Numbers::Dot, Numbers::Brackets, Numbers::Bracket];
        free.into_iter()
            .find(|numbers| !taken(numbers))
            .unwrap_or(Numbers::Circle)
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

impl StatusWords {
    pub fn word(self, status: Status) -> &'static str {
        self.example().split('、').nth(status as usize).unwrap_or_default()
    }
}

impl ItemLabels {
    /// Before problem, reason, next step and deadline, without the colon.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.example().split('、')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_stored_by_code() {
        for setting in Setting::ALL {
            assert_eq!(Setting::from_code(setting.code()), Some(*setting));
            for (code, _) in setting.choices() {
                let mut style = Style::default();
                assert!(style.set(*setting, code));
                assert_eq!(style.code(*setting), *code);
            }
            let mut style = Style::default();
            assert!(!style.set(*setting, "of a newer version"));
            assert_eq!(style, Style::default());
        }
        assert_eq!(Setting::from_code(""), None);
    }

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

    #[test]
    fn words_for_every_status() {
        for words in StatusWords::ALL {
            assert!(Status::ALL.iter().all(|status| !words.word(*status).is_empty()));
        }
        assert_eq!(StatusWords::Reached.word(Status::Closed), "已销号");
        assert!(ItemLabels::ALL.iter().all(|labels| labels.words().count() == 4));
    }

    #[test]
    fn numbered_measures_differ_from_headings() {
        let mut style = Style::default();
        assert_eq!(style.measure_numbers(), Numbers::Bracket);
        style.findings = Numbers::Comma;
        style.categories = Numbers::HanInBrackets;
        assert_eq!(style.measure_numbers(), Numbers::Brackets);
        style.findings = Numbers::HanInBrackets;
        assert_eq!(style.measure_numbers(), Numbers::Dot);
    }
}
