//! The text of a web page: a line for each block, as the page shows it. Scripts, styles and what no page shows are no text.

use super::{DocumentNote, Sink};

#[derive(Default)]
pub struct Html {
    text: String,
    line: String,
    /// Blanks that count if more text follows on the line; whether a line ended among them.
    blank: Option<bool>,
    /// The next number of each list that is open; none where it has no numbers.
    lists: Vec<Option<u32>>,
    pre: usize,
    no_number: usize,
}

const LEFT_OUT: [&str; 18] = [
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "select",
    "textarea", "audio", "video", "canvas", "nav", "button", "datalist",
];
const INLINE: [&str; 32] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "input",
    "ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "u",
    "wbr",
];
/// A declaration of the encoding stands at the beginning, or counts for nothing.
const HEAD: usize = 4096;

impl Html {
    /// The lines, and what should be known of them.
    pub fn finish(mut self) -> (String, Vec<DocumentNote>) {
        self.end_line();
        let note = (self.no_number > 0).then_some(DocumentNote::NoNumber(self.no_number));
        (self.text, note.into_iter().collect())
    }

    fn end_line(&mut self) {
        if !self.line.trim().is_empty() {
            self.text.push_str(&self.line);
            self.text.push('\n');
        }
        self.line.clear();
        self.blank = None;
    }

    fn begin_item(&mut self, value: Option<u32>) {
        if let Some(Some(next)) = self.lists.last_mut() {
            let number = value.unwrap_or(*next);
            *next = number.saturating_add(1);
            self.line.push_str(&number.to_string());
            self.line.push_str(". ");
        }
    }
}

impl Sink for Html {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool {
        if LEFT_OUT.contains(&name) || attribute("hidden").is_some() {
            return false;
        }
        if name == "br" || !INLINE.contains(&name) {
            self.end_line();
        }
        let number = |name: &str| attribute(name)?.trim().parse().ok();
        match name {
            "ol" => {
                let decimal = attribute("type").is_none_or(|kind| kind == "1");
                let styled = attribute("data-style").is_some_and(|style| style.contains("list-style"));
                let counted = decimal && !styled && attribute("reversed").is_none();
                self.no_number += usize::from(!counted);
                self.lists.push(counted.then(|| number("start").unwrap_or(1)));
            }
            "ul" | "menu" => self.lists.push(None),
            "li" => self.begin_item(number("value")),
            "pre" => self.pre += 1,
            _ => {}
        }
        true
    }

    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '\n' if self.pre > 0 => self.end_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    let ended = self.blank.unwrap_or_default() || matches!(letter, '\n' | '\r');
                    self.blank = (!self.line.is_empty()).then_some(ended);
                }
                _ => {
                    // A line of the source that ends between two Chinese letters is no space.
                    let wide = self.line.ends_with(|last: char| !last.is_ascii()) && !letter.is_ascii();
                    if let Some(ended) = self.blank.take()
                        && !(ended && wide)
                    {
                        self.line.push(' ');
                    }
                    self.line.push(letter);
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "ol" | "ul" | "menu" => drop(self.lists.pop()),
            "pre" => self.pre = self.pre.saturating_sub(1),
            _ => {}
        }
        if !INLINE.contains(&name) {
            self.end_line();
        }
    }
}

/// The same page without what a browser might act on: scripts and styles go, handlers and addresses get other names. The
/// parser would do nothing with them, but complain of each to whoever looks.
pub fn harmless(page: &str) -> String {
    const ACTING: [&str; 5] = ["style", "on", "src", "href", "background"];
    let mut out = String::with_capacity(page.len());
    let (mut in_tag, mut quote, mut begins, mut gone_to) = (false, None, false, 0);
    for (at, letter) in page.char_indices() {
        let rest = &page.as_bytes()[at..];
        if !in_tag && at >= gone_to && letter == '<' {
            gone_to = at + gone(rest);
        }
        if at < gone_to {
            continue;
        }
        if begins && ACTING.iter().any(|name| starts_with(rest, name.as_bytes())) {
            out.push_str("data-");
        }
        begins = false;
        match (quote, letter) {
            (Some(open), letter) if open == letter => (quote, begins) = (None, true),
            (Some(_), _) => {}
            (None, '>') => in_tag = false,
            (None, '"' | '\'') if in_tag => quote = Some(letter),
            (None, '<') => in_tag = rest.get(1).is_some_and(u8::is_ascii_alphabetic),
            (None, letter) => begins = in_tag && (letter.is_ascii_whitespace() || letter == '/'),
        }
        out.push(letter);
    }
    out
}

/// How many bytes a script or a style has that begins here, up to its end tag.
fn gone(rest: &[u8]) -> usize {
    let ends: [(&[u8], &[u8]); 2] = [(b"<style", b"</style"), (b"<script", b"</script")];
    let end = ends.iter().find(|(begin, _)| starts_with(rest, begin));
    end.map_or(0, |(_, end)| {
        let found = (1..rest.len()).find(|at| starts_with(&rest[*at..], end));
        found.unwrap_or(rest.len())
    })
}

fn starts_with(bytes: &[u8], word: &[u8]) -> bool {
    bytes
        .get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// The encoding that a page says it is in, in small letters.
pub fn charset(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let rest = head.split("charset=").nth(1)?.trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:".contains(letter));
    let name = &rest[..end.unwrap_or(rest.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{super::tests::tell, *};

    #[track_caller]
    fn check(page: &str, expected: &str) {
        let mut html = Html::default();
        tell(page, &mut html);
        assert_eq!(html.finish().0, expected);
    }

    #[test]
    fn blocks_are_lines() {
        check(
            "<html><head><title>题</title></head><body><h1>甲</h1>\n<div><p>乙 <b>丙</b>\n丁</p>文<br/>后</div>\
             <script>alert(1)</script><style>p{}</style><nav>首页</nav><p hidden=\"\">隐</p></body></html>",
            "甲\n乙 丙丁\n文\n后\n",
        );
        check("<table><tr><td>一</td><td><p>二</p></td></tr></table>", "一\n二\n");
        check("<p>  a \n b  </p>", "a b\n");
        check("<pre>甲\n乙</pre>", "甲\n乙\n");
        check("<p>&</p><x-y>独</x-y>", "&\n独\n");
    }

    #[test]
    fn lists_have_the_numbers_that_a_page_shows() {
        check(
            "<ol><li>甲<ul><li>子</li></ul></li><li value=\"5\">乙</li><li>丙</li></ol><ol start=\"3\"><li>丁</li></ol>",
            "1. 甲\n子\n5. 乙\n6. 丙\n3. 丁\n",
        );
        let mut html = Html::default();
        tell("<ol type=\"a\"><li>甲</li></ol>", &mut html);
        assert_eq!(html.finish(), ("甲\n".into(), vec![DocumentNote::NoNumber(1)]));
    }

    #[test]
    fn what_acts_gets_another_name() {
        for (page, expected) in [
            (
                "<p style=\"a\" class='x'ONCLICK=b()>on style=</p>",
                "<p data-style=\"a\" class='x'data-ONCLICK=b()>on style=</p>",
            ),
            (
                "<STYLE>p>a{}</style>文<script>if(a<b)'</script>后<style>",
                "</style>文</script>后",
            ),
            ("<img/src=x\nonerror=y>", "<img/data-src=x\ndata-onerror=y>"),
            (
                "<p title=\" style=1>\">1 < 2 style=3",
                "<p title=\" style=1>\">1 < 2 style=3",
            ),
        ] {
            assert_eq!(harmless(page), expected);
        }
    }

    #[test]
    fn a_page_says_its_encoding() {
        for (head, expected) in [
            ("<meta charset=\"GB2312\">", Some("gb2312")),
            (
                "<meta http-equiv=Content-Type content='text/html; charset=gbk'>",
                Some("gbk"),
            ),
            ("<meta charset=utf-8/>", Some("utf-8")),
            ("<p>charset</p>", None),
            ("charset=", None),
        ] {
            assert_eq!(charset(head.as_bytes()).as_deref(), expected, "{head}");
        }
    }
}
