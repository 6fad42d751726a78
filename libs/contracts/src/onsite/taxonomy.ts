/** How findings are classed: several taxonomies side by side, each in editions, the office's to edit (RA17-13). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { BusinessDate, Id, Text, Version } from '../kit/types.js';

/** A name within `taxonomy:class`. */
const Name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/);
/** `taxonomy:class`, for example `livelihood:yes`. A class that changes its meaning gets a new code. */
export const ClassCode = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}:[A-Za-z][A-Za-z0-9]{0,39}$/);

export const taxonomyPublished = event('onsite.taxonomy.published', {
  classification: 'open',
  summary: '问题分类已发布',
  body: z.object({ taxonomyId: Id, code: Name, edition: z.int() }),
});
export const taxonomyRevised = event('onsite.taxonomy.revised', {
  classification: 'open',
  summary: '问题分类已修订为新版',
  body: z.object({ taxonomyId: Id, code: Name, edition: z.int() }),
});

export const TaxonomyView = z.object({
  id: Id,
  version: Version,
  code: Name,
  title: z.string(),
  edition: z.int(),
  inForceFrom: BusinessDate,
  classes: z.array(z.object({ code: Name, title: z.string(), retired: z.boolean() })),
});
const contents = {
  title: Text(60),
  classes: z
    .array(z.object({ code: Name, title: Text(60) }))
    .min(1)
    .max(200),
};
export const publishTaxonomy = command('onsite.taxonomy.publish', {
  http: 'POST /taxonomies',
  permission: 'taxonomy.write',
  summary: '发布一种问题分类',
  input: z.object({ code: Name, ...contents, on: BusinessDate.optional() }),
});
export const reviseTaxonomy = command('onsite.taxonomy.revise', {
  http: 'PUT /taxonomies/{taxonomyId}',
  permission: 'taxonomy.write',
  summary: '修订为新版；不再列出的类别停用，已用过的问题不受影响',
  input: z.object({ taxonomyId: Id, seen: Version, ...contents, on: BusinessDate.optional() }),
});
export const listTaxonomies = query('onsite.taxonomy.list', {
  http: 'GET /taxonomies',
  permission: 'taxonomy.read',
  classification: 'open',
  summary: '现行问题分类',
  input: z.object({}),
  output: z.object({ items: z.array(TaxonomyView) }),
});
