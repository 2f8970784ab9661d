/** An answer of the server that is not 2xx. `code` is one of the stable codes. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** What a refusal says of itself. */
export async function toApiError(response: { readonly status: number; json(): Promise<unknown> }): Promise<ApiError> {
  try {
    const { error } = await response.json() as { error: { code: string } };
    return new ApiError(response.status, error.code);
  } catch {
    return new ApiError(response.status, response.status >= 500 ? 'unavailable' : 'invalid-input');
  }
}
