// Exported files as other programs read them: a CSV reader and Mozilla's iCalendar reader, which know nothing of the app.
import ICAL from 'ical.js';
import { parse } from 'csv-parse/sync';
import { expect } from '@playwright/test';

/** The rows of a table, each by the names of its columns. Throws at whatever is not as RFC 4180 has it. */
export function rows(bytes) {
  expect([...bytes.subarray(0, 3)], 'a byte order mark').toEqual([0xef, 0xbb, 0xbf]);
  return parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** The events of a calendar by their identity. Throws at whatever is not as RFC 5545 has it. */
export function events(bytes) {
  const text = bytes.toString('utf8');
  expect(text.replaceAll('\r\n', ''), 'no line ends but CRLF').not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('method')).toBeNull();
  const list = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    expect(event.startDate.isDate && event.endDate.isDate, 'whole days').toBe(true);
    return [
      event.uid,
      {
        days: `${event.startDate} ${event.endDate}`,
        summary: event.summary,
        place: event.location,
        description: event.description,
        sequence: event.sequence,
        status: component.getFirstPropertyValue('status'),
        busy: component.getFirstPropertyValue('transp'),
        stamp: String(component.getFirstPropertyValue('dtstamp')),
      },
    ];
  });
  const byId = Object.fromEntries(list);
  expect(Object.keys(byId), 'each identity once').toHaveLength(list.length);
  return byId;
}

/** Whole months as an event has them: the first day, and the day after the last. */
export function months(first, last = first) {
  const day = (year, month) => `${year}-${String(month).padStart(2, '0')}-01`;
  return `${day(2023, first)} ${last === 12 ? day(2024, 1) : day(2023, last + 1)}`;
}

/** The identity of the event of an item or a meeting. */
export const uid = (of) => `nanhai-2023-${of}@yaodian`;
