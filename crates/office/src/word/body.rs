//! The body of a document: paragraphs, tables, and sections of pages.

use yaodian_pace::{Pace, Steps};

use super::package;
use super::paragraph::{Run, paragraph};
use super::styles::Look;
use super::table::Table;
use crate::Made;
use crate::xml::{WORD, Xml, legal};

/// How the pages of a section lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pages {
    Portrait,
    Landscape,
}

/// A millimetre in twentieths of a point.
const fn mm(length: u32) -> u32 {
    (length * 14_400 + 127) / 254
}

impl Pages {
    /// A4: width and height in twentieths of a point.
    const A4: (u32, u32) = (11_906, 16_838);

    /// The margins: top, right, bottom, left. A landscape page is one that was turned.
    const fn margins(self) -> [u32; 4] {
        match self {
            Pages::Portrait => [mm(37), mm(26), mm(35), mm(28)],
            Pages::Landscape => [mm(28), mm(37), mm(26), mm(35)],
        }
    }

    const fn size(self) -> (u32, u32) {
        let (short, long) = Pages::A4;
        match self {
            Pages::Portrait => (short, long),
            Pages::Landscape => (long, short),
        }
    }

    /// The width between the margins.
    pub(super) const fn width(self) -> u32 {
        let [_, right, _, left] = self.margins();
        self.size().0 - left - right
    }
}

/// A document under construction.
pub(super) struct Body {
    xml: Vec<Piece>,
    pages: Pages,
}

/// What is written when the document is finished: the properties of a section stand behind its content.
enum Piece {
    Paragraph {
        look: Look,
        runs: Vec<Run>,
        new_page: bool,
    },
    Table(Table),
    /// The end of a section that another one follows.
    SectionEnd(Pages),
}

impl Body {
    /// A document that begins with such pages.
    pub(super) fn new(pages: Pages) -> Body {
        Body { xml: Vec::new(), pages }
    }

    /// A paragraph for each line of a text.
    pub(super) fn paragraph(&mut self, look: Look, text: &str) {
        for line in legal(text).split('\n') {
            self.runs(look, vec![Run::plain(line)]);
        }
    }

    /// A paragraph in several looks.
    pub(super) fn runs(&mut self, look: Look, runs: Vec<Run>) {
        self.xml.push(Piece::Paragraph { look, runs, new_page: false });
    }

    /// A paragraph that begins a page, unless it is the first.
    pub(super) fn on_new_page(&mut self, look: Look, text: &str) {
        let new_page = !self.xml.is_empty();
        self.xml.push(Piece::Paragraph { look, runs: vec![Run::plain(text)], new_page });
    }

    /// An empty line.
    pub(super) fn space(&mut self) {
        self.runs(Look::Body, Vec::new());
    }

    /// A table.
    pub(super) fn table(&mut self, table: Table) {
        self.xml.push(Piece::Table(table));
    }

    /// What follows stands on pages of its own.
    pub(super) fn section(&mut self, pages: Pages) {
        if !self.xml.is_empty() {
            self.xml.push(Piece::SectionEnd(self.pages));
        }
        self.pages = pages;
    }

    /// The file.
    pub(super) async fn finish(self, title: &str, made: &Made, pace: &Pace) -> Vec<u8> {
        let steps = Steps::new(pace, self.xml.iter().map(Piece::size).sum());
        let mut xml = Xml::new();
        xml.begin("w:document", &[("xmlns:w", WORD), ("xmlns:r", package::RELATIONS)]);
        xml.begin("w:body", &[]);
        let mut after_table = false;
        for piece in &self.xml {
            after_table = matches!(piece, Piece::Table(_));
            match piece {
                Piece::Paragraph { look, runs, new_page } => {
                    paragraph(&mut xml, *look, runs, *new_page);
                    steps.next().await;
                }
                Piece::Table(table) => table.write(&mut xml, &steps).await,
                Piece::SectionEnd(pages) => {
                    xml.element("w:p", &[], |xml| {
                        xml.element("w:pPr", &[], |xml| {
                            tiny_line(xml);
                            section(xml, *pages);
                        });
                    });
                }
            }
        }
        if after_table {
            // A document must not end with a table.
            xml.element("w:p", &[], |xml| xml.element("w:pPr", &[], tiny_line));
        }
        section(&mut xml, self.pages);
        xml.end("w:body");
        xml.end("w:document");
        steps.finish().await;
        package::package(xml.finish(), title, made)
    }
}

impl Piece {
    /// How many steps it is written in.
    fn size(&self) -> usize {
        match self {
            Piece::Paragraph { .. } => 1,
            Piece::Table(table) => table.rows.len(),
            Piece::SectionEnd(_) => 0,
        }
    }
}

/// So small a line that it never needs a page of its own.
fn tiny_line(xml: &mut Xml) {
    xml.leaf("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")]);
}

fn section(xml: &mut Xml, pages: Pages) {
    xml.element("w:sectPr", &[], |xml| {
        for (kind, id) in [("default", package::ODD_FOOTER), ("even", package::EVEN_FOOTER)] {
            xml.leaf("w:footerReference", &[("w:type", kind), ("r:id", id)]);
        }
        let (width, height) = pages.size();
        let (width, height) = (width.to_string(), height.to_string());
        let mut size = vec![("w:w", &*width), ("w:h", &*height)];
        if pages == Pages::Landscape {
            size.push(("w:orient", "landscape"));
        }
        xml.leaf("w:pgSz", &size);
        let [top, right, bottom, left] = pages.margins().map(|margin| margin.to_string());
        // The page number stands seven millimetres below the text.
        let footer = pages.margins()[2].saturating_sub(mm(7) + 280).to_string();
        let margins = [
            ("w:top", &*top),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "851"),
            ("w:footer", &footer),
            ("w:gutter", "0"),
        ];
        xml.leaf("w:pgMar", &margins);
        xml.leaf("w:docGrid", &[("w:type", "lines"), ("w:linePitch", "560")]);
    });
}
