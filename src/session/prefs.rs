//! What one reader of this browser prefers: language, colours, and the name that changes carry.

use super::Session;
use crate::{browser, ledger::Text, storage::local};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    Zh,
    En,
}

impl Lang {
    /// As in an HTML `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

const LANG: &str = "prefs/lang";
const THEME: &str = "prefs/theme";
const AUTHOR: &str = "prefs/author";
const COLUMNS: &str = "prefs/columns";

impl Session {
    pub(super) fn load_prefs(&self) {
        if local::get(LANG).as_deref() == Some(Lang::En.tag()) {
            self.lang.set(Lang::En);
        }
        let theme = local::get(THEME);
        let theme = Theme::ALL
            .into_iter()
            .find(|each| theme.as_deref() == Some(each.name()));
        self.theme.set(theme.unwrap_or_default());
        self.author.set(local::get(AUTHOR).unwrap_or_default().into());
        self.columns.set(local::get(COLUMNS).unwrap_or_default());
        self.show_prefs();
    }

    /// What the table shows where its address does not say; no names: the usual.
    pub fn set_columns(&self, columns: &str) {
        self.columns.set(columns.to_owned());
        self.store_pref(COLUMNS, columns);
    }

    pub fn set_lang(&self, lang: Lang) {
        self.lang.set(lang);
        self.store_pref(LANG, lang.tag());
    }

    pub fn set_theme(&self, theme: Theme) {
        self.theme.set(theme);
        self.store_pref(THEME, theme.name());
    }

    pub fn set_author(&self, author: &str) {
        self.author.set(Text::from(author.trim()));
        self.store_pref(AUTHOR, author.trim());
    }

    fn store_pref(&self, key: &str, value: &str) {
        // A preference that cannot be stored still holds until the page closes.
        let _ = local::set(key, value);
        self.show_prefs();
    }

    fn show_prefs(&self) {
        browser::set_root_attribute("lang", self.lang.get_untracked().tag());
        browser::set_root_attribute("data-theme", self.theme.get_untracked().name());
    }
}
