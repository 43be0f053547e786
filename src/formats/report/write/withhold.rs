//! What is kept out of the public text: whole records for one of five reasons. Names and numbers are masked by the ledger's own means.

use super::choices::choices;

pub use crate::ledger::{mask_names, mask_numbers, names_in};

choices! {
    /// Why a finding or a measure is not published.
    Withheld {
        Secret = "secret", "涉及党和国家秘密";
        UndisclosedCase = "undisclosed_case", "涉及未公开的案件";
        NegativePublicity = "negative_publicity", "可能引发重大负面舆情";
        PetitionRisk = "petition_risk", "可能引发信访风险";
        Sensitive = "sensitive", "其他敏感事项";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_have_codes() {
        assert_eq!(Withheld::ALL.len(), 5);
        for reason in Withheld::ALL {
            assert_eq!(Withheld::from_code(reason.code()), Some(*reason));
        }
        assert_eq!(Withheld::from_code("other"), None);
    }
}
