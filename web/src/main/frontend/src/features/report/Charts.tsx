import { Stack, Text } from '@mantine/core';
import { compact, exponent, money, month, number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Bars } from './Bars';
import { PALE, STRONG } from './colours';
import { Panel } from './Panel';
import { texts } from './texts';
import { useMonths } from './useMonths';

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
  const { data: months, error, refetch } = useMonths(building);
  const currencies = [
    ...new Set(months?.flatMap((each) => (each.currencies ?? []).map(({ currency }) => currency ?? ''))),
  ];
  return (
    <Panel title={t.byMonth} loading={!months} failure={error} retry={() => void refetch()}>
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
              rows={(months ?? []).map(({ period, currencies: flows }) => {
                const own = flows?.find((each) => each.currency === currency);
                return {
                  name: month(period),
                  values: [own?.charged?.amountMinor ?? 0, own?.collected?.amountMinor ?? 0],
                };
              })}
              none={t.noMoney}
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
  const { data: months, error, refetch } = useMonths(building);
  return (
    <Panel title={t.openedByMonth} loading={!months} failure={error} retry={() => void refetch()}>
      <Bars
        label={t.openedByMonth}
        of={t.month}
        series={[{ name: t.opened, color: STRONG }]}
        rows={(months ?? []).map(({ period, ticketsOpened }) => ({
          name: month(period),
          values: [ticketsOpened],
        }))}
        none={t.noneOpened}
        format={(value) => number(value)}
      />
    </Panel>
  );
}
