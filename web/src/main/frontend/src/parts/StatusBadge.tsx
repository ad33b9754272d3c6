import { Badge } from '@mantine/core';
import { catalogue, useTexts } from '@/kernel/texts';
import classes from './StatusBadge.module.css';

/** What states are called, where their feature has no words of its own. */
export const words = catalogue({
  en: {
    ACTIVE: 'Active',
    SUSPENDED: 'Suspended',
    CLOSED: 'Closed',
    TRIAL: 'Trial',
    PAST_DUE: 'Past due',
    CANCELED: 'Canceled',
    EXPIRED: 'Expired',
    STARTING: 'Starting',
    STARTED: 'Running',
    RUNNING: 'Running',
    STOPPING: 'Stopping',
    STOPPED: 'Stopped',
    COMPLETED: 'Completed',
    FAILED: 'Failed',
    ABANDONED: 'Abandoned',
    FINDINGS: 'Findings',
    CLEAN: 'Clean',
    SKIPPED: 'Skipped',
    COMPLETE: 'Complete',
    UNFINISHED: 'Unfinished',
    DAMAGED: 'Damaged',
    PENDING: 'Waiting',
    SENT: 'Sent',
    DEAD: 'Dead letter',
    BOUNCED: 'Bounced',
    REFUSED: 'Refused',
    RETRIED: 'Retried',
    SUPPRESSED: 'Suppressed',
    UP: 'Up',
    DOWN: 'Down',
    UNKNOWN: 'Unknown',
  } as Record<string, string>,
  es: {
    ACTIVE: 'Activa',
    SUSPENDED: 'Suspendida',
    CLOSED: 'Cerrada',
    TRIAL: 'Prueba',
    PAST_DUE: 'Impaga',
    CANCELED: 'Cancelada',
    EXPIRED: 'Vencida',
    STARTING: 'Empieza',
    STARTED: 'En curso',
    RUNNING: 'En curso',
    STOPPING: 'Deteniéndose',
    STOPPED: 'Detenida',
    COMPLETED: 'Completada',
    FAILED: 'Falló',
    ABANDONED: 'Abandonada',
    FINDINGS: 'Hallazgos',
    CLEAN: 'Sin hallazgos',
    SKIPPED: 'Omitida',
    COMPLETE: 'Completa',
    UNFINISHED: 'Inconclusa',
    DAMAGED: 'Dañada',
    PENDING: 'En espera',
    SENT: 'Enviado',
    DEAD: 'Sin entregar',
    BOUNCED: 'Rebotado',
    REFUSED: 'Rechazado',
    RETRIED: 'Reintentado',
    SUPPRESSED: 'Bloqueado',
    UP: 'Responde',
    DOWN: 'No responde',
    UNKNOWN: 'Se desconoce',
  } as Record<string, string>,
});

const COLOURS: Record<string, string> = {
  ACTIVE: 'teal',
  COMPLETED: 'teal',
  COMPLETE: 'teal',
  CLEAN: 'teal',
  RESOLVED: 'teal',
  APPROVED: 'teal',
  PAID: 'teal',
  SENT: 'teal',
  DONE: 'teal',
  ANSWERED: 'teal',
  UP: 'teal',
  OCCUPIED: 'teal',
  OPEN: 'blue',
  STARTED: 'blue',
  RUNNING: 'blue',
  STARTING: 'blue',
  IN_PROGRESS: 'blue',
  SCHEDULED: 'blue',
  TRIAL: 'blue',
  SUBMITTED: 'blue',
  REQUESTED: 'blue',
  RECEIVED: 'blue',
  PENDING: 'blue',
  PARTIAL: 'yellow',
  STOPPING: 'yellow',
  STOPPED: 'yellow',
  PAST_DUE: 'yellow',
  HIGH: 'orange',
  FINDINGS: 'orange',
  SUSPENDED: 'orange',
  SUPPRESSED: 'orange',
  BOUNCED: 'orange',
  UNFINISHED: 'yellow',
  URGENT: 'red',
  FAILED: 'red',
  OVERDUE: 'red',
  REJECTED: 'red',
  DEAD: 'red',
  DAMAGED: 'red',
  REFUSED: 'red',
  ERROR: 'red',
  EXPIRED: 'red',
  DOWN: 'red',
  REVERSED: 'red',
};

/** A state in its word and a colour; the word alone suffices. */
export function StatusBadge({ status, word }: { status: string; word?: string }) {
  const known = useTexts(words);
  return (
    <Badge
      variant="light"
      color={COLOURS[status] ?? 'gray'}
      radius="sm"
      tt="none"
      fw={550}
      classNames={{ root: classes.badge, label: classes.label }}
    >
      {word ?? known[status] ?? status}
    </Badge>
  );
}
