import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sources } from './round-sources.js';
import { zipOf } from './round-zip.js';

test('a zip has a document of every record that its lists tell of, and says of the others why they are not there', async () => {
  const asked: object[] = [];
  const ask = (query: string, input: object) => {
    asked.push({ query, ...input });
    if (query === 'listInspections')
      return Promise.resolve(
        'cursor' in input
          ? { items: [{ id: 'c' }], next: null }
          : { items: [{ id: 'a' }, { id: 'b' }], next: 'more' },
      );
    const { inspectionId } = input as { inspectionId: string };
    if (inspectionId === 'b') return Promise.reject(new Error('没有查看的权限。'));
    return Promise.resolve({ name: '关于巡察演示镇党委的通知.docx', base64: btoa(`of ${inspectionId}`) });
  };
  const told: number[] = [];
  const chosen = sources.filter(({ query }) => query === 'inspectionNotice');
  const { content, written } = await zipOf(chosen, {
    ask,
    roundId: 'r',
    tell: (percent) => told.push(percent),
  });
  const files = unzipSync(new Uint8Array(await content.arrayBuffer()));
  const paths = ['巡察通知/001 关于巡察演示镇党委的通知.docx', '巡察通知/002 关于巡察演示镇党委的通知.docx'];
  expect(Object.keys(files)).toEqual(['目录.txt', ...paths]);
  expect(paths.map((path) => strFromU8(files[path]!))).toEqual(['of a', 'of c']);
  expect(Buffer.from(files['目录.txt']!).toString()).toBe(
    `\uFEFF共2份\r\n${paths[0]}\r\n巡察通知：一份没能成文，没有查看的权限。\r\n${paths[1]}`,
  );
  expect([written, told]).toEqual([2, [33, 67, 100]]);
  expect(asked[0]).toEqual({ query: 'listInspections', roundId: 'r', limit: 200 });
});
