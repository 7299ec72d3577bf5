//! Elements as XML text. Escaping is the library's.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use yaodian_export::plain_text;

/// The namespace of a document's own elements.
pub(crate) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Attributes with their values.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML file under construction.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A file without an element.
    pub(crate) fn new() -> Xml {
        let mut xml = Xml(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// An element without content.
    pub(crate) fn leaf(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element with what `content` writes into it.
    pub(crate) fn element(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Xml)) {
        self.begin(name, attributes);
        content(self);
        self.end(name);
    }

    /// The beginning of an element that is written piece by piece.
    pub(crate) fn begin(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Start(start(name, attributes)));
    }

    /// Its end.
    pub(crate) fn end(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&legal(text))));
    }

    /// The finished file.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing into memory cannot fail.
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// A text without what no XML file may contain.
pub(crate) fn legal(text: &str) -> String {
    plain_text(text).replace(['\u{fffe}', '\u{ffff}'], "")
}
