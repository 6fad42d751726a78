/**
 * What a sheet says beside its values, and the library that reads those passes over: errors, formulas that nobody has worked out, zeros
 * that a format puts before a number, merged cells, sheets that nobody sees. Plain JavaScript like the thread that loads it. No
 * expression here goes back over what it has seen: the file may be anything.
 */
import { strFromU8, unzipSync } from 'fflate';

/** As many as Excel has. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

const ERRORS = /<(?:\w+:)?c\s([^<>]*\bt=["']e["'][^<>]*)>/g;
/** A day as text: the library takes it for an instant where it runs, which is another day elsewhere. */
const DAYS = /<(?:\w+:)?c\s([^<>]*\bt=["']d["'][^<>]*)>/g;
/** An empty cell is closed at once. */
const STYLED = /<(?:\w+:)?c\s([^<>]*\bs=["']\d[^<>]*)(?<!\/)>/g;
const CLOSED = /<\/(?:\w+:)?c>/;
const VALUE = /<(?:\w+:)?v>([^<]*)</;
const UNSEEN =
  /<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/g;
const MERGED = /<(?:\w+:)?mergeCell\s[^<>]*\bref=["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/g;
/** A formula and its value stand in so few characters after the cell begins; what is longer is no error. */
const NEAR = 10_000;
const DAY_LETTERS = '2017-05-04'.length;

/** Of this sheet: cells with what they show, and merged areas. */
export function oddCells(bytes, { path }) {
  const xml = textOf(bytes, path);
  const paddings = paddingsIn(textOf(bytes, 'xl/styles.xml'));
  const shown = [...errorsIn(xml), ...unseenIn(xml), ...daysIn(xml), ...paddedIn(xml, paddings)];
  return { shown, merged: [...mergedIn(xml)] };
}

function* errorsIn(xml) {
  for (const { place, value } of cellsIn(xml, ERRORS)) yield { ...place, text: value || '#VALUE!' };
}

function* daysIn(xml) {
  for (const { place, value } of cellsIn(xml, DAYS)) yield { ...place, text: value.slice(0, DAY_LETTERS) };
}

/** 123 in the format 000000 is 000123 to whoever looks at it. */
function* paddedIn(xml, paddings) {
  if (paddings.size === 0) return;
  const digitsIn = (attributes) => paddings.get(attribute(attributes, 's'));
  const isPadded = (attributes) => digitsIn(attributes) && (attribute(attributes, 't') ?? 'n') === 'n';
  for (const { place, attributes, value } of cellsIn(xml, STYLED, isPadded))
    if (/^\d{1,15}$/.test(value)) yield { ...place, text: value.padStart(digitsIn(attributes), '0') };
}

/** How many digits a number has in each style that fills it up with zeros. */
function paddingsIn(styles) {
  const codes = new Map(
    (styles.match(/<(?:\w+:)?numFmt\s[^<>]*>/g) ?? []).map((tag) => [
      attribute(tag, 'numFmtId'),
      /^(0{2,15})(?:;|_|$)/.exec(attribute(tag, 'formatCode') ?? '')?.[1].length,
    ]),
  );
  const start = styles.search(/<(?:\w+:)?cellXfs[\s>]/);
  const looks = start < 0 ? [] : (styles.slice(start).match(/<(?:\w+:)?xf[\s/>][^<>]*/g) ?? []);
  const digits = looks.map((tag, index) => [String(index), codes.get(attribute(tag, 'numFmtId'))]);
  return new Map(digits.filter(([, count]) => count !== undefined));
}

function* cellsIn(xml, tags, isMeant = () => true) {
  for (const { 0: tag, 1: attributes, index } of xml.matchAll(tags)) {
    const place = placeOf(attribute(attributes, 'r'));
    if (!place || !isMeant(attributes)) continue;
    const after = index + tag.length;
    const near = xml.slice(after, after + NEAR);
    const end = near.search(CLOSED);
    yield { place, attributes, value: VALUE.exec(end < 0 ? near : near.slice(0, end))?.[1] ?? '' };
  }
}

/** Written by a program that works nothing out: the formula itself is all there is to see. */
function* unseenIn(xml) {
  for (const [, attributes, formula = ''] of xml.matchAll(UNSEEN)) {
    const place = placeOf(attribute(attributes, 'r'));
    if (place) yield { ...place, text: `=${plain(formula)}` };
  }
}

function* mergedIn(xml) {
  for (const [, first, last] of xml.matchAll(MERGED)) {
    const from = placeOf(first);
    const to = placeOf(last);
    if (!from || !to) continue;
    const rows = to.row - from.row + 1;
    yield { ...from, rows, columns: to.index - from.index + 1 };
  }
}

/** The first that is seen, counted from one. */
export function firstSheet(bytes) {
  const sheets = textOf(bytes, 'xl/workbook.xml').match(/<(?:\w+:)?sheet\s[^<>]*>/g) ?? [];
  const links = textOf(bytes, 'xl/_rels/workbook.xml.rels');
  const seen = sheets.findIndex((tag) => (attribute(tag, 'state') ?? 'visible') === 'visible');
  const index = Math.max(seen, 0);
  const id = /\w+:id=["']([^"'<>]*)["']/.exec(sheets[index] ?? '')?.[1];
  const tags = links.match(/<(?:\w+:)?Relationship\s[^<>]*>/g) ?? [];
  const target = attribute(tags.find((tag) => attribute(tag, 'Id') === id) ?? '', 'Target') ?? '';
  return { number: index + 1, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` };
}

function textOf(bytes, path) {
  const found = unzipSync(bytes, { filter: ({ name }) => name === path })[path];
  return found ? strFromU8(found) : '';
}

function attribute(tag, name) {
  return new RegExp(`\\s${name}=["']([^"'<>]*)["']`).exec(` ${tag}`)?.[1];
}

/** `AB12` is the twelfth row and, counted from nothing, column 27. */
function placeOf(address) {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address ?? '') ?? [];
  if (!letters) return null;
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  return row >= 1 && row <= MOST_ROWS && column <= MOST_COLUMNS ? { row, index: column - 1 } : null;
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
function plain(text) {
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]);
}
