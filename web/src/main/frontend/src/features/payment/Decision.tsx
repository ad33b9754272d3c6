import { ActionIcon, Anchor, Button, Group, Kbd, Paper, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { useUnitAccount } from '@/features/ledger/useAccount';
import type { Shown } from '@/kernel/api';
import { date, instant, money } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { FactList } from '@/parts/FactList';
import classes from './ReviewPage.module.css';
import { texts } from './texts';

type Props = {
  payment: Shown<'PaymentView'>;
  place: string;
  deciding: boolean;
  onApprove: () => void;
  onReject: () => void;
  onGo: (step: number) => void;
};

/** One payment of the queue: what it says, how its unit stands, and the two ways to go. */
export function Decision({ payment, place, deciding, onApprove, onReject, onGo }: Props) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const account = useUnitAccount(payment.unitId ?? '');
  const sums = (amounts: { amountMinor: number; currency: string }[] | null | undefined) =>
    amounts?.map(money).join(' · ') ?? '…';
  return (
    <Paper withBorder p="md" className={classes.decision}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <div>
          <Anchor component={Link} to={`/units/${payment.unitId}/account`} fw={600}>
            {t.unit} {payment.unitCode}
          </Anchor>
          <Text fz="xs" c="dimmed">
            {buildings.nameOf(payment.buildingId)}
          </Text>
        </div>
        <Group gap={2} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={t.previous} onClick={() => onGo(-1)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <Text fz="xs" c="dimmed" className="figures">
            {place}
          </Text>
          <ActionIcon variant="subtle" color="gray" aria-label={t.next} onClick={() => onGo(1)}>
            <IconChevronRight size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <Text fz={28} fw={650} lh={1.2} mb="md" className="figures">
        {money(payment.amount)}
      </Text>
      <FactList
        facts={[
          [t.paidOn, date(payment.paidOn)],
          [t.method, t.methods[payment.method ?? 'TRANSFER']],
          [t.reference, payment.reference ?? '–'],
          [t.submitted, instant(payment.submittedAt)],
          [t.owedNow, sums(account.data?.outstanding)],
          [t.overdueNow, sums(account.data?.overdue)],
        ]}
      />
      <Group mt="md" gap="xs" grow className={classes.acts}>
        <Button
          loading={deciding}
          onClick={onApprove}
          rightSection={
            <Kbd size="xs" visibleFrom="sm">
              A
            </Kbd>
          }
        >
          {t.approve}
        </Button>
        <Button
          variant="default"
          onClick={onReject}
          rightSection={
            <Kbd size="xs" visibleFrom="sm">
              R
            </Kbd>
          }
        >
          {t.reject}
        </Button>
      </Group>
      <Text fz="xs" c="dimmed" mt="sm" visibleFrom="sm">
        <Kbd size="xs">J</Kbd> {t.next} <Kbd size="xs">K</Kbd> {t.previous}
      </Text>
    </Paper>
  );
}
