import type { FastifyInstance, FastifyReply } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../platform/db/public.ts'
import type { Draining } from './stopping.ts'

type Needs = {
  readonly db: Db
  readonly draining: Draining
  /** The names of all migrations this program knows. */
  readonly migrations: readonly string[]
}

/** What keeps a process from being sent requests, by name. */
type Lacking = 'draining' | 'database' | 'migrations'

/**
 * For whatever watches over the processes: `/healthz` says that this one lives, `/readyz` whether to send it requests.
 * Neither says anything of anybody.
 */
export function serveHealth(app: FastifyInstance, needs: Needs): void {
  app.get('/healthz', async (_request, reply) => answer(reply, 200, { alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const lacking = await lackingIn(needs)
    return lacking === undefined
      ? answer(reply, 200, { ready: true })
      : answer(reply.header('retry-after', 5), 503, { ready: false, lacking })
  })
}

async function lackingIn({ db, draining, migrations }: Needs): Promise<Lacking | undefined> {
  if (draining.begun) return 'draining'
  try {
    const { rows } = await sql<{ name: string }>`select name from public.applied_migrations`.execute(db)
    const applied = new Set(rows.map(({ name }) => name))
    return migrations.every((name) => applied.has(name)) ? undefined : 'migrations'
  } catch {
    // Whatever it is that the database says: without it nothing can be served.
    return 'database'
  }
}

const answer = (reply: FastifyReply, status: number, body: object) =>
  reply.code(status).header('cache-control', 'no-store').send(body)
