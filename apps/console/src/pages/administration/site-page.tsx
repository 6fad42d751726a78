/** The site one is in, and opening others: rehearsals by one administrator, live ones by two (rules.md 15). */
import { useState } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { shownInstant } from '../../kit/clock.js';
import { Fact } from '../../kit/fact.js';
import { Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { valueWord } from '../../words/words.js';
import { linksIn, SetUpSheet, type SetUpLink } from './set-up-sheet.js';

export function SitePage() {
  const { may, isKnown } = useRights();
  const { data: site, error, isPending, refetch } = useAsk('currentSite', {});
  if (isKnown && !may(callOf('listAdministratorChanges').permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (error && !site) return <Failed problem={error} again={() => void refetch()} />;
  return <Shown site={site!} />;
}

function Shown({ site }: { site: Answer<'currentSite'> }) {
  const { may } = useRights();
  const [links, setLinks] = useState<readonly SetUpLink[]>([]);
  return (
    <>
      <PageHead
        title="站点"
        says="一个站点是一个党委自己的一份系统，账号和记录互不相通。演练站点有自己的时钟，记录不算实际工作。"
      >
        {site.mode === 'rehearsal' && may(callOf('advanceClock').permission) && (
          <CommandButton
            command="advanceClock"
            given={{ siteId: site.id }}
            seen={site.version}
            onDone={() => undefined}
          />
        )}
        {may(callOf('proposeSite').permission) && (
          <CommandButton command="proposeSite" onDone={() => undefined} />
        )}
        {may(callOf('openSite').permission) && (
          <CommandButton
            command="openSite"
            fixed={{ mode: 'rehearsal' }}
            onDone={({ invitations }, { code }) => setLinks(linksIn(invitations, code))}
          />
        )}
      </PageHead>
      <Part title="本站点">
        <dl className="facts">
          <Fact word="名称">
            <span className="number">{site.name}</span>
          </Fact>
          <Fact word="站点编号">
            <span className="number">{site.code}</span>
          </Fact>
          <Fact word="文号简称">
            <span className="number">{site.abbreviation}</span>
          </Fact>
          <Fact word="模式">
            <span className="number">{valueWord('SiteMode', site.mode)}</span>
          </Fact>
          {site.clock && (
            <Fact word="站点时刻">
              <span className="number">{shownInstant(site.clock)}</span>
            </Fact>
          )}
        </dl>
      </Part>
      <Opening />
      {links.length > 0 && <SetUpSheet links={links} close={() => setLinks([])} />}
    </>
  );
}

function Opening() {
  return (
    <Part title="开设站点">
      <p>演练站点：一名系统管理员即可开设，须定起始时刻，之后由其推进时钟；系统按时钟触发期限。</p>
      <p>正式站点：点“提出开设站点”，由安全管理员或审计管理员在“管理员变更”里确认。</p>
      <p className="second">开设时一并建立三名管理员的账号，设置码只显示一次，请当场分别交给三个人。</p>
    </Part>
  );
}
