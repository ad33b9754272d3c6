import { api, read, type Shown } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

/** What a decision on a payment changes beyond the payment. */
export const REVIEWED = [['payments'], ['payment'], ['account'], ['charges'], ['charge']];

export const reject = (payment: string, reason: string) =>
  read(api.POST('/api/v1/payments/{payment}/reject', { params: { path: { payment } }, body: { reason } }));

export const reverse = (payment: string, reason: string) =>
  read(api.POST('/api/v1/payments/{payment}/reverse', { params: { path: { payment } }, body: { reason } }));

/** Approves, which lays the payment on what the unit owes, oldest due first. */
export function useApproval() {
  const t = useTexts(texts);
  return useAct({
    act: (payment: Shown<'PaymentView'>) =>
      read(
        api.POST('/api/v1/payments/{payment}/approve', {
          params: { path: { payment: payment.id } },
          body: { allocations: null },
        }),
      ),
    touches: REVIEWED,
    done: (payment) => t.approved(payment.receiptNumber ?? ''),
  });
}
