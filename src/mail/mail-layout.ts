import type { StaffLanguage } from '../domain/language.ts'

export interface Letter {
  readonly language: StaffLanguage
  readonly to: string
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  /** What the mail is for: one link, also written out for who copies it. Without one it carries all there is to see. */
  readonly action?: { readonly label: string; readonly href: string } | undefined
  readonly closing: readonly string[]
}

/** One letter as text and as simple HTML: no pictures, no styles from elsewhere, nothing that tells when it is read. */
export const layOut = ({ language, to, subject, greeting, paragraphs, action, closing }: Letter) => ({
  to,
  subject,
  text: [greeting, ...paragraphs, ...(action ? [`${action.label}:\n${action.href}`] : []), ...closing].join(
    '\n\n',
  ),
  html: `<!doctype html>
<html lang="${language}">
  <head><meta charset="utf-8"><title>${harmless(subject)}</title></head>
  <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em">
    ${[greeting, ...paragraphs].map(paragraph).join('\n    ')}
    ${action ? linkOf(action) : ''}
    ${closing.map(paragraph).join('\n    ')}
  </body>
</html>
`,
})

const linkOf = ({ label, href }: NonNullable<Letter['action']>): string =>
  `<p><a href="${harmless(href)}">${harmless(label)}</a></p>
    <p>${harmless(href)}</p>`

const paragraph = (text: string): string => `<p>${harmless(text).replaceAll('\n', '<br>')}</p>`

const harmless = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
