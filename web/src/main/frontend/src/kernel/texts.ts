import { useSyncExternalStore } from 'react';

/**
 * Words in both languages, kept beside the feature that says them. The second language must say everything the first
 * one says: the compiler holds it.
 */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widened<T[K]> };

export type Catalogue<T> = { en: T; es: Widened<T> };

export function catalogue<const T>(texts: Catalogue<T>): Catalogue<T> {
  return texts;
}

const KEY = 'buildingos.language';
const listeners = new Set<() => void>();
let current: Language = initial();

function initial(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

export function language(): Language {
  return current;
}

export function speak(next: Language): void {
  current = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

export function useTexts<T>(texts: Catalogue<T>): Widened<T> {
  return texts[useLanguage()] as Widened<T>;
}

document.documentElement.lang = current;
