import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { readCatalogues } from '../../text/translate.ts'
import { apiIntroduction } from '../api-introduction.ts'
import type { RequestEnv } from '../context.ts'
import { openApiDocument } from '../openapi.ts'

const operation = z.object({
  summary: z.string().optional(),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .optional(),
  security: z.array(z.record(z.string(), z.unknown())).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().optional() })),
})

/** The reference of the API: the document for programs, and a page for people made from it, without any script. */
export const apiDocs = new Hono<RequestEnv>()
  .get('/api/openapi.json', (c) => c.json(openApiDocument()))
  .get('/api/docs', (c) => {
    const paths = z.record(z.string(), z.record(z.string(), operation)).parse(openApiDocument().paths)
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => section(method, path, described)),
    )
    const codes = Object.entries(readCatalogues('en').refusal ?? {})
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, sentence]) => html`<dt><code>${code}</code></dt><dd>${sentence}</dd>`)
    return c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Brugwijzer API</title>
  </head>
  <body>
    <main>
      <h1>Brugwijzer API</h1>
      <p>The same description for programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
      ${apiIntroduction.map((paragraph) => html`<p>${paragraph}</p>`)}
      ${operations}
      <section>
        <h2 id="problems">Problems</h2>
        <p>
          Every refusal is <code>application/problem+json</code> (RFC 9457); programs switch on <code>code</code>, people
          read <code>title</code>. The command line refuses with the same codes.
        </p>
        <dl>${codes}</dl>
      </section>
    </main>
  </body>
</html>`)
  })

const isForPersons = (ways: readonly Record<string, unknown>[]): boolean =>
  ways.length > 0 && ways.every((way) => !('key' in way))

const section = (
  method: string,
  path: string,
  { summary, parameters = [], requestBody, security = [], responses }: z.infer<typeof operation>,
) =>
  html`<section>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${summary}</p>
    ${isForPersons(security) ? html`<p>A person only: no key opens it.</p>` : ''}
    <ul>
      ${parameters.map((p) => html`<li><code>${p.name}</code> (${p.in}${p.required ? ', required' : ''})</li>`)}
    </ul>
    ${requestBody ? html`<p>Body: <code>${Object.keys(requestBody.content).join(', ')}</code></p>` : ''}
    <dl>
      ${Object.entries(responses).map(([status, { description }]) => html`<dt>${status}</dt><dd>${description}</dd>`)}
    </dl>
  </section>`
