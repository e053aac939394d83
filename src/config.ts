import { resolve } from 'node:path'
import { z } from 'zod'
import { isLoopback } from './domain/host.ts'
import { type Refusal, refuse } from './domain/refusal.ts'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BRUGWIJZER_DATA: z.string().min(1).default('./data'),
  BRUGWIJZER_DEMO: z.enum(['on', 'off']).default('on'),
  BRUGWIJZER_SECRET: z.string().min(32).optional(),
  BRUGWIJZER_OLD_SECRET: z.string().min(32).optional(),
  BRUGWIJZER_ADMIN_PASSWORD: z.string().min(1).optional(),
  BRUGWIJZER_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>,;\r\n]+ <)?[^\s<>,;@]+@[^\s<>,;@]+>?$/, 'an address, or Name <address>')
    .optional(),
  BRUGWIJZER_LOG: z.enum(['silent', 'error', 'info', 'debug']).default('info'),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** Where people reach us; undefined = the address that we listen on. */
  readonly baseUrl: string | undefined
  readonly databaseUrl: string | undefined
  /** Absolute. Holds the embedded database and the secret. */
  readonly dataFolder: string
  readonly demo: boolean
  readonly secret: string | undefined
  /** The secret before this one: for wrapping keys anew, and for nothing else. */
  readonly oldSecret: string | undefined
  readonly adminPassword: string | undefined
  /** How many proxies in front of us may say for whom they ask (X-Forwarded-For). */
  readonly trustedProxies: number
  /** Undefined: no mail is sent, and the product says so wherever it would send one. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
  readonly log: 'silent' | 'error' | 'info' | 'debug'
}

/** Reads the environment once. Refuses the first wrong value by name: `config_invalid`. */
export function readConfig(env: NodeJS.ProcessEnv): Config | Refusal {
  // An empty variable means "not set": that is how compose files and systemd units clear one.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refuse('config_invalid', { name: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
  }
  const { data } = parsed
  if (data.SMTP_URL && !data.MAIL_FROM)
    return refuse('config_invalid', {
      name: 'MAIL_FROM',
      reason: 'needed beside SMTP_URL: who the mails are from',
    })
  return {
    port: data.PORT,
    host: data.HOST,
    baseUrl: data.BASE_URL,
    databaseUrl: data.DATABASE_URL,
    dataFolder: resolve(data.BRUGWIJZER_DATA),
    demo: data.BRUGWIJZER_DEMO === 'on',
    secret: data.BRUGWIJZER_SECRET,
    oldSecret: data.BRUGWIJZER_OLD_SECRET,
    adminPassword: data.BRUGWIJZER_ADMIN_PASSWORD,
    trustedProxies: data.BRUGWIJZER_TRUSTED_PROXIES,
    mail: data.SMTP_URL && data.MAIL_FROM ? { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM } : undefined,
    log: data.BRUGWIJZER_LOG,
  }
}

/**
 * Demo accounts have no password, so a demo must not be reachable by others.
 * Refuses a host that is not loopback (`demo_host`) and an https address (`demo_https`).
 */
export function checkDemoSafety(config: Pick<Config, 'host' | 'baseUrl'>): Refusal | undefined {
  if (!isLoopback(config.host)) return refuse('demo_host', { host: config.host })
  if (config.baseUrl?.startsWith('https:')) return refuse('demo_https', { address: config.baseUrl })
  return undefined
}
