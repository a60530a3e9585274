/**
 * Listens so that a crowd is let in at once. Node takes one new connection from a listening socket between two rounds of
 * requests, and under load a round takes milliseconds: the last of a thousand would wait for seconds before anything that it
 * asks is read. So several sockets listen at one address, and the system shares newcomers among them.
 */
import type { Server } from 'node:http'
import { createServer, type AddressInfo, type ListenOptions, type Server as NetServer } from 'node:net'
import type { Config } from './config.ts'
import { listeningFailure } from './unusable-settings.ts'

const SOCKETS = process.platform === 'linux' ? 16 : 1
/** A crowd that comes at once waits to be let in; beyond this the system would leave it to try again after seconds. */
const MOST_CONNECTING = 4096

export interface Listening {
  url: string
  /** Lets nobody else in; resolves once those who were in have left. */
  close(): Promise<void>
}

/** @throws ConfigError naming what can't be used */
export async function listenAt(config: Config, server: Server): Promise<Listening> {
  const { host } = config
  try {
    if (SOCKETS > 1 && config.port !== 0) await demandFree(config)
    const port = await listen(server, { host, port: config.port, reusePort: SOCKETS > 1 })
    const others = Array.from({ length: SOCKETS - 1 }, () => doorTo(server))
    await Promise.all(others.map((door) => listen(door, { host, port, reusePort: true })))
    return {
      url: `http://${host}:${port}`,
      close: async () => void (await Promise.all([server, ...others].map(close))),
    }
  } catch (error) {
    throw listeningFailure(error, config)
  }
}

/** Sockets that share an address would share it with another portal of the same account too. */
async function demandFree({ host, port }: Config): Promise<void> {
  const probe = createServer()
  await listen(probe, { host, port })
  await close(probe)
}

function doorTo(server: Server): NetServer {
  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket))
}

/** Resolves with the port. */
function listen(server: NetServer, options: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ ...options, backlog: MOST_CONNECTING }, () => resolve((server.address() as AddressInfo).port))
  })
}

function close(server: NetServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
