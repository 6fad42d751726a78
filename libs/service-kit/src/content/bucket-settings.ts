/** Which bucket an installation names for its files, by environment; without one they stand in a folder. */
import { secretAt } from '../crypto/key-files.js';

export interface BucketSettings {
  /** `https://host[:port]` */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** The bucket stands in the path of an address, or before its host. */
  readonly isPathStyle: boolean;
  readonly keyId: string;
  readonly secret: string;
}

const REGION = 'us-east-1';

export function bucketFrom(env: NodeJS.ProcessEnv): BucketSettings | undefined {
  const { XC_S3_ENDPOINT: endpoint, XC_S3_BUCKET: bucket, XC_S3_KEY_ID: keyId } = env;
  if (!endpoint && !bucket) return undefined;
  if (!endpoint || !bucket) throw new Error('XC_S3_ENDPOINT and XC_S3_BUCKET are set together or not at all');
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new Error('XC_S3_ENDPOINT is no address like https://host:port');
  if (env.XC_TLS_CA && new URL(endpoint).protocol !== 'https:')
    throw new Error('where XC_TLS_CA is set everything is spoken over TLS: XC_S3_ENDPOINT is https://…');
  const secret = env.XC_S3_SECRET_FILE ? secretAt(env.XC_S3_SECRET_FILE) : env.XC_S3_SECRET;
  if (!keyId || !secret)
    throw new Error(
      'XC_S3_KEY_ID is set, and XC_S3_SECRET_FILE or XC_S3_SECRET, for the bucket in XC_S3_BUCKET',
    );
  const style = env.XC_S3_PATH_STYLE || '1';
  if (style !== '1' && style !== '0') throw new Error('XC_S3_PATH_STYLE is 1 or 0');
  return { endpoint, bucket, region: env.XC_S3_REGION || REGION, isPathStyle: style === '1', keyId, secret };
}
