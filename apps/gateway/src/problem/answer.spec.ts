import { expect, test } from 'vitest';
import { NotFoundException } from '@nestjs/common';
import { DomainError } from '@xuncha/domain-kit';
import { problemFor } from './answer.js';

const asked = { method: 'GET', path: '/api/v1/me', correlation: 'c' };

test('a refusal is a problem with its code, Chinese text, status and facts', () => {
  const { status, headers, body } = problemFor(
    new DomainError('record.stale', { seen: 1, current: 3 }),
    asked,
  );
  expect(status).toBe(409);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toEqual({
    type: 'urn:xuncha:problem:record.stale',
    title: '您看到的是第 … 版，现在已是第 … 版。请先看新的内容再决定。',
    status: 409,
    code: 'record.stale',
    detail: '您看到的是第 1 版，现在已是第 3 版。请先看新的内容再决定。',
    facts: { seen: 1, current: 3 },
    correlation: 'c',
  });
});

test('wrong fields are named in Chinese', () => {
  const errors = [
    { field: 'password', code: 'too_small' },
    { field: 'x', code: 'new_in_zod_5' },
  ];
  const { status, body } = problemFor(new DomainError('request.invalid', { errors }), asked);
  expect(status).toBe(400);
  expect(body.errors).toEqual([
    { field: 'password', code: 'too_small', text: '过短、过小或过少' },
    { field: 'x', code: 'new_in_zod_5', text: '不正确' },
  ]);
});

test('an unforeseen error tells nothing but a number to find it by', () => {
  const { status, body } = problemFor(new Error('password of the database is 123'), asked);
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('123');
  expect(body).toMatchObject({ code: 'internal', facts: {}, correlation: 'c' });
});

test('who finds the service away or themselves locked out is told when to come again', () => {
  const away = problemFor(new DomainError('service.away', { service: 'onsite' }), asked);
  expect([away.status, away.headers['retry-after']]).toEqual([503, '1']);
  const locked = problemFor(new DomainError('session.locked', { minutes: 2 }), asked);
  expect([locked.status, locked.headers['retry-after']]).toEqual([429, '120']);
});

test('an address that exists for another method says for which', () => {
  const nowhere = problemFor(new NotFoundException(), { ...asked, path: '/api/v1/nothing' });
  expect([nowhere.status, nowhere.body.code]).toEqual([404, 'request.unknown-address']);
  const method = problemFor(new NotFoundException(), {
    ...asked,
    method: 'DELETE',
    path: '/api/v1/accounts',
  });
  expect(method.status).toBe(405);
  expect(method.headers.allow).toBe('GET, POST');
});
