import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sealingKeyId, visitId } from '../../src/domain/id.ts'
import { wrapKey } from '../../src/http/server/key-wrap.ts'
import { openVisit } from '../../src/http/visit/sealing.ts'

const message = z.object({
  keyId: sealingKeyId,
  privateKey: z.base64(),
  sealed: z.base64(),
  content: z.object({ memberId: z.string(), visit: z.looseObject({ id: visitId }) }),
})

// One for each version that was ever sealed, as a tablet that lay in a drawer still has it.
test.each([1])('a message of version %i is read as it was written', async (version) => {
  const file = join(import.meta.dirname, `../fixtures/message-${version}.json`)
  const { keyId, privateKey, sealed, content } = message.parse(JSON.parse(readFileSync(file, 'utf8')))
  const secret = 'a secret of Oostdijk that is long enough'
  const wrapped = wrapKey(Buffer.from(privateKey, 'base64'), secret, 'sealing keys')
  const bytes = Buffer.from(sealed, 'base64')
  expect(bytes[0]).toBe(version)
  expect(await openVisit({ id: content.visit.id, keyId, bytes }, wrapped, secret)).toMatchObject(content)
})
