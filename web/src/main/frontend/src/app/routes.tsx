import { createBrowserRouter, type RouteObject } from 'react-router';
import { Component as Login } from '@/features/identity/Login';
import { NotFound } from '@/parts/States';
import { Crashed } from './Crashed';
import { Outside, Root, Start } from './Root';
import { areas } from './areas';
import { Waiting } from './Waiting';

const entrance: RouteObject[] = [
  // Small, and what most come to first: not another round trip.
  { path: 'login', Component: Login },
  { path: 'signup', lazy: () => import('@/features/identity/SignUp') },
  { path: 'forgot-password', lazy: () => import('@/features/identity/ForgotPassword') },
  { path: 'reset-password', lazy: () => import('@/features/identity/ResetPassword') },
  { path: 'verify-email', lazy: () => import('@/features/identity/VerifyEmail') },
  { path: 'accept-invitation', lazy: () => import('@/features/identity/Invitation') },
];

export const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <Crashed />,
    hydrateFallbackElement: <Waiting />,
    children: [
      { element: <Outside />, children: entrance },
      {
        // Not with the entrance: a phone shows the login without what is around the pages.
        lazy: () => import('./Shell'),
        children: [
          { index: true, element: <Start /> },
          { path: 'profile', lazy: () => import('@/features/identity/ProfilePage') },
          { path: 'notifications', lazy: () => import('@/features/notification/NotificationsPage') },
          ...areas.flatMap((area) => area.routes),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
