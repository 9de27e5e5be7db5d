/**
 * Calls back when a signal is aborted. A run shares one signal among thousands of sendings: one
 * listener a signal instead of one a sending spares the cost, and Node's warning of a leak.
 */
export class AbortWatch {
  readonly #callbacks = new WeakMap<AbortSignal, Set<() => void>>();

  /** Calls `callback` once if the signal is aborted before the returned function is called. */
  watch(signal: AbortSignal, callback: () => void): () => void {
    const callbacks = this.#callbacks.get(signal) ?? this.#listen(signal);
    callbacks.add(callback);
    return () => callbacks.delete(callback);
  }

  #listen(signal: AbortSignal): Set<() => void> {
    const callbacks = new Set<() => void>();
    this.#callbacks.set(signal, callbacks);
    const callAll = (): void => {
      for (const callback of [...callbacks]) callback();
    };
    signal.addEventListener('abort', callAll, { once: true });
    return callbacks;
  }
}
