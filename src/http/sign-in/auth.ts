import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { listDemoMembers } from '../../db/people/account-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import { role } from '../../domain/people/member.ts'
import { passwordLength, sessionHours } from '../../domain/people/sign-in.ts'

export interface AuthOptions {
  readonly db: Database
  readonly secret: string
  /** https makes the cookies Secure. */
  readonly baseUrl: string
  readonly demo: boolean
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** better-auth on our own tables, as the auth role. Its HTTP handler is not mounted: sign-in-routes.ts calls it. */
export const createAuth = ({ db, secret, baseUrl, demo }: AuthOptions) =>
  betterAuth({
    baseURL: baseUrl,
    secret,
    database: { db: db.auth, type: 'postgres' },
    // Attempts are limited in sign-in-routes.ts, per door; better-auth would lock by address alone.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'brugwijzer',
      useSecureCookies: baseUrl.startsWith('https:'),
      database: { generateId: () => makeUuid() },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    session: {
      modelName: 'session',
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    user: { modelName: 'account', fields: { emailVerified: 'email_verified', ...times } },
    account: {
      modelName: 'account_credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
    plugins: demo ? [demoSignIn(db)] : [],
  })

export type Auth = ReturnType<typeof createAuth>

/** Signs in as somebody of the demo town, by role and without a password; exists only where there is a demo. */
const demoSignIn = (db: Database) => ({
  id: 'demo-sign-in' as const,
  endpoints: {
    signInDemo: createAuthEndpoint(
      '/sign-in/demo',
      { method: 'POST', body: z.object({ role }) },
      async (context) => {
        const members = await listDemoMembers(db)
        const member = members.find(({ roles }) => roles.includes(context.body.role))
        const user =
          member?.accountId && (await context.context.internalAdapter.findUserById(member.accountId))
        if (!user) return context.json({ signedIn: false })
        const session = await context.context.internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return context.json({ signedIn: true })
      },
    ),
  },
})
