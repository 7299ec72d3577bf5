//! The files that a .docx consists of.

use chrono::DateTime;

use super::styles;
use crate::xml::{WORD, Xml};
use crate::{Made, Zip};

pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const PART: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub(super) const ODD_FOOTER: &str = "rId4";
pub(super) const EVEN_FOOTER: &str = "rId5";

/// The parts beside the document: id, kind, file, content type.
const PARTS: [(&str, &str, &str, &str); 5] = [
    ("rId1", "styles", "styles.xml", "styles"),
    ("rId2", "settings", "settings.xml", "settings"),
    ("rId3", "fontTable", "fontTable.xml", "fontTable"),
    (ODD_FOOTER, "footer", "footer1.xml", "footer"),
    (EVEN_FOOTER, "footer", "footer2.xml", "footer"),
];

/// The file of a document.
pub(super) fn package(document: Vec<u8>, title: &str, made: &Made) -> Vec<u8> {
    let mut zip = Zip::new();
    zip.add("[Content_Types].xml", &content_types());
    zip.add(
        "_rels/.rels",
        &relations(&[
            ("rId1", &format!("{RELATIONS}/officeDocument"), "word/document.xml"),
            ("rId2", &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ]),
    );
    zip.add("docProps/core.xml", &core(title, made));
    zip.add("word/document.xml", &document);
    let kinds = PARTS.map(|(_, kind, ..)| format!("{RELATIONS}/{kind}"));
    let parts = PARTS.iter().zip(&kinds).map(|((id, _, file, _), kind)| (*id, &**kind, *file));
    zip.add("word/_rels/document.xml.rels", &relations(&parts.collect::<Vec<_>>()));
    zip.add("word/styles.xml", &styles::styles());
    zip.add("word/settings.xml", &settings());
    zip.add("word/fontTable.xml", &styles::font_table());
    // The number stands at the outer edge: at the right of odd pages.
    zip.add("word/footer1.xml", &footer("right"));
    zip.add("word/footer2.xml", &footer("left"));
    zip.finish()
}

fn content_types() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.leaf("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.leaf("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.leaf("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/word/document.xml", &format!("{PART}.document.main+xml"));
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        for (_, _, file, kind) in PARTS {
            part(&format!("/word/{file}"), &format!("{PART}.{kind}+xml"));
        }
    });
    xml.finish()
}

fn relations(parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (id, kind, target) in parts {
            xml.leaf("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

fn core(title: &str, made: &Made) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespaces = [
        ("xmlns:cp", &*format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let at = DateTime::from_timestamp(made.at_ms.div_euclid(1000), 0).unwrap_or_default();
    // The form that W3CDTF has, too.
    let at = format!("{:?}Z", at.naive_utc());
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(title));
        xml.element("dc:creator", &[], |xml| xml.text(&made.by));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&at));
        }
    });
    xml.finish()
}

fn settings() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.leaf("w:evenAndOddHeaders", &[]);
        xml.leaf("w:characterSpacingControl", &[("w:val", "compressPunctuation")]);
        xml.element("w:compat", &[], |xml| {
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.leaf("w:compatSetting", &mode);
        });
    });
    xml.finish()
}

/// `— 1 —`. The parts of the field are in runs of their own, or WPS hides them.
fn footer(side: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:ftr", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.leaf("w:spacing", &[("w:line", "280"), ("w:lineRule", "exact")]);
                xml.leaf(
                    "w:ind",
                    &[("w:left", "280"), ("w:right", "280"), ("w:firstLineChars", "0"), ("w:firstLine", "0")],
                );
                xml.leaf("w:jc", &[("w:val", side)]);
            });
            run(xml, |xml| text(xml, "— "));
            run(xml, |xml| xml.leaf("w:fldChar", &[("w:fldCharType", "begin")]));
            run(xml, |xml| {
                xml.element("w:instrText", &[("xml:space", "preserve")], |xml| xml.text(" PAGE "));
            });
            run(xml, |xml| xml.leaf("w:fldChar", &[("w:fldCharType", "separate")]));
            run(xml, |xml| text(xml, "1"));
            run(xml, |xml| xml.leaf("w:fldChar", &[("w:fldCharType", "end")]));
            run(xml, |xml| text(xml, " —"));
        });
    });
    xml.finish()
}

fn run(xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            let song = [("w:ascii", "宋体"), ("w:hAnsi", "宋体"), ("w:eastAsia", "宋体")];
            xml.leaf("w:rFonts", &song);
            xml.leaf("w:sz", &[("w:val", "28")]);
        });
        content(xml);
    });
}

fn text(xml: &mut Xml, text: &str) {
    xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
}
