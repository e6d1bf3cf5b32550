import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type ErrorCode, JejakError } from '../../domain/errors.js';
import { insideOf, logError } from './log.js';

/** The address that the server was asked to listen on could not be had: why, and what to do. */
const REFUSALS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  EADDRINUSE: ['CONFLICT', 'is in use by another program; stop that one, or set PORT (0 picks a free one)'],
  EACCES: ['FORBIDDEN', 'may not be used by this account; set PORT to 1024 or more'],
  EADDRNOTAVAIL: ['BAD_USER_INPUT', 'is no address of this machine; set HOST to 127.0.0.1 or 0.0.0.0'],
  ENOTFOUND: ['BAD_USER_INPUT', 'is no address that can be found; set HOST to 127.0.0.1 or 0.0.0.0'],
};

/**
 * Listens and returns `http://HOST:PORT` with the port that was given (0: the one that was free). Throws CONFLICT when
 * the port is in use, FORBIDDEN or BAD_USER_INPUT when the address can't be had.
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  server.on('clientError', answerBrokenRequest);
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
  // Node reports here what goes wrong while it accepts a connection; unheard, that would end the process.
  server.on('error', (error) => logError('A connection was not accepted', insideOf(error)));
  const address = server.address();
  return urlOf(host, typeof address === 'object' && address !== null ? address.port : port);
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const known = REFUSALS[error.code ?? ''];
  return known
    ? new JejakError(known[0], `${urlOf(host, port).slice(7)} ${known[1]}`, [], { cause: error })
    : error;
}

/** What is no HTTP never reaches Express; Node's own answer has no body. */
const BROKEN: Readonly<Record<string, readonly [string, ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'TOO_COMPLEX',
    'The address and headers are longer than 16 KB; send the query by POST',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'TIMEOUT',
    'The request did not arrive in time; send it again',
  ],
};

function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code, message] = BROKEN[error.code ?? ''] ?? [
    '400 Bad Request',
    'BAD_USER_INPUT',
    'This is no HTTP request; send one as a browser or curl does',
  ];
  const body = `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`;
  const head = `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`;
  socket.end(head + body);
}
