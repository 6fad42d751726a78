/** The form of a command within a page that is read more often than written: it comes after the page, which weighs that much less. */
import { lazy, Suspense } from 'react';
import type { CommandName } from '../../api/names.js';
import { Loading } from '../notices.js';
import type { CommandForm, CommandFormProps } from './command-form.js';

const Form = lazy(async () => ({
  default: (await import('./command-form.js')).CommandForm,
})) as unknown as typeof CommandForm;

export function FormInPlace<C extends CommandName>(props: CommandFormProps<C>) {
  return (
    <Suspense fallback={<Loading />}>
      <Form {...props} />
    </Suspense>
  );
}
