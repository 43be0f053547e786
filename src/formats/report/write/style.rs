//! `Style`: how a unit numbers and phrases its reports. Each part is a closed set, stored by its code.

use super::{
    choices::choices,
    numbers::{Counting, Numbers, Width},
    phrase::Phrase,
};
use crate::ledger::Status;

choices! {
    /// The words before a finding's measures.
    ProgressLabel {
        Progress = "progress", "整改进展情况：";
        Rectifying = "rectifying", "整改情况：";
        CarriedOut = "carried_out", "整改落实情况：";
        Taken = "taken", "整改措施：";
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
        NthTogether = "nth_together", "第一，…。第二，…。";
        Nth = "nth", "第一，…。／第二，…。";
        /// Paragraphs without any number.
        Plain = "plain", "…。／…。";
    }
}

choices! {
    /// The words before problem, reason, next step and deadline of an unfinished item.
    ItemLabels {
        Full = "full", "存在问题、未完成整改原因、下一步整改措施、整改时限";
        Short = "short", "存在的问题、未完成原因、下一步措施、完成时限";
    }
}

choices! {
    /// Which findings stand among the unfinished items.
    Listed {
        /// All that are not complete.
        All = "all", "基本完成、正在整改、尚未启动";
        /// All but those that are largely done.
        Open = "open", "正在整改、尚未启动";
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
    Listed = "listed", listed: Listed = All;
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
