//! `choices!`: a closed set of a report's style, whose members settings store by their code.

/// Makes an enum with `ALL`, `code`, `from_code`, and `example`: how a member looks in a report.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal, $example:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// Code and example of each member, in the order of `ALL`.
            pub const CHOICES: &'static [(&'static str, &'static str)] = &[$(($code, $example)),+];

            pub fn code(self) -> &'static str {
                $name::CHOICES[self as usize].0
            }

            pub fn from_code(code: &str) -> Option<$name> {
                let at = $name::CHOICES.iter().position(|choice| choice.0 == code)?;
                Some($name::ALL[at])
            }

            /// How it looks in a report, in the report's own words.
            pub fn example(self) -> &'static str {
                $name::CHOICES[self as usize].1
            }
        }
    };
}

pub(super) use choices;
