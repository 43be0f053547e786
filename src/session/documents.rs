//! Documents that the browser takes apart: the text of a .docx and of a saved web page. Only the part of the page that reads
//! reports calls this, so that it comes with that part.

use super::{
    Input,
    files::{Encoding, ReadText},
};
use crate::{
    browser::{self, Event, Inflated, Markup},
    formats::{
        document::{
            DocumentFault, Docx, Entry, Html, Numbering, NumberingSink, Sink, StylesSink, charset, crc32, data,
            directory, harmless,
        },
        json,
        sheet::{Row, TableSink},
    },
};

/// A report of a megabyte of text makes some twenty of XML.
const LARGEST_XML: usize = 32 << 20;
const LARGEST_PAGE: usize = 16 << 20;
/// No program for documents writes entities, and they can be made to grow without end.
const DOCTYPE: &str = "<!DOCTYPE";

/// Takes the text out of a document.
pub async fn read_document(input: Input) -> Result<ReadText, DocumentFault> {
    if input.bytes.len() > json::LIMIT {
        return Err(DocumentFault::TooLarge);
    }
    let read = if input.bytes.starts_with(b"PK\x03\x04") {
        read_docx(&input.bytes).await?
    } else {
        read_page(&input.bytes)?
    };
    if read.text.trim().is_empty() {
        return Err(DocumentFault::Empty);
    }
    Ok(ReadText {
        name: input.name,
        ..read
    })
}

async fn read_docx(bytes: &[u8]) -> Result<ReadText, DocumentFault> {
    let entries = directory(bytes)?;
    let find = |name: &str| entries.iter().find(|entry| entry.name == name);
    let is_main = |entry: &&Entry| {
        let name = entry.name.strip_prefix("word/document");
        name.is_some_and(|rest| rest.ends_with(".xml") && !rest.contains('/'))
    };
    let main = find("word/document.xml").or_else(|| entries.iter().find(is_main));
    let main = match main {
        Some(main) => main,
        None if entries.iter().any(|entry| entry.encrypted) => return Err(DocumentFault::Encrypted),
        None => return Err(DocumentFault::NotWord),
    };
    let text = inflated(bytes, main).await?;
    let mut numbering = Numbering::default();
    if let Some(entry) = find("word/numbering.xml") {
        let mut sink = NumberingSink::default();
        told(&inflated(bytes, entry).await?, &mut sink)?;
        numbering = sink.finish();
    }
    if let Some(entry) = find("word/styles.xml") {
        told(&inflated(bytes, entry).await?, &mut StylesSink(&mut numbering))?;
    }
    let mut docx = Docx::new(&numbering);
    told(&text, &mut docx)?;
    let (text, notes) = docx.finish();
    Ok(ReadText {
        text,
        notes,
        ..ReadText::default()
    })
}

/// One file of the zip, as text. Its check sum must hold: a document that is damaged is not read in part.
async fn inflated(bytes: &[u8], entry: &Entry) -> Result<String, DocumentFault> {
    if entry.encrypted {
        return Err(DocumentFault::Encrypted);
    }
    if entry.whole > LARGEST_XML {
        return Err(DocumentFault::TooLarge);
    }
    let packed = data(bytes, entry)?;
    let whole = if entry.stored {
        packed.to_vec()
    } else {
        // What the zip says of its size is not to be trusted.
        match browser::inflate_up_to(packed, LARGEST_XML).await {
            Inflated::Whole(whole) => whole,
            Inflated::TooLarge => return Err(DocumentFault::TooLarge),
            Inflated::Broken => return Err(DocumentFault::Broken),
            Inflated::Unable => return Err(DocumentFault::NoInflate),
        }
    };
    if whole.len() != entry.whole || crc32(&whole) != entry.crc {
        return Err(DocumentFault::Broken);
    }
    Ok(browser::decode_text(&whole).text)
}

fn told(xml: &str, sink: &mut dyn Sink) -> Result<(), DocumentFault> {
    if xml.contains(DOCTYPE) || !walk(xml, Markup::Xml, sink) {
        return Err(DocumentFault::Broken);
    }
    Ok(())
}

/// The cells of the tables in markup.
pub fn read_table(html: &str) -> Vec<Row> {
    let mut sink = TableSink::default();
    walk(&harmless(html), Markup::Html, &mut sink);
    sink.finish()
}

fn walk(text: &str, markup: Markup, sink: &mut dyn Sink) -> bool {
    browser::walk(text, markup, &mut |event| match event {
        Event::Open(name, attribute) => sink.open(name, attribute),
        Event::Text(text) => {
            sink.text(text);
            true
        }
        Event::Close(name) => {
            sink.close(name);
            true
        }
    })
}

fn read_page(bytes: &[u8]) -> Result<ReadText, DocumentFault> {
    if bytes.len() > LARGEST_PAGE {
        return Err(DocumentFault::TooLarge);
    }
    let said = charset(bytes).unwrap_or_default();
    let said = match said.as_str() {
        "gb2312" | "gbk" | "gb18030" | "gb_2312-80" | "x-gbk" => Some(Encoding::Gb18030),
        "big5" | "big5-hkscs" | "x-x-big5" => Some(Encoding::Big5),
        _ => None,
    };
    // A mark at the beginning stands above what the page says of itself.
    let marked = bytes.starts_with(b"\xef\xbb\xbf") || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let said = said
        .filter(|_| !marked)
        .and_then(|said| browser::decode_as(bytes, said));
    let decoded = said.unwrap_or_else(|| browser::decode_text(bytes));
    let mut html = Html::default();
    if !walk(&harmless(&decoded.text), Markup::Html, &mut html) {
        return Err(DocumentFault::Broken);
    }
    let (text, notes) = html.finish();
    Ok(ReadText {
        text,
        notes,
        encoding: Some(decoded.encoding),
        damaged: decoded.damaged,
        ..ReadText::default()
    })
}
