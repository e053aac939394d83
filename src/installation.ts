import { join } from 'node:path'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import { openEmbedded } from './db/embedded/embedded.ts'
import { isRefusal, type Refusal, refuse } from './domain/refusal.ts'
import { deriveSecret, readSecret } from './secret.ts'

/** A database that is open and migrated, and the secret of this installation. */
export interface Installation {
  readonly db: Database
  readonly secret: string
  /** For work that belongs to the owner of the database: backups, tests. */
  readonly adminUrl: string
  readonly close: () => Promise<void>
}

/**
 * Opens what DATABASE_URL names, else the embedded database of the data folder (attaching to one that runs already).
 * The server and every command start here.
 */
export async function openInstallation(
  config: Config,
  beforeDatabase: (dataFolder: string) => Promise<void> = async () => undefined,
): Promise<Installation | Refusal> {
  const secret = await readSecret(config.dataFolder, config.secret).catch(asUnwritable(config.dataFolder))
  if (isRefusal(secret)) return secret
  await beforeDatabase(config.dataFolder)
  const server = await openServer(config, secret)
  if (isRefusal(server)) return server
  const db = await openDatabase(server.adminUrl, deriveSecret(secret, 'database-login')).catch(asUnreachable)
  if (isRefusal(db)) {
    await server.release()
    return db
  }
  const close = async () => {
    await db.close()
    await server.release()
  }
  return { db, secret, adminUrl: server.adminUrl, close }
}

async function openServer({ databaseUrl, dataFolder }: Config, secret: string) {
  if (databaseUrl) return { adminUrl: databaseUrl, release: async () => undefined }
  return openEmbedded({
    folder: join(dataFolder, 'postgres'),
    password: deriveSecret(secret, 'database-owner'),
  })
}

/** What a server at the other end of DATABASE_URL says when it is not there or does not let us in. */
const asUnreachable = (error: Error & { readonly code?: string }): Refusal => {
  if (!/^(E[A-Z]+|28|3D|57P03|42501)/.test(error.code ?? '')) throw error
  return refuse('database_unreachable', { reason: error.message || (error.code ?? '') })
}

/** The data folder cannot be made, read or written: its rights, or a disk that is full. */
const asUnwritable = (folder: string) => (error: NodeJS.ErrnoException) => {
  if (!error.syscall) throw error
  return refuse('database_folder_unwritable', { folder, reason: error.message })
}
