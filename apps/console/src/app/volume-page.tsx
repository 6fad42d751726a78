/** The handbook in one volume (RA17-5): every step of the work in its order, how it is done, and samples of its documents. */
import { PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useRights } from '../api/hooks.js';
import { callOf } from '../api/names.js';
import { general, helpFor, type Help } from './help.js';
import { HowTo } from './how-to.js';
import type { Page, Stage } from './stage.js';
import './volume.css';
import { Empty } from '../kit/notices.js';
import { PageHead } from '../kit/page-head.js';
import { Part } from '../kit/part.js';
import { chaptersOf, type Chapter } from './chapters.js';

export function volumeOf(stages: readonly Stage[]) {
  const chapters = chaptersOf(stages, helpFor);
  return function VolumePage() {
    return <Volume volume={chapters} />;
  };
}

function Volume({ volume }: { volume: readonly Chapter[] }) {
  const [wanted, setWanted] = useState('');
  const chapters = volume
    .map((chapter) => ({ ...chapter, sections: chapter.sections.filter(({ help }) => says(help, wanted)) }))
    .filter(({ sections }) => sections.length > 0);
  return (
    <>
      <PageHead
        title="工作手册"
        says="巡察的每一步怎么做、用什么公文，按先后排成一册。看不懂某一页时，那一页的“本页说明”就是这里的一节。"
      >
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <div className="volume-tools">
        <Input
          type="search"
          aria-label="在手册里查找"
          placeholder="在手册里查找，例如 签字"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <nav aria-label="目录">
          {chapters.map(({ title }) => (
            <a key={title} href={`#${title}`}>
              {title}
            </a>
          ))}
        </nav>
      </div>
      {wanted === '' && (
        <Part title={general.title}>
          <HowTo {...general} />
        </Part>
      )}
      {chapters.length === 0 && <Empty title="手册里没有找到，换一个词试试" />}
      {chapters.map((chapter) => (
        <ChapterPart key={chapter.title} chapter={chapter} />
      ))}
    </>
  );
}

const says = ({ title, steps, forms = [] }: Help, wanted: string) =>
  [title, ...steps, ...forms.map(([, name]) => name)].some((text) => text.includes(wanted.trim()));

function ChapterPart({ chapter: { title, sections } }: { chapter: Chapter }) {
  return (
    <section className="card volume" id={title} aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      {sections.map(({ page, help }) => (
        <div key={page.path} className="body">
          <h3>
            <Opened page={page} title={help.title} />
          </h3>
          <HowTo {...help} />
        </div>
      ))}
    </section>
  );
}

/** A link for whoever may go there; the others learn who does what all the same. */
function Opened({ page: { path, needs }, title }: { page: Page; title: string }) {
  const { may } = useRights();
  return needs && !may(callOf(needs).permission) ? title : <Link to={path as never}>{title}</Link>;
}
