declare module 'virtual:contracts' {
  export interface Call {
    /** `service.aggregate.verb` */
    readonly contract: string;
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly path: string;
    readonly permission?: import('@xuncha/contracts').Permission;
  }
  export const calls: Readonly<Record<string, Call>>;
  export const roles: Readonly<Record<string, readonly string[]>>;
}

declare module 'virtual:fields' {
  type Fields = import('./kit/field.js').Fields;
  export const inputs: Readonly<Record<string, Fields>>;
  export const outputs: Readonly<Record<string, Fields>>;
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

declare module '*.css';
