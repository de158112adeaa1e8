import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { policyWith } from './headers.ts'
import { servePublicPages } from './public-pages.ts'
import { serveFieldPages } from './field-pages.ts'
import { type ResidentNeeds, serveResidentPages } from './resident-pages.ts'
import { serveSignPages } from './sign-pages.ts'

/** Where the console's page takes the nonce of its answer. */
const NONCE_IN_PAGE = '__NONCE__'

export type WebNeeds = ResidentNeeds & {
  readonly root: string
  readonly maxUploadBytes: number
  /** How this platform's addresses begin for those outside, as they stand in QR codes; null, as a request came. */
  readonly origin: string | null
}

/** The residents' pages, the console's built files, and every address below `/:district/console` that leads into it. */
export async function serveWeb(app: FastifyInstance, { root, ...needs }: WebNeeds): Promise<void> {
  const { db, districts } = needs
  const lost = servePublicPages(app, { db, districts })
  serveResidentPages(app, needs, lost)
  serveSignPages(app, needs, lost)
  serveFieldPages(app, needs)
  const built = join(root, 'dist', 'console')
  const index = join(built, 'index.html')
  if (!existsSync(index))
    throw new Error('工作台还没有构建,请用 npm start 启动 / The console is not built: start with npm start')
  await app.register(fastifyStatic, {
    root: join(built, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  const known = new Set(districts.map((district) => String(district.district)))
  for (const url of ['/:district/console', '/:district/console/*']) {
    app.get(url, async (request, reply) => {
      if (!known.has((request.params as { district: string }).district)) return lost(request, reply)
      const nonce = randomBytes(18).toString('base64')
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', policyWith(nonce))
        .send((await readFile(index, 'utf8')).replaceAll(NONCE_IN_PAGE, nonce))
    })
  }
  app.get('/', async (_request, reply) => reply.redirect(`/${districts[0]?.district ?? ''}/`))
}
