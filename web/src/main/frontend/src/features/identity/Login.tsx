import { catalogue, useTexts } from '@/kernel/texts';
import { Door } from './Door';
import { LoginForm } from './LoginForm';

const texts = catalogue({
  en: { title: 'Log in', forgot: 'Forgotten password', signUp: 'Create an account' },
  es: { title: 'Ingresar', forgot: 'Olvidé mi contraseña', signUp: 'Crear una cuenta' },
});

export function Component() {
  const t = useTexts(texts);
  return (
    <Door
      title={t.title}
      links={[
        ['/forgot-password', t.forgot],
        ['/signup', t.signUp],
      ]}
    >
      <LoginForm />
    </Door>
  );
}
