import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { messageId, sealingKeyId } from '../../src/domain/id.ts'
import { wrapKey } from '../../src/http/server/key-wrap.ts'
import { openSealed } from '../../src/http/visit/sealing.ts'

const message = z.object({
  id: messageId,
  keyId: sealingKeyId,
  privateKey: z.base64(),
  sealed: z.base64(),
  content: z.object({ memberId: z.string(), noted: z.looseObject({ kind: z.string() }) }),
})

// One for each version that was ever sealed, as a tablet that lay in a drawer still has it.
test.each([1, 2])('a message of version %i is read as it was written', async (version) => {
  const file = join(import.meta.dirname, `../fixtures/message-${version}.json`)
  const { id, keyId, privateKey, sealed, content } = message.parse(JSON.parse(readFileSync(file, 'utf8')))
  const secret = 'a secret of Oostdijk that is long enough'
  const wrapped = wrapKey(Buffer.from(privateKey, 'base64'), secret, 'sealing keys')
  const bytes = Buffer.from(sealed, 'base64')
  expect(bytes[0]).toBe(version)
  expect(await openSealed({ id, keyId, bytes }, wrapped, secret)).toMatchObject(content)
})
