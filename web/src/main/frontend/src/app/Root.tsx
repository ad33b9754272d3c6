import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router';
import { Problem } from '@/kernel/problem';
import { leaveExpired, logIn, useProfile, useSession } from '@/kernel/session';
import { catalogue, useTexts } from '@/kernel/texts';
import { LoginForm } from '@/features/identity/LoginForm';
import { Dialog } from '@/parts/Dialog';
import { areasOf } from './areas';
import { Unreached } from './Unreached';
import { Waiting } from './Waiting';

const texts = catalogue({
  en: {
    expired: 'Your session has ended',
    expiredHint: 'Log in again to go on where you are. Nothing you typed is lost.',
    leave: 'Leave',
  },
  es: {
    expired: 'Su sesión terminó',
    expiredHint: 'Ingrese otra vez para seguir donde está. Nada de lo escrito se pierde.',
    leave: 'Salir',
  },
});

/** Around everything: waits until it is known who is there, and asks again in place when a session ends. */
export function Root() {
  const t = useTexts(texts);
  const session = useSession();
  if (session.is === 'unknown') return <Waiting />;
  return (
    <>
      <Unreached />
      <Outlet />
      {session.is === 'expired' && (
        <Dialog
          onClose={leaveExpired}
          title={t.expired}
          centered
          closeOnClickOutside={false}
          closeOnEscape={false}
        >
          <LoginForm
            hint={t.expiredHint}
            email={session.profile.user.email}
            onLogin={async (email, password, proof) => {
              // Somebody else at the same page would go on with what isn't theirs.
              if (email.trim().toLowerCase() !== session.profile.user.email) {
                throw new Problem(401, 'LOGIN_FAILED', t.expired, null, []);
              }
              await logIn(email, password, proof);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

/** The doors: whoever is in already goes on inside. */
export function Outside() {
  const session = useSession();
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  if (session.is === 'in' && pathname === '/login') {
    const next = search.get('next');
    return <Navigate to={next?.startsWith('/') && !next.startsWith('//') ? next : '/'} replace />;
  }
  return <Outlet />;
}

/** Everybody's own first page. */
export function Start() {
  const first = areasOf(useProfile())[0];
  return <Navigate to={first?.to ?? '/profile'} replace />;
}
