/** What a service is told from outside; everything else it finds out by message. */
import { join } from 'node:path';
import { bucketFrom, type BucketSettings } from './content/bucket-settings.js';

export interface Config {
  mysqlUrl: string;
  natsUrl: string;
  /** Installation prefix of schemas, streams and subjects. */
  prefix: string;
  /** Folder for keys and content. */
  dataFolder: string;
  keyFolder: string;
  /** File of the CA that signs broker and database; where it is named, both are spoken to over TLS alone. */
  tlsCa?: string | undefined;
  /** Where files are kept; without one, in the data folder. */
  bucket?: BucketSettings | undefined;
  /** Address at which anybody may report; public notices carry it as a code to be scanned. */
  reportUrl?: string | undefined;
}

export function configFromEnvironment(env: NodeJS.ProcessEnv = process.env): Config {
  const dataFolder = need(env, 'XC_DATA');
  return {
    mysqlUrl: need(env, 'XC_MYSQL_URL'),
    natsUrl: need(env, 'XC_NATS_URL'),
    prefix: need(env, 'XC_PREFIX'),
    dataFolder,
    keyFolder: join(dataFolder, 'keys'),
    tlsCa: env.XC_TLS_CA || undefined,
    bucket: bucketFrom(env),
    reportUrl: env.XC_REPORT_URL || undefined,
  };
}

function need(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set; npm run up sets it, or see README.md`);
  return value;
}
