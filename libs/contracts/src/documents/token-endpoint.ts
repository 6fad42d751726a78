/** The token endpoint, which speaks OAuth 2 (RFC 6749, 7523) and not the contracts' own way: for departments' programs. */
import { departmentScopes, requestToken, type Permission } from '../index.js';
import type { Json } from './json-schema.js';

/** A caller signed in as a person, or a department's program whose token has the scope that the operation needs. */
export function securityOf(permission: Permission | undefined): Json {
  const isScope = permission !== undefined && permission in departmentScopes;
  return isScope ? { security: [{ bearer: [] }, { department: [permission] }] } : {};
}

export const departmentScheme: Json = {
  type: 'oauth2',
  description: '部门系统以签名断言（private_key_jwt）换取的令牌，只用于所列范围',
  flows: { clientCredentials: { tokenUrl: '/api/v1/oauth/token', scopes: departmentScopes } },
};

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });

export const tokenOperation: Json = {
  operationId: requestToken.name,
  summary: requestToken.summary,
  tags: [requestToken.service],
  security: [],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required: ['grant_type', 'client_assertion_type', 'client_assertion'],
          properties: {
            grant_type: { const: 'client_credentials' },
            client_assertion_type: { const: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' },
            client_assertion: text(
              'JWT：iss 与 sub 为客户端编号，aud 为 urn:xuncha:site:站点代码，exp 在 5 分钟之内，jti 只用一次',
              { maxLength: 8192 },
            ),
            client_id: text('客户端编号，可不填'),
            scope: text('以空格分隔；不填则为登记的全部范围'),
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: '令牌，10 分钟有效',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['access_token', 'token_type', 'expires_in', 'scope'],
            properties: {
              access_token: { type: 'string' },
              token_type: { const: 'Bearer' },
              expires_in: { type: 'integer', description: '秒' },
              scope: { type: 'string' },
            },
          },
        },
      },
    },
    default: {
      description: '没有发给令牌（RFC 6749 第 5.2 节）；code 与其他接口的代码一致',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['error', 'error_description', 'code', 'correlation'],
            properties: {
              error: { type: 'string', examples: ['invalid_client'] },
              error_description: { type: 'string' },
              code: { type: 'string', examples: ['client.refused'] },
              correlation: { type: 'string' },
            },
          },
        },
      },
    },
  },
};
