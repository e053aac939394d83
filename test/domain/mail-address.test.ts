import { expect, test } from 'vitest'
import { readAddresses } from '../../src/domain/people/mail-address.ts'

test('addresses are read as people paste them, each once and in their order', () => {
  expect(
    readAddresses('Raad@example.org, <an@example.org>;\n\nraad@example.org  bob@post.example.org'),
  ).toEqual({
    addresses: ['raad@example.org', 'an@example.org', 'bob@post.example.org'],
    wrong: [],
  })
  expect(readAddresses('an@example.org\njan@\nvan-ver').wrong).toEqual(['jan@', 'van-ver'])
  expect(readAddresses(' \n')).toEqual({ addresses: [], wrong: [] })
})
