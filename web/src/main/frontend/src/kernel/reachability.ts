import { useSyncExternalStore } from 'react';

/** Whether the server answers. Once it doesn't, it is asked until it does; those who wait are then let go on. */
const AGAIN_MILLIS = 2_000;
const listeners = new Set<() => void>();
let up = true;
let recovered: (() => void)[] = [];

function become(next: boolean): void {
  up = next;
  listeners.forEach((listener) => listener());
}

export function lost(): void {
  if (!up) return;
  become(false);
  ask();
}

function ask(): void {
  setTimeout(() => {
    fetch('/health', { cache: 'no-store' })
      .then((answer) => (answer.ok ? found() : ask()))
      .catch(ask);
  }, AGAIN_MILLIS);
}

function found(): void {
  become(true);
  recovered.forEach((go) => go());
  recovered = [];
}

export function reachableAgain(): Promise<void> {
  return up ? Promise.resolve() : new Promise((go) => recovered.push(go));
}

/**
 * A part of the pages that doesn't arrive because the server is away is asked for again once it answers. One that the server
 * hasn't any more, since a new release has replaced it, stays missing.
 */
export async function arriving<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (missing) {
    const answers = await fetch('/health', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) throw missing;
    lost();
    await reachableAgain();
    return load();
  }
}

export function useReachable(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => up,
  );
}
