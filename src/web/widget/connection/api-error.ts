/** An answer of the server that is not 2xx. `code` is one of the stable codes. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds after which the same may succeed, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, retryAfter?: number) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** What a refusal says of itself. */
export async function toApiError(response: { readonly status: number; json(): Promise<unknown> }): Promise<ApiError> {
  try {
    const { error } = await response.json() as { error: { code: string; retryAfter?: number } };
    return new ApiError(response.status, error.code, error.retryAfter);
  } catch {
    return new ApiError(response.status, response.status >= 500 ? 'unavailable' : 'invalid-input');
  }
}
