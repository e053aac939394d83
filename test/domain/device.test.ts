import { describe, expect, test } from 'vitest'
import { nameOfBrowser } from '../../src/domain/visit/device.ts'
import { messageVersion } from '../../src/domain/visit/seal-form.ts'
import { readingOf } from '../../src/domain/visit/sealed-visit.ts'

describe('a device without a name', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0'
  test.each([
    [`Mozilla/5.0 (Linux; Android 14; SM-X200) ${chrome} Safari/537.36`, 'Chrome, Android'],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-X200) ${chrome} Mobile Safari/537.36 SamsungBrowser/27.0`,
      'Samsung Internet, Android',
    ],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/142.0.0.0`, 'Edge, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari, iPad',
    ],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`, 'Chrome, ChromeOS'],
    ['curl/8', 'Browser'],
  ])('is called after its browser: %s', (userAgent, name) => {
    expect(nameOfBrowser(userAgent)).toBe(name)
  })
})

describe('a message', () => {
  test('of the web app of today is read; a newer one waits for a newer server', () => {
    expect(readingOf(messageVersion)).toBe('readable')
    expect(readingOf(messageVersion + 1)).toBe('newer')
    expect(readingOf(0)).toBe('unknown')
  })
})
