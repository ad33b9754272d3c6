import { useRef, useState } from 'react';
import { told } from '@/kernel/told';

export type Sending = { share: number; failure?: string };

/**
 * Sends files one after the other, and tells how far each has come. What arrived isn't sent again when the rest is; the
 * first failure is thrown once all were tried.
 */
export function useUploads(send: (file: File, progress: (share: number) => void) => Promise<unknown>) {
  const [states, setStates] = useState(new Map<File, Sending>());
  const arrived = useRef(new Set<File>());
  const note = (file: File, state: Sending): void =>
    setStates((present) => new Map(present).set(file, state));
  const sendAll = async (files: File[]): Promise<void> => {
    const failures: unknown[] = [];
    for (const file of files.filter((each) => !arrived.current.has(each))) {
      try {
        await send(file, (share) => note(file, { share }));
        arrived.current.add(file);
        note(file, { share: 1 });
      } catch (failure) {
        note(file, { share: 0, failure: told(failure).message });
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  return { states, sendAll };
}
