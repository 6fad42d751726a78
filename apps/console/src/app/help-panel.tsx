import { Drawer } from 'antd';
import { Link } from '@tanstack/react-router';
import { general, helpFor } from './help.js';
import { HowTo } from './how-to.js';

export default function HelpPanel({ path, close }: { path: string; close: () => void }) {
  const own = helpFor(path);
  return (
    <Drawer open title={`本页说明：${own.title}`} onClose={close} size={380}>
      {[own, ...(own === general ? [] : [general])].map((help) => (
        <section key={help.title}>
          <h2>{help.title}</h2>
          <HowTo {...help} />
        </section>
      ))}
      <p>
        <Link to={'/handbook' as never} onClick={close}>
          全部说明：工作手册
        </Link>
      </p>
    </Drawer>
  );
}
