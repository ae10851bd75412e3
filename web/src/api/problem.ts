/** One of several things that are wrong with what was sent. */
export interface ProblemPart {
  /** JSON pointer to the faulty input; empty for the whole of it. */
  readonly pointer: string;
  readonly detail: string;
}

/**
 * A refusal by the server (RFC 9457), or the failure to reach it. `detail` says what is wrong and how to mend it, in the
 * language of the page, `title` what kind of thing it is, `pointer` where in the input; `code` is for the page to act on.
 */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when the server was not reached. */
    readonly status: number,
    /** The kind of problem, such as `access.refused`; `network` when the server was not reached. */
    readonly code: string,
    readonly title: string,
    readonly detail: string = '',
    /** JSON pointer to the faulty input, such as `/members/0/birthDate`. */
    readonly pointer: string = '',
    readonly args: readonly unknown[] = [],
    /** Each thing that is wrong by itself, where there are several. */
    readonly parts: readonly ProblemPart[] = [],
  ) {
    super([title, detail].filter(Boolean).join(' ') || code);
    this.name = 'Problem';
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function partsOf(errors: unknown): ProblemPart[] {
  return (Array.isArray(errors) ? errors : []).map((error: unknown) => {
    const { pointer, detail } = (error ?? {}) as Record<string, unknown>;
    return { pointer: text(pointer), detail: text(detail) };
  });
}

/** What a failed response says, even if a proxy in between answered and it is no problem document at all. */
export async function problemOf(response: Response): Promise<Problem> {
  let body: Record<string, unknown> = {};
  try {
    const parsed: unknown = await response.json();
    if (typeof parsed === 'object' && parsed !== null) {
      body = parsed as Record<string, unknown>;
    }
  } catch {
    // No JSON: the status alone has to do.
  }
  // Of a problem without a type of its own the title is HTTP's phrase for the status, in English: nothing to show.
  const isTyped = text(body['type']) !== '' && body['type'] !== 'about:blank';
  return new Problem(
    response.status,
    text(body['code']) || `http.${response.status}`,
    isTyped ? text(body['title']) : '',
    text(body['detail']),
    text(body['pointer']),
    Array.isArray(body['args']) ? body['args'] : [],
    partsOf(body['errors']),
  );
}
