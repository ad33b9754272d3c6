import { capital } from '@/kernel/format';
import { catalogue, useTexts } from '@/kernel/texts';

/** What jobs, their steps and parameters are called; the server describes them in English, here are its words in other languages. */
const jobTexts = catalogue({
  en: {
    names: {
      'announcements-due': 'Scheduled announcements',
      backup: 'Backup',
      'mail-delivery': 'Mail delivery',
      receipts: 'Receipts',
      'restore-drill': 'Restore drill',
      retention: 'Retention',
      seed: 'Demonstration data',
      'subscription-lifecycle': 'Trials and subscriptions',
      'ticket-escalation': 'Ticket escalation',
      verify: 'Verification',
    } as Record<string, string>,
    steps: {
      backups: 'Backups',
      books: 'Charges and payments',
      checks: 'Checks',
      documents: 'Documents',
      drill: 'Restore and comparison',
      rows: 'Expired rows',
      shares: 'Check of the shares',
      tenants: 'Companies',
      units: 'Units and people',
      verdict: 'Result',
      work: 'Tickets, orders and announcements',
    } as Record<string, string>,
    labels: {
      backup: 'Backup',
      buildings: 'Buildings',
      dryRun: 'Dry run',
      months: 'Months of history',
      objects: 'Document store',
      profile: 'Environment',
      seed: 'Start of the random numbers',
      tenants: 'Companies',
      units: 'Units',
      workers: 'Workers at once',
    } as Record<string, string>,
    choices: {
      development: 'Development',
      false: 'No',
      hash: 'Every object, with its content',
      none: 'Nothing',
      size: 'Every object, with its size',
      staging: 'Staging',
      true: 'Yes',
    } as Record<string, string>,
    jobs: {} as Record<string, string>,
    parameters: {} as Record<string, string>,
  },
  es: {
    names: {
      'announcements-due': 'Anuncios programados',
      backup: 'Copia de seguridad',
      'mail-delivery': 'Entrega de correo',
      receipts: 'Recibos',
      'restore-drill': 'Prueba de restauración',
      retention: 'Retención',
      seed: 'Datos de demostración',
      'subscription-lifecycle': 'Pruebas y suscripciones',
      'ticket-escalation': 'Escalado de reclamos',
      verify: 'Verificación',
    } as Record<string, string>,
    steps: {
      backups: 'Copias',
      books: 'Cargos y pagos',
      checks: 'Controles',
      documents: 'Documentos',
      drill: 'Restauración y comparación',
      rows: 'Filas vencidas',
      shares: 'Control de los coeficientes',
      tenants: 'Empresas',
      units: 'Unidades y personas',
      verdict: 'Resultado',
      work: 'Reclamos, órdenes y anuncios',
    } as Record<string, string>,
    labels: {
      backup: 'Copia',
      buildings: 'Edificios',
      dryRun: 'Ensayo',
      months: 'Meses de historia',
      objects: 'Almacén de documentos',
      profile: 'Entorno',
      seed: 'Comienzo de los números al azar',
      tenants: 'Empresas',
      units: 'Unidades',
      workers: 'Procesos a la vez',
    } as Record<string, string>,
    choices: {
      development: 'Desarrollo',
      false: 'No',
      hash: 'Cada objeto, con su contenido',
      none: 'Nada',
      size: 'Cada objeto, con su tamaño',
      staging: 'Pruebas',
      true: 'Sí',
    } as Record<string, string>,
    jobs: {
      'announcements-due': 'Envía los anuncios programados cuya hora ha llegado.',
      backup: 'Copia la base de datos y los documentos al almacén, y lee la copia de vuelta.',
      'mail-delivery': 'Entrega el correo pendiente y dice cómo le fue.',
      receipts: 'Hace los documentos de los recibos nuevos y los envía por correo.',
      'restore-drill':
        'Restaura una copia en una base de prueba, la compara con su manifiesto, la controla y la borra.',
      retention:
        'Borra las copias vencidas cuando hay una más nueva probada, restos de las fallidas, claves vencidas, ejecuciones y verificaciones de más de 90 días, subidas abandonadas y objetos sin fila.',
      seed: 'Escribe datos de demostración: empresas con usuarios de cada rol, edificios, unidades y personas, y lo que pasó allí en los últimos meses.',
      'subscription-lifecycle':
        'Avisa de las pruebas que terminan en tres días y anota aquellas cuyo tiempo terminó.',
      'ticket-escalation': 'Escala los reclamos urgentes que nadie tomó en dos horas.',
      verify:
        'Busca lo que los datos no deben tener: referencias rotas, libros que no cierran, recibos que faltan, una auditoría rota, tablas sin protección, índices dañados, documentos sin su objeto.',
    } as Record<string, string>,
    parameters: {
      backup: 'el número de la copia, o latest para la última',
      buildings: 'edificios de cada empresa',
      dryRun: 'no borrar nada, solo contar',
      months: 'hasta cuándo llega la historia; 0: solo unidades y personas',
      objects: 'qué del almacén: nada, que cada objeto esté con su tamaño, o también su contenido',
      profile: 'para quién; si falta, el del entorno',
      seed: 'el mismo número da los mismos datos',
      tenants: 'empresas: Tenant A, Tenant B y así',
      units: 'unidades de cada edificio',
      workers: 'cuántos copian a la vez; desde 2, el esquema y las filas de cada uno son archivos propios',
    } as Record<string, string>,
  },
});

type Described = { name: string | null; description: string | null };

export function useJobWords() {
  const { names, steps, labels, choices, jobs, parameters } = useTexts(jobTexts);
  return {
    name: (job: string | null) => names[job ?? ''] ?? job ?? '',
    // The only step of a job is called as the job is.
    step: (step: string | null) => steps[step ?? ''] ?? names[step ?? ''] ?? step ?? '',
    job: ({ name, description }: Described) => jobs[name ?? ''] ?? description,
    labels,
    label: (parameter: string | null) => labels[parameter ?? ''] ?? parameter ?? '',
    parameter: ({ name, description }: Described) => capital(parameters[name ?? ''] ?? description ?? ''),
    choice: (value: string) => choices[value] ?? value,
  };
}
