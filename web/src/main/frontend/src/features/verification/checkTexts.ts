import { catalogue } from '@/kernel/texts';

/** The server describes its checks in English; these are its words in other languages. */
export const checkTexts = catalogue({
  en: {} as Record<string, string>,
  es: {
    'indexes-valid':
      'Todo índice está completo: uno cuya creación se interrumpió no responde y cuesta igual.',
    'index-structure': 'Todo árbol B está en el orden de sus operadores, según la extensión amcheck.',
    'constraints-validated': 'Toda restricción se controló en las filas que ya estaban.',
    'triggers-enabled':
      'Ningún disparador está apagado, ni los nuestros ni los que sostienen las referencias.',
    'row-security': 'Toda tabla con empresa tiene una política, vigente para todos, también para su dueño.',
    'append-only':
      'Lo escrito para siempre no puede cambiarse: solo el dueño puede intentarlo, y los disparadores se lo niegan a todos.',
    references:
      'Toda referencia apunta a una fila de su empresa, también la que se escribió por fuera de la restricción.',
    'tenants-apart':
      'Lo que se refiere a una fila con empresa es de la misma empresa, aunque la referencia no lo diga.',
    'units-at-home': 'Lo que nombra una unidad y un edificio nombra el edificio de esa unidad.',
    'unit-shares': 'Los coeficientes de las unidades de un edificio suman 1, o ninguna lo tiene.',
    'occupancy-overlaps':
      'Nadie tiene dos veces el mismo rol en una unidad a la vez, y un rol tiene un solo contacto principal a la vez.',
    'ledger-accounts': 'El saldo de una unidad es la suma de sus asientos, y los cuenta todos.',
    'ledger-balances':
      'El saldo de una unidad es lo pendiente de sus cargos, menos lo libre de sus pagos y créditos.',
    'ledger-order':
      'Los asientos de una unidad son una serie sin huecos, cada uno con el saldo anterior más su importe.',
    'ledger-sources':
      'El libro tiene de cada cargo, crédito y pago lo que representa: todo, o nada si se deshizo.',
    'allocations-of-charges':
      'Lo imputado a un cargo, o de un crédito, es la suma de sus imputaciones y nunca más que su importe.',
    'allocations-of-payments':
      'Lo imputado de un pago es la suma de sus imputaciones y nunca más que su importe.',
    'allocations-between':
      'Las imputaciones vigentes van de un pago aprobado, o de un crédito no anulado, a una deuda no anulada.',
    'receipt-numbers':
      'Los recibos se numeran desde 1 en cada empresa y año, sin huecos ni repetidos, hasta el contador.',
    'receipts-of-payments':
      'Un pago aprobado tiene recibo, anulado si el pago se revirtió; ningún otro pago lo tiene.',
    'ticket-numbers':
      'Los reclamos se numeran desde 1 en cada empresa, sin huecos ni repetidos, hasta el contador.',
    'announcements-sent': 'Solo lo enviado tiene destinatarios.',
    'audit-chain':
      'Toda entrada de auditoría está sellada o espera su sello; cada sello cubre su entrada y el sello anterior, hasta el fin de la cadena.',
    'documents-stored':
      'Cada revisión de un documento tiene su objeto, de su tamaño y contenido, y cada objeto tiene su fila.',
  } as Record<string, string>,
});
