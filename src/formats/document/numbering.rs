//! Numbers that Word writes by itself: what `word/numbering.xml` and `word/styles.xml` say of them, and how they are counted.

use super::{Sink, labels::written};

const LEVELS: usize = 9;
/// A style stands on another that stands on another.
const DEEPEST: usize = 20;

#[derive(Debug, Default)]
pub struct Numbering {
    schemes: Vec<Scheme>,
    numbers: Vec<Number>,
    styles: Vec<Style>,
}

/// An `abstractNum`.
#[derive(Debug, Default)]
struct Scheme {
    id: String,
    levels: [Level; LEVELS],
}

#[derive(Debug, Default, Clone)]
struct Level {
    start: Option<u32>,
    format: String,
    /// The words, with `%1` for the number of the first level.
    text: String,
    style: String,
    /// Numbers of other levels in it are decimal ones.
    legal: bool,
    /// The level after which it begins anew, from 1; 0 for never. None: any above.
    restart: Option<usize>,
}

/// A `num`: a scheme, counted from elsewhere.
#[derive(Debug, Default)]
struct Number {
    id: String,
    scheme: String,
    starts: Vec<(usize, u32)>,
    /// It has levels of its own, which are not followed.
    own_levels: bool,
}

#[derive(Debug, Default)]
struct Style {
    id: String,
    based_on: String,
    number: Option<String>,
    level: Option<usize>,
}

/// Where each scheme has got to.
#[derive(Debug, Default)]
pub(super) struct Counters {
    counts: Vec<(String, [Option<u32>; LEVELS])>,
    /// Starts that were taken: each counts once.
    begun: Vec<(String, usize)>,
}

impl Numbering {
    fn style(&self, id: &str) -> Option<&Style> {
        self.styles.iter().find(|style| !id.is_empty() && style.id == id)
    }

    /// The number and the level that a style gives.
    fn of_style(&self, id: &str) -> Option<(String, Option<usize>)> {
        let mut style = self.style(id)?;
        for _ in 0..DEEPEST {
            if let Some(number) = &style.number {
                return Some((number.clone(), style.level));
            }
            style = self.style(&style.based_on)?;
        }
        None
    }
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
        for deeper in at + 1..LEVELS {
            if scheme.levels[deeper].restart.is_none_or(|above| above > at) {
                counts[deeper] = None;
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

/// Reads `word/numbering.xml`.
#[derive(Default)]
pub struct NumberingSink {
    read: Numbering,
    level: usize,
    in_number: bool,
    in_level: bool,
}

impl NumberingSink {
    pub fn finish(self) -> Numbering {
        self.read
    }
}

impl Sink for NumberingSink {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool {
        let value = || attribute("w:val").unwrap_or_default();
        let read = &mut self.read;
        match name {
            "w:abstractNum" => read.schemes.push(Scheme {
                id: attribute("w:abstractNumId").unwrap_or_default(),
                ..Scheme::default()
            }),
            "w:num" => {
                self.in_number = true;
                read.numbers.push(Number {
                    id: attribute("w:numId").unwrap_or_default(),
                    ..Number::default()
                });
            }
            "w:lvl" | "w:lvlOverride" => {
                let level: Option<usize> = attribute("w:ilvl").and_then(|level| level.parse().ok());
                self.level = level.unwrap_or_default().min(LEVELS - 1);
                self.in_level = name == "w:lvl";
                if self.in_level
                    && self.in_number
                    && let Some(number) = read.numbers.last_mut()
                {
                    number.own_levels = true;
                    return false;
                }
            }
            "w:abstractNumId" => {
                if let Some(number) = read.numbers.last_mut() {
                    number.scheme = value();
                }
            }
            "w:startOverride" => {
                if let (Some(number), Ok(start)) = (read.numbers.last_mut(), value().parse()) {
                    number.starts.push((self.level, start));
                }
            }
            _ if self.in_level => {
                if let Some(scheme) = read.schemes.last_mut() {
                    let level = &mut scheme.levels[self.level];
                    match name {
                        "w:start" => level.start = value().parse().ok(),
                        "w:numFmt" => level.format = attribute("w:val").unwrap_or_default(),
                        "w:lvlText" => level.text = value(),
                        "w:pStyle" => level.style = value(),
                        "w:isLgl" => level.legal = value() != "0",
                        "w:lvlRestart" => level.restart = value().parse().ok(),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        true
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, name: &str) {
        match name {
            "w:lvl" => self.in_level = false,
            "w:num" => self.in_number = false,
            _ => {}
        }
    }
}

/// Reads `word/styles.xml`, for the numbers that styles bring.
pub struct StylesSink<'a>(pub &'a mut Numbering);

impl Sink for StylesSink<'_> {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool {
        let value = || attribute("w:val").unwrap_or_default();
        if name == "w:style" {
            self.0.styles.push(Style {
                id: attribute("w:styleId").unwrap_or_default(),
                ..Style::default()
            });
        } else if let Some(style) = self.0.styles.last_mut() {
            match name {
                "w:basedOn" => style.based_on = value(),
                "w:numId" => style.number = Some(value()),
                "w:ilvl" => style.level = value().parse().ok(),
                _ => {}
            }
        }
        !matches!(name, "w:pPrChange" | "w:docDefaults" | "w:latentStyles")
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests {
    use super::{super::tests::tell, *};

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
