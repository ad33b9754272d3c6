import { Button, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { LaunchForm } from './LaunchForm';

type Props = { job: string; preset?: Record<string, string>; label?: string; children: ReactNode };

/** Launches a job from the page it matters on: asks for its parameters, then shows how it fares. */
export function LaunchButton({ job, preset, label, children, ...button }: Props & ButtonProps) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Shown<'JobView'> | null>(null);
  const ask = useAct({
    act: () => read(api.GET('/api/v1/platform/jobs/{job}', { params: { path: { job } } })),
    then: setAsked,
  });
  return (
    <>
      <Button loading={ask.isPending} onClick={() => ask.mutate()} aria-label={label} {...button}>
        {children}
      </Button>
      {asked && (
        <LaunchForm
          job={asked}
          preset={preset}
          onClose={() => setAsked(null)}
          then={(id) => void navigate(`/platform/executions/${id}`)}
        />
      )}
    </>
  );
}
