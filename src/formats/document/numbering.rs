//! How the numbers that Word writes by itself are counted, paragraph by paragraph.

use super::{
    labels::written,
    schemes::{LEVELS, Numbering},
};

/// Where each scheme has got to.
#[derive(Debug, Default)]
pub(super) struct Counters {
    counts: Vec<(String, [Option<u32>; LEVELS])>,
    /// Starts that were taken: each counts once.
    begun: Vec<(String, usize)>,
}

impl Counters {
    /// What stands before a paragraph, which is thereby counted. An error: it has a number that cannot be told.
    pub fn label(
        &mut self,
        numbering: &Numbering,
        style: &str,
        number: Option<&str>,
        level: Option<usize>,
    ) -> Result<String, ()> {
        let of_style = numbering.of_style(style);
        let (number, of_style_level) = match (number, of_style) {
            (Some(number), of_style) => (number.to_owned(), of_style.and_then(|(_, level)| level)),
            (None, Some(of_style)) => of_style,
            (None, None) => return Ok(String::new()),
        };
        if number == "0" {
            return Ok(String::new());
        }
        let known = numbering.numbers.iter().find(|each| each.id == number).ok_or(())?;
        let scheme = numbering
            .schemes
            .iter()
            .find(|each| each.id == known.scheme)
            .ok_or(())?;
        let linked = || {
            scheme
                .levels
                .iter()
                .position(|each| !style.is_empty() && each.style == style)
        };
        let at = level
            .or(of_style_level)
            .or_else(linked)
            .unwrap_or_default()
            .min(LEVELS - 1);
        let level = &scheme.levels[at];
        if known.own_levels || level.format.is_empty() {
            return Err(());
        }
        let own_start = known.starts.iter().find(|(of, _)| *of == at).map(|(_, start)| *start);
        let restarts = own_start.filter(|_| {
            let key = (number.clone(), at);
            let first = !self.begun.contains(&key);
            if first {
                self.begun.push(key);
            }
            first
        });
        let place = match self.counts.iter().position(|(id, _)| *id == scheme.id) {
            Some(place) => place,
            None => {
                self.counts.push((scheme.id.clone(), Default::default()));
                self.counts.len() - 1
            }
        };
        let counts = &mut self.counts[place].1;
        let first = |at: usize| scheme.levels[at].start.unwrap_or(1);
        counts[at] = Some(match (restarts, counts[at]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => first(at),
        });
        let deeper = counts.iter_mut().zip(&scheme.levels).skip(at + 1);
        for (count, level) in deeper {
            if level.restart.is_none_or(|above| above > at) {
                *count = None;
            }
        }
        if level.format == "bullet" {
            return Ok(String::new());
        }
        let counted = |of: usize| {
            let format = match level.legal && of != at {
                true => "decimal",
                false => &scheme.levels[of].format,
            };
            written(format, counts[of].unwrap_or_else(|| first(of)))
        };
        label(&level.text, counted).ok_or(())
    }
}

/// The words of a level with its numbers filled in. A number that ends in a digit or a full stop is kept off what follows.
fn label(text: &str, counted: impl Fn(usize) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let level = letters
            .peek()
            .and_then(|next| next.to_digit(10))
            .filter(|_| letter == '%');
        match level {
            Some(level @ 1..=9) => {
                letters.next();
                out.push_str(&counted(level as usize - 1)?);
            }
            _ => out.push(letter),
        }
    }
    if out.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '.') {
        out.push(' ');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            schemes::{NumberingSink, StylesSink},
            tests::tell,
        },
        *,
    };

    const SCHEME: &str = "<w:numbering><w:abstractNum w:abstractNumId=\"7\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/>\
        <w:pStyle w:val=\"H1\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/><w:pStyle w:val=\"H2\"/></w:lvl>\
        <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%3\"/><w:isLgl/></w:lvl>\
        <w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"l\"/></w:lvl>\
        <w:lvl w:ilvl=\"4\"><w:numFmt w:val=\"hebrew1\"/><w:lvlText w:val=\"%5\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/>\
        </w:lvlOverride></w:num></w:numbering>";
    const STYLES: &str = "<w:styles><w:style w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/></w:style>\
        <w:style w:styleId=\"Plain\"/></w:styles>";

    fn numbering() -> Numbering {
        let mut sink = NumberingSink::default();
        tell(SCHEME, &mut sink);
        let mut numbering = sink.finish();
        tell(STYLES, &mut StylesSink(&mut numbering));
        numbering
    }

    #[test]
    fn levels_are_counted_and_begin_anew_under_the_next_one() {
        let numbering = numbering();
        let mut counters = Counters::default();
        let mut next = |number: &str, level: usize| counters.label(&numbering, "", Some(number), Some(level));
        for (number, level, expected) in [
            ("1", 0, Ok("一、")),
            ("1", 1, Ok("（一）")),
            ("1", 1, Ok("（二）")),
            ("1", 2, Ok("1.1 ")),
            ("1", 3, Ok("")),
            ("1", 0, Ok("二、")),
            ("1", 1, Ok("（一）")),
            ("1", 2, Ok("2.1 ")),
            // The same scheme, with a start of its own that counts once.
            ("2", 1, Ok("（五）")),
            ("2", 1, Ok("（六）")),
            // Neither a format that is not known nor a number that is not there is guessed.
            ("1", 4, Err(())),
            ("9", 0, Err(())),
            ("0", 0, Ok("")),
        ] {
            assert_eq!(next(number, level), expected.map(String::from), "{number} {level}");
        }
    }

    #[test]
    fn styles_bring_numbers() {
        let numbering = numbering();
        let mut counters = Counters::default();
        let mut next = |style: &str, number: Option<&str>| counters.label(&numbering, style, number, None);
        assert_eq!(next("H1", None), Ok("一、".into()));
        assert_eq!(next("H2", None), Ok("（一）".into()));
        assert_eq!(next("H2", Some("0")), Ok("".into()));
        assert_eq!(next("Plain", None), Ok("".into()));
        assert_eq!(next("", None), Ok("".into()));
    }
}
