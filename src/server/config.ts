import { isIP } from 'node:net'
import { join } from 'node:path'
import { LOG_LEVELS, type LogLevel } from './log.ts'

/** How this process is to run; everything has a default that needs nothing of a newcomer. */
export type Config = {
  /** The folder of the program, in which `dist/console` lies. */
  readonly root: string
  readonly port: number
  readonly host: string
  /** Keys, the embedded database and its passwords; never inside the repository's tracked files. */
  readonly dataDir: string
  /** Where checkpoints of the sealed record are kept outside the database: best on another disk or machine. */
  readonly checkpointsDir: string
  /** The operator's own PostgreSQL; without it the embedded one is started. */
  readonly databaseUrl: string | undefined
  readonly seedsDemonstration: boolean
  readonly maxUploadBytes: number
  /** How addresses of this platform begin for those outside (`https://…`), printed in QR codes. */
  readonly origin: string | undefined
  /** Reverse proxies whose word about the line and the caller's address is taken; nobody's by default. */
  readonly trustProxy: readonly string[]
  /** The demonstration accounts' password where somebody chose one. */
  readonly demonstrationPassword: string | undefined
  /** Names of boot checks whose refusal the operator takes upon themselves. */
  readonly accepted: readonly string[]
  readonly logLevel: LogLevel
  /** How long requests in hand may take to finish when the process is told to stop. */
  readonly drainMs: number
}

function portOf(args: readonly string[], environment: NodeJS.ProcessEnv): number {
  const flag = args.indexOf('--port')
  const text = (flag >= 0 ? args[flag + 1] : undefined) ?? environment.PORT ?? '3310'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`端口号不对 / Not a port: ${text}`)
  return port
}

function originOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(`SHANJIANG_ORIGIN 应是本平台的网址,如 https://example.gov.cn / Not an address: ${text}`)
  return new URL(text).origin
}

/** Addresses and networks (`10.0.0.5`, `10.0.0.0/24`), separated by commas. */
function proxiesOf(text: string | undefined): string[] {
  const proxies = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const bad = proxies.find((each) => !isProxy(each))
  if (bad !== undefined)
    throw new Error(
      `SHANJIANG_TRUST_PROXY 应是反向代理的IP地址,多个用逗号分开,如 10.0.0.5 / Not a proxy's address: ${bad}`,
    )
  return proxies
}

/** A network of everybody would let anybody say who they are. */
function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  if (isIP(address) === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= most)
}

function levelOf(text: string): LogLevel {
  const level = LOG_LEVELS.find((each) => each === text)
  if (!level) throw new Error(`SHANJIANG_LOG 应是 ${LOG_LEVELS.join('、')} 之一 / is to be one of these: ${text}`)
  return level
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    throw new Error(
      'DATABASE_URL 应写成 postgresql://用户:密码@主机:5432/库名 / DATABASE_URL is to be postgresql://user:password@host:5432/name',
    )
  return text
}

export function configFrom(args: readonly string[], environment: NodeJS.ProcessEnv, root: string): Config {
  const dataDir = environment.SHANJIANG_DATA || join(root, 'data')
  return {
    root,
    port: portOf(args, environment),
    host: environment.HOST ?? '127.0.0.1',
    dataDir,
    checkpointsDir: environment.SHANJIANG_CHECKPOINTS ?? join(dataDir, 'checkpoints'),
    databaseUrl: databaseUrlOf(environment.DATABASE_URL),
    seedsDemonstration: environment.SHANJIANG_DEMO !== 'off',
    maxUploadBytes: 20 * 1024 * 1024,
    origin: originOf(environment.SHANJIANG_ORIGIN),
    trustProxy: proxiesOf(environment.SHANJIANG_TRUST_PROXY),
    demonstrationPassword: environment.SHANJIANG_DEMO_PASSWORD || undefined,
    accepted: (environment.SHANJIANG_ACCEPT ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    logLevel: levelOf(environment.SHANJIANG_LOG ?? 'warn'),
    drainMs: 25_000,
  }
}
