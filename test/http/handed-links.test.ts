import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { invitation } from '../../src/contract/invitation.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { openAccount } from '../../src/db/people/credential-store.ts'
import { acceptInvitation, findByLink } from '../../src/db/people/joining-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { digestOf } from '../../src/http/sign-in/one-time-token.ts'
import { openTestDatabase } from '../database.ts'
import { linkOf, type MailServer, openMailServer, tokenOf } from '../mail-server.ts'
import { givePasswords, openServer, password, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

// The administrator of Oostdijk means harm: whatever links he sees, he uses himself. Westdijk must not feel it.

let db: Awaited<ReturnType<typeof openTestDatabase>>
let mail: MailServer
let mute: TestServer
let mailing: TestServer
let oostdijk: Town
let westdijk: Town
let tom: Visitor
const ours = 'een geheim van de beheerder'

beforeAll(async () => {
  db = await openTestDatabase()
  mail = await openMailServer()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  const admins = ['tom@oostdijk.example.org', 'tom@westdijk.example.org']
  const known = ['nadia@oostdijk.example.org', 'lies@oostdijk.example.org', 'zara@westdijk.example.org']
  await givePasswords(db, [...admins, ...known])
  const from = 'Onthaal <onthaal@oostdijk.example.org>'
  mute = await openServer(db, { trustedProxies: 1 })
  mailing = await openServer(db, { trustedProxies: 1, mail: { smtpUrl: mail.url, from } })
  tom = await admin('oostdijk', mute)
}, 60_000)
afterAll(async () => {
  await mute.close()
  await mailing.close()
  await mail.close()
  await db[Symbol.asyncDispose]()
})

let visitors = 0
const visitor = (server = mailing) => new Visitor(server, { 'x-forwarded-for': `192.0.2.${visitors++}` })
async function admin(town: 'oostdijk' | 'westdijk', server: TestServer) {
  const him = visitor(server)
  await him.signIn(`tom@${town}.example.org`)
  return him
}
const withLink = invitation.extend({ link: z.string().nullable() })
const codeOf = async (answer: Response | Promise<Response>) => (await read(problem, answer)).code

/** The token of an invitation: from the page of the administrator where no mail goes out, else from the mailbox. */
async function invite(town: Town, email: string, server: TestServer): Promise<string> {
  const by = await admin(town === oostdijk ? 'oostdijk' : 'westdijk', server)
  const asked = { name: 'Bob', roles: ['guide'], coachId: null, language: 'nl' }
  const body = { ...asked, id: makeUuid(), email, organizationId: town.welcomeHouse }
  const { link, mail: sent } = await read(withLink, by.ask('/api/v1/invitations', { method: 'POST', body }))
  return tokenOf(sent === 'sent' ? linkOf(await mail.mailTo(email)) : (link ?? ''))
}
const look = (token: string) => visitor().ask('/api/auth/invitation', { method: 'POST', body: { token } })
const accept = (token: string, secret: string, by = visitor()) =>
  by.ask('/api/auth/invitation/acceptance', { method: 'POST', body: { token, password: secret } })
const choose = (token: string, secret: string, by = visitor()) =>
  by.ask('/api/auth/new-password', { method: 'POST', body: { token, password: secret } })
const signIn = async (email: string, secret: string) => (await visitor().signIn(email, secret)).status
const citiesOf = async (by: Visitor) => {
  const shape = z.object({ cities: z.array(z.object({ code: z.string() })) })
  return (await read(shape, by.ask('/api/v1/session'))).cities.map(({ code }) => code)
}
const sessionsOf = async (email: string) =>
  (
    await db.auth
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.user_id')
      .where('account.email', '=', email)
      .select('session.id')
      .execute()
  ).length
const isMemberOf = async ({ cli }: Town, email: string) =>
  (
    await asActor(db, cli, (tx) =>
      tx.selectFrom('invitation').where('email', '=', email).select('accepted_at').execute(),
    )
  ).some(({ accepted_at }) => accepted_at !== null)

/** Somebody whom the administrator of Oostdijk made in Bob's name, with a password of his own. */
async function stolen(email: string): Promise<Visitor> {
  const thief = visitor()
  expect((await accept(await invite(oostdijk, email, mute), ours, thief)).status).toBe(204)
  expect(await citiesOf(thief)).toEqual(['oostdijk'])
  return thief
}

describe('an account that began with a link from the hands of an administrator', () => {
  test('goes to whoever reads its mail, as soon as a mail comes: new password, every session over', async () => {
    const email = 'bob@nieuw.example.org'
    const thief = await stolen(email)
    const token = await invite(westdijk, email, mailing)
    expect(await (await look(token)).json()).toMatchObject({ hasPassword: false })
    const bob = visitor()
    expect((await accept(token, 'een zin van Bob zelf', bob)).status).toBe(204)
    expect(await citiesOf(bob)).toEqual(['oostdijk', 'westdijk'])
    expect((await thief.ask('/api/v1/session')).status).toBe(401)
    expect(await signIn(email, ours)).toBe(401)
    expect(await signIn(email, 'een zin van Bob zelf')).toBe(204)
  })

  test('joins no other city by its password, where that city mails nothing either', async () => {
    const email = 'els@nieuw.example.org'
    await stolen(email)
    const token = await invite(westdijk, email, mute)
    expect(await codeOf(look(token))).toBe('link_needs_mail')
    expect(await codeOf(accept(token, ours))).toBe('link_needs_mail')
    expect(await isMemberOf(westdijk, email)).toBe(false)
  })

  test('belongs to the mailbox again after a forgotten password', async () => {
    const email = 'an@nieuw.example.org'
    const thief = await stolen(email)
    await visitor().ask('/api/auth/forgotten-password', { method: 'POST', body: { email } })
    const an = visitor()
    await choose(tokenOf(linkOf(await mail.mailTo(email))), 'een zin van An zelf', an)
    expect((await thief.ask('/api/v1/session')).status).toBe(401)
    const token = await invite(westdijk, email, mute)
    expect(await codeOf(accept(token, ours))).toBe('wrong_credentials')
    expect((await accept(token, 'een zin van An zelf', an)).status).toBe(204)
    expect(await citiesOf(an)).toEqual(['oostdijk', 'westdijk'])
  })

  test('gets a password from whoever holds the machine, and loses the one it had', async () => {
    const email = 'ine@nieuw.example.org'
    const thief = await stolen(email)
    const passwordHash = await hashPassword('een zin van de machine')
    await openAccount(db.auth, { email, name: 'Ine', passwordHash, now: new Date() })
    expect((await thief.ask('/api/v1/session')).status).toBe(401)
    expect([await signIn(email, ours), await signIn(email, 'een zin van de machine')]).toEqual([401, 204])
  })
})

describe('a link of an invitation from the hands of an administrator', () => {
  test('never sets the password of an account that is there, and a refusal leaves no session', async () => {
    const email = 'zara@westdijk.example.org'
    const token = await invite(oostdijk, email, mute)
    expect(await (await look(token)).json()).toMatchObject({ hasPassword: true })
    expect(await codeOf(accept(token, ours))).toBe('wrong_credentials')
    expect([await sessionsOf(email), await isMemberOf(oostdijk, email)]).toEqual([0, false])
    expect(await signIn(email, ours)).toBe(401)
    const without = await invite(oostdijk, 'koen@westdijk.example.org', mute)
    expect(await codeOf(accept(without, ours))).toBe('link_needs_mail')
  })

  test('does not, when the account came between looking and accepting', async () => {
    const email = 'sam@nieuw.example.org'
    const token = await invite(oostdijk, email, mute)
    const early = await findByLink(db, digestOf(token), new Date())
    if (isRefusal(early)) throw new Error(early.code)
    await accept(await invite(westdijk, email, mailing), 'een zin van Sam zelf')
    const passwordHash = await hashPassword(ours)
    const late = await acceptInvitation(db, early, { passwordHash, now: new Date() })
    expect(late).toMatchObject({ code: 'wrong_credentials' })
    expect([await signIn(email, ours), await signIn(email, 'een zin van Sam zelf')]).toEqual([401, 204])
  })

  test('is no longer handed over once the next one was mailed, and the mailed one is shown to nobody', async () => {
    const email = 'wim@nieuw.example.org'
    const seen = await invite(oostdijk, email, mute)
    const by = await admin('oostdijk', mailing)
    const { items } = await read(z.object({ items: z.array(invitation) }), by.ask('/api/v1/invitations'))
    const id = items.find((each) => each.email === email)?.id
    const again = by.ask(`/api/v1/invitations/${id}/mails`, { method: 'POST', body: {} })
    expect(await read(withLink, again)).toMatchObject({ mail: 'sent', link: null })
    expect(await codeOf(look(seen))).toBe('link_unknown')
    await accept(tokenOf(linkOf(await mail.mailTo(email))), 'een zin van Wim zelf')
    expect(await codeOf(accept(await invite(westdijk, email, mute), ours))).toBe('wrong_credentials')
  })

  test('is another than the one in a mail that may have come through after all', async () => {
    const mails: string[] = []
    const half = await openMailServer({
      onData: (stream, _session, done) => {
        stream.setEncoding('utf8').on('data', (part: string) => mails.push(part))
        stream.on('end', () => done(new Error('lost the answer')))
      },
    })
    const server = await openServer(db, {
      trustedProxies: 1,
      mail: { smtpUrl: half.url, from: 'x@y.example' },
    })
    const handed = await invite(oostdijk, 'half@nieuw.example.org', server)
    expect(handed).toMatch(/^.{43}$/)
    expect(mails.join('').replaceAll('=\r\n', '')).not.toContain(handed)
    expect((await look(handed)).status).toBe(200)
    await server.close()
    await half.close()
  })
})

describe('a link to a new password from the hands of an administrator', () => {
  const handed = async (person: 'nadia' | 'lies') => {
    const path = `/api/v1/members/${oostdijk.people[person].id}/password-links`
    const answer = await read(z.object({ link: z.string() }), tom.ask(path, { method: 'POST', body: {} }))
    return tokenOf(answer.link)
  }

  test('gives a password for this city alone: another is joined by mail only, with a new one', async () => {
    const email = 'nadia@oostdijk.example.org'
    expect((await choose(await handed('nadia'), ours)).status).toBe(204)
    const byHand = await invite(westdijk, email, mute)
    expect(await codeOf(accept(byHand, ours))).toBe('link_needs_mail')
  })

  test('opens nothing any more when the account has joined another city meanwhile', async () => {
    const email = 'lies@oostdijk.example.org'
    const link = await handed('lies')
    const lies = visitor()
    expect((await accept(await invite(westdijk, email, mailing), password, lies)).status).toBe(204)
    expect(await codeOf(choose(link, ours))).toBe('link_unknown')
    expect(await signIn(email, password)).toBe(204)
  })
})
