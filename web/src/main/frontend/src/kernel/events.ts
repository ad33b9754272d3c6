import { raw } from './api';
import { Problem } from './problem';

/** One event of a server-sent stream. */
export type StreamEvent = { name: string; id: string; data: string };

const AGAIN_MILLIS = 1_500;

/**
 * Reads a stream of server-sent events with our own token, which EventSource can't carry. Goes on after a lost
 * connection where it left off, until the caller leaves or has heard the end: a server that takes its leave ends its
 * streams as properly as one that has nothing more to say.
 *
 * @param told true: that was the last event
 */
export async function watch(
  path: string,
  signal: AbortSignal,
  told: (event: StreamEvent) => boolean,
  lost: (away: boolean) => void,
): Promise<void> {
  let lastId = '';
  while (!signal.aborted) {
    try {
      const answer = await raw(path, {
        signal,
        headers: { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
      });
      lost(false);
      const over = await readAll(answer, (event) => {
        if (event.id) lastId = event.id;
        return told(event);
      });
      if (over) return;
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status < 500) throw failure;
    }
    lost(true);
    await new Promise((go) => setTimeout(go, AGAIN_MILLIS));
  }
}

/** True when the last event has come. */
async function readAll(answer: Response, told: (event: StreamEvent) => boolean): Promise<boolean> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return false;
  let rest = '';
  let over = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return over;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    blocks.map(parsed).forEach((event) => {
      if (event && told(event)) over = true;
    });
  }
}

export function parsed(block: string): StreamEvent | null {
  const event = { name: 'message', id: '', data: '' };
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const field = line.slice(0, colon);
    if (field === 'data') data.push(value);
    else if (field === 'event') event.name = value;
    else if (field === 'id') event.id = value;
  }
  return data.length > 0 ? { ...event, data: data.join('\n') } : null;
}
