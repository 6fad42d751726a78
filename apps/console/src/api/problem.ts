/** A refusal as the gateway words it (RFC 9457), and what it means for a person who is filling in a form. */
export interface FieldFault {
  /** Path within the input, such as `evidence.0.note`. */
  readonly field: string;
  readonly text: string;
}

export class Problem extends Error {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];
  /** Number by which operations find what happened. */
  readonly correlation: string | undefined;

  constructor(
    readonly code: string,
    /** In Chinese, for people. */
    readonly detail: string,
    { facts = {}, errors = [], correlation }: Partial<Details> = {},
  ) {
    super(detail);
    this.facts = facts;
    this.faults = errors;
    this.correlation = correlation;
    this.name = 'Problem';
  }

  /** Nothing was decided; the same request may be sent again. */
  get isPassing(): boolean {
    return this.code === 'network' || this.code.startsWith('service.') || this.code === 'request.too-many';
  }

  get isStale(): boolean {
    return this.code === 'record.stale';
  }
}

export const networkProblem = () =>
  new Problem('network', '没有连上服务器。已填写的内容都还在，连上后请再试。');

export async function problemIn(response: Response): Promise<Problem> {
  const answer = (await response.json().catch(() => undefined)) as Partial<Details> | undefined;
  if (!answer?.code) return new Problem('internal', '系统没有正常答复，请稍后再试。');
  return new Problem(answer.code, answer.detail ?? '', answer);
}

interface Details {
  readonly code: string;
  readonly detail: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldFault[];
  readonly correlation: string;
}
