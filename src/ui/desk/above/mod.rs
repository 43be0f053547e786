//! Above every view: the palette of commands, and the list of keys.

mod commands;
mod keys;
mod palette;

use crate::dom::View;

use crate::ui::above::{Above, Called};

pub fn above(which: Above, called: Called) -> View {
    match which {
        Above::Commands => palette::palette(called),
        Above::Keys => keys::keys(called),
    }
}
