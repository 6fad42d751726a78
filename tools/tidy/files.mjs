import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import ts from 'typescript';

const notOurs = new Set(['node_modules', 'dist', '.data', '.nx', '.git']);
const code = new Set(['.ts', '.tsx', '.mjs', '.js']);
const data = new Set(['.csv', '.png', '.jpg', '.ico', '.woff2', '.pdf', '.docx', '.xlsx']);

/** Every text file of the checkout, parsed where it is code. */
export function readCheckout(root) {
  return pathsBelow(root).map((path) => new File(relative(root, path), readFileSync(path, 'utf8')));
}

function pathsBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (notOurs.has(entry.name)) return [];
    if (entry.isDirectory()) return pathsBelow(path);
    return entry.isFile() && !data.has(extname(path)) && statSync(path).size < 5_000_000 ? [path] : [];
  });
}

/** One file, as rules see it. */
export class File {
  #nodes;

  constructor(path, text) {
    this.path = path.replaceAll('\\', '/');
    this.text = text;
    this.lines = text.replace(/\n$/, '').split('\n');
  }

  get name() {
    return basename(this.path);
  }

  get isCode() {
    return code.has(extname(this.path));
  }

  get isTest() {
    return this.path.endsWith('.spec.ts');
  }

  /** Every node of the syntax tree; none where the file is no code. */
  get nodes() {
    this.#nodes ??= this.isCode ? nodesOf(this.tree) : [];
    return this.#nodes;
  }

  get tree() {
    return ts.createSourceFile(this.path, this.text, ts.ScriptTarget.Latest, true);
  }

  lineOf(position) {
    return this.text.slice(0, position).split('\n').length;
  }

  /** The nodes for which `is` holds, as findings in the given words. */
  findings(is, says) {
    return this.nodes.filter(is).map((node) => ({
      line: this.lineOf(node.getStart()),
      says: typeof says === 'string' ? says : says(node),
    }));
  }

  /** The lines that match, as findings in the given words. */
  matches(pattern, says) {
    return this.lines.flatMap((line, index) => (pattern.test(line) ? [{ line: index + 1, says }] : []));
  }
}

function nodesOf(tree) {
  const nodes = [];
  const visit = (node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return nodes;
}
