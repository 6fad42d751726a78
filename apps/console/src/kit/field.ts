/** What a form or a table knows of one field of a contract. Made from the contracts when the console is built (build/fields.ts). */
export type Field = {
  readonly required?: true;
  /** Always told, but it may be nothing. */
  readonly nullable?: true;
  /** The contract's own words about the field. */
  readonly says?: string;
} & (
  | { readonly type: 'text'; readonly max?: number }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'id' }
  | { readonly type: 'date' }
  | { readonly type: 'instant' }
  | { readonly type: 'money' }
  | { readonly type: 'flag' }
  | { readonly type: 'file' }
  | { readonly type: 'choice'; readonly of: string; readonly values: readonly string[] }
  | { readonly type: 'list'; readonly item: Field; readonly min?: number; readonly max?: number }
  | { readonly type: 'group'; readonly fields: Fields }
);
export type Fields = Readonly<Record<string, Field>>;
