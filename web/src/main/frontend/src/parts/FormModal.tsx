import { Alert, Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { placeViolations } from '@/kernel/forms';
import { useAct } from '@/kernel/queries';
import { catalogue, useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';
import type { QueryKey } from '@tanstack/react-query';
import { Dialog } from './Dialog';

const texts = catalogue({ en: { cancel: 'Cancel' }, es: { cancel: 'Cancelar' } });

type Props<T extends Record<string, unknown>, O> = {
  title: string;
  act: string;
  form: UseFormReturnType<T>;
  onSubmit: (values: T) => Promise<O>;
  onClose: () => void;
  then?: (output: O) => void;
  done?: string;
  touches?: QueryKey[];
  size?: string;
  children: ReactNode;
};

/** A form over the page. Stays open, with everything typed, until what was asked is done. */
export function FormModal<T extends Record<string, unknown>, O>({
  title,
  act,
  form,
  onSubmit,
  onClose,
  then,
  done,
  touches,
  size,
  children,
}: Props<T, O>) {
  const t = useTexts(texts);
  const [refused, setRefused] = useState<ReturnType<typeof told> | null>(null);
  const submit = useAct<T, O>({
    act: onSubmit,
    touches,
    done,
    then: (output) => {
      onClose();
      then?.(output);
    },
    handled: (failure) => {
      if (!placeViolations(form, failure)) setRefused(told(failure));
      return true;
    },
  });
  const body = useRef<HTMLFormElement>(null);
  // The button that was pressed lost the focus while it waited: what is to be put right has it next.
  useEffect(() => {
    if (submit.isError && document.activeElement === document.body) {
      body.current?.querySelector<HTMLElement>('[aria-invalid=true], [type=submit]')?.focus();
    }
  }, [submit.isError, submit.failureCount]);
  return (
    <Dialog onClose={onClose} title={title} size={size} closeOnClickOutside={!form.isDirty()}>
      <form
        ref={body}
        onSubmit={form.onSubmit((values) => {
          setRefused(null);
          submit.mutate(values);
        })}
      >
        <Stack>
          {children}
          {refused && (
            <Alert color="red" role="alert" title={refused.title}>
              {refused.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={submit.isPending}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
