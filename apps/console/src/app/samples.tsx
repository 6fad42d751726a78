/** Samples of the official documents of a step: as the site words them now, filled with what is invented. */
import { lazy, Suspense } from 'react';
import type { Help } from './help.js';

const DocumentButton = lazy(() => import('../kit/document-button.js'));

export function Samples({ forms = [] }: Pick<Help, 'forms'>) {
  if (forms.length === 0) return null;
  return (
    <p className="samples">
      <span className="second">公文样张：</span>
      <Suspense>
        {forms.map(([form, name]) => (
          <DocumentButton key={form} query="formSample" input={{ form } as never} name={name} />
        ))}
      </Suspense>
    </p>
  );
}
