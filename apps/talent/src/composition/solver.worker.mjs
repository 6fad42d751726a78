/**
 * HiGHS in a thread of its own, because it does not let go of its thread until it is done. Plain JavaScript: Node starts
 * a thread from a file, and this one is the same in `src`, where tests start it, and in `dist`.
 *
 * Gets a ModelData; tells what it finds while it searches, and at last what came of it. Models minimise whole numbers
 * of points over whole numbers of people, which is what the proofs below rest on.
 */
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';

const { program, gap, memory } = workerData;
const PAGE = 65_536;
/** Guards against rounding in what should be a whole number. */
const EPSILON = 1e-6;

// HiGHS itself knows no limit but 2 GB, and asks for its memory by this function alone.
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function growWithin(pages) {
  if (this.buffer.byteLength + pages * PAGE > memory) throw new RangeError('solver out of memory');
  return grow.call(this, pages);
};

const highs = await loadHighs({ wasmModule: program });
const { modelStatus, callbackType } = highs.constants;
const options = { random_seed: 0, mip_rel_gap: gap, mip_min_logging_interval: 0.2 };

parentPort.on('message', (data) => parentPort.postMessage({ kind: 'done', ...solve(data) }));

/**
 * The relaxation (people may be split) is solved first. It gives a bound, and for each column the points that any
 * solution using it costs at least. The search then needs only the columns that cost less than what the best teams
 * found so far may yet save; mostly these are a tenth of all, and one search is enough.
 */
function solve(data) {
  if (data.numCols === 0) return solveNothing(data);
  const relaxed = relax(data);
  if (relaxed.ray) return { status: 'infeasible', ray: relaxed.ray };
  parentPort.postMessage({ kind: 'news', bound: wholeAbove(relaxed.points) });
  for (let spare = 0.5; ;) {
    const kept = columnsWhere(data, (column) => relaxed.costs[column] <= spare + EPSILON);
    const found = search(data, kept, wholeAbove(relaxed.points + spare));
    if (found && found.points - found.bound <= gap * found.points + EPSILON)
      return { status: 'optimal', ...found };
    if (kept.length === data.numCols) return { status: 'infeasible', ray: [] };
    spare = found ? found.points - relaxed.points : Infinity;
  }
}

/** Nobody to place: HiGHS calls that empty, whether the rows can do without people or not. */
function solveNothing({ numRows, rowLower }) {
  const ray = Array.from({ length: numRows }, (_, row) => row).filter((row) => rowLower[row] > 0);
  if (ray.length > 0) return { status: 'infeasible', ray };
  return { status: 'optimal', values: new Float64Array(0), points: 0, bound: 0 };
}

function relax({ integrality: _, ...data }) {
  return highs.withModel(data, (model) => {
    model.options.set({ ...options, output_flag: false });
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.optimal) {
      return { points: model.getObjectiveValue(), costs: model.getSolution().colDual };
    }
    if (status !== modelStatus.infeasible) throw new Error(`relaxation ended with status ${status}`);
    const { values = [] } = model.getDualRay() ?? {};
    return { ray: Array.from(values.keys()).filter((row) => Math.abs(values[row]) > EPSILON) };
  });
}

/** `outside` is what solutions with other columns than those kept cost at least. */
function search(data, kept, outside) {
  const isAll = kept.length === data.numCols;
  const boundOf = (bound) => (isAll ? bound : Math.min(bound, outside));
  const tell = ({ data: news }) => {
    const bound = wholeAbove(boundOf(news.mip_dual_bound));
    const best = news.mip_solution && {
      values: widen(news.mip_solution),
      points: Math.round(news.objective_function_value),
    };
    parentPort.postMessage({ kind: 'news', bound, best });
  };
  const widen = (values) => {
    const wide = new Float64Array(data.numCols);
    kept.forEach((column, index) => (wide[column] = Math.round(values[index])));
    return wide;
  };
  return highs.withModel(narrowed(data, kept), (model) => {
    model.options.set({ ...options, output_flag: true });
    model.run({ [callbackType.mipLogging]: tell, [callbackType.mipImprovingSolution]: tell });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return undefined;
    if (status !== modelStatus.optimal) throw new Error(`search ended with status ${status}`);
    return {
      values: widen(model.getSolution().colValue),
      points: Math.round(model.getObjectiveValue()),
      bound: wholeAbove(boundOf(model.info.get('mip_dual_bound'))),
    };
  });
}

function narrowed(data, kept) {
  const pick = (array) => Float64Array.from(kept, (column) => array[column]);
  const place = new Int32Array(data.numCols).fill(-1);
  kept.forEach((column, index) => (place[column] = index));
  const starts = [0];
  const indices = [];
  const values = [];
  for (let row = 0; row < data.numRows; row++) {
    for (let at = data.matrix.starts[row]; at < data.matrix.starts[row + 1]; at++) {
      const index = place[data.matrix.indices[at]];
      if (index < 0) continue;
      indices.push(index);
      values.push(data.matrix.values[at]);
    }
    starts.push(indices.length);
  }
  return {
    ...data,
    numCols: kept.length,
    colCost: pick(data.colCost),
    colLower: pick(data.colLower),
    colUpper: pick(data.colUpper),
    integrality: new Int32Array(kept.length).fill(1),
    matrix: {
      ...data.matrix,
      numCols: kept.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

function columnsWhere(data, isKept) {
  return Array.from({ length: data.numCols }, (_, column) => column).filter(isKept);
}

/** Points are whole numbers, and so is the least there can be. */
function wholeAbove(points) {
  return Math.ceil(points - EPSILON);
}
