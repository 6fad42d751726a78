/** The page of one record, as its table says: the steps of its life, whose turn it is, facts, texts, and what belongs to it. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { outputs } from 'virtual:fields';
import { ask } from '../api/client.js';
import { useAsk, useRights } from '../api/hooks.js';
import { callOf, type Answer, type Input, type QueryName } from '../api/names.js';
import { commandWord } from '../words/commands.js';
import { fieldWord } from '../words/words.js';
import { CommandButton } from './command-button.js';
import { DaysLeft } from './days-left.js';
import { History } from './history.js';
import { LedgerPart } from './ledger-part.js';
import { LifeLine } from './life-line.js';
import { useName } from './names.js';
import { Failed, Forbidden, Loading } from './notices.js';
import { PageHead } from './page-head.js';
import { Part } from './part.js';
import type { NamedTitle, RecordAction, RecordSpec, Related } from './record.js';
import { StateTag } from './state-tag.js';
import { Value } from './value.js';

const DocumentButton = lazy(() => import('./document-button.js'));

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly state?: string;
}

export function RecordPage<Q extends QueryName>({ spec }: { spec: RecordSpec<Q> }) {
  const { id } = useParams({ strict: false }) as { id: string };
  const { may, isKnown } = useRights();
  const input = { [spec.id]: id } as Input<Q>;
  const { data, error, isPending, refetch } = useAsk(spec.query, input);
  if (isKnown && !may(callOf(spec.query).permission)) return <Forbidden />;
  if (isPending) return <Loading />;
  if (error && !data) return <Failed problem={error} again={() => void refetch()} />;
  // Another record starts afresh, with nothing open of the former one.
  return <Shown key={id} spec={spec} view={data!} input={input} />;
}

function Shown<Q extends QueryName>({ spec, view, input }: AskedProps<Q>) {
  const { state } = view as Kept;
  const fields = outputs[spec.query] ?? {};
  const stateField = fields.state;
  const of = stateField?.type === 'choice' ? stateField.of : '';
  return (
    <>
      <PageHead
        title={useTitle(spec.title(view))}
        crumbs={[spec.ledger]}
        after={state && <StateTag of={of} value={state} />}
      >
        {spec.handsOut?.(view)}
        <Documents spec={spec} view={view} input={input} />
        <Actions spec={spec} view={view} input={input} />
      </PageHead>
      {spec.steps && <LifeLine steps={spec.steps} view={view} state={state ?? ''} />}
      <NextStep spec={spec} view={view} />
      {spec.top?.(view)}
      <div className={spec.history || spec.aside ? 'columns' : ''}>
        <div>
          <Facts spec={spec} view={view} />
          <Texts spec={spec} view={view} />
          {spec.more?.(view)}
          {(spec.related ?? []).map((one) => (
            <RelatedPart key={one.ledger.query + one.ledger.title} one={one} view={view} />
          ))}
        </div>
        {(spec.history || spec.aside) && (
          <aside aria-label="办理过程">
            {spec.aside?.(view)}
            {spec.history && <History query={spec.history} input={input as never} />}
            {spec.below?.(view)}
          </aside>
        )}
      </div>
    </>
  );
}

interface ViewProps<Q extends QueryName> {
  readonly spec: RecordSpec<Q>;
  readonly view: Answer<Q>;
}

interface AskedProps<Q extends QueryName> extends ViewProps<Q> {
  readonly input: Input<Q>;
}

function useTitle(title: string | NamedTitle): string {
  const { kind = 'account', id = '', after = '' } = typeof title === 'string' ? {} : title;
  const name = useName(kind, id);
  return typeof title === 'string' ? title : `${name ?? ''}${after}`;
}

function Facts<Q extends QueryName>({ spec, view }: ViewProps<Q>) {
  return (
    <Part title="基本情况">
      <dl className="facts">
        {spec.facts
          .filter((name) => isGiven(view[name]))
          .map((name) => (
            <div key={name}>
              <dt>{fieldWord(name, spec.query)}</dt>
              <dd>
                <Value name={name} field={outputs[spec.query]?.[name]} value={view[name]} />
              </dd>
            </div>
          ))}
      </dl>
    </Part>
  );
}

function Texts<Q extends QueryName>({ spec, view }: ViewProps<Q>) {
  const given = (spec.texts ?? []).filter((name) => isGiven(view[name]));
  return given.map((name) => (
    <Part key={name} title={fieldWord(name, spec.query)}>
      {typeof view[name] === 'string' ? (
        <p className="prose">{view[name]}</p>
      ) : (
        <Value name={name} field={outputs[spec.query]?.[name]} value={view[name]} />
      )}
    </Part>
  ));
}

const isGiven = (value: unknown) =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0) &&
  !(typeof value === 'object' && Object.keys(value).length === 0);

function Documents<Q extends QueryName>({ spec, view, input }: AskedProps<Q>) {
  const { state = '' } = view as Kept;
  const { may } = useRights();
  const there = (spec.documents ?? []).filter(
    (one) =>
      (!one.in || one.in.includes(state)) &&
      (one.when?.(view) ?? true) &&
      (!one.also || may(callOf(one.also).permission)),
  );
  const buttons = there.map(({ query, name }) => (
    <DocumentButton key={query} query={query} name={name} input={input as never} />
  ));
  return <Suspense>{buttons}</Suspense>;
}

function Actions<Q extends QueryName>({ spec, view, input }: AskedProps<Q>) {
  const { may, roles } = useRights();
  const offered = (spec.actions ?? []).filter(
    (action) => may(callOf(action.command).permission) && isOpen(action, view, roles),
  );
  return offered
    .toSorted((one, other) => Number(one.isNext ?? false) - Number(other.isNext ?? false))
    .map((action) => (
      <ActionButton key={action.command} spec={spec} action={action} view={view} input={input} />
    ));
}

function isOpen<V>({ in: states, when }: RecordAction<V>, view: V, roles: readonly string[]): boolean {
  const { state } = view as Kept;
  return (!states || states.includes(state ?? '')) && (!when || when(view, roles));
}

function beginning<V>({ from = [] }: RecordAction<V>, view: V): Readonly<Record<string, unknown>> {
  return typeof from === 'function' ? from(view) : Object.fromEntries(from.map((name) => [name, view[name]]));
}

interface ActionProps<Q extends QueryName> extends AskedProps<Q> {
  readonly action: RecordAction<Answer<Q>>;
}

function ActionButton<Q extends QueryName>({ spec, action, view, input }: ActionProps<Q>) {
  const { version } = view as Kept;
  const navigate = useNavigate();
  const { page } = action;
  if (page)
    return (
      <Button
        {...(action.isNext ? { type: 'primary' as const } : {})}
        onClick={() => void navigate({ to: page(view) as never })}
      >
        {commandWord(action.command)}
      </Button>
    );
  const refresh = async () => {
    const now = await ask(spec.query, input);
    return { version: (now as Kept).version, values: beginning(action, now) };
  };
  return (
    <CommandButton
      command={action.command}
      primary={action.isNext ?? false}
      danger={action.danger ?? false}
      given={{ ...(view as object), [spec.id]: (view as Kept).id }}
      beside={view as never}
      initial={beginning(action, view)}
      fixed={action.fixed?.(view) ?? {}}
      seen={version}
      refresh={refresh}
    />
  );
}

function NextStep<Q extends QueryName>({ spec, view }: ViewProps<Q>) {
  const waits = saidOf(spec.waits, view);
  const rests = saidOf(spec.rests, view);
  const deadline = spec.deadline?.(view);
  if (!waits && !rests && !deadline?.due) return null;
  return (
    <div className="next-step">
      {waits && (
        <span>
          <strong>下一步：</strong>
          {waits}
        </span>
      )}
      {rests && <span>{rests}</span>}
      {deadline?.due && (
        <span>
          <strong>{deadline.word} </strong>
          <DaysLeft due={deadline.due} settled={deadline.settled} />
        </span>
      )}
    </div>
  );
}

/** What is to be said of the state in which the record is. */
function saidOf<V>(
  of: Readonly<Record<string, ReactNode | ((view: V) => ReactNode)>> = {},
  view: V,
): ReactNode {
  const { state } = view as Kept;
  const said = state && of[state];
  return typeof said === 'function' ? said(view) : said;
}

function RelatedPart<V>({ one, view }: { one: Related<V>; view: V }) {
  const { may, isKnown } = useRights();
  const given = one.given(view) as object;
  const { state } = view as Kept;
  if (!isKnown || !may(callOf(one.ledger.query).permission)) return null;
  const makes = (one.makes ?? []).filter(
    (name) => may(callOf(name).permission) && (!one.in || one.in.includes(state ?? '')),
  );
  return (
    <LedgerPart ledger={one.ledger} input={given as never}>
      {makes.map((name) => (
        <CommandButton
          key={name}
          command={name}
          given={{ ...(view as object), ...given }}
          beside={view as never}
        />
      ))}
    </LedgerPart>
  );
}
