import { Badge, Button, Group, Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';
import { bytes, date, number } from '@/kernel/format';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { ChoosePlan } from './ChoosePlan';
import { TenantForm } from './TenantForm';
import { texts } from './texts';

const TIGHT = 0.8;

export function Component() {
  const t = useTexts(texts);
  const tenant = useQuery({ queryKey: ['tenant'], queryFn: () => read(api.GET('/api/v1/tenant')) });
  if (tenant.isPending) return <RowsLoading />;
  if (tenant.isError) return <Failure failure={tenant.error} retry={() => void tenant.refetch()} />;
  return (
    <>
      <PageHeader title={t.company} hint={tenant.data.slug} />
      <Stack gap="lg" maw={980}>
        <PlanAndUsage />
        {/* A version of its own: whoever saves goes on with what was saved. */}
        <TenantForm key={tenant.data.version} tenant={tenant.data} />
      </Stack>
    </>
  );
}

function told(resource: string | null, current: number, limit: number): [string, string] {
  const word = resource === 'STORAGE_BYTES' ? bytes : number;
  return [word(current), word(limit)];
}

function PlanAndUsage() {
  const t = useTexts(texts);
  const plan = useQuery({ queryKey: ['plan'], queryFn: () => read(api.GET('/api/v1/tenant/plan')) });
  const [choosing, choose] = useDisclosure();
  const chooses = may(useProfile(), 'PLAN_WRITE');
  if (!plan.data) return null;
  const features = plan.data.features?.map((feature) => t.features[feature]).join(', ');
  return (
    <Paper withBorder p="lg" component="section">
      <Group justify="space-between" mb="md">
        <Title order={2} fz={17}>
          {t.plan}
        </Title>
        <Group gap="xs">
          <Badge tt="none" radius="sm">
            {t.plans[plan.data.effectivePlan ?? 'FREE']}
          </Badge>
          <StatusBadge
            status={plan.data.status ?? ''}
            word={
              plan.data.status === 'TRIAL'
                ? t.trial(date(plan.data.trialEndsAt?.slice(0, 10)))
                : t.statuses[plan.data.status ?? 'ACTIVE']
            }
          />
          {chooses && (
            <Button size="xs" variant="default" onClick={choose.open}>
              {t.choosePlan}
            </Button>
          )}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {plan.data.usage?.map(({ resource, current, limit }) => (
          <div key={resource}>
            <Group justify="space-between" mb={4}>
              <Text fz="sm">{t.resources[resource ?? ''] ?? resource ?? ''}</Text>
              <Text fz="sm" c="dimmed" className="figures">
                {t.of(...told(resource, current, limit))}
              </Text>
            </Group>
            <Progress.Root>
              <Progress.Section
                value={Math.round((100 * current) / Math.max(1, limit))}
                color={current >= limit ? 'red' : current > TIGHT * limit ? 'orange' : 'harbour'}
                aria-label={t.resources[resource ?? ''] ?? resource ?? ''}
              />
            </Progress.Root>
          </div>
        ))}
      </SimpleGrid>
      <Text fz="sm" c="dimmed" mt="md">
        {t.includes}: {features || t.nothingMore}
      </Text>
      {choosing && <ChoosePlan plan={plan.data.plan ?? 'FREE'} onClose={choose.close} />}
    </Paper>
  );
}
