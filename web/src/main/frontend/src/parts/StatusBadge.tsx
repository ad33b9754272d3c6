import { Badge } from '@mantine/core';
import classes from './StatusBadge.module.css';

const COLOURS: Record<string, string> = {
  ACTIVE: 'teal',
  COMPLETED: 'teal',
  RESOLVED: 'teal',
  APPROVED: 'teal',
  PAID: 'teal',
  SENT: 'teal',
  DONE: 'teal',
  UP: 'teal',
  OCCUPIED: 'teal',
  OPEN: 'blue',
  STARTED: 'blue',
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
  URGENT: 'red',
  FAILED: 'red',
  OVERDUE: 'red',
  REJECTED: 'red',
  DEAD: 'red',
  EXPIRED: 'red',
  DOWN: 'red',
  REVERSED: 'red',
};

/** A state in its word and a colour; the word alone suffices. */
export function StatusBadge({ status, word }: { status: string; word?: string }) {
  return (
    <Badge
      variant="light"
      color={COLOURS[status] ?? 'gray'}
      radius="sm"
      tt="none"
      fw={550}
      classNames={{ root: classes.badge, label: classes.label }}
    >
      {word ?? status}
    </Badge>
  );
}
