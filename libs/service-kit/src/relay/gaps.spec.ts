import { describe, expect, it } from 'vitest';
import { SEAL_WINDOW_MS } from '../database.js';
import { Gaps } from './gaps.js';

/** Positions 4 to 6 were passed over at time 0. */
function passedOver(): Gaps {
  const gaps = new Gaps();
  gaps.add({ from: 4, to: 6 }, 0);
  return gaps;
}

describe('positions that the journal passed over', () => {
  it('a row that appears late leaves the positions around it open', () => {
    const gaps = passedOver();
    gaps.found(5);
    expect(gaps.due(0).map(({ from, to }) => [from, to])).toEqual([
      [4, 4],
      [6, 6],
    ]);
  });

  it('a position outside every gap changes nothing', () => {
    const gaps = passedOver();
    gaps.found(7);
    expect(gaps.floor(9)).toBe(3);
  });

  it('everything below the lowest open position is sealed for good', () => {
    const gaps = passedOver();
    expect(gaps.floor(9)).toBe(3);
    for (const position of [4, 5]) gaps.found(position);
    expect(gaps.floor(9)).toBe(5);
    gaps.found(6);
    expect(gaps.floor(9)).toBe(9);
  });

  it('a position stays open as long as a transaction can live, and is given up after one more look', () => {
    const gaps = passedOver();
    gaps.looked(SEAL_WINDOW_MS);
    expect(gaps.floor(9)).toBe(3);
    const late = SEAL_WINDOW_MS * 2;
    expect(gaps.due(late)).toHaveLength(1);
    gaps.looked(late);
    expect(gaps.floor(9)).toBe(9);
  });

  it('an old gap is looked into more seldom than a young one', () => {
    const gaps = passedOver();
    gaps.looked(500);
    expect(gaps.due(501)).toHaveLength(1);
    gaps.looked(8000);
    expect(gaps.due(8001)).toHaveLength(0);
    expect(gaps.due(9000)).toHaveLength(1);
  });
});
