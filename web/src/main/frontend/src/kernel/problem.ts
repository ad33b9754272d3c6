/** What the API says when it doesn't do what was asked (RFC 9457). */
export type Violation = { field: string; message: string };

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly requestId: string | null,
    readonly violations: Violation[],
  ) {
    super(detail);
    this.name = 'Problem';
  }

  static async of(response: Response): Promise<Problem> {
    const body = await response.json().catch(() => ({}));
    return new Problem(
      response.status,
      body.code ?? 'INTERNAL_ERROR',
      body.detail ?? response.statusText,
      body.requestId ?? response.headers.get('X-Request-Id'),
      body.violations ?? [],
    );
  }

  is(...codes: string[]): boolean {
    return codes.includes(this.code);
  }
}

/** No answer came: the server is down, or the network. */
export class Unreachable extends Error {
  constructor() {
    super('The server cannot be reached.');
    this.name = 'Unreachable';
  }
}
