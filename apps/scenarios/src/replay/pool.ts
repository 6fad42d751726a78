/** Does the work for all items, so many at once; the first failure or a stop ends it after what is in hand. */
export async function pooled<T>(
  items: readonly T[],
  { atOnce, stop }: { atOnce: number; stop: AbortSignal },
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failure: { readonly error: unknown } | undefined;
  const worker = async () => {
    while (next < items.length && !failure && !stop.aborted) {
      const item = items[next++]!;
      try {
        await work(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failure) throw failure.error;
  stop.throwIfAborted();
}
