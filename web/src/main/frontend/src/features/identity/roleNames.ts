import { catalogue } from '@/kernel/texts';

export const roleNames = catalogue({
  en: {
    SUPER_ADMIN: 'platform administrator',
    TENANT_OWNER: 'owner',
    TENANT_ADMIN: 'administrator',
    OPERATOR: 'operator',
    RESIDENT: 'resident',
  },
  es: {
    SUPER_ADMIN: 'administrador de la plataforma',
    TENANT_OWNER: 'titular',
    TENANT_ADMIN: 'administrador',
    OPERATOR: 'operador',
    RESIDENT: 'residente',
  },
});
