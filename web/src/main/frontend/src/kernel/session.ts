import { useSyncExternalStore } from 'react';
import { Problem, Unreachable } from './problem';
import { lost, reachableAgain } from './reachability';

/**
 * Who is logged in, as far as this tab knows. The access token lives in memory only; the refresh token is a cookie that
 * scripts can't read. A session that ends under somebody's hands is asked for again in place, so that what was typed stays.
 */
export type Membership = { tenantId: string; tenantName: string; role: string; buildingId: string | null };

export type Profile = {
  user: {
    id: string;
    email: string;
    name: string;
    locale: string | null;
    emailVerified: boolean;
    superAdmin: boolean;
    secondFactor: boolean;
  };
  memberships: Membership[];
  tenantId: string | null;
  permissions: string[];
  impersonation: { superAdminId: string; tenantName: string; endsAt: string } | null;
  secondFactorRequired: boolean;
};

export type SessionState =
  | { is: 'unknown' }
  | { is: 'out' }
  /** Was in, and what is on the page waits for a new login. */
  | { is: 'expired'; profile: Profile }
  | { is: 'in'; profile: Profile };

/** What one was permitted last: decides what is loaded early, and nothing else. */
const HINT = 'buildingos.session';
const UNDER_WAY = 'buildingos.refreshing';
const ANSWERED_BY_MILLIS = 2_000;
const listeners = new Set<() => void>();
let state: SessionState = { is: 'unknown' };
let token: string | null = null;
/** While a platform administrator acts inside a company: what renews that. In memory only. */
let inside: string | null = null;
let refreshing: Promise<boolean> | null = null;
let waiting: (() => void)[] = [];

function become(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

export function session(): SessionState {
  return state;
}

export function useSession(): SessionState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, session);
}

/** Resolves when it is known who is here, if anybody. */
export function known(): Promise<void> {
  if (state.is !== 'unknown') return Promise.resolve();
  return new Promise((go) => {
    const listener = (): void => {
      listeners.delete(listener);
      go();
    };
    listeners.add(listener);
  });
}

/** Whether it is worth loading a page of this permission before it is known who is here. */
export function likely(permission: string): boolean {
  return (localStorage.getItem(HINT) ?? '').split(' ').includes(permission);
}

/** Inside the shell there always is one. */
export function useProfile(): Profile {
  const now = useSession();
  if (now.is === 'in' || now.is === 'expired') return now.profile;
  throw new Error('nobody is logged in');
}

export function accessToken(): string | null {
  return token;
}

/** A server that starts, or a proxy without one, answers too: without the request's id that all our answers have. */
export function isOurs(answer: Response): boolean {
  return answer.ok || answer.headers.has('X-Request-Id');
}

async function send(
  path: string,
  body?: unknown,
  credentials: RequestCredentials = 'same-origin',
): Promise<Response> {
  try {
    const answer = await fetch(`/api/v1/auth/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      credentials,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      // An answer that sets a new cookie must arrive even if the page is left meanwhile.
      keepalive: true,
    });
    if (isOurs(answer)) return answer;
  } catch {
    // Told below.
  }
  throw new Unreachable();
}

async function enter(answer: Response): Promise<Profile> {
  if (!answer.ok) throw await Problem.of(answer);
  token = ((await answer.json()) as { accessToken: string }).accessToken;
  const me = await send('me');
  if (!me.ok) throw await Problem.of(me);
  const profile = (await me.json()) as Profile;
  localStorage.setItem(HINT, ['in', ...profile.permissions].join(' '));
  become({ is: 'in', profile });
  waiting.forEach((go) => go());
  waiting = [];
  return profile;
}

export async function logIn(
  email: string,
  password: string,
  proof: { code?: string; recoveryCode?: string },
): Promise<Profile> {
  return enter(await send('login', { email, password, ...proof }));
}

export async function signUp(request: Record<string, unknown>): Promise<Profile> {
  return enter(await send('signup', request));
}

export async function switchTo(tenantId: string): Promise<Profile> {
  return enter(await send('switch', { tenantId }));
}

/** A token that came another way: an accepted invitation. */
export async function enterWith(accessToken: string): Promise<Profile> {
  return enter(new Response(JSON.stringify({ accessToken })));
}

/** To act inside a company. The own session stays as it is, behind the cookie. */
export async function enterInside(accessToken: string, refreshToken: string): Promise<Profile> {
  inside = refreshToken;
  return enterWith(accessToken);
}

/** Ends acting inside, and goes on as oneself. */
export async function comeOut(): Promise<void> {
  // Without the cookie, or the answer would take the own session's away.
  await send('logout', {}, 'omit');
  inside = null;
  if (!(await refresh())) forget();
}

/** Whoever loads the page anew is themselves again: nothing must be left that acts inside. */
window.addEventListener('pagehide', () => {
  if (inside) void send('logout', {}, 'omit').catch(() => undefined);
});

export async function reloadProfile(): Promise<void> {
  const me = await send('me');
  if (me.ok) become({ is: 'in', profile: (await me.json()) as Profile });
}

export async function logOut(everywhere = false): Promise<void> {
  if (inside) await comeOut().catch(() => undefined);
  await send(everywhere ? 'logout-all' : 'logout', {}).catch(() => undefined);
  forget();
}

function forget(): void {
  token = null;
  inside = null;
  localStorage.removeItem(HINT);
  become({ is: 'out' });
}

/** Once for all who ask at the same time: a refresh token used twice ends the session. */
export function refresh(): Promise<boolean> {
  refreshing ??= locked(async () => {
    if (inside && (await renewedInside(inside))) return true;
    await leftUnderWay();
    sessionStorage.setItem(UNDER_WAY, String(Date.now()));
    const answer = await send('refresh', {}).finally(() => sessionStorage.removeItem(UNDER_WAY));
    if (!answer.ok) return false;
    await enter(answer);
    return true;
  }).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** False when the time inside is over: one is oneself again. */
async function renewedInside(refreshToken: string): Promise<boolean> {
  const answer = await send('refresh', { refreshToken }, 'omit');
  if (!answer.ok) {
    inside = null;
    return false;
  }
  inside = ((await answer.clone().json()) as { refreshToken: string }).refreshToken;
  await enter(answer);
  return true;
}

/** A page that was left while it asked: its answer brings the cookie that is good now, so it is waited for. */
async function leftUnderWay(): Promise<void> {
  const left = Number(sessionStorage.getItem(UNDER_WAY) ?? 0) + ANSWERED_BY_MILLIS - Date.now();
  if (left > 0) await new Promise((go) => setTimeout(go, Math.min(left, ANSWERED_BY_MILLIS)));
}

/** Tabs share the cookie, so they take turns. */
async function locked(work: () => Promise<boolean>): Promise<boolean> {
  return navigator.locks ? await navigator.locks.request('buildingos.refresh', work) : work();
}

/** At the first load: is there a session from before? Without a hint nobody is asked. */
export async function resume(): Promise<void> {
  if (!localStorage.getItem(HINT)) {
    become({ is: 'out' });
    return;
  }
  if (!(await refreshedByServer())) forget();
}

/** However long it takes until there is one. */
async function refreshedByServer(): Promise<boolean> {
  for (;;) {
    try {
      return await refresh();
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      lost();
      await reachableAgain();
    }
  }
}

/** After a 401: a fresh token by the cookie, else by the person. Resolves when there is one; false if they leave. */
export async function renewed(): Promise<boolean> {
  if (await refreshedByServer()) return true;
  if (state.is === 'in' || state.is === 'expired') {
    token = null;
    become({ is: 'expired', profile: state.profile });
    await new Promise<void>((go) => waiting.push(go));
    return token !== null;
  }
  return false;
}

export function leaveExpired(): void {
  forget();
  waiting.forEach((go) => go());
  waiting = [];
}

export function may(profile: Profile, permission: string): boolean {
  return profile.permissions.includes(permission);
}

export function roles(profile: Profile): string[] {
  return profile.memberships.filter((each) => each.tenantId === profile.tenantId).map((each) => each.role);
}
