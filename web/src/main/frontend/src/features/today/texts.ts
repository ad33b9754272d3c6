import { catalogue } from '@/kernel/texts';

export const texts = catalogue({
  en: {
    today: 'Today',
    hint: 'What waits for somebody.',
    payments: 'Payments to review',
    noPayments: 'No payment waits.',
    review: 'Review',
    overdue: 'Overdue charges',
    noOverdue: 'Nothing is overdue.',
    tickets: 'Open tickets',
    noTickets: 'No ticket waits.',
    all: 'See all',
    unit: 'Unit',
  },
  es: {
    today: 'Hoy',
    hint: 'Lo que espera a alguien.',
    payments: 'Pagos a revisar',
    noPayments: 'Ningún pago espera.',
    review: 'Revisar',
    overdue: 'Cargos vencidos',
    noOverdue: 'Nada está vencido.',
    tickets: 'Reclamos abiertos',
    noTickets: 'Ningún reclamo espera.',
    all: 'Ver todos',
    unit: 'Unidad',
  },
});
