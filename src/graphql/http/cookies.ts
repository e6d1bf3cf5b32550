import type { Request, Response } from 'express';

/** A cookie that scripts cannot read and other sites' forms do not send along. */
export interface Cookie {
  readonly name: string;
  readonly path: string;
  /** Null takes it away. */
  readonly value: string | null;
  /** Seconds. */
  readonly maxAge: number;
}

/** Sets a cookie with the answer, Secure where the client came by https, also through a proxy that says so. */
export function setCookie(request: Request, response: Response, { name, path, value, maxAge }: Cookie): void {
  const age = value === null ? 0 : maxAge;
  const parts = [`${name}=${value ?? ''}`, `Path=${path}`, `Max-Age=${age}`, 'HttpOnly', 'SameSite=Lax'];
  response.append('Set-Cookie', [...parts, ...(isHttps(request) ? ['Secure'] : [])].join('; '));
}

/** A client that lies here deceives itself alone. */
export function isHttps(request: Request): boolean {
  return request.secure || request.headers['x-forwarded-proto'] === 'https';
}
