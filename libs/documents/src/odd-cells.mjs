/**
 * What a sheet says beside its values, and the library that reads those passes over: errors, formulas that nobody has worked out, merged
 * cells. Plain JavaScript like the thread that loads it. No expression here goes back over what it has seen: the file may be anything.
 */
import { strFromU8, unzipSync } from 'fflate';

/** As many as Excel has. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

const ERRORS = /<(?:\w+:)?c\s([^<>]*\bt=["']e["'][^<>]*)>/g;
const VALUE = /<(?:\w+:)?v>([^<]*)</;
const UNSEEN =
  /<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/g;
const MERGED = /<(?:\w+:)?mergeCell\s[^<>]*\bref=["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/g;
/** A formula and its value stand in so few characters after the cell begins; what is longer is no error. */
const NEAR = 10_000;

/** Of the first sheet: cells with what they show, and merged areas. */
export function oddCells(bytes) {
  const xml = firstSheet(bytes);
  return { shown: [...errorsIn(xml), ...unseenIn(xml)], merged: [...mergedIn(xml)] };
}

function* errorsIn(xml) {
  for (const { 0: tag, 1: attributes, index } of xml.matchAll(ERRORS)) {
    const place = placeOf(attribute(attributes, 'r'));
    const after = index + tag.length;
    if (place) yield { ...place, text: VALUE.exec(xml.slice(after, after + NEAR))?.[1] || '#VALUE!' };
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

function firstSheet(bytes) {
  const workbook = textOf(bytes, 'xl/workbook.xml');
  const links = textOf(bytes, 'xl/_rels/workbook.xml.rels');
  const id = /<(?:\w+:)?sheet\s[^<>]*?\w+:id=["']([^"'<>]*)["']/.exec(workbook)?.[1];
  const tags = links.match(/<(?:\w+:)?Relationship\s[^<>]*>/g) ?? [];
  const target = attribute(tags.find((tag) => attribute(tag, 'Id') === id) ?? '', 'Target') ?? '';
  return textOf(bytes, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
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
