/** What a form or a table knows of one field of a contract; `virtual:fields` has them of every contract. */
export type { Field, Fields } from '@xuncha/contracts/fields';
