/** What an answer must never be or say, whatever was asked. */

const inner = [
  ['a stack trace', /\n\s+at .+:\d+:\d+|\bat [\w.<>]+ \((file|node):/],
  ['a place in the code', /node_modules|\/dist\/|\.[cm]?[jt]s:\d+/],
  ['SQL', /\b(SELECT .+ FROM|INSERT INTO|UPDATE .+ SET|DELETE FROM)\b|\bER_[A-Z_]{4,}|SQLSTATE/],
  [
    'an error of the runtime',
    /\b(TypeError|RangeError|ReferenceError|QueryFailedError|ECONNREFUSED|ZodError)\b/,
  ],
];

export class Judge {
  #codes;
  #secrets;

  /** `secrets` are texts that were never sent: where one comes back, it was read. */
  constructor(codes, secrets) {
    this.#codes = codes;
    this.#secrets = secrets;
  }

  /** Everything that is wrong, in words; empty where all is well. */
  faults({ sender, route, method, isMalformed }, answer) {
    const { status, headers, text, code } = answer;
    // The server hangs up on what is no HTTP, and cannot know that only the head of the answer was asked for.
    if (status === 0)
      return isMalformed || method === 'HEAD' || code?.startsWith('ERR_') ? [] : [`no answer: ${text}`];
    return [
      ...(status >= 500 && !(status === 503 && headers['retry-after']) ? [`status ${status}`] : []),
      ...(status < 300 && sender.isFalse && !route.isOpen && method !== 'OPTIONS'
        ? ['let in by a false token']
        : []),
      ...inner.filter(([, pattern]) => pattern.test(text)).map(([what]) => `the answer holds ${what}`),
      ...this.#foreign(sender, text),
      ...(status >= 400 && method !== 'HEAD' ? this.#problem(headers, text) : []),
    ];
  }

  #foreign({ site }, text) {
    return this.#secrets
      .filter(
        (secret) =>
          (secret.hiddenFrom === undefined || secret.hiddenFrom(site)) && text.includes(secret.text),
      )
      .map(({ what }) => `the answer holds ${what}`);
  }

  /** Problem details, or for programs that ask for a token what RFC 6749 says. */
  #problem(headers, text) {
    if (headers['content-type']?.startsWith('application/json') && /^\{"error":"[a-z_]+",/.test(text))
      return /\p{Script=Han}/u.test(text) ? [] : ['no Chinese text'];
    if (!headers['content-type']?.startsWith('application/problem+json'))
      return [`no problem details but ${headers['content-type']}: ${text.slice(0, 80)}`];
    try {
      const { code, detail } = JSON.parse(text);
      return [
        ...(this.#codes.has(code) ? [] : [`the code ${code} is not documented`]),
        ...(/\p{Script=Han}/u.test(detail) ? [] : ['no Chinese text']),
      ];
    } catch {
      return ['problem details that are no JSON'];
    }
  }
}
