import { WorkerProcess } from './worker-process.ts'

type Needs = {
  /** What it is called when it does not start. */
  readonly name: string
  /** The address of the module that a worker runs. */
  readonly module: URL
  readonly atOnce: number
  readonly waiting: number
}

const KEPT_WARM_MS = 60_000
const START_MS = 60_000

/** Work beside the serving process: so many at once, so many waiting, one worker kept warm after good work. */
export class Workers<Order extends object, Report extends { readonly type: string }> {
  readonly #needs: Needs
  readonly #queue: (() => void)[] = []
  #busy = 0
  #warm: { readonly worker: WorkerProcess<Order, Report>; readonly timer: NodeJS.Timeout } | undefined

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** A worker, as soon as it is its turn; undefined where too many wait already. */
  async take(): Promise<WorkerProcess<Order, Report> | undefined> {
    if (!(await this.#enter())) return undefined
    try {
      return await this.#obtain()
    } catch (error) {
      this.#leave()
      throw error
    }
  }

  /** Keeps one worker whose work was good; any other is ended. Its place is given up only when it is gone. */
  async giveBack(worker: WorkerProcess<Order, Report>, good: boolean): Promise<void> {
    try {
      if (good && !this.#warm && !worker.dead) this.#keep(worker)
      else await worker.stop()
    } finally {
      this.#leave()
    }
  }

  async #enter(): Promise<boolean> {
    if (this.#busy < this.#needs.atOnce) this.#busy++
    else if (this.#queue.length >= this.#needs.waiting) return false
    else await new Promise<void>((resolve) => this.#queue.push(resolve))
    return true
  }

  #leave(): void {
    const next = this.#queue.shift()
    if (next) next()
    else this.#busy--
  }

  async #obtain(): Promise<WorkerProcess<Order, Report>> {
    const kept = this.#warm
    if (kept) {
      this.#warm = undefined
      clearTimeout(kept.timer)
      if (!kept.worker.dead) {
        kept.worker.rise()
        return kept.worker
      }
    }
    const worker = new WorkerProcess<Order, Report>(this.#needs.module)
    const first = await worker.next(START_MS)
    if (first?.type === 'ready') return worker
    await worker.stop()
    const cause = first && 'error' in first ? first.error : undefined
    throw new Error(`${this.#needs.name} did not start`, { cause })
  }

  #keep(worker: WorkerProcess<Order, Report>): void {
    worker.rest()
    const timer = setTimeout(() => {
      this.#warm = undefined
      void worker.stop()
    }, KEPT_WARM_MS)
    timer.unref()
    this.#warm = { worker, timer }
  }
}
