// Files of Word and Excel, made for the occasion: a table of rows of texts.
import { deflateRawSync } from 'node:zlib';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const relations = (kind, target) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;

/** A Word file: paragraphs, and a table below them. */
export function docx(paragraphs, rows) {
  const paragraph = (text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;
  const row = (cells) =>
    `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  const body = `${paragraphs.map(paragraph).join('')}<w:tbl>${rows.map(row).join('')}</w:tbl>`;
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zip({
    '[Content_Types].xml': types('/word/document.xml', 'wordprocessingml.document.main'),
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `${XML}<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`,
  });
}

/** A workbook of one sheet. */
export function xlsx(rows) {
  const cell = (text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const row = (cells, at) => `<row r="${at + 1}">${cells.map(cell).join('')}</row>`;
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zip({
    '[Content_Types].xml': types('/xl/workbook.xml', 'spreadsheetml.sheet.main'),
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${XML}<workbook xmlns="${space}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${space}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`,
  });
}

function types(part, kind) {
  const rels = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  const main = `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
  return `${XML}<Types xmlns="${PACKAGE}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${main}</Types>`;
}

/** A zip file of texts by their names. */
function zip(files) {
  const local = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, rest, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const size = directory.reduce((size, part) => size + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return ~crc >>> 0;
}
