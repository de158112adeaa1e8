import { codeAt, stepAt } from '../kernel/access/second-factor/totp.ts'
import { addressOf, call, type Endpoint, type ProblemDocument, Refusal } from '../platform/contract/public.ts'
import { LIANDU } from './testing.ts'

type Input<E extends Endpoint> = NonNullable<Parameters<typeof call<E>>[2]>

/** A browser of somebody's: it keeps its cookies, by name, and shows them to nobody. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  readonly origin: string
  readonly district: number
  constructor(origin: string, district: number = LIANDU) {
    this.origin = origin
    this.district = district
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  readonly fetchWith: typeof fetch = async (input, init) => {
    const headers = { ...(init?.headers as Record<string, string>), cookie: this.cookie }
    const answer = await fetch(input, { ...init, headers })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/s)
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return answer
  }

  call<E extends Endpoint>(endpoint: E, input?: Input<E>) {
    const to = { district: this.district, locale: 'zh' as const, origin: this.origin, fetchWith: this.fetchWith }
    return call(to, endpoint, input)
  }

  /** The refusal of what is asked; throws where it is not refused. */
  async refusalOf<E extends Endpoint>(endpoint: E, input?: Input<E>): Promise<ProblemDocument> {
    try {
      await this.call(endpoint, input)
    } catch (error) {
      if (error instanceof Refusal) return error.problem
      throw error
    }
    throw new Error(`${addressOf(this.district, endpoint, input)} was not refused`)
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An authenticator app: takes the key as people type it and gives each step's code once. */
export class TestApp {
  readonly #secret: Buffer
  #last = 0
  constructor(key: string) {
    const bits = [...key.replace(/\s/g, '')].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('')
    this.#secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  }

  /** A code that was not given before: the next step's where this one's was, which is taken too; else one waits. */
  async code(): Promise<string> {
    const next = Math.max(this.#last + 1, stepAt(new Date()))
    while (next > stepAt(new Date()) + 1) await new Promise((resolve) => setTimeout(resolve, 500))
    this.#last = next
    return codeAt(this.#secret, next)
  }

  /** The code of a step of time, whenever. */
  codeOf(step: number): string {
    return codeAt(this.#secret, step)
  }
}
