import { Drawer } from 'antd';
import { general, helpFor } from './help.js';

export default function HelpPanel({ path, close }: { path: string; close: () => void }) {
  const own = helpFor(path);
  return (
    <Drawer open title={`本页说明：${own.title}`} onClose={close} size={380}>
      {[own, ...(own === general ? [] : [general])].map(({ title, steps }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ol className="handbook">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
    </Drawer>
  );
}
