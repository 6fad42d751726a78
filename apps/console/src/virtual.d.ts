declare module 'virtual:contracts' {
  export interface Call {
    /** `service.aggregate.verb` */
    readonly contract: string;
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly path: string;
    readonly permission?: import('@xuncha/contracts').Permission;
  }
  export const calls: Readonly<Record<string, Call>>;
  /** After the path of a ledger: the address of its file. */
  export const exportEnding: string;
  export const roles: Readonly<Record<string, readonly string[]>>;
}

declare module 'virtual:fields' {
  type Fields = import('./kit/field.js').Fields;
  export const inputs: Readonly<Record<string, Fields>>;
  export const outputs: Readonly<Record<string, Fields>>;
}

declare module 'virtual:evidence-types' {
  export const evidenceTypes: readonly string[];
}

declare module 'virtual:materials' {
  /** What a team usually asks an organization for (RA17-4). */
  export const usualMaterials: readonly string[];
}

declare module 'virtual:field-words' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
declare module 'virtual:value-words' {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default words;
}
declare module 'virtual:command-words' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
/** Of what kind it is what an id or a code in this field names. */
declare module 'virtual:references' {
  const kinds: Readonly<Record<string, string>>;
  export default kinds;
}

declare module 'virtual:profiles' {
  export const profiles: readonly import('@xuncha/domain-kit').Profile[];
}

declare module 'virtual:fonts' {
  /** By the name of a font, the fonts that may stand in for it, the best first. */
  export const standIns: Readonly<Record<string, readonly string[]>>;
}

declare module 'virtual:summaries' {
  /** In Chinese, by `service.aggregate.verb`. */
  export const summaries: Readonly<Record<string, string>>;
}

declare module 'virtual:pdf-parts' {
  /** Address of the folder with what pdf.js asks for on its way. */
  export const folder: string;
}

declare module '*.css';
