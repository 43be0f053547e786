//! What `word/numbering.xml` and `word/styles.xml` say of the numbers that Word writes by itself.

use super::Sink;

pub(super) const LEVELS: usize = 9;
/// A style stands on another that stands on another.
const DEEPEST: usize = 20;

#[derive(Debug, Default)]
pub struct Numbering {
    pub(super) schemes: Vec<Scheme>,
    pub(super) numbers: Vec<Number>,
    pub(super) styles: Vec<Style>,
}

/// An `abstractNum`.
#[derive(Debug, Default)]
pub(super) struct Scheme {
    pub id: String,
    pub levels: [Level; LEVELS],
}

#[derive(Debug, Default, Clone)]
pub(super) struct Level {
    pub start: Option<u32>,
    pub format: String,
    /// The words, with `%1` for the number of the first level.
    pub text: String,
    pub style: String,
    /// Numbers of other levels in it are decimal ones.
    pub legal: bool,
    /// The level after which it begins anew, from 1; 0 for never. None: any above.
    pub restart: Option<usize>,
}

/// A `num`: a scheme, counted from elsewhere.
#[derive(Debug, Default)]
pub(super) struct Number {
    pub id: String,
    pub scheme: String,
    pub starts: Vec<(usize, u32)>,
    /// It has levels of its own, which are not followed.
    pub own_levels: bool,
}

#[derive(Debug, Default)]
pub(super) struct Style {
    pub id: String,
    pub based_on: String,
    pub number: Option<String>,
    pub level: Option<usize>,
}

impl Numbering {
    fn style(&self, id: &str) -> Option<&Style> {
        self.styles.iter().find(|style| !id.is_empty() && style.id == id)
    }

    /// The number and the level that a style gives.
    pub(super) fn of_style(&self, id: &str) -> Option<(String, Option<usize>)> {
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
