/** The README of every export, for auditors who have never seen the system. */
export const explanation = `# 审计记录导出 · Export of the record

One site's record of an inspection system: what was done and refused, and the state it left. UTF-8, one JSON value a line, lines end with LF.

| file | each line |
| --- | --- |
| \`manifest.json\` | one section a service: how far its chain goes (\`number\`, \`hash\`), lines and SHA-256 of its files, its signature |
| \`keys/SERVICE.pub\` | the service's Ed25519 public key. A forger can put another here: compare it with the one you keep, and verify with yours |
| \`SERVICE/journal.jsonl\` | one change or refusal: an array, see below. The line is the very text that was hashed |
| \`SERVICE/seal.jsonl\` | \`[number, ordinal, hash]\` of the journal line in the same place |
| \`SERVICE/state.jsonl\` | \`[aggregate, row]\`: the row as its last version left it, by aggregate and id; sealed fields are ciphertext |
| \`SERVICE/checkpoint.jsonl\` | \`[number, hash, instant, signature]\`: the service's statement of how far the chain had come |

A journal line: site, number, event id, epoch, aggregate, aggregate id, version, type, classification, actor, effective date, recorded
instant, causation, correlation, trace, body (JSON as text), SHA-256 of the row, permission, roles, origin, session. A refused command has
the type \`SERVICE.refusal.noted\`; its body names the contract, the record and the code.

\`hash = SHA-256(previous hash ‖ journal line)\`, 32 zero bytes before the first. The SHA-256 of a row in \`state.jsonl\` (its text between the
first comma and the last bracket) is in the journal line of its last version. A checkpoint's signature is over
\`["xuncha.checkpoint/1",service,site,number,hash,instant]\`, a section's over \`["${'xuncha.export/1'}",TEXT]\` with TEXT the section less its
signature as canonical JSON (keys sorted, no spaces).

\`npm run verify -- EXPORT --keys FOLDER\` checks all of it with nothing but this folder and the public keys in yours.
`;
