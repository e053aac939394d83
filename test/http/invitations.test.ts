import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { invitation } from '../../src/contract/invitation.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { addMember } from '../../src/db/people/member-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { openTestDatabase } from '../database.ts'
import { linkOf, type MailServer, openMailServer, tokenOf } from '../mail-server.ts'
import { givePasswords, openServer, password, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let mail: MailServer
let server: TestServer
let oostdijk: Town
let westdijk: Town
let now = new Date('2026-03-02T09:00:00Z')
let tom: Visitor

beforeAll(async () => {
  db = await openTestDatabase()
  mail = await openMailServer()
  oostdijk = await buildOostdijk(db)
  westdijk = await buildWestdijk(db)
  await givePasswords(db, [
    'tom@oostdijk.example.org',
    'tom@westdijk.example.org',
    'zara@westdijk.example.org',
  ])
  const from = 'Onthaal Oostdijk <onthaal@oostdijk.example.org>'
  server = await openServer(db, { trustedProxies: 1, now: () => now, mail: { smtpUrl: mail.url, from } })
  tom = at('192.0.2.1')
  await tom.signIn('tom@oostdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await mail.close()
  await db[Symbol.asyncDispose]()
})

const at = (address: string) => new Visitor(server, { 'x-forwarded-for': address })
const withLink = invitation.extend({ link: z.string().nullable() })
const newcomer = (name: string, others: Record<string, unknown> = {}) => ({
  id: makeUuid(),
  email: `${name}@nieuw.example.org`,
  name,
  roles: ['guide'],
  organizationId: oostdijk.welcomeHouse,
  coachId: oostdijk.people.koen.id,
  language: 'nl',
  ...others,
})
const invite = (body: unknown, by = tom) => by.ask('/api/v1/invitations', { method: 'POST', body })
const look = (token: string, by = at('192.0.2.2')) =>
  by.ask('/api/auth/invitation', { method: 'POST', body: { token } })
const accept = (token: string, secret: string, by = at('192.0.2.2')) =>
  by.ask('/api/auth/invitation/acceptance', { method: 'POST', body: { token, password: secret } })
const codeOf = async (answer: Response | Promise<Response>) => (await read(problem, answer)).code
const put = (path: string, by = tom) => by.ask(path, { method: 'PUT', body: {} })

describe('an invitation', () => {
  test('goes out as a real mail in the language of the invited, and its link opens once', async () => {
    const asked = newcomer('fatima', { language: 'fr' })
    const answer = await invite(asked)
    expect(answer.status).toBe(201)
    expect(await read(withLink, answer)).toMatchObject({ state: 'open', mail: 'sent', link: null })
    const received = await mail.mailTo('fatima@nieuw.example.org')
    expect(received.from).toBe('onthaal@oostdijk.example.org')
    expect(received.subject).toBe('Invitation à Brugwijzer à Oostdijk')
    expect(received.text).toContain('Bonjour fatima,')
    expect(received.html).toContain('lang="fr"')
    expect(received.html).not.toMatch(/<img|<script|<link|src=/)
    const token = tokenOf(linkOf(received))
    expect(token.length).toBeGreaterThanOrEqual(43)

    expect(await (await look(token)).json()).toEqual({
      city: 'Oostdijk',
      name: 'fatima',
      email: 'fatima@nieuw.example.org',
      roles: ['guide'],
      hasPassword: false,
    })
    expect(await codeOf(accept(token, 'kort'))).toBe('password_length')
    const fatima = at('192.0.2.3')
    expect((await accept(token, 'een zin van Fatima', fatima)).status).toBe(204)
    expect(await (await fatima.ask('/api/v1/session')).json()).toMatchObject({
      member: { name: 'fatima', roles: ['guide'] },
      city: { code: 'oostdijk' },
    })
    expect(await codeOf(look(token))).toBe('invitation_accepted')
    expect(await codeOf(accept(token, 'een zin van iemand anders'))).toBe('invitation_accepted')
    const again = at('192.0.2.4')
    expect((await again.signIn('fatima@nieuw.example.org', 'een zin van Fatima')).status).toBe(204)
  })

  test('asked again with the same id and words is the same one, with no second mail', async () => {
    const asked = newcomer('dubbel')
    const [first, second] = await Promise.all([invite(asked), invite(asked)])
    expect([first.status, second.status].sort()).toEqual([200, 201])
    expect((await invite(asked)).status).toBe(200)
    expect(await codeOf(invite({ ...asked, name: 'iemand anders' }))).toBe('id_taken')
    expect(mail.mails.filter(({ to }) => to === asked.email)).toHaveLength(1)
    expect(await codeOf(invite({ ...asked, id: makeUuid() }))).toBe('invitation_open')
  })

  test('is refused for who is at work already, and not for who works elsewhere', async () => {
    const known = await invite(newcomer('x', { email: 'Nadia@oostdijk.example.org' }))
    expect([known.status, await codeOf(known)]).toEqual([422, 'member_exists'])
    const elsewhere = await invite(newcomer('zara', { email: 'zara@westdijk.example.org' }))
    expect(elsewhere.status).toBe(201)
    const token = tokenOf(linkOf(await mail.mailTo('zara@westdijk.example.org')))
    expect(await (await look(token)).json()).toMatchObject({ hasPassword: true })
    expect(await codeOf(accept(token, 'een ander wachtwoord'))).toBe('wrong_credentials')
    const zara = at('192.0.2.5')
    expect((await accept(token, password, zara)).status).toBe(204)
    expect(await (await zara.ask('/api/v1/session')).json()).toMatchObject({
      cities: [{ code: 'oostdijk' }, { code: 'westdijk' }],
    })
  })

  test('of an organisation, a coach or a role that the city does not have is refused', async () => {
    expect(await codeOf(invite(newcomer('x', { organizationId: westdijk.welcomeHouse })))).toBe(
      'organization_gone',
    )
    expect(await codeOf(invite(newcomer('x', { coachId: oostdijk.people.nadia.id })))).toBe('coach_gone')
    expect(await codeOf(invite(newcomer('x', { coachId: westdijk.people.koen.id })))).toBe('coach_gone')
    for (const wrong of [
      { roles: [] },
      { roles: ['queen'] },
      { name: 'a\nBcc: b@c.example' },
      { email: 'niemand' },
    ])
      expect(await codeOf(invite(newcomer('x', wrong)))).toBe('invalid_input')
  })

  test('sent again has a new link, and the old one opens nothing any more', async () => {
    const { id, email } = newcomer('opnieuw')
    await invite(newcomer('opnieuw', { id, email }))
    const first = tokenOf(linkOf(await mail.mailTo(email)))
    const again = await tom.ask(`/api/v1/invitations/${id}/mails`, { method: 'POST', body: {} })
    expect([again.status, (await read(withLink, again)).mail]).toEqual([201, 'sent'])
    const second = tokenOf(linkOf(await mail.mailTo(email, 2)))
    expect(second).not.toBe(first)
    expect(await codeOf(look(first))).toBe('link_unknown')
    expect((await look(second)).status).toBe(200)
  })

  test('says so when it was withdrawn, when it is over, and when nobody ever gave it out', async () => {
    const withdrawn = newcomer('weg')
    await invite(withdrawn)
    const token = tokenOf(linkOf(await mail.mailTo(withdrawn.email)))
    expect(await (await put(`/api/v1/invitations/${withdrawn.id}/withdrawal`)).json()).toMatchObject({
      state: 'withdrawn',
    })
    expect(await codeOf(look(token))).toBe('invitation_withdrawn')
    expect(await codeOf(accept(token, 'een zin van niemand'))).toBe('invitation_withdrawn')
    const resent = tom.ask(`/api/v1/invitations/${withdrawn.id}/mails`, { method: 'POST', body: {} })
    expect(await codeOf(resent)).toBe('invitation_withdrawn')
    // Withdrawn is no longer open, so the same address may be invited anew.
    expect((await invite(newcomer('weg'))).status).toBe(201)

    const late = newcomer('laat')
    await invite(late)
    const lateToken = tokenOf(linkOf(await mail.mailTo(late.email)))
    now = new Date('2026-03-09T09:00:01Z')
    expect(await codeOf(look(lateToken))).toBe('invitation_expired')
    expect(await codeOf(accept(lateToken, 'een zin van te laat'))).toBe('invitation_expired')
    now = new Date('2026-03-02T09:00:00Z')
    expect(await codeOf(look('nooit gegeven'))).toBe('link_unknown')
  })

  test('accepted twice at the same moment makes one member', async () => {
    const asked = newcomer('haast')
    await invite(asked)
    const token = tokenOf(linkOf(await mail.mailTo(asked.email)))
    const answers = await Promise.all(
      [1, 2, 3, 4].map((i) => accept(token, `een zin van haast ${i}`, at(`192.0.2.${20 + i}`))),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const rows = await asActor(db, oostdijk.cli, (tx) =>
      tx.selectFrom('member').select('id').where('name', '=', 'haast').execute(),
    )
    expect(rows).toHaveLength(1)
  })

  test('gives somebody who is known from an import an account, and keeps the name and place', async () => {
    const memberId = await asActor(db, oostdijk.cli, (tx) =>
      addMember(tx, oostdijk.city.id, {
        organizationId: oostdijk.school,
        name: 'Toeleider B',
        roles: ['guide'],
        accountId: null,
      }),
    )
    const asked = newcomer('noor', { memberId, roles: ['guide', 'coach'] })
    expect(await (await invite(asked)).json()).toMatchObject({
      name: 'Toeleider B',
      memberId,
      organizationId: oostdijk.school,
      coachId: null,
    })
    expect((await invite(asked)).status).toBe(200)
    const noor = at('192.0.2.30')
    await accept(tokenOf(linkOf(await mail.mailTo(asked.email))), 'een zin van Noor', noor)
    expect(await (await noor.ask('/api/v1/session')).json()).toMatchObject({
      member: { id: memberId, name: 'Toeleider B', roles: ['guide', 'coach'] },
    })
    expect(await codeOf(invite(newcomer('ander', { memberId })))).toBe('member_has_account')
    expect((await invite(asked)).status).toBe(200)
  })

  test('stays in its city: the administrator of Westdijk neither sees, sends nor withdraws it', async () => {
    const asked = newcomer('hier')
    await invite(asked)
    const other = at('192.0.2.31')
    await other.signIn('tom@westdijk.example.org')
    expect(await (await other.ask('/api/v1/invitations')).json()).toEqual({ items: [] })
    expect((await put(`/api/v1/invitations/${asked.id}/withdrawal`, other)).status).toBe(404)
    const resent = await other.ask(`/api/v1/invitations/${asked.id}/mails`, { method: 'POST', body: {} })
    expect(resent.status).toBe(404)
  })
})

describe('guessing links', () => {
  test('closes the door of the guesser, and of nobody else', async () => {
    const guesser = at('198.51.100.7')
    const statuses: number[] = []
    for (let guess = 0; guess < 22; guess++) statuses.push((await look(`guess ${guess}`, guesser)).status)
    expect(statuses.slice(0, 20).every((status) => status === 422)).toBe(true)
    expect(statuses.slice(20)).toEqual([429, 429])
    expect((await look('guess', at('198.51.100.8'))).status).toBe(422)
  })
})

describe('a mail that does not go out', () => {
  const through = async (mailUrl: string | undefined, email: string) => {
    const settings = mailUrl ? { mail: { smtpUrl: mailUrl, from: 'onthaal@oostdijk.example.org' } } : {}
    const other = await openServer(db, { trustedProxies: 1, now: () => now, ...settings })
    const visitor = new Visitor(other, { 'x-forwarded-for': '192.0.2.40' })
    await visitor.signIn('tom@oostdijk.example.org')
    const asked = newcomer('pech', { email })
    const answer = await read(withLink, visitor.ask('/api/v1/invitations', { method: 'POST', body: asked }))
    await other.close()
    return answer
  }

  test('because there is no mail server gives the administrator the link to hand over', async () => {
    const answer = await through(undefined, 'geen@mail.example.org')
    expect(answer).toMatchObject({ mail: 'none', mailFailure: null })
    expect((await look(tokenOf(answer.link ?? ''))).status).toBe(200)
  })

  test('because the mailbox is refused says so, and can be sent again', async () => {
    const answer = await through(mail.url, 'iemand@refused.example.org')
    expect(answer).toMatchObject({ mail: 'failed', mailFailure: 'mail_refused' })
    expect((await look(tokenOf(answer.link ?? ''))).status).toBe(200)
    const again = tom.ask(`/api/v1/invitations/${answer.id}/mails`, { method: 'POST', body: {} })
    expect(await read(withLink, again)).toMatchObject({ mail: 'failed', mailFailure: 'mail_refused' })
  })

  test('because nobody listens, or the server asks for a password that is wrong, says which', async () => {
    const gone = await openMailServer()
    await gone.close()
    expect(await through(gone.url, 'dicht@mail.example.org')).toMatchObject({
      mailFailure: 'mail_unreachable',
    })
    const strict = await openMailServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(new Error('wrong')),
    })
    const url = strict.url.replace('smtp://', 'smtp://brug:fout@')
    expect(await through(url, 'sleutel@mail.example.org')).toMatchObject({ mailFailure: 'mail_sign_in' })
    await strict.close()
  })

  test('because the server never says hello gives up after a few seconds', async () => {
    const silent = (await import('node:net')).createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const answer = await through(`smtp://127.0.0.1:${port}`, 'stil@mail.example.org')
    expect(answer).toMatchObject({ mail: 'failed', mailFailure: 'mail_timeout' })
    silent.close()
  })
})

describe('a forgotten password', () => {
  const forget = (email: string, by = at('192.0.2.50')) =>
    by.ask('/api/auth/forgotten-password', { method: 'POST', body: { email } })
  const choose = (token: string, secret: string, by = at('192.0.2.51')) =>
    by.ask('/api/auth/new-password', { method: 'POST', body: { token, password: secret } })

  test('is answered alike for every address, and mailed to who is known', async () => {
    const [known, unknown] = [
      await forget('Zara@westdijk.example.org'),
      await forget('niemand@elders.example.org'),
    ]
    expect([known.status, unknown.status]).toEqual([204, 204])
    const received = await mail.mailTo('zara@westdijk.example.org', 2)
    expect(received.subject).toContain('nieuw wachtwoord')
    const token = tokenOf(linkOf(received))
    const zara = at('192.0.2.52')
    await zara.signIn('zara@westdijk.example.org')
    const opened = await zara.ask('/api/auth/password-link', { method: 'POST', body: { token } })
    expect(await opened.json()).toEqual({ email: 'zara@westdijk.example.org' })
    expect(await codeOf(choose(token, 'kort'))).toBe('password_length')
    const answers = await Promise.all([
      choose(token, 'een nieuwe zin van Zara'),
      choose(token, 'een nieuwe zin van Zara'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422])
    // Every session that was open is closed, for who stole the old password too.
    expect((await zara.ask('/api/v1/session')).status).toBe(401)
    expect((await at('192.0.2.53').signIn('zara@westdijk.example.org')).status).toBe(401)
    const fresh = await at('192.0.2.53').signIn('zara@westdijk.example.org', 'een nieuwe zin van Zara')
    expect(fresh.status).toBe(204)
    expect(await codeOf(choose(token, 'nog een zin van Zara'))).toBe('link_unknown')
    expect(mail.mails.filter(({ to }) => to === 'niemand@elders.example.org')).toEqual([])
  })

  test('does not flood a mailbox, and its link is over after an hour', async () => {
    for (let i = 0; i < 5; i++) expect((await forget('tom@westdijk.example.org')).status).toBe(204)
    const received = await mail.mailTo('tom@westdijk.example.org', 3)
    now = new Date('2026-03-02T10:00:01Z')
    expect(await codeOf(choose(tokenOf(linkOf(received)), 'een zin die te laat is'))).toBe('link_unknown')
    now = new Date('2026-03-02T09:00:00Z')
    expect(mail.mails.filter(({ to }) => to === 'tom@westdijk.example.org')).toHaveLength(3)
  })

  test('closes the door of who asks for many', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 11; i++)
      statuses.push((await forget(`x${i}@elders.example.org`, at('198.51.100.9'))).status)
    expect(statuses.at(-1)).toBe(429)
  })
})

test('no token, key, password or address is in a line of the log', async () => {
  const log = server.log.join('\n')
  expect(log).toContain('/api/auth/invitation')
  const tokens = mail.mails.map((received) => tokenOf(linkOf(received)))
  expect(tokens.length).toBeGreaterThan(8)
  for (const secret of [...tokens, 'een zin van', 'example.org', 'fatima', 'Zara'])
    expect(log).not.toContain(secret)
})
