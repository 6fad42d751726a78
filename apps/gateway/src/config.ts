/** What the gateway is told from outside. It has no database; keys and content it finds in the data folder. */
import type { NetConnectOpts } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bucketFrom, type Config } from '@xuncha/service-kit';

export interface GatewayConfig extends Omit<Config, 'mysqlUrl'> {
  /** 0: any that is free. */
  readonly port: number;
  /** Loopback unless told otherwise: what stands before the gateway decides who reaches it. */
  readonly host: string;
  /** Files of the certificate and its key, in PEM; without them the gateway speaks plain HTTP to what stands before it. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** Where the console was built to; without one there is none. */
  readonly consoleFolder?: string;
  /** Calls that one account may make in a minute. */
  readonly callsPerMinute: number;
  /** Where clamd listens, which then looks at every file that is uploaded. */
  readonly clamd?: NetConnectOpts | undefined;
}

const CALLS_PER_MINUTE = 60_000;
/** Beside this app in a checkout; an installation says where. */
const CONSOLE = new URL('../../console/dist/site/', import.meta.url);

export function gatewayConfigFromEnvironment(env: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const dataFolder = need(env, 'XC_DATA');
  return {
    natsUrl: need(env, 'XC_NATS_URL'),
    prefix: need(env, 'XC_PREFIX'),
    dataFolder,
    keyFolder: join(dataFolder, 'keys'),
    tlsCa: env.XC_TLS_CA || undefined,
    bucket: bucketFrom(env),
    port: Number(env.XC_HTTP_PORT ?? 0),
    host: env.XC_HTTP_HOST ?? '127.0.0.1',
    tls: tlsFrom(env),
    consoleFolder: env.XC_CONSOLE || fileURLToPath(CONSOLE),
    callsPerMinute: Number(env.XC_CALLS_PER_MINUTE ?? CALLS_PER_MINUTE),
    clamd: clamdFrom(env.XC_CLAMD_URL),
  };
}

function tlsFrom({ XC_HTTP_TLS_CERT: cert, XC_HTTP_TLS_KEY: key }: NodeJS.ProcessEnv): GatewayConfig['tls'] {
  if (!cert && !key) return undefined;
  if (!cert || !key) throw new Error('XC_HTTP_TLS_CERT and XC_HTTP_TLS_KEY are set together or not at all');
  return { cert, key };
}

/** `tcp://host:port` or `unix:/path` */
export function clamdFrom(text: string | undefined): NetConnectOpts | undefined {
  if (!text) return undefined;
  const [, host, port, path] = /^(?:tcp:\/\/(.+):(\d+)|unix:(\/.+))$/.exec(text) ?? [];
  if (path !== undefined) return { path };
  if (host === undefined) throw new Error('XC_CLAMD_URL is neither tcp://host:port nor unix:/path');
  return { host, port: Number(port) };
}

function need(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set; npm run up sets it, or see README.md`);
  return value;
}
