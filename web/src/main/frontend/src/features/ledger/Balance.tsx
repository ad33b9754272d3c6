import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Shown } from '@/kernel/api';
import { money, type Money } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

/** What is owed and what that is made of; one line a currency. */
export function Balance({ account }: { account: Shown<'BalanceView'> }) {
  const t = useTexts(texts);
  const parts: [string, Money[] | null, string?][] = [
    [t.outstanding, account.outstanding],
    [t.overdue, account.overdue, 'var(--wrong)'],
    [t.credit, account.credit],
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" mb="lg">
      <Paper withBorder p="md">
        <Owed balance={account.balance ?? []} />
      </Paper>
      {parts.map(([name, amounts, color]) => (
        <Paper key={name} withBorder p="md">
          <Text fz="sm" c="dimmed">
            {name}
          </Text>
          <Amounts amounts={amounts ?? []} color={color} />
        </Paper>
      ))}
    </SimpleGrid>
  );
}

/** The balance in its own words: nobody has to know what a minus means. */
export function Owed({ balance }: { balance: Money[] }) {
  const t = useTexts(texts);
  const owes = balance.some(({ amountMinor }) => amountMinor > 0);
  const ahead = !owes && balance.some(({ amountMinor }) => amountMinor < 0);
  const shown = ahead
    ? balance.map(({ amountMinor, currency }) => ({ amountMinor: -amountMinor, currency }))
    : balance;
  return (
    <Stack gap={0}>
      <Text fz="sm" c="dimmed">
        {owes ? t.owed : ahead ? t.ahead : t.even}
      </Text>
      <Amounts amounts={shown} />
    </Stack>
  );
}

function Amounts({ amounts, color }: { amounts: Money[]; color?: string }) {
  return amounts.map((amount) => (
    <Text
      key={amount.currency}
      fz={{ base: 17, sm: 22 }}
      fw={650}
      lh={1.3}
      className="figures"
      c={amount.amountMinor > 0 ? color : undefined}
    >
      {money(amount)}
    </Text>
  ));
}
