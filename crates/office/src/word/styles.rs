//! The looks of paragraphs, as styles that Word's user can change in one place.

use crate::xml::{WORD, Xml};

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// 正文.
    Body,
    /// The title of a document or an annex.
    Title,
    /// A line below the title.
    Subtitle,
    /// 一、
    Section,
    /// （一）
    Subsection,
    /// 附件 1, above an annex; a line of labels.
    Label,
    /// A line that ends at the right: who and when.
    Signature,
    /// A cell of a table, and one of its head.
    Cell,
    Head,
    /// A note below a table.
    Small,
}

/// How a style looks. Sizes in half points, lines and indents in twentieths of a point.
struct Style {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    size: u16,
    line: u16,
    /// Hundredths of a character that the first line is indented by.
    indent: u16,
    align: &'static str,
    outline: Option<u8>,
    /// Kept on the page of what follows.
    keep: bool,
}

const SONG: &str = "方正小标宋简体";
const FANG: &str = "仿宋_GB2312";
const HEI: &str = "黑体";
const KAI: &str = "楷体_GB2312";
const LATIN: &str = "Times New Roman";

/// Fonts that not every computer has, with those that stand in.
const FONTS: [(&str, &str, &str); 4] =
    [(SONG, "宋体", "auto"), (FANG, "仿宋", "modern"), (HEI, "SimHei", "modern"), (KAI, "楷体", "modern")];

const BASE: Style = Style {
    id: "",
    name: "",
    font: FANG,
    size: 32,
    line: 560,
    indent: 200,
    align: "both",
    outline: None,
    keep: false,
};

const STYLES: [Style; 10] = [
    Style { id: "Normal", name: "Normal", ..BASE },
    Style {
        id: "Title",
        name: "Title",
        font: SONG,
        size: 44,
        line: 640,
        indent: 0,
        align: "center",
        keep: true,
        ..BASE
    },
    Style { id: "Subtitle", name: "Subtitle", font: KAI, indent: 0, align: "center", ..BASE },
    Style { id: "Heading1", name: "heading 1", font: HEI, outline: Some(0), keep: true, ..BASE },
    Style { id: "Heading2", name: "heading 2", font: KAI, outline: Some(1), keep: true, ..BASE },
    Style { id: "Label", name: "标签", font: HEI, indent: 0, keep: true, ..BASE },
    Style { id: "Signature", name: "Signature", align: "right", indent: 0, keep: true, ..BASE },
    Style { id: "TableText", name: "表格文字", size: 24, line: 360, indent: 0, align: "left", ..BASE },
    Style {
        id: "TableHead",
        name: "表格标题行",
        font: HEI,
        size: 24,
        line: 360,
        indent: 0,
        align: "center",
        ..BASE
    },
    Style { id: "Note", name: "表格注释", size: 24, line: 360, indent: 0, ..BASE },
];

impl Look {
    /// The id of its style.
    pub(super) fn style(self) -> &'static str {
        match self {
            Look::Body => "Normal",
            Look::Title => "Title",
            Look::Subtitle => "Subtitle",
            Look::Section => "Heading1",
            Look::Subsection => "Heading2",
            Look::Label => "Label",
            Look::Signature => "Signature",
            Look::Cell => "TableText",
            Look::Head => "TableHead",
            Look::Small => "Note",
        }
    }
}

/// word/styles.xml
pub(super) fn styles() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    fonts(xml, FANG);
                    xml.leaf("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN")]);
                });
            });
        });
        for style in &STYLES {
            write(xml, style);
        }
    });
    xml.finish()
}

fn write(xml: &mut Xml, style: &Style) {
    let is_base = style.id == "Normal";
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if is_base {
        attributes.push(("w:default", "1"));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.leaf("w:name", &[("w:val", style.name)]);
        if !is_base {
            xml.leaf("w:basedOn", &[("w:val", "Normal")]);
        }
        xml.leaf("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if style.keep {
                xml.leaf("w:keepNext", &[]);
            }
            xml.leaf("w:widowControl", &[("w:val", "0")]);
            if style.size < BASE.size {
                // Their lines are closer than those of the text.
                xml.leaf("w:snapToGrid", &[("w:val", "0")]);
            }
            let line = style.line.to_string();
            let spacing = [("w:before", "0"), ("w:after", "0"), ("w:line", &*line), ("w:lineRule", "exact")];
            xml.leaf("w:spacing", &spacing);
            // In hundredths of a character, and the same in twips for programs that do not know them.
            let twips = (u32::from(style.indent) * u32::from(style.size) / 10).to_string();
            let chars = style.indent.to_string();
            xml.leaf("w:ind", &[("w:firstLineChars", &chars), ("w:firstLine", &twips)]);
            xml.leaf("w:jc", &[("w:val", style.align)]);
            if let Some(level) = style.outline {
                xml.leaf("w:outlineLvl", &[("w:val", &level.to_string())]);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            fonts(xml, style.font);
            let size = style.size.to_string();
            xml.leaf("w:sz", &[("w:val", &size)]);
            xml.leaf("w:szCs", &[("w:val", &size)]);
        });
    });
}

fn fonts(xml: &mut Xml, chinese: &str) {
    let names = [("w:ascii", LATIN), ("w:hAnsi", LATIN), ("w:eastAsia", chinese), ("w:cs", LATIN)];
    xml.leaf("w:rFonts", &names);
}

/// word/fontTable.xml
pub(super) fn font_table() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:fonts", &[("xmlns:w", WORD)], |xml| {
        for (name, other, family) in FONTS {
            xml.element("w:font", &[("w:name", name)], |xml| {
                xml.leaf("w:altName", &[("w:val", other)]);
                xml.leaf("w:charset", &[("w:val", "86")]);
                xml.leaf("w:family", &[("w:val", family)]);
                xml.leaf("w:pitch", &[("w:val", "default")]);
            });
        }
    });
    xml.finish()
}
