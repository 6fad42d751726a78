import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * `node verify-receipt.mjs FILE --key PUB [--content FILE]`: checks the letter and the receipt of a hand-over, years later and with no
 * network. FILE is what `GET /transfers/{transferId}/proof` answered, PUB the site's public key (PEM, or what
 * `GET /transfer-proof-keys` answered); with what `GET /clues/{clueId}/content` answered it also checks that this is what was handed
 * over. This file needs Node and nothing else, so that an organ can keep it beside its receipts.
 */
const usage = 'verify-receipt FILE --key PUB [--content FILE]';

/** Answers what was signed; throws with the first thing that is wrong. */
export function verify({ proof, key, content }) {
  const { letter, receipt, organSignature } = JSON.parse(proof);
  need(letter, '文件中没有移交函');
  const keys = publicKeys(key);
  const said = { letter: payloadOf(letter, keys, 'letter') };
  if (receipt) {
    said.receipt = payloadOf(receipt, keys, 'receipt');
    need(said.receipt.letter === digest(letter), '收据所对应的不是这份移交函');
    const expected = organSignature ? digest(organSignature) : null;
    need(said.receipt.organSignature === expected, '接收机关的签名不是收据所记的那一份');
    for (const name of ['transferId', 'number', 'site', 'organId'])
      need(said.receipt[name] === said.letter[name], `移交函与收据的 ${name} 不同`);
  }
  if (content) checkContent(said.receipt ?? said.letter, JSON.parse(content));
  return said;
}

function payloadOf(jws, keys, kind) {
  const parts = jws.split('.');
  need(parts.length === 3 && parts.every(isWhole), `${kind} 不是签名凭证`);
  const [header, payload, signature] = parts;
  const { alg, typ, kid } = read(header, kind);
  need(alg === 'EdDSA' && typ === 'xuncha-proof+jws', `${kind} 的签名方式不对`);
  const isGenuine = keys.some((key) => {
    const text = Buffer.from(`${header}.${payload}`);
    return thumbprint(key) === kid && verifySignature(null, text, key, Buffer.from(signature, 'base64url'));
  });
  need(isGenuine, `${kind} 的签名与公钥不符，或内容被改动`);
  const said = read(payload, kind);
  need(said.kind === kind, `${kind} 处放的是另一种凭证`);
  return said;
}

/** Every text that the clue had when it was handed over is there and says the same; later ones may have been added. */
function checkContent({ clues }, { number, contents, salt }) {
  const clue = clues.find((one) => one.number === number);
  need(clue, `凭证不含线索 ${number}`);
  const present = contents.map((one) => digest(salt + canonical(one)));
  need(
    clue.contents.every((one) => present.includes(one)),
    `线索 ${number} 的内容与移交时不同`,
  );
}

function publicKeys(text) {
  if (text.trimStart().startsWith('-----')) return [onlyEd25519(createPublicKey(text))];
  const parsed = JSON.parse(text);
  return (parsed.keys ?? [parsed]).map((jwk) => onlyEd25519(createPublicKey({ key: jwk, format: 'jwk' })));
}

function onlyEd25519(key) {
  need(key.asymmetricKeyType === 'ed25519', '公钥不是 Ed25519');
  return key;
}

function thumbprint(key) {
  const { crv, kty, x } = key.export({ format: 'jwk' });
  return digest(JSON.stringify({ crv, kty, x }));
}

/** One text for one value, whatever order its members came in. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function digest(text) {
  return createHash('sha256').update(text).digest('base64url');
}

/** Base64url has one writing for one value; others are a changed file. */
function isWhole(part) {
  return part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
}

function read(part, kind) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    throw new Error(`${kind} 不是签名凭证`);
  }
}

function need(condition, message) {
  if (!condition) throw new Error(message);
}

function main(args) {
  const options = { key: undefined, content: undefined };
  const files = [];
  while (args.length > 0) {
    const arg = args.shift();
    if (arg === '--key' || arg === '--content') options[arg.slice(2)] = args.shift();
    else files.push(arg);
  }
  if (files.length !== 1 || !options.key) {
    console.error(usage);
    return 2;
  }
  const text = (path) => path && readFileSync(path, 'utf8');
  try {
    const said = verify({ proof: text(files[0]), key: text(options.key), content: text(options.content) });
    console.log(JSON.stringify(said, null, 2));
    console.log('签名有效，内容未被改动。');
    return 0;
  } catch (error) {
    console.error(`核验不通过：${error.message}`);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = main(process.argv.slice(2));
