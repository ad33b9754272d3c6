import { expect, it } from 'vitest';
import { device } from './device';

it('tells browsers and systems by what they say of themselves', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
  expect(
    device(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`),
  ).toBe('Edge, Windows');
  expect(device(`Mozilla/5.0 (Linux; Android 14; Pixel 8) ${webkit} Chrome/140.0 Mobile Safari/537.36`)).toBe(
    'Chrome, Android',
  );
  expect(device('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:130.0) Gecko/20100101 Firefox/130.0')).toBe(
    'Firefox, macOS',
  );
  expect(
    device(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1',
    ),
  ).toBe('Safari, iPhone');
});

it('leaves what is no browser as it is', () => {
  expect(device('curl/8.5.0')).toBe('curl/8.5.0');
});
