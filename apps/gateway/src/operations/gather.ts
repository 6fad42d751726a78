/** Asks every running instance of every service at once. */
import { createInbox, type Msg } from '@nats-io/transport-node';
import { inboxPrefix } from '@xuncha/service-kit';
import type { Services } from '../services.js';

const LONGEST_MS = 1_500;
/** Replicas answer within moments of each other. */
const STRAGGLERS_MS = 50;

/** Answers as they come, until `isComplete` and a moment longer, or until it has taken too long. */
export async function gather<T>(
  { nats, prefix }: Services,
  subject: string,
  read: (message: Msg) => T,
  isComplete: (answers: readonly T[]) => boolean,
): Promise<T[]> {
  const answers: T[] = [];
  const inbox = createInbox(inboxPrefix(prefix, 'gateway'));
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(limit);
      subscription.unsubscribe();
      resolve(answers);
    };
    let limit = setTimeout(finish, LONGEST_MS);
    const subscription = nats.subscribe(inbox, {
      callback: (error, message) => {
        // Without any service there the server itself answers, with nothing.
        if (error || message.headers?.code === 503) return finish();
        answers.push(read(message));
        if (!isComplete(answers)) return;
        clearTimeout(limit);
        limit = setTimeout(finish, STRAGGLERS_MS);
      },
    });
    nats.publish(subject, '', { reply: inbox });
  });
}
