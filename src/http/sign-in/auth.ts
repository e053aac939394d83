import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { chooseSessionCity } from '../../db/people/account-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import { accountId, cityId } from '../../domain/id.ts'
import { passwordLength, sessionHours } from '../../domain/people/sign-in.ts'

export interface AuthOptions {
  readonly db: Database
  readonly secret: string
  /** https makes the cookies Secure. */
  readonly baseUrl: string
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** better-auth on our own tables, as the auth role. Its HTTP handler is not mounted: sign-in-routes.ts calls it. */
export const createAuth = ({ db, secret, baseUrl }: AuthOptions) =>
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
    plugins: [accountSignIn(db)],
  })

export type Auth = ReturnType<typeof createAuth>

/** Signs in to an account past every door, at work in one city if that is said: for who has proved another way who they are. */
const accountSignIn = (db: Database) => ({
  id: 'account-sign-in' as const,
  endpoints: {
    signInAccount: createAuthEndpoint(
      '/sign-in/account',
      { method: 'POST', body: z.object({ accountId, cityId: cityId.optional() }) },
      async (context) => {
        const { accountId: id, cityId: city } = context.body
        const user = await context.context.internalAdapter.findUserById(id)
        if (!user) return context.json({ signedIn: false })
        const session = await context.context.internalAdapter.createSession(user.id)
        if (city) await chooseSessionCity(db, session.token, city)
        await setSessionCookie(context, { session, user })
        return context.json({ signedIn: true })
      },
    ),
  },
})
