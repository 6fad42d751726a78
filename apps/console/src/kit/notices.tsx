/** What stands where a record or a list would: designed, and with what to do next. */
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.js';

export function Loading({ text = '正在读取…' }: { text?: string }) {
  return (
    <div className="notice" role="status">
      <span className="spinner" aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="notice">
      <span className="notice-mark" aria-hidden="true" />
      <strong>{title}</strong>
      {children}
    </div>
  );
}

const titles: Readonly<Record<string, string>> = {
  'access.denied': '没有这项权限',
  'record.unknown': '没有这条记录，或无权查看',
};

export function Failed({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div className="notice" role="alert">
      <strong>{titles[problem.code] ?? '没有读到'}</strong>
      <p>{problem.detail}</p>
      {problem.correlation && <p>追踪编号 {problem.correlation}</p>}
      {again && problem.isPassing && (
        <button type="button" className="plain-button" onClick={again}>
          再试一次
        </button>
      )}
    </div>
  );
}

export function Forbidden() {
  return (
    <Empty title="没有这项权限">
      <p>这一页不在您的职责范围内。若工作需要，请向本站点的安全管理员申请授权。</p>
    </Empty>
  );
}
