/** Classes of findings as onsite's usual taxonomies have them, several at once (RA17-13). */
export const violation = 'violation:yes';
export const livelihood = 'livelihood:yes';
export const keyProject = 'keyProject:yes';

export const problemClasses = ['leadershipWeakened', 'partyBuildingLacking', 'strictGovernanceSlack'].map(
  (code) => `threeProblems:${code}`,
);
export const disciplineClasses = ['political', 'organizational', 'integrity', 'masses', 'work', 'life'].map(
  (code) => `sixDisciplines:${code}`,
);
