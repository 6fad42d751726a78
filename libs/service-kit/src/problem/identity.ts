/** Refusals of identity that concern departments' programs and drafts. */
import type { ProblemTable } from './problems.js';

export const identityProblems: ProblemTable = {
  'departmentClient.key-unfit': [422, '公钥须为 Ed25519、P-256 或 2048 位以上的 RSA，且只含公开部分。'],
  'departmentClient.ends-before-it-begins': [422, '有效期的最后一天早于第一天。'],
  'departmentClient.thumbprint-differs': [422, '公钥与部门另行告知的指纹不一致，请与部门当面或电话核对。'],
  'departmentClient.enough-keys': [422, '最多同时有 {most} 把公钥，请先停用一把。'],
  'departmentClient.key-known': [409, '这把公钥已登记。'],
  'departmentClient.key-unknown': [404, '没有这把公钥。'],
  'departmentClient.last-key': [422, '最后一把公钥不能停用；如不再使用，请终止。'],
  'client.refused': [401, '客户端断言无效。'],
  'client.assertion-expired': [401, '客户端断言已过期或尚未生效，请核对时钟。'],
  'client.assertion-audience': [401, '客户端断言的 aud 须为 {audience}。'],
  'client.assertion-too-long': [401, '客户端断言的有效期最长 {seconds} 秒。'],
  'client.assertion-replayed': [401, '这份客户端断言已用过，请用新的 jti 另签一份。'],
  'client.not-active': [401, '这个部门系统未启用、已暂停、已终止或不在有效期内。'],
  'client.scope-refused': [400, '申请的范围须在登记的范围之内：{registered}。'],
  'client.too-many-attempts': [429, '无效的断言过多，请稍后再试。'],
  'client.grant-type': [400, '只支持 grant_type=client_credentials。'],
  'client.form': [400, '这些参数缺少、重复或不正确：{fields}。'],
  'draft.too-large': [
    413,
    '内容超过 {most} 字节，服务器不再保存这份草稿；请尽快提交，或把附带的说明写短些。',
  ],
  'draft.too-many': [409, '服务器上已有 {most} 份没有提交的草稿，请先到“我的账号”里清理。'],
  'draft.newer': [409, '另一台设备上刚存过这份草稿，没有覆盖它。请先看那一份再决定。'],
  'draft.gone': [409, '这份草稿已在另一台设备上提交或弃用，或已期满。'],
  'draft.form-unknown': [422, '没有这项操作，或它不保存草稿。'],
};
