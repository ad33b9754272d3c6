import { beforeAll, describe, expect, it } from 'vitest';

let parsed: typeof import('./events').parsed;

beforeAll(async () => {
  ({ parsed } = await import('./events'));
});

describe('a block of a stream', () => {
  it('has a name, an id and data over several lines', () => {
    expect(parsed('event: log\nid: 7\ndata: one\ndata: two')).toEqual({
      name: 'log',
      id: '7',
      data: 'one\ntwo',
    });
  });

  it('without data, or a comment, is no event', () => {
    expect(parsed(': still here')).toBeNull();
    expect(parsed('event: log')).toBeNull();
  });
});
