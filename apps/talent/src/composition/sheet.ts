import type { ModelData } from 'highs';

export type Entry = readonly [column: number, weight: number];

/** Columns and rows of a mixed-integer program that minimises; every column is a whole number from 0 upwards. */
export class Sheet {
  private readonly costs: number[] = [];
  private readonly most: number[] = [];
  private readonly rowLeast: number[] = [];
  private readonly rowMost: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly weights: number[] = [];

  column(cost: number, most: number): number {
    this.costs.push(cost);
    return this.most.push(most) - 1;
  }

  row(entries: readonly Entry[], { atLeast = -Infinity, atMost = Infinity }: Bounds): number {
    for (const [column, weight] of entries) {
      this.indices.push(column);
      this.weights.push(weight);
    }
    this.starts.push(this.indices.length);
    this.rowLeast.push(atLeast);
    return this.rowMost.push(atMost) - 1;
  }

  data(): ModelData {
    const numCols = this.costs.length;
    const numRows = this.rowLeast.length;
    return {
      numCols,
      numRows,
      colCost: Float64Array.from(this.costs),
      colLower: new Float64Array(numCols),
      colUpper: Float64Array.from(this.most),
      rowLower: Float64Array.from(this.rowLeast),
      rowUpper: Float64Array.from(this.rowMost),
      integrality: new Int32Array(numCols).fill(1),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.weights),
      },
    };
  }
}

interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}
