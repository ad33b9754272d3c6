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
      SECOND_FACTOR_REQUIRED: 'Esta cuenta necesita el código de su segundo factor.',
      OWN_ROLE_RAISED: 'Nadie aumenta su propio rol: pídaselo a otra persona que pueda.',
      CONFLICT: 'El pedido choca con lo que hay.',
      EMAIL_TAKEN: 'Ya hay una cuenta con este correo.',
      SLUG_TAKEN: 'Otra empresa tiene este nombre corto.',
      BUILDING_NAME_TAKEN: 'Otro edificio de la empresa tiene este nombre.',
      UNIT_CODE_TAKEN: 'Otra unidad del edificio tiene este código.',
      UNIT_OCCUPIED: 'Alguien es dueño o vive allí, ahora o más adelante: termine primero esas ocupaciones.',
      PERSON_USER_TAKEN: 'Otra persona del directorio está unida a este usuario.',
      OCCUPANCY_OVERLAPS: 'La persona ya tiene este rol en la unidad en algunos de esos días.',
      PRIMARY_OCCUPANT_TAKEN: 'La unidad ya tiene un contacto principal de este rol en algunos de esos días.',
      ALREADY_ATTACHED: 'El documento ya está adjunto.',
      VENDOR_NAME_TAKEN: 'Otro proveedor de la empresa tiene este nombre.',
      QUOTE_ORDERED: 'Ya hay una orden de trabajo para este presupuesto.',
      CURRENCY_FROZEN: 'La moneda queda fija desde que hay una unidad: en ella se cuenta lo que se debe.',
      CURRENCY_DIFFERS: 'El importe está en otra moneda que la cuenta de la unidad.',
      AMOUNT_OUT_OF_RANGE: 'Una suma sería mayor de lo que se puede contar.',
      ALLOCATION_EXCEEDED: 'Se pide más de lo que falta del cargo o queda del pago.',
      SHARES_DO_NOT_SUM: 'Los coeficientes de las unidades suman exactamente 1, o ninguna tiene uno.',
      LAST_OWNER: 'Una empresa conserva al menos un titular.',
      ALREADY_MEMBER: 'Esta persona ya es miembro de la empresa.',
      INVITATION_PENDING: 'Ya hay una invitación pendiente para esta dirección: reenvíela o revóquela.',
      JOB_RUNNING: 'El trabajo está en curso y no se superpone consigo mismo: espere o deténgalo.',
      UPLOAD_USED: 'Este archivo ya se registró o se rechazó, o pasó demasiado tiempo: súbalo otra vez.',
      FILE_MISSING: 'Todavía no se subió nada.',
      FILE_REFUSED: 'Lo que llegó no es lo que se anunció: se descartó.',
      PAYLOAD_TOO_LARGE: 'Es más grande de lo que se acepta aquí.',
      VALIDATION_FAILED: 'Algún valor no cumple una regla:',
      TOKEN_INVALID: 'El enlace ya se usó, venció o no es nuestro: pida uno nuevo.',
      WRONG_PASSWORD: 'La contraseña actual es incorrecta, o la cuenta está bloqueada por ahora.',
      UNAVAILABLE: 'El servicio no puede hacerlo en este momento: intente otra vez en un rato.',
      CHARGE_EXISTS: 'La unidad ya tiene un cargo de ese período y concepto.',
      CHARGE_ALLOCATED: 'Algo cubre este cargo, o él cubre algo: libérelo primero.',
      POSSIBLE_DUPLICATE:
        'Hace menos de 48 horas llegó un pago de esta unidad por ese importe y referencia: confirme que es otro.',
      SHARES_INCOMPLETE:
        'Cada unidad facturable del edificio necesita un coeficiente para repartir un total.',
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
