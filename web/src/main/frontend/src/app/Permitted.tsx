import { Outlet } from 'react-router';
import { may, useProfile } from '@/kernel/session';
import { NotPermitted } from '@/parts/States';

export function Permitted({ permission }: { permission: string }) {
  return may(useProfile(), permission) ? <Outlet /> : <NotPermitted />;
}
