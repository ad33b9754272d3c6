import { describe, expect, it } from 'vitest';
import { pageOf, type Notification } from './useNotifications';

const about = (subjectType: string): string | null => pageOf({ subjectType, subjectId: '7' } as Notification);

describe('the page of what one is told of', () => {
  it('is that of the thing, the list of what was charged together, or the settings for the subscription', () => {
    expect(about('announcement')).toBe('/announcements/7');
    expect(about('charge')).toBe('/charges/7');
    expect(about('charge-batch')).toBe('/charges?batch=7');
    expect(about('payment')).toBe('/payments/7');
    expect(about('subscription')).toBe('/settings');
  });

  it('is none where there is no page', () => {
    expect(about('person')).toBeNull();
  });
});
