import { api, read, type Schemas, type Shown } from '@/kernel/api';
import { useList } from '@/kernel/queries';

export type Vendor = Shown<'VendorView'>;
export type Quote = Shown<'QuoteView'>;
export type Order = Shown<'WorkOrderView'>;

/** What the lists of quotes and of work orders can be narrowed to; what is empty doesn't narrow. */
export type Wanted = Partial<Record<'status' | 'vendorId' | 'buildingId' | 'ticketId', string>>;

/** What a change of a quote or an order changes beyond itself. */
export const TOUCHED = [['quotes'], ['quote'], ['orders'], ['order']];

export function useQuotes(wanted: Wanted) {
  return useList(['quotes', wanted], (cursor) =>
    read(
      api.GET('/api/v1/quotes', {
        params: {
          query: {
            cursor,
            sort: '-createdAt',
            ...wanted,
            status: (wanted.status || undefined) as Schemas['QuoteStatus'] | undefined,
          },
        },
      }),
    ),
  );
}

export function useOrders(wanted: Wanted) {
  return useList(['orders', wanted], (cursor) =>
    read(
      api.GET('/api/v1/work-orders', {
        params: {
          query: {
            cursor,
            sort: '-createdAt',
            ...wanted,
            status: (wanted.status || undefined) as Schemas['WorkOrderStatus'] | undefined,
          },
        },
      }),
    ),
  );
}
