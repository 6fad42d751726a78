/** What a clue says, as it is sealed: a text per matter, and the persons. */
import type { ClueContent, ClueSubject } from '@xuncha/contracts';
import { pseudonym } from '@xuncha/domain-kit';

/** By document where there is one, else by name: then two of one name are one person. */
export function subjectOf(key: Uint8Array, { identity, name }: Pick<ClueSubject, 'identity' | 'name'>) {
  return pseudonym(key, identity ?? name);
}

/** Every person once, in the order in which they are named. */
export function subjectsOf(key: Uint8Array, contents: readonly ClueContent[]): string[] {
  const persons = contents.flatMap((content) => content.persons);
  return [...new Set(persons.map((person) => subjectOf(key, person)))];
}

/** Screening states all persons anew, those of clues that were one with this one below included. */
export function withPersons(contents: readonly ClueContent[], persons: ClueSubject[]): ClueContent[] {
  return contents.map((content, index) => ({ ...content, persons: index === 0 ? persons : [] }));
}
