// What is recorded in the tests of recording, and where.
import { readSource } from './source.js';

export const LAW = '调研诉前调解工作情况';
export const COURT = '听取区法院关于诉前调解工作情况的报告';
/** The court's report beside the page of its committee. */
export const BESIDE = '#/units/law?item=s2-9';
/** The reports that are heard. Nothing was recorded from the document's remarks about the first three. */
export const REPORTS = readSource()
  .schedule.filter((item) => item.category === 2)
  .map((item) => item.title);

/** Opens a page, ready to record. */
export async function openToRecord(app, hash) {
  await app.open(hash);
  await app.expectSaved();
}

/** Opens the court's report, ready to record. */
export async function openCourt(app) {
  await app.open(BESIDE);
  await app.item.expectOpen(COURT);
  await app.expectSaved();
}
