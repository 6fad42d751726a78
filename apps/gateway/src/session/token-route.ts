/**
 * The token endpoint of OAuth 2 (RFC 6749, 4.4) for departments' programs. Form in and errors out are as the RFC says and not as this
 * system says everywhere else, so that any client library can use it; what is right is for identity to say.
 */
import { requestToken } from '@xuncha/contracts';
import { DomainError, refuseIf } from '@xuncha/domain-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { API } from '../api/contract-routes.js';
import type { ProblemFilter } from '../problem/problem.filter.js';
import type { Services } from '../services.js';

const TOKEN_ADDRESS = `${API}/oauth/token`;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const FORM_BYTES = 16 * 1024;
/** A token is good for ten minutes; whoever asks more often than this guesses. */
const TOKENS_PER_MINUTE = 60;

const required = ['grant_type', 'client_assertion_type', 'client_assertion'] as const;
const known = [...required, 'client_id', 'scope'] as const;
type Form = Readonly<Partial<Record<(typeof known)[number], string>>>;

/** By code, else by status. */
const errorOfCode: Readonly<Record<string, string>> = {
  'client.scope-refused': 'invalid_scope',
  'client.grant-type': 'unsupported_grant_type',
};
const errorOfStatus: Readonly<Record<number, string>> = {
  401: 'invalid_client',
  429: 'temporarily_unavailable',
  500: 'server_error',
  503: 'temporarily_unavailable',
  504: 'temporarily_unavailable',
};

export async function addTokenRoute(
  server: FastifyInstance,
  services: Services,
  problems: ProblemFilter,
): Promise<void> {
  await server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, parsed) => parsed(null, new URLSearchParams(body as string)),
    );
    scope.setErrorHandler((error, request, reply) => answerError(error, request, reply, problems));
    scope.route({
      method: 'POST',
      url: TOKEN_ADDRESS,
      config: { rateLimit: { max: TOKENS_PER_MINUTE, timeWindow: 60_000 } },
      handler: (request, reply) => token(request, reply, services),
    });
    done();
  });
}

async function token(request: FastifyRequest, reply: FastifyReply, services: Services): Promise<object> {
  const { client_assertion: assertion, client_id: clientId, scope } = formOf(request);
  const answer = await services.ask(requestToken, { assertion: assertion!, clientId, scope }, request);
  void reply.header('pragma', 'no-cache');
  return {
    access_token: answer.token,
    token_type: 'Bearer',
    expires_in: answer.seconds,
    scope: answer.scopes.join(' '),
  };
}

/** Refuses with `client.form` and `client.grant-type`. What the RFC does not know is passed over, as it says. */
function formOf({ body, headers }: FastifyRequest): Form {
  const form = body instanceof URLSearchParams ? body : new URLSearchParams();
  const twice = known.filter((name) => form.getAll(name).length > 1);
  const missing = required.filter((name) => !form.get(name));
  const others = headers.authorization === undefined ? [] : ['Authorization'];
  const fields = [...new Set([...twice, ...missing, ...others])];
  refuseIf(fields.length > 0, 'client.form', { fields });
  refuseIf(form.get('grant_type') !== 'client_credentials', 'client.grant-type');
  const isOther = form.get('client_assertion_type') !== ASSERTION_TYPE;
  refuseIf(isOther, 'client.form', { fields: ['client_assertion_type'] });
  return Object.fromEntries(known.flatMap((name) => (form.has(name) ? [[name, form.get(name)!]] : [])));
}

function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: ProblemFilter,
): void {
  const { status, headers, body } = problems.explain(asForm(error), request);
  reply.removeHeader('connection');
  void reply
    .status(status)
    .headers({ ...headers, 'content-type': 'application/json; charset=utf-8', pragma: 'no-cache' })
    .send({
      error: errorOfCode[body.code] ?? errorOfStatus[status] ?? 'invalid_request',
      error_description: body.detail,
      code: body.code,
      correlation: request.id,
    });
}

/** Here it is a form that is asked for, and not JSON. */
function asForm(error: unknown): unknown {
  const isOther = (error as { statusCode?: unknown } | null)?.statusCode === 415;
  return isOther ? new DomainError('client.form', { fields: ['Content-Type'] }) : error;
}
