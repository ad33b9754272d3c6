import { Alert, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/kernel/api';
import { catalogue, useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';
import { Door } from './Door';
import { mailedToken } from './mailedToken';

const texts = catalogue({
  en: { title: 'Confirm your address', done: 'Thank you: your e-mail address is confirmed.', on: 'Go on' },
  es: {
    title: 'Confirme su dirección',
    done: 'Gracias: su correo electrónico está confirmado.',
    on: 'Continuar',
  },
});

export function Component() {
  const t = useTexts(texts);
  const [token] = useState(mailedToken);
  const verified = useQuery({
    queryKey: ['verify-email', token],
    queryFn: async () => {
      await api.POST('/api/v1/auth/email/verify', { body: { token } });
      return true;
    },
    staleTime: Infinity,
  });
  return (
    <Door title={t.title} links={[['/', t.on]]}>
      {verified.isPending && <Loader />}
      {verified.isSuccess && <Alert role="status">{t.done}</Alert>}
      {verified.isError && (
        <Alert color="red" role="alert">
          {told(verified.error).message}
        </Alert>
      )}
    </Door>
  );
}
