/** The cookie in which a browser keeps its renewal secret. */
import type { FastifyRequest } from 'fastify';

const NAME = 'xc_renewal';
/** As long as any session lasts. */
const SECONDS = 12 * 3600;

/** Asked for by a header that no form and no image of another site can send. */
export function wantsCookie({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['x-xc-renewal'] === 'cookie';
}

export function renewalIn({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((text) => text.trim());
  return cookies.find((text) => text.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}

export function renewalCookie(renewal: string, request: Pick<FastifyRequest, 'protocol'>): string {
  return `${NAME}=${renewal}; Max-Age=${SECONDS}; ${attributes(request)}`;
}

export function clearedCookie(request: Pick<FastifyRequest, 'protocol'>): string {
  return `${NAME}=; Max-Age=0; ${attributes(request)}`;
}

function attributes({ protocol }: Pick<FastifyRequest, 'protocol'>): string {
  const isSecure = protocol === 'https' ? '; Secure' : '';
  return `Path=/api/v1/session; HttpOnly; SameSite=Strict${isSecure}`;
}
