/** Requests to one bucket, signed (AWS Signature 4): sent again a few times where the service is away, silent or overloaded. */
import { createHash } from 'node:crypto';
import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import { AwsV4Signer } from 'aws4fetch';
import { tlsOptions } from '../tls.js';
import type { BucketSettings } from './bucket-settings.js';

export interface Question {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  /** Of an object; without one it is asked of the bucket. */
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** From its beginning each time. */
  readonly body?: () => Readable;
}

export interface Persistence {
  /** Without a byte in either direction. */
  readonly patienceMs: number;
  readonly tries: number;
}
/** Longer after each try. */
const PAUSE_MS = 200;
const NOTHING = createHash('sha256').digest('hex');
/** Of what a service says in words. */
const MOST_WORDS = 10_000;

export class BucketRequests {
  private readonly agent: http.Agent;
  private readonly base: URL;

  constructor(
    private readonly settings: BucketSettings,
    tlsCa?: string,
  ) {
    this.base = baseOf(settings);
    this.agent =
      this.base.protocol === 'http:'
        ? new http.Agent({ keepAlive: true })
        : new https.Agent({ keepAlive: true, ...(tlsCa ? ownOrPublic(tlsCa, this.base.hostname) : {}) });
  }

  /** The answer, its body still to be read. Throws `Unwilling` where it is no 2xx, and whatever kept it from coming. */
  async ask(question: Question, { patienceMs, tries }: Persistence): Promise<http.IncomingMessage> {
    for (let tried = 1; ; tried++) {
      try {
        return await willing(await this.once(question, patienceMs));
      } catch (error) {
        if (tried >= tries || (error instanceof Unwilling && !error.isPassing)) throw error;
      }
      await sleep(PAUSE_MS * 2 ** tried);
    }
  }

  private async once({ method, name = '', headers, body }: Question, patienceMs: number) {
    const { region, keyId: accessKeyId, secret: secretAccessKey } = this.settings;
    const url = new URL(this.base.href + name);
    const told = { 'x-amz-content-sha256': NOTHING, ...headers };
    const signer = {
      method,
      url: url.href,
      headers: told,
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
    };
    const signed = await new AwsV4Signer(signer).sign();
    const options = {
      method,
      agent: this.agent,
      headers: Object.fromEntries(signed.headers),
      timeout: patienceMs,
    };
    return new Promise<http.IncomingMessage>((resolve, reject) => {
      let answer: http.IncomingMessage | undefined;
      const { request } = url.protocol === 'http:' ? http : https;
      const sending = request(url, options, (come) => resolve((answer = come)));
      sending.on('error', reject);
      sending.on('timeout', () => (answer ?? sending).destroy(new Error('the storage does not answer')));
      if (body) pipeline(body(), sending, (error) => error && reject(error));
      else sending.end();
    });
  }
}

/** The service answered, and not with what it was asked for. */
export class Unwilling extends Error {
  constructor(
    readonly status: number,
    /** Its own code, such as `NoSuchKey`; nothing where the answer has no words. */
    readonly says: string,
  ) {
    super(`the storage says ${status} ${says}`.trim());
  }

  get isPassing(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

async function willing(answer: http.IncomingMessage): Promise<http.IncomingMessage> {
  const { statusCode = 0 } = answer;
  if (statusCode >= 200 && statusCode < 300) return answer;
  let words = '';
  for await (const chunk of answer) {
    words += String(chunk);
    if (words.length > MOST_WORDS) break;
  }
  throw new Unwilling(statusCode, /<Code>(\w+)<\/Code>/.exec(words)?.[1] ?? '');
}

function baseOf({ endpoint, bucket, isPathStyle }: BucketSettings): URL {
  const url = new URL(endpoint);
  if (isPathStyle) url.pathname = `${url.pathname.replace(/\/$/, '')}/${bucket}/`;
  else url.hostname = `${bucket}.${url.hostname}`;
  return url;
}

/** A storage may stand in the house or with somebody else. */
function ownOrPublic(caFile: string, hostname: string) {
  const { ca, ...options } = tlsOptions(caFile, hostname);
  return { ...options, ca: [ca, ...rootCertificates] };
}
