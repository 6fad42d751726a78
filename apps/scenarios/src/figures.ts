import { readFileSync } from 'node:fs';

export type Figures = Readonly<Record<string, number>>;

/** A year that an inspection office published; what each figure counts is written in FIGURES.md. */
export interface PublishedYear {
  readonly id: string;
  readonly division: string;
  readonly period: readonly [from: string, to: string];
  readonly figures: Figures;
}

interface Published {
  readonly replays: readonly PublishedYear[];
}

const published = JSON.parse(
  readFileSync(new URL('../data/published-figures.json', import.meta.url), 'utf8'),
) as Published;

export function publishedYear(id: string): PublishedYear {
  const year = published.replays.find((replay) => replay.id === id);
  if (!year)
    throw new Error(`no published year ${id}: ${published.replays.map((replay) => replay.id).join(', ')}`);
  return year;
}

/** Part of a count or a sum, rounded up so that nothing becomes 0. */
export function scaled(figure: number, scale: number): number {
  return Math.ceil(Number((figure * scale).toFixed(6)));
}

/** One figure to aim at; an unknown key is a bug. */
export function target(figures: Figures, key: string): number {
  const figure = figures[key];
  if (figure === undefined) throw new Error(`no figure ${key}`);
  return figure;
}

/** What a year must come to at a scale; what is part of the year's frame keeps its number. */
export function scaledFigures(figures: Figures, scale: number, frame: ReadonlySet<string>): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([key, figure]) => [key, frame.has(key) ? figure : scaled(figure, scale)]),
  );
}
