import { readFileSync } from 'node:fs';
import { get as overHttp } from 'node:http';
import { get as overHttps } from 'node:https';

/** What is answered there: `{ status, body }`. `ca` is the file of the CA that an https address must be signed by. */
export function getJson(address, { ca, ms = 5000 } = {}) {
  const isSecure = address.startsWith('https:');
  const options = { signal: AbortSignal.timeout(ms), ...(isSecure && ca ? { ca: readFileSync(ca) } : {}) };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? overHttps : overHttp)(address, options, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve({ status: response.statusCode, body: JSON.parse(text) });
        } catch (error) {
          reject(error);
        }
      });
    });
    request.on('error', reject);
  });
}
