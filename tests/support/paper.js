// What a page looks like on paper: the text of each sheet of its PDF.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Prints the page on A4; resolves to the text of each sheet, and the sheets' sizes in millimetres. */
export async function print(page) {
  const data = new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const pdf = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
  const sheets = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const sheet = await pdf.getPage(at);
    const { items } = await sheet.getTextContent();
    const [, , width, height] = sheet.view;
    const millimetres = (points) => Math.round((points / 72) * 25.4);
    sheets.push({
      text: items.map((item) => item.str).join('').replace(/\s/g, ''),
      size: [millimetres(width), millimetres(height)],
    });
  }
  await pdf.destroy();
  return sheets;
}
