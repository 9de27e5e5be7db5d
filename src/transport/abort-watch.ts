/**
 * Calls back when a signal is aborted. A run shares one signal among thousands of sendings: one
 * listener a signal instead of one a sending spares the cost, and Node's warning of a leak.
 */
export class AbortWatch {
  readonly #watched = new WeakMap<AbortSignal, Callbacks>();

  /** Calls `callback` once if the signal is aborted before the returned function is called. */
  watch(signal: AbortSignal, callback: () => void): () => void {
    const callbacks = this.#watched.get(signal) ?? this.#listen(signal);
    return callbacks.add(callback);
  }

  #listen(signal: AbortSignal): Callbacks {
    const callbacks = new Callbacks();
    this.#watched.set(signal, callbacks);
    const callAll = (): void => {
      callbacks.callAll();
    };
    signal.addEventListener('abort', callAll, { once: true });
    return callbacks;
  }
}

/**
 * Slots that are used again. In a `Set` that is added to and deleted from as often as this, V8 keeps
 * what was deleted alive until the next full collection, and with it each sending.
 */
class Callbacks {
  readonly #slots: ((() => void) | undefined)[] = [];
  readonly #free: number[] = [];

  /** @returns what takes it away again */
  add(callback: () => void): () => void {
    const slot = this.#free.pop() ?? this.#slots.length;
    this.#slots[slot] = callback;
    return () => {
      if (this.#slots[slot] !== callback) return;
      this.#slots[slot] = undefined;
      this.#free.push(slot);
    };
  }

  callAll(): void {
    for (const callback of [...this.#slots]) callback?.();
  }
}
