/**
 * Completes the set-up of an account: password, then the second factor; or the second factor alone, where a role that needs one came
 * later. The code stands behind `#`, which no browser sends anywhere.
 */
const find = (id) => document.getElementById(id);
const parts = ['link', 'password', 'bind', 'factor', 'offer', 'done'];
const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const person = { site: given.site, account: given.account };
let { code } = given;
let password;

// Neither the address line nor the history keeps the code.
history.replaceState(null, '', location.pathname);

async function ask(path, input) {
  const response = await fetch(`/api/v1/session/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  if (response?.ok) return answer;
  const faults = answer?.errors?.map(({ text }) => text).join('；');
  throw new Error([answer?.detail ?? '没有连上服务器，请稍后再试。', faults].filter(Boolean).join(' '));
}

function show(part) {
  for (const id of parts) find(id).hidden = id !== part;
  find('problem').textContent = '';
  find('who').textContent = person.account ? `站点 ${person.site} · 账号 ${person.account}` : '';
  const [first] = [...find(part).querySelectorAll('input'), find(part).querySelector('h2')];
  first?.focus();
}

/** One request at a time; what went wrong is said and read out. */
function on(element, kind, work) {
  element.addEventListener(kind, async (event) => {
    event.preventDefault();
    const buttons = [...document.querySelectorAll('button')];
    buttons.forEach((button) => (button.disabled = true));
    try {
      await work(new FormData(event.target instanceof HTMLFormElement ? event.target : undefined));
    } catch (error) {
      find('problem').textContent = error.message;
    } finally {
      buttons.forEach((button) => (button.disabled = false));
    }
  });
}

async function beginFactor() {
  const { secret, uri } = await ask('second-factor/begin', { ...person, password });
  show('factor');
  find('secret').textContent = secret.match(/.{1,4}/g).join(' ');
  find('uri').href = uri;
}

function finish(recoveryCodes = []) {
  show('done');
  find('recovery').hidden = recoveryCodes.length === 0;
  find('withCode').hidden = recoveryCodes.length === 0;
  find('spent').hidden = !code;
  find('codes').replaceChildren(
    ...recoveryCodes.map((text) => Object.assign(document.createElement('li'), { textContent: text })),
  );
  password = undefined;
}

on(find('link'), 'submit', (fields) => {
  person.site = fields.get('site').trim();
  person.account = fields.get('account').trim();
  code = fields.get('code').trim();
  show('password');
});
on(find('password'), 'submit', async (fields) => {
  if (fields.get('password') !== fields.get('again')) throw new Error('两次输入的口令不同。');
  password = fields.get('password');
  const { secondFactor } = await ask('set-up', { ...person, code, password });
  if (secondFactor === 'needed') await beginFactor();
  else show('offer');
});
on(find('bind'), 'submit', async (fields) => {
  password = fields.get('password');
  await beginFactor();
});
on(find('factor'), 'submit', async (fields) => {
  const input = { ...person, password, code: fields.get('code').replaceAll(' ', '') };
  finish((await ask('second-factor/finish', input)).recoveryCodes);
});
on(find('more'), 'click', beginFactor);
on(find('enough'), 'click', () => finish());

// Whoever signs in with a role that came after the password is sent here without a code.
const isKnown = person.site && person.account;
show(isKnown ? (code ? 'password' : 'bind') : 'link');
