import { Stack, Text } from '@mantine/core';
import { lazy } from 'react';
import { compact, exponent, money, month, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { PALE, STRONG } from './colours';
import { Panel } from './Panel';
import { texts } from './texts';
import { useMoneyByMonth, useTicketsByMonth } from './useMonths';

/** The library that draws comes when there is something to draw. */
export const Bars = lazy(async () => ({ default: (await import('./Bars')).Bars }));

/** How amounts of one currency are written: whole where they are read, short along an axis. */
export function written(currency: string) {
  return {
    format: (amountMinor: number) => money({ amountMinor, currency }),
    short: (amountMinor: number) => compact(amountMinor / 10 ** exponent(currency)),
  };
}

/** What was charged and what came in, one chart for each currency. */
export function MoneyByMonth({ building }: { building?: string }) {
  const t = useTexts(texts);
  const { months, error, retry } = useMoneyByMonth(building);
  const currencies = [
    ...new Set(months?.flatMap((each) => each.currencies.map(({ currency }) => currency ?? ''))),
  ];
  return (
    <Panel title={t.byMonth} loading={!months} failure={error} retry={retry}>
      <Stack>
        {currencies.map((currency) => (
          <div key={currency}>
            {currencies.length > 1 && <Text fw={600}>{currency}</Text>}
            <Bars
              label={`${t.byMonth} ${currency}`}
              of={t.month}
              series={[
                { name: t.charged, color: PALE },
                { name: t.collected, color: STRONG },
              ]}
              rows={(months ?? []).map(({ period, currencies: figures }) => {
                const own = figures.find((each) => each.currency === currency);
                return {
                  name: month(period),
                  values: [own?.charged?.amountMinor ?? 0, own?.collected?.amountMinor ?? 0],
                };
              })}
              {...written(currency)}
            />
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

export function TicketsByMonth({ building }: { building?: string }) {
  const t = useTexts(texts);
  const { months, error, retry } = useTicketsByMonth(building);
  return (
    <Panel title={t.openedByMonth} loading={!months} failure={error} retry={retry}>
      <Bars
        label={t.openedByMonth}
        of={t.month}
        series={[{ name: t.opened, color: STRONG }]}
        rows={(months ?? []).map(({ period, opened }) => ({ name: month(period), values: [opened] }))}
        format={(value) => number(value)}
      />
    </Panel>
  );
}
