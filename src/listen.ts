import type { Server } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import type { Config } from './config.ts'
import { type Refusal, refuse } from './domain/refusal.ts'
import type { App } from './http/app.ts'

export interface Listening {
  /** The port that was asked for, or the free one that was found for 0. */
  readonly port: number
  /** Takes no new requests and resolves when those under way have ended. */
  readonly close: () => Promise<void>
}

/** Refuses a port that is in use: `port_taken`. */
export function listen(
  app: App,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<Listening | Refusal> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
      resolve({ port: info.port, close: () => close(server) }),
    )
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(refuse('port_taken', { port })) : reject(error),
    )
  })
}

const close = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    // because: serve() without TLS options makes node's plain HTTP server
    ;(server as Server).closeIdleConnections()
  })
