/** Samples of the official documents, for whoever learns the work before there is a record to write one of (RA17-5). */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { DocumentFile } from '../kit/document.js';
import { Code } from '../kit/types.js';

export const formSample = query('planning.form.sample', {
  http: 'GET /forms/{form}/sample',
  classification: 'open',
  summary: '公文样张（Word）：本站点现行的措辞，填的是虚构的内容',
  input: z.object({ form: Code.describe('公文的代码，如 inspection-notice') }),
  output: DocumentFile,
});
