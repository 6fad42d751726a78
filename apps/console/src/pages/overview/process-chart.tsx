/** The process chart as it is drawn: a lane per stage, a box per step; see process.ts. */
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { Go } from './go.js';
import { lanes, type ProcessStep } from './process.js';
import { useStepCounts } from './use-waiting.js';

export function ProcessChart() {
  const countOf = useStepCounts();
  return (
    <div className="process">
      {lanes.map(({ title, steps, onward }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ol>
            {steps.map((step) => (
              <li key={step.title}>
                <Box step={step} count={countOf(step.counts, step.states)} />
              </li>
            ))}
          </ol>
          <p className="onward second">{onward}</p>
        </section>
      ))}
    </div>
  );
}

/** Seen by all; a link for those who may open its page. */
function Box({ step, count }: { step: ProcessStep; count: number | undefined }) {
  const { may } = useRights();
  const inner = (
    <>
      <strong>
        {step.title}
        {count ? (
          <span className="badge number">
            {count}
            <span className="unseen"> 件</span>
          </span>
        ) : null}
      </strong>
      <span className="who-does">{step.who}</span>
      <span className="second">{step.says}</span>
    </>
  );
  if (!may(callOf(step.needs).permission)) return <div className="step">{inner}</div>;
  const one = step.states?.length === 1 && callOf(step.counts!).permission === callOf(step.needs).permission;
  const isSameLedger = one && callOf(step.counts!).path.startsWith(callOf(step.needs).path);
  return (
    <Go className="step" to={isSameLedger && count ? `${step.page}?state=${step.states![0]}` : step.page}>
      {inner}
    </Go>
  );
}
