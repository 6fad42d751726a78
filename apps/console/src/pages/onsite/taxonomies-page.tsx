/** How findings are classed: the editions in force, the office's to revise. */
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Empty, Failed, Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';

type Taxonomy = Answer<'listTaxonomies'>['items'][number];
const stay = () => undefined;

export function TaxonomiesPage() {
  const { may, isKnown } = useRights();
  const { data, error, isPending, refetch } = useAsk('listTaxonomies', {});
  if (isKnown && !may(callOf('listTaxonomies').permission)) return <Forbidden />;
  return (
    <>
      <PageHead
        title="问题分类"
        says="一个问题可以同时按几种分类表归类，统计按此计数。修订即成新版：用过的类别只停用，不删除。"
      >
        {may(callOf('publishTaxonomy').permission) && (
          <CommandButton command="publishTaxonomy" primary onDone={stay} />
        )}
      </PageHead>
      {isPending && <Loading />}
      {error && !data && <Failed problem={error} again={() => void refetch()} />}
      {data?.items.length === 0 && <Empty title="还没有分类表" />}
      {data?.items.map((taxonomy) => (
        <TaxonomyCard key={taxonomy.id} taxonomy={taxonomy} />
      ))}
    </>
  );
}

function TaxonomyCard({ taxonomy }: { taxonomy: Taxonomy }) {
  const { id, version, title, edition, inForceFrom, classes } = taxonomy;
  const { may } = useRights();
  const inForce = classes.filter(({ retired }) => !retired);
  const initial = { title, classes: inForce.map((one) => ({ code: one.code, title: one.title })) };
  return (
    <section className="card" aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
          <span className="second number">
            第 {edition} 版，{inForceFrom} 启用
          </span>
        </div>
        {may(callOf('reviseTaxonomy').permission) && (
          <CommandButton
            command="reviseTaxonomy"
            given={{ taxonomyId: id }}
            initial={initial}
            seen={version}
            onDone={stay}
          />
        )}
      </header>
      <ul className="body classes">
        {classes.map((one) => (
          <li key={one.code} className={one.retired ? 'tag retired' : 'tag'}>
            {one.title}
            {one.retired && '（已停用）'}
          </li>
        ))}
      </ul>
    </section>
  );
}
