import { Problem, Unreachable } from './problem';
import { catalogue, language } from './texts';

const texts = catalogue({
  en: {
    failed: 'That did not work',
    unreachable: 'The server cannot be reached. Nothing is lost: try again when it is back.',
    unexpected: 'Something unexpected happened on this page.',
    reference: (id: string) => `Reference ${id}`,
    codes: {
      FORBIDDEN: 'Your role does not permit this.',
      NOT_FOUND: 'It is not there, or not yours to see.',
      VERSION_MISMATCH: 'Somebody changed it in the meantime. Load it again, then repeat your change.',
      RATE_LIMITED: 'Too many requests. Wait a moment, then try again.',
      LOGIN_FAILED: 'E-mail address or password is wrong, or the account cannot log in now.',
      PLAN_LIMIT_EXCEEDED: 'Your plan allows no more of these.',
      FEATURE_NOT_AVAILABLE: 'Your plan does not include this.',
      TENANT_SUSPENDED: 'The company is suspended: it can be read, not changed.',
      INTERNAL_ERROR: 'Something failed on our side.',
    } as Record<string, string>,
  },
  es: {
    failed: 'No se pudo hacer',
    unreachable: 'No se puede contactar al servidor. No se perdió nada: intente otra vez cuando vuelva.',
    unexpected: 'Ocurrió algo inesperado en esta página.',
    reference: (id: string) => `Referencia ${id}`,
    codes: {
      FORBIDDEN: 'Su rol no permite esto.',
      NOT_FOUND: 'No existe, o no le corresponde verlo.',
      VERSION_MISMATCH: 'Alguien lo cambió mientras tanto. Vuelva a cargarlo y repita su cambio.',
      RATE_LIMITED: 'Demasiados pedidos. Espere un momento e intente otra vez.',
      LOGIN_FAILED: 'El correo o la contraseña son incorrectos, o la cuenta no puede ingresar ahora.',
      PLAN_LIMIT_EXCEEDED: 'Su plan no permite más.',
      FEATURE_NOT_AVAILABLE: 'Su plan no incluye esto.',
      TENANT_SUSPENDED: 'La empresa está suspendida: se puede leer, no cambiar.',
      CHARGE_EXISTS: 'La unidad ya tiene un cargo de ese período y concepto.',
      CHARGE_ALLOCATED: 'Algo cubre este cargo, o él cubre algo: libérelo primero.',
      POSSIBLE_DUPLICATE:
        'Hace menos de 48 horas llegó un pago de esta unidad por ese importe y referencia: confirme que es otro.',
      SHARES_INCOMPLETE:
        'Cada unidad facturable del edificio necesita una participación para repartir un total.',
      NO_BILLABLE_UNIT: 'El edificio no tiene unidades facturables.',
      ILLEGAL_STATE_CHANGE: 'En su estado actual no se puede hacer esto.',
      INTERNAL_ERROR: 'Algo falló de nuestro lado.',
    },
  },
});

/** A failure in words for whoever is at the page, with what finds it in the logs. */
export function told(failure: unknown): { title: string; message: string } {
  const words = texts[language()];
  if (failure instanceof Unreachable) return { title: words.failed, message: words.unreachable };
  if (!(failure instanceof Problem)) return { title: words.failed, message: words.unexpected };
  const detail = language() === 'en' ? failure.message : (words.codes[failure.code] ?? failure.message);
  const fields = failure.violations.map((each) => `${each.field} ${each.message}`).join('; ');
  const reference = failure.status >= 500 && failure.requestId ? words.reference(failure.requestId) : '';
  return { title: words.failed, message: [detail, fields, reference].filter(Boolean).join(' ') };
}
