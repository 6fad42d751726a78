import { expect, test } from 'vitest';
import { differences, fromPgm, fromPng, toPng, type Picture } from './picture.fixture.js';

const [width, height] = [60, 40];
const page = (
  ...strokes: readonly (readonly [x: number, y: number, width: number, height: number])[]
): Picture => {
  const points = Buffer.alloc(width * height, 255);
  for (const [left, top, wide, high] of strokes)
    for (let y = top; y < top + high; y++) points.fill(0, y * width + left, y * width + left + wide);
  return { width, height, points };
};
/** 一, as thin as a letter gets, beside one with more strokes. */
const thin = [22, 18, 12, 1] as const;
const other = [
  [40, 12, 12, 2],
  [40, 18, 12, 2],
  [45, 12, 2, 12],
] as const;
const written = page(thin, ...other);

test('a picture that is kept is the picture that was drawn', () => {
  const pgm = Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), written.points]);
  expect(fromPng(toPng(fromPgm(pgm)))).toEqual(written);
});

test('a letter that is missing is a difference, even the thinnest', () => {
  expect(differences(written, page(...other))).not.toEqual([]);
  expect(differences(page(...other), written)).not.toEqual([]);
  expect(differences(written, page(thin))).not.toEqual([]);
});

test('a point’s breadth is none', () => {
  const moved = page([23, 19, 12, 1], ...other.map(([x, y, ...size]) => [x + 1, y + 1, ...size] as const));
  expect(differences(written, moved)).toEqual([]);
});
