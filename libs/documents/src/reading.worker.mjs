/**
 * Reads a table in a thread of its own: libraries do not let go of their thread until a hundred thousand rows are read, and what fills
 * the memory takes only the thread with it. Plain JavaScript: Node starts a thread from a file, and this one is the same in `src`, where
 * tests start it, and in `dist`.
 *
 * Each message asks for some more lines; none are left when an empty list comes. A fault of the file comes as `refused`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { CsvError, parse } from 'csv-parse/sync';
import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { firstSheet, oddCells } from './odd-cells.mjs';

const LINES_AT_ONCE = 1_000;
const STEP_BYTES = 64 * 1024;
/** Of a workbook; what unpacks takes the longer for each the more there were before it. */
const MOST_ENTRIES = 10_000;
/** What Excel saved before 2007 begins so, and what it locks by a password. */
const OLD_OR_LOCKED = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Excel keeps fifteen digits. */
const FIRST_LOST = 1e15;

class Refusal extends Error {
  constructor(code, facts) {
    super(code);
    this.refused = { code, facts };
  }
}

const { content, kind, mostRows, mostUnpackedBytes, remarksTitle, exampleMark } = workerData;
const readers = { csv: readCsv, excel: readExcel };
const lines = [];
/** Of a CSV, the one that is read now. */
let nextRow = 1;
/** Where the remarks of a marked copy stand. */
let remarks = -1;
try {
  await readers[kind](Buffer.from(content.buffer, content.byteOffset, content.length));
  parentPort.on('message', () => parentPort.postMessage({ lines: lines.splice(-LINES_AT_ONCE).reverse() }));
  lines.reverse();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  parentPort.postMessage({ refused: error.refused });
}

/** Rows without any text are passed over, and examples and remarks that are ours. `merged` are areas that begin in this row. */
function keep(row, cells, merged) {
  if (lines.length === 0) remarks = cells.indexOf(remarksTitle);
  if (remarks >= 0) cells.splice(remarks, 1);
  if (cells.find((cell) => cell !== '')?.startsWith(exampleMark)) return;
  if (cells.every((cell) => cell === '')) return;
  // The first is the header.
  if (lines.length > mostRows) throw new Refusal('table.too-many-rows', { limit: mostRows });
  lines.push(merged ? { row, cells, merged } : { row, cells });
}

function readCsv(bytes) {
  // Excel, too, takes a quote in the middle of a cell for one.
  const options = { relax_column_count: true, relax_quotes: true, on_record: keepRecord };
  try {
    parse(textOf(bytes), options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal('table.csv-malformed', { row: error.lines });
  }
}

/** Counts rows as an editor does. The library keeps nothing by itself: it would keep more than there may be. */
function keepRecord(record) {
  keep(
    nextRow,
    record.map((cell) => meant(cell).trim()),
  );
  nextRow += record.join('').split(/\r\n|\r|\n/).length;
  return null;
}

/** So programs write a code into a CSV whose zeros Excel is to keep. */
function meant(cell) {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

/** UTF-8 with or without a mark at its beginning, or what Chinese Excel makes of "CSV": GB18030. */
function textOf(bytes) {
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
  if (text === null || text.includes('\0'))
    throw new Refusal('file.not-what-it-says', { mediaType: 'text/csv' });
  return text;
}

function decoded(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first sheet that is seen. Whatever the libraries stumble over is a fault of the file. */
async function readExcel(bytes) {
  if (bytes.subarray(0, OLD_OR_LOCKED.length).equals(OLD_OR_LOCKED))
    throw new Refusal('file.old-or-locked', {});
  try {
    refuseBloated(bytes);
    const { readSheet } = await import('read-excel-file/node');
    const sheet = firstSheet(bytes);
    const rows = await readSheet(bytes, sheet.number, { parseNumber: numberText });
    const { shown, merged } = oddCells(bytes, sheet);
    for (const { row, index, text } of shown) cellsAt(rows, row)[index] = text;
    const areas = areasByRow(merged);
    rows.forEach((cells, index) => keep(index + 1, Array.from(cells, cellText), areas.get(index + 1)));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file.not-what-it-says', { mediaType: 'xlsx' });
  }
}

/** The library leaves out the blank rows at the end, and takes an error for blank. */
function cellsAt(rows, row) {
  while (rows.length < row) rows.push([]);
  return rows[row - 1];
}

function areasByRow(merged) {
  const areas = new Map();
  for (const { row, ...area } of merged) {
    if (!areas.has(row)) areas.set(row, []);
    areas.get(row).push(area);
  }
  return areas;
}

/**
 * A few kilobytes can unpack to gigabytes, and no size that the file states need be true: unpack and count. What its directory states is
 * what some readers make room for, whatever comes.
 */
function refuseBloated(bytes) {
  let stated = 0;
  let unpacked = 0;
  let entries = 0;
  const refuseTooLarge = (size) => {
    if (size > mostUnpackedBytes) throw new Refusal('file.unpacks-too-large', { limit: mostUnpackedBytes });
  };
  unzipSync(bytes, {
    filter({ originalSize }) {
      refuseTooLarge((stated += originalSize));
      return false;
    },
  });
  const zip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error) throw error;
      refuseTooLarge((unpacked += chunk.length));
    };
    if (++entries > MOST_ENTRIES) throw new Error('no workbook has so many parts');
    file.start();
  });
  zip.register(UnzipInflate);
  for (let start = 0; start < bytes.length; start += STEP_BYTES)
    zip.push(bytes.subarray(start, start + STEP_BYTES), start + STEP_BYTES >= bytes.length);
}

/** A code typed as a number is its digits, and what has more of them than Excel keeps is written as Excel shows it. */
function numberText(written) {
  const number = Number(written);
  if (Number.isNaN(number)) return written;
  return Math.abs(number) < FIRST_LOST ? String(number) : number.toExponential(5).toUpperCase();
}

/** A day is written like everywhere else. */
function cellText(cell) {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell === null || cell === undefined ? '' : String(cell).trim();
}
