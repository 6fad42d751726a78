/** A page that cannot be shown at all: mostly it was replaced by a newer version while it was open. */
export function PageBroken({ error }: { error: unknown }) {
  return (
    <div className="notice" role="alert">
      <strong>这一页没有打开</strong>
      <p>可能系统刚刚更新过，重新载入即可；已填写而未提交的内容都还在。</p>
      <p>
        <button type="button" className="plain-button" onClick={() => location.reload()}>
          重新载入
        </button>
      </p>
      <p className="second">{error instanceof Error ? error.message : String(error)}</p>
    </div>
  );
}
