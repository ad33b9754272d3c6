import { useEffect, useState } from 'react';

/**
 * Whoever works by keyboard goes on where they were before this came: at what opened it, at the menu that did, or, where
 * neither is there any more, at the head of the page's content.
 */
export function useReturnedFocus(): void {
  const [opener] = useState(() => document.activeElement);
  const [menu] = useState(() => opener?.closest('[role=menu]')?.getAttribute('aria-labelledby'));
  useEffect(
    () => () => {
      // What takes the focus by itself, as the next payment of a queue does, may.
      setTimeout(() => {
        for (const each of [opener, menu && document.getElementById(menu), contentOfPage()]) {
          if (document.activeElement !== document.body) return;
          if (each instanceof HTMLElement && each.isConnected) each.focus({ preventScroll: true });
        }
      });
    },
    [opener, menu],
  );
}

/** Nothing has it that somebody could be at. */
export function focusIsFree(): boolean {
  return document.activeElement === document.body || document.activeElement === contentOfPage();
}

export function contentOfPage(): HTMLElement | null {
  return document.getElementById('content');
}
