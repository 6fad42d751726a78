import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { Forbidden } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { RefusedSignIns } from './sessions.js';

/** Of the whole site: somebody who tries passwords shows here first. */
export function RefusedPage() {
  const { may, isKnown } = useRights();
  if (isKnown && !may(callOf('listRefusedSignIns').permission)) return <Forbidden />;
  return (
    <>
      <PageHead
        title="被拒绝的登录"
        says="全站点登录失败的合计。同一账号短时间内次数很多，或来自陌生地址的，请联系本人，必要时重发设置码。"
      />
      <RefusedSignIns query="listRefusedSignIns" given={{}} names />
    </>
  );
}
