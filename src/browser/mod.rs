//! What only a browser can do, each behind one small function: clock, chance, files, other tabs, Chinese order.

mod clock;
mod files;
mod markup;
mod order;
mod page;
mod random;
mod squeeze;
mod tabs;
mod version;

pub use clock::{end_of_day, local_time, now_millis, today};
pub use files::{Decoded, Encoding, decode_as, decode_text, read_bytes, read_slice, save_bytes, save_text};
pub use markup::{Event, Markup, walk};
pub use order::reading_order;
pub use page::{
    ask_to_keep, before_print, copy_both, copy_text, focus, focus_if_lost, on_visible, print, scroll_into_view,
    set_root_attribute, set_title,
};
pub use random::{random_bits, random_bytes};
pub use squeeze::{Inflated, deflate, inflate, inflate_up_to};
pub use tabs::Channel;
pub use version::{apply_update, update_waits};
