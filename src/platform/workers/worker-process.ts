import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const ENTRY = fileURLToPath(new URL('./entry.mjs', import.meta.url))

/**
 * A process of its own and not a thread: V8 aborts the whole process when a thread's heap outgrows its limit faster than
 * it can be stopped, so a hostile .xls of 30 MB ended the server (tried out; see office/hostile.test.ts).
 */
const HEAP = ['--max-old-space-size=320', '--max-semi-space-size=8']

/** Where Node can, the worker may not write a file, start a process or load native code (Node 20 needs tsx, which must). */
const CONFINED = Number(process.versions.node.split('.')[0]) >= 24 ? ['--permission', '--allow-fs-read=*'] : []

/** All memory of the worker, inflated bytes included. Looked at where /proc tells; elsewhere the heap's cap stands alone. */
const RESIDENT_BYTES = 512 * 1024 * 1024
const LOOK_MS = 100

const HARMLESS = ['TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'HOME', 'USERPROFILE']

/** The server's environment holds keys and the database's address: the work is done where they are not. */
export function workerEnvironment(server: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(server).filter(([name]) => HARMLESS.includes(name)))
}

/** What every worker says: that it may be sent work, or that something of ours is broken. */
export type Heard = { readonly type: 'ready' } | { readonly type: 'failed'; readonly error: Error }

export type Death = { readonly type: 'died'; readonly cause: 'memory' | 'other' }

/** One worker, its reports in order, and its end. `module` is the address of what it runs. */
export class WorkerProcess<Order extends object, Report extends { readonly type: string }> {
  readonly #child: ChildProcess
  readonly #inbox: (Report | Heard | Death)[] = []
  readonly #ended: Promise<void>
  #wake = () => {}
  #tooLarge = false
  dead = false

  constructor(module: URL) {
    this.#child = fork(ENTRY, [module.href], {
      execArgv: [...HEAP, ...CONFINED],
      env: workerEnvironment(process.env),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (report: Report | Heard) => this.#receive(report))
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', () => resolve(this.#die('other')))
      this.#child.once('exit', (code, signal) => resolve(this.#die(this.#causeOf(code, signal))))
    })
  }

  /** Node aborts when its heap is full; the system kills when its own memory is. */
  #causeOf(code: number | null, signal: NodeJS.Signals | null): Death['cause'] {
    return this.#tooLarge || signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 ? 'memory' : 'other'
  }

  #receive(message: Report | Heard | Death): void {
    this.#inbox.push(message)
    this.#wake()
  }

  #die(cause: Death['cause']): void {
    if (this.dead) return
    this.dead = true
    this.#receive({ type: 'died', cause })
  }

  /** The next report; undefined when there is none within `ms`. */
  async next(ms: number): Promise<Report | Heard | Death | undefined> {
    if (this.#inbox.length === 0) {
      const looking = setInterval(() => void this.#look(), LOOK_MS)
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        timer = setTimeout(resolve, Math.max(0, ms))
      })
      clearTimeout(timer)
      clearInterval(looking)
      this.#wake = () => {}
    }
    return this.#inbox.shift()
  }

  async #look(): Promise<void> {
    if (process.platform !== 'linux' || this.dead) return
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8').catch(() => '')
    const resident = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
    if (resident <= RESIDENT_BYTES) return
    this.#tooLarge = true
    this.#child.kill('SIGKILL')
  }

  send(order: Order): void {
    // One that has just died says so in the inbox; there is nothing to add to that here.
    this.#child.send(order, () => {})
  }

  /** A resting worker does not keep the server's process alive. */
  rest(): void {
    this.#child.unref()
    this.#child.channel?.unref()
  }

  rise(): void {
    this.#child.ref()
    this.#child.channel?.ref()
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}
