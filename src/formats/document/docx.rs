//! The text of `word/document.xml`: a line for each paragraph, those of tables cell by cell, with the numbers that Word writes
//! by itself. What was deleted, hidden or is a field's instruction is no text.

use super::{DocumentNote, Sink, numbering::Counters, schemes::Numbering};

pub struct Docx<'a> {
    numbering: &'a Numbering,
    counters: Counters,
    text: String,
    /// Those that are open: a text box stands within a paragraph.
    open: Vec<Paragraph>,
    in_text: bool,
    in_run: bool,
    hidden: bool,
    no_number: usize,
    footnotes: usize,
    deleted: usize,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    number: Option<String>,
    level: Option<usize>,
}

/// What holds no text, or text that does not count: what was deleted or moved away, properties as they were before, a second
/// rendering for old programs, small signs above others.
const LEFT_OUT: [&str; 12] = [
    "w:del",
    "w:moveFrom",
    "mc:Fallback",
    "w:tabs",
    "w:pPrChange",
    "w:rPrChange",
    "w:sectPr",
    "w:sdtPr",
    "w:instrText",
    "w:delText",
    "w:rt",
    "w:tblPr",
];

impl<'a> Docx<'a> {
    pub fn new(numbering: &'a Numbering) -> Docx<'a> {
        Docx {
            numbering,
            counters: Counters::default(),
            text: String::new(),
            open: Vec::new(),
            in_text: false,
            in_run: false,
            hidden: false,
            no_number: 0,
            footnotes: 0,
            deleted: 0,
        }
    }

    /// The lines, and what should be known of them.
    pub fn finish(self) -> (String, Vec<DocumentNote>) {
        let notes = [
            (self.no_number, DocumentNote::NoNumber(self.no_number)),
            (self.footnotes, DocumentNote::Footnotes(self.footnotes)),
            (self.deleted, DocumentNote::Deleted(self.deleted)),
        ];
        let notes = notes.into_iter().filter(|(count, _)| *count > 0);
        (self.text, notes.map(|(_, note)| note).collect())
    }

    fn put(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut()
            && !self.hidden
        {
            paragraph.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let label = self.counters.label(
            self.numbering,
            &paragraph.style,
            paragraph.number.as_deref(),
            paragraph.level,
        );
        if paragraph.text.trim().is_empty() {
            return;
        }
        match label {
            Ok(label) => self.text.push_str(&label),
            Err(()) => self.no_number += 1,
        }
        self.text.push_str(&paragraph.text);
        self.text.push('\n');
    }
}

impl Sink for Docx<'_> {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool {
        let value = || attribute("w:val").unwrap_or_default();
        match name {
            "w:p" => self.open.push(Paragraph::default()),
            "w:r" => (self.in_run, self.hidden) = (true, false),
            "w:t" => self.in_text = true,
            "w:tab" => self.put("\t"),
            "w:br" | "w:cr" => self.put("\n"),
            "w:noBreakHyphen" => self.put("-"),
            "w:vanish" if self.in_run => self.hidden = !matches!(value().as_str(), "0" | "false"),
            "w:pStyle" | "w:numId" | "w:ilvl" => {
                if let Some(paragraph) = self.open.last_mut() {
                    match name {
                        "w:pStyle" => paragraph.style = value(),
                        "w:numId" => paragraph.number = Some(value()),
                        _ => paragraph.level = value().parse().ok(),
                    }
                }
            }
            "w:footnoteReference" | "w:endnoteReference" => self.footnotes += 1,
            _ => {}
        }
        // A deleted mark of a paragraph's end is an empty element.
        self.deleted += usize::from(matches!(name, "w:del" | "w:moveFrom") && !self.open.is_empty());
        !LEFT_OUT.contains(&name)
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.put(text);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:p" => self.end_paragraph(),
            "w:t" => self.in_text = false,
            "w:r" => (self.in_run, self.hidden) = (false, false),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::tell, *};

    fn read(body: &str) -> (String, Vec<DocumentNote>) {
        let numbering = Numbering::default();
        let mut docx = Docx::new(&numbering);
        tell(body, &mut docx);
        docx.finish()
    }

    #[test]
    fn a_paragraph_is_a_line() {
        let (text, notes) = read(
            "<w:body><w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>一、</w:t></w:r>\
             <w:r><w:tab/><w:t>整改</w:t></w:r></w:p><w:p></w:p><w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>\
             <w:tbl><w:tblPr><w:x/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>格一</w:t></w:r></w:p></w:tc>\
             <w:tc><w:p><w:r><w:t>格二</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>",
        );
        assert_eq!(text, "一、\t整改\n甲\n乙\n格一\n格二\n");
        assert_eq!(notes, []);
    }

    #[test]
    fn what_is_no_text_is_left_out_and_what_was_deleted_is_told() {
        let (text, notes) = read(
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
             <w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>\
             <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t><w:footnoteReference/></w:r></w:p>",
        );
        assert_eq!(text, "新显\n");
        assert_eq!(notes, [DocumentNote::Footnotes(1), DocumentNote::Deleted(1)]);
    }

    #[test]
    fn a_text_box_is_read_once() {
        let (text, _) = read(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>\
             </mc:Choice><mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>\
             <w:r><w:t>文</w:t></w:r></w:p>",
        );
        assert_eq!(text, "框\n文\n");
    }
}
