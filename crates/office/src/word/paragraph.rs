//! Paragraphs, in the text and in cells of tables.

use super::styles::Look;
use crate::xml::{Xml, legal};

/// A part of a paragraph in one look.
pub(super) struct Run {
    pub(super) text: String,
    pub(super) bold: bool,
}

impl Run {
    pub(super) fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), bold: false }
    }

    pub(super) fn bold(text: impl Into<String>) -> Run {
        Run { text: text.into(), bold: true }
    }
}

/// A paragraph; also in cells of tables.
pub(super) fn paragraph(xml: &mut Xml, look: Look, runs: &[Run], new_page: bool) {
    aligned(xml, look, None, runs, new_page);
}

/// A paragraph that may lie in another way than its style says.
pub(super) fn aligned(xml: &mut Xml, look: Look, align: Option<&str>, runs: &[Run], new_page: bool) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.leaf("w:pStyle", &[("w:val", look.style())]);
            if new_page {
                xml.leaf("w:pageBreakBefore", &[]);
            }
            if let Some(align) = align {
                xml.leaf("w:jc", &[("w:val", align)]);
            }
        });
        for run in runs.iter().filter(|run| !run.text.is_empty()) {
            xml.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    // Quotation marks and dashes are as wide as a Chinese character.
                    xml.leaf("w:rFonts", &[("w:hint", "eastAsia")]);
                    if run.bold {
                        xml.leaf("w:b", &[]);
                    }
                });
                for (at, line) in legal(&run.text).split('\n').enumerate() {
                    if at > 0 {
                        xml.leaf("w:br", &[]);
                    }
                    xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(line));
                }
            });
        }
    });
}
