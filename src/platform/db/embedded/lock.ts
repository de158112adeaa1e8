import { randomUUID } from 'node:crypto'
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { lifeOf } from './processes.ts'
import { EmbeddedServerError } from './refusal.ts'
import { refusals } from './words.ts'

type Holder = { readonly pid: number; readonly life: string | undefined; readonly token: string }

const PATIENCE_MS = 360_000

/** Runs `work` while no other process on this machine is in the same lock. A holder that died is put aside. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine: Holder = { pid: process.pid, life: lifeOf(process.pid), token: randomUUID() }
  const until = Date.now() + PATIENCE_MS
  while (!(await create(path, mine))) {
    const holder = await holderOf(path)
    if (holder && (await isDead(path, holder))) await putAside(path, holder)
    else if (Date.now() > until) throw new EmbeddedServerError(refusals.lockHeld(path, holder?.pid ?? 0))
    else await pause(50 + Math.random() * 50)
  }
  try {
    return await work()
  } finally {
    const holder = await holderOf(path)
    if (holder?.token === mine.token) await rm(path, { force: true })
  }
}

/** Created with its content in one step, so nobody ever reads a half-written lock. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.token}`
  await writeFile(draft, JSON.stringify(holder))
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // A file system without hard links: exclusive creation, then the content.
    return await createExclusively(path, holder)
  } finally {
    await rm(draft, { force: true })
  }
}

async function createExclusively(path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(JSON.stringify(holder))
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Undefined when the lock is gone; a lock without readable content has a holder nobody knows. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const text = await readFile(path, 'utf8')
    return text.endsWith('}') ? (JSON.parse(text) as Holder) : { pid: 0, life: undefined, token: '' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function isDead(path: string, holder: Holder): Promise<boolean> {
  if (holder.pid === 0) return await isOlderThan(path, 10_000)
  return lifeOf(holder.pid) !== holder.life
}

/** Only one process at a time removes a dead holder's lock, and only after a second look at whose it is. */
async function putAside(path: string, dead: Holder): Promise<void> {
  const remover = `${path}.removing`
  if (await isOlderThan(remover, 10_000)) await rm(remover, { force: true })
  const file = await open(remover, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (!file) return await pause(50)
  try {
    const now = await holderOf(path)
    if (now?.token === dead.token) await rm(path, { force: true })
  } finally {
    await file.close()
    await rm(remover, { force: true })
  }
}

async function isOlderThan(path: string, ms: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > ms
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
