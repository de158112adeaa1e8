import type { Sentence } from '../../../platform/contract/public.ts'

/** How long a session lasts: the platform's own safeguards, in real time, the same in every county. */
export const SESSION = {
  /** A working day with its evening; then whoever it is signs in anew. */
  lastsMs: 12 * 3_600_000,
  /** Nothing was done in it for an hour: the desk may be empty. */
  idleMs: 60 * 60_000,
  /** "Last seen" is written so often at most, and not by what a page asks by itself while nobody is there. */
  seenEveryMs: 3 * 60_000,
  /** So long a browser in which somebody signed in is known as theirs. */
  deviceKnownDays: 90,
} as const

const SYSTEMS: readonly (readonly [RegExp, string, Sentence])[] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony', { zh: '鸿蒙设备', en: 'HarmonyOS' }],
  [/iPhone/i, 'iphone', { zh: '苹果手机', en: 'iPhone' }],
  [/iPad/i, 'ipad', { zh: '苹果平板', en: 'iPad' }],
  [/Android/i, 'android', { zh: '安卓手机', en: 'Android' }],
  [/Windows/i, 'windows', { zh: 'Windows 电脑', en: 'Windows' }],
  [/Mac OS X|Macintosh/i, 'mac', { zh: '苹果电脑', en: 'Mac' }],
  [/UOS|Kylin|UnionTech/i, 'uos', { zh: '国产系统电脑', en: 'UOS or Kylin' }],
  [/Linux|X11/i, 'linux', { zh: 'Linux 电脑', en: 'Linux' }],
]

/** The narrower first: most browsers also name the one they come from. */
const BROWSERS: readonly (readonly [RegExp, string, string])[] = [
  [/MicroMessenger/i, 'wechat', '微信'],
  [/DingTalk/i, 'dingtalk', '钉钉'],
  [/Edg\w*\//i, 'edge', 'Edge'],
  [/QIHU|360SE|360EE/i, '360', '360'],
  [/QQBrowser/i, 'qq', 'QQ'],
  [/Firefox\//i, 'firefox', 'Firefox'],
  [/Chrom(e|ium)\//i, 'chrome', 'Chrome'],
  [/Safari\//i, 'safari', 'Safari'],
]

const OTHER: Sentence = { zh: '其他设备', en: 'Another device' }

/** What a browser says of itself, in two short words: nothing else of it is kept. */
export function deviceOf(userAgent: string): string {
  const system = SYSTEMS.find(([is]) => is.test(userAgent))?.[1]
  const browser = BROWSERS.find(([is]) => is.test(userAgent))?.[1]
  return system === undefined && browser === undefined ? 'unknown' : `${system ?? 'other'}/${browser ?? 'other'}`
}

/** A device as people call it: "Windows 电脑 · Edge". */
export function deviceWords(device: string): Sentence {
  const [system, browser] = device.split('/')
  const kind = SYSTEMS.find(([, code]) => code === system)?.[2] ?? OTHER
  const name = BROWSERS.find(([, code]) => code === browser)?.[2]
  return name === undefined ? kind : { zh: `${kind.zh} · ${name}`, en: `${kind.en} · ${name}` }
}
