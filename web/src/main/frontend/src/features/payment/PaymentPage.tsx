import { Button, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, read } from '@/kernel/api';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { Coverage } from '@/features/ledger/Coverage';
import { ReasonForm } from '@/parts/ReasonForm';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { PaymentFacts } from './PaymentFacts';
import { Proof } from './Proof';
import { Receipt } from './Receipt';
import { texts } from './texts';
import { reject, reverse, REVIEWED, useApproval } from './useReview';

export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const { payment = '' } = useParams();
  const [asking, setAsking] = useState<'reject' | 'reverse' | null>(null);
  const approval = useApproval();
  const buildings = useBuildings();
  const found = useQuery({
    queryKey: ['payment', payment],
    queryFn: () => read(api.GET('/api/v1/payments/{payment}', { params: { path: { payment } } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  const reviews = may(profile, 'PAYMENT_REVIEW');
  return (
    <>
      <PageHeader
        title={t.payment(data.unitCode ?? '')}
        hint={buildings.nameOf(data.buildingId)}
        path={reviews ? [['/payments', t.payments]] : []}
        actions={
          <>
            <Receipt payment={data} />
            {reviews && data.status === 'SUBMITTED' && (
              <>
                <Button variant="default" onClick={() => setAsking('reject')}>
                  {t.reject}
                </Button>
                <Button loading={approval.isPending} onClick={() => approval.mutate(data)}>
                  {t.approve}
                </Button>
              </>
            )}
            {reviews && data.status === 'APPROVED' && (
              <Button variant="default" onClick={() => setAsking('reverse')}>
                {t.reverse}
              </Button>
            )}
          </>
        }
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <div>
          <PaymentFacts payment={data} />
          <Coverage unit={data.unitId ?? ''} of={{ payment }} />
        </div>
        <Proof payment={data} />
      </SimpleGrid>
      {asking && (
        <ReasonForm
          act={asking === 'reject' ? t.reject : t.reverse}
          hint={asking === 'reject' ? t.rejectHint : t.reverseHint}
          done={asking === 'reject' ? t.rejected : t.reversed}
          touches={REVIEWED}
          onClose={() => setAsking(null)}
          onSubmit={(reason) => (asking === 'reject' ? reject : reverse)(payment, reason)}
        />
      )}
    </>
  );
}
