// The handbook's samples of official documents (RA17-5).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formSample } from '@xuncha/contracts';
import { forms, linesOfWord } from '@xuncha/documents';
import { newId } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from '../main.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([planning]);
  await system.publisher('identity');
});
afterAll(() => system?.stop());

test('whoever is in reads each sample; where there is none it is told which there are', async () => {
  const reader = await system.person('organizationLiaison', { organizationId: newId() });
  for (const { key } of Object.values(forms)) {
    const { name, base64 } = await system.ask(formSample, { form: key }, reader);
    expect(name).toMatch(/^样张：.+\.docx$/);
    expect(linesOfWord(Buffer.from(base64, 'base64')).join('')).not.toBe('');
  }
  const { code, facts } = await system.refusal(formSample, { form: 'none' }, reader);
  expect(code).toBe('form.unknown');
  expect(facts.files).toContain('inspection-notice.txt');
});
