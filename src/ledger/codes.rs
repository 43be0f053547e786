//! The closed sets of words of the registers: kinds of accountability and of recovery, what was counted and how.

use super::Text;

/// The value of a field that is either this or empty.
pub const YES: &str = "yes";

/// Makes an enum that is stored by code.
macro_rules! coded {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $type {
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            pub fn code(self) -> &'static str {
                match self {
                    $($type::$variant => $code,)+
                }
            }

            pub fn from_code(code: &str) -> Option<$type> {
                $type::ALL.iter().copied().find(|each| each.code() == code)
            }
        }
    };
}

/// Makes an enum that is stored by code and keeps other texts as they are.
macro_rules! open_coded {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$variant_doc])* $variant,)+
            /// In words of its own; empty where nothing is said.
            Other(Text),
        }

        impl $type {
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            pub fn code(&self) -> &str {
                match self {
                    $($type::$variant => $code,)+
                    $type::Other(text) => text,
                }
            }

            pub fn from_code(code: &str) -> $type {
                match code {
                    $($code => $type::$variant,)+
                    other => $type::Other(other.into()),
                }
            }
        }

        impl Default for $type {
            fn default() -> $type {
                $type::Other(Text::default())
            }
        }
    };
}

open_coded! {
    /// What became of persons held to account, in falling gravity.
    Penalty {
        /// 党纪处分
        Party = "party",
        /// 政务处分
        Administrative = "administrative",
        /// 党纪政务处分, where a report gives one number for both.
        PartyAndAdministrative = "party_and_administrative",
        /// 组织处理
        Organisational = "organisational",
        /// 诫勉
        Admonition = "admonition",
        /// 责令检查
        SelfCriticism = "self_criticism",
        /// 批评教育
        Criticism = "criticism",
        /// 谈话提醒
        Reminder = "reminder",
    }
}

open_coded! {
    /// How money came back.
    Recovery {
        /// 追缴
        Recovered = "recovered",
        /// 清退
        Refunded = "refunded",
        /// 挽回损失
        LossAverted = "loss_averted",
    }
}

coded! {
    /// Persons and person-times are different counts and never added up.
    CountedAs {
        /// 人
        Persons = "persons",
        /// 人次
        PersonTimes = "person_times",
    }
}

coded! {
    RuleAct {
        /// 制定
        Made = "made",
        /// 修订
        Revised = "revised",
    }
}

coded! {
    /// What a report counts.
    Stated {
        Findings = "findings",
        /// Complete.
        Done = "done",
        LargelyDone = "largely_done",
        InProgress = "in_progress",
        /// Not complete, however far.
        Unfinished = "unfinished",
        Measures = "measures",
        /// Rules made or revised.
        Rules = "rules",
        Areas = "areas",
        Categories = "categories",
        /// 问题线索
        Clues = "clues",
    }
}

coded! {
    /// The unit an amount of money is written in.
    MoneyUnit {
        /// 元
        Yuan = "yuan",
        /// 万元
        TenThousandYuan = "ten_thousand_yuan",
    }
}

/// Digits and nothing else.
pub fn parse_number(text: &str) -> Option<u32> {
    text.bytes()
        .all(|letter| letter.is_ascii_digit())
        .then(|| text.parse().ok())?
}

/// The bytes of a file, written as a number is.
pub fn parse_size(text: &str) -> Option<u64> {
    text.bytes()
        .all(|letter| letter.is_ascii_digit())
        .then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_from_their_codes() {
        for penalty in Penalty::ALL {
            assert_eq!(Penalty::from_code(penalty.code()), *penalty);
        }
        assert_eq!(Penalty::from_code("通报").code(), "通报");
        assert_eq!(Penalty::from_code(""), Penalty::default());
        for stated in Stated::ALL {
            assert_eq!(Stated::from_code(stated.code()), Some(*stated));
        }
        assert_eq!(CountedAs::from_code("人"), None);
    }

    #[test]
    fn numbers_are_digits() {
        assert_eq!(parse_number("20"), Some(20));
        for text in ["", "+20", "-1", "2.0", "二十", "４", "4294967296"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }
}
