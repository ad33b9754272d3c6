import { useQuery } from '@tanstack/react-query';
import { api, raw, read, type Shown } from '@/kernel/api';

type Payment = Shown<'PaymentView'>;

export const PROOF_TYPES = 'application/pdf,image/jpeg,image/png,image/webp';
const ENDINGS: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A proof is a document of the unit that carries the payment in its name: that is how it is found again. */
export async function handIn(file: File, payment: Payment): Promise<void> {
  const upload = await read(
    api.POST('/api/v1/documents/uploads', {
      body: {
        fileName: `payment-${payment.id}.${ENDINGS[file.type] ?? 'pdf'}`,
        contentType: file.type,
        size: file.size,
        category: 'RECEIPT',
        visibility: 'RESIDENTS',
        unitId: payment.unitId,
      },
    }),
  );
  await raw(`/api/v1/documents/uploads/${upload.id}/content`, {
    method: 'PUT',
    headers: { 'Content-Type': file.type },
    body: file,
  });
  await api.POST('/api/v1/documents/uploads/{upload}/register', { params: { path: { upload: upload.id } } });
}

export function useProofs(payment: Payment) {
  return useQuery({
    queryKey: ['proofs', payment.id],
    queryFn: () =>
      read(
        api.GET('/api/v1/documents', {
          params: {
            query: { unit: payment.unitId ?? undefined, category: 'RECEIPT', q: `payment-${payment.id}` },
          },
        }),
      ),
  });
}
