/** How a step is done, and samples of its official documents: as the site words them now, filled with what is invented. */
import { lazy, Suspense } from 'react';
import type { Help } from './help.js';

const DocumentButton = lazy(() => import('../kit/document-button.js'));

export function HowTo({ steps, forms = [] }: Omit<Help, 'title'>) {
  return (
    <>
      <ol className="handbook">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {forms.length > 0 && (
        <p className="samples">
          <span className="second">公文样张：</span>
          <Suspense>
            {forms.map(([form, name]) => (
              <DocumentButton key={form} query="formSample" input={{ form } as never} name={name} />
            ))}
          </Suspense>
        </p>
      )}
    </>
  );
}
