//! Documents whose text has to be taken out first: .docx and saved web pages. Plain computation: what only the browser can do,
//! to inflate and to parse markup, is told to these readers as bytes and as [`Sink`] calls.

mod docx;
mod html;
mod labels;
mod numbering;
mod schemes;
mod zip;

pub use docx::Docx;
pub use html::{Html, charset, harmless};
pub use schemes::{Numbering, NumberingSink, StylesSink};
pub use zip::{Entry, crc32, data, directory};

/// What is told of markup, from its beginning to its end.
pub trait Sink {
    /// An element begins; whether what stands in it is wanted. If not, its end is not told either.
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool;
    fn text(&mut self, text: &str);
    fn close(&mut self, name: &str);
}

/// Why the text of a document cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFault {
    /// Cut short or damaged.
    Broken,
    Encrypted,
    /// A zip of something else: a table, slides, any archive.
    NotWord,
    /// More text than is read.
    TooLarge,
    /// It has no text.
    Empty,
    /// This browser lacks what is needed.
    NoInflate,
}

/// What should be known of a text that was taken out of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentNote {
    /// So many paragraphs have a number that could not be told.
    NoNumber(usize),
    /// So many notes at the foot or the end were left out.
    Footnotes(usize),
    /// So many deleted passages, still kept by the writer's program, were left out.
    Deleted(usize),
}

#[cfg(test)]
pub(super) mod tests {
    use super::Sink;

    /// Tells a sink of simple, correct markup, as a browser would.
    pub fn tell(markup: &str, sink: &mut dyn Sink) {
        let mut rest = markup;
        let mut open: Vec<(String, bool)> = Vec::new();
        let wanted = |open: &[(String, bool)]| open.iter().all(|(_, wanted)| *wanted);
        while !rest.is_empty() {
            let Some(tag) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                if wanted(&open) {
                    sink.text(&rest[..end]);
                }
                rest = &rest[end..];
                continue;
            };
            let (inside, after) = tag.split_once('>').expect("a tag ends");
            rest = after;
            if inside.starts_with('/') {
                let (name, was_wanted) = open.pop().expect("a tag was open");
                if was_wanted && wanted(&open) {
                    sink.close(&name);
                }
                continue;
            }
            let empty = inside.ends_with('/');
            let mut words = inside.trim_end_matches('/').split_whitespace();
            let name = words.next().unwrap_or_default().to_owned();
            let attributes: Vec<(&str, &str)> = words.filter_map(|word| word.split_once('=')).collect();
            let get = |name: &str| {
                let found = attributes.iter().find(|(of, _)| *of == name);
                found.map(|(_, value)| value.trim_matches('"').to_owned())
            };
            let is_wanted = wanted(&open) && sink.open(&name, &get);
            if !empty {
                open.push((name, is_wanted));
            } else if is_wanted {
                sink.close(&name);
            }
        }
    }
}
