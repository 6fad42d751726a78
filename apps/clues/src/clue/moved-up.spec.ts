import { describe, expect, test } from 'vitest';
import { later, ending, routing, screenedClue, takenClue } from './clue.fixture.js';
import { forget, moveUp, openFromBelow, sendUp } from './moved-up.js';

const above = screenedClue({ authority: 'city' });
const moved = moveUp(above, routing, ending).state;

describe('a county never keeps a clue on a city-managed official (rules.md 7)', () => {
  test('it moves up, and what the county manages itself does not', () => {
    expect(moved).toMatchObject({ state: 'movedUp', authority: 'city' });
    expect(() => moveUp(screenedClue(), routing, ending)).toThrow('clue.belongs-here');
  });
  test('a city keeps it, and hands up what the province manages', () => {
    const city = { ...routing, level: 'city' as const };
    expect(() => moveUp(above, city, ending)).toThrow('clue.belongs-here');
    expect(moveUp({ ...above, authority: 'province' }, city, ending).state.state).toBe('movedUp');
  });
  test('it moves once it is screened, for before that nobody has said who manages the person', () => {
    expect(() => moveUp(takenClue({ authority: 'city' }), routing, ending)).toThrow('flow.refused');
  });
  test('the content may be fetched by the site it was sent to; then only the number is left behind', () => {
    const sent = sendUp(moved, '3303', later).state;
    expect(sent).toMatchObject({ movedTo: '3303', content: above.content });
    const left = forget(sent, later).state;
    expect(left).toMatchObject({ state: 'movedUp', content: null, subjects: [], number: above.number });
    expect(forget(left, later).facts).toEqual([]);
  });
  test('above, it begins under a number of that site and refers to the old one', () => {
    const below = { site: '330381', clueId: above.id };
    const { state } = openFromBelow({ id: 'new', number: '温巡上线〔2017〕1号' }, below, later);
    expect(state).toMatchObject({ state: 'raised', movedFrom: below, organizationId: null, content: null });
  });
});
