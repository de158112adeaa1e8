import type { Sentence } from '../../../platform/contract/public.ts'

const short = (key: string) => (key.length > 40 ? `${key.slice(0, 36)}…` : key)

/** Sentences of the sealed record and of what is compared with it. */
export const words = {
  proofs: {
    seals: {
      name: 'seals',
      title: { zh: '封存链', en: 'Chain of seals' },
      against: {
        zh: '签名、前后次序、重算的根、库外检查点',
        en: 'signatures, order, roots computed anew, checkpoints outside',
      },
    },
    sources: {
      name: 'sources',
      title: { zh: '封存来源', en: 'Sources of seals' },
      against: { zh: '应封存的表', en: 'the tables that are sealed' },
    },
  },
  againstLeaves: { zh: '封存时的样子', en: 'how it was sealed' },
  changed: (of: Sentence, key: string): Sentence => ({
    zh: `${of.zh} ${short(key)}:内容与封存时不同,封存后被人在数据库里改过。`,
    en: `${of.en} ${short(key)}: not what was sealed; somebody changed it in the database.`,
  }),
  gone: (of: Sentence, key: string): Sentence => ({
    zh: `${of.zh} ${short(key)}:已封存,现在没有了,被人从数据库里删掉。`,
    en: `${of.en} ${short(key)}: was sealed and is gone; somebody deleted it from the database.`,
  }),
  unsealed: (of: Sentence, key: string): Sentence => ({
    zh: `${of.zh} ${short(key)}:早该封存却没有封存,可能是绕过平台插入的,或其封存被删。`,
    en: `${of.en} ${short(key)}: should have been sealed and is not: put in past the platform, or its leaf was deleted.`,
  }),
  unreadable: (of: Sentence, key: string): Sentence => ({
    zh: `${of.zh} ${short(key)}:封存时的列已不在,无法比对。`,
    en: `${of.en} ${short(key)}: columns it was sealed with are gone; it cannot be compared.`,
  }),
  sourceGone: (table: string, count: number): Sentence => ({
    zh: `${table} 有 ${count} 行封存,但这张表已不在封存清单里。`,
    en: `${table} has ${count} sealed rows but is no longer among the sealed tables.`,
  }),
  rootDiffers: (number: number, from: number, to: number): Sentence => ({
    zh: `第 ${number} 号封存的根与重算的不同:第 ${from} 至 ${to} 片叶中有改动。`,
    en: `The root of seal ${number} is not what its leaves come to: something among leaves ${from} to ${to} was changed.`,
  }),
  outsideDiffers: (number: number, from: number, to: number): Sentence => ({
    zh: `第 ${number} 号封存与库外检查点不同:数据库里第 ${from} 至 ${to} 片叶的封存被重写过。`,
    en: `Seal ${number} is not what was kept outside: the seal over leaves ${from} to ${to} was rewritten in the database.`,
  }),
  sealCut: (number: number, size: number): Sentence => ({
    zh: `库外有第 ${number} 号检查点(${size} 片叶),数据库里没有这次封存:尾部被截断。`,
    en: `Checkpoint ${number} (${size} leaves) is kept outside, and the database has no such seal: its tail was cut off.`,
  }),
  leavesCut: (number: number, size: number, there: number): Sentence => ({
    zh: `第 ${number} 号封存应有 ${size} 片叶,现在只有 ${there} 片。`,
    en: `Seal ${number} is over ${size} leaves; there are ${there}.`,
  }),
  leafMissing: (position: number, seal: number): Sentence => ({
    zh: `第 ${position + 1} 片叶(第 ${seal} 号封存以内)缺失。`,
    en: `Leaf ${position + 1} (within seal ${seal}) is missing.`,
  }),
  subtreeDiffers: (seal: number): Sentence => ({
    zh: `第 ${seal} 号封存以内,存下的子树与叶不符(证明将无法开具)。`,
    en: `Within seal ${seal} a kept subtree is not what its leaves come to (proofs cannot be given).`,
  }),
  sealMissing: (number: number): Sentence => ({
    zh: `第 ${number} 号封存缺失。`,
    en: `Seal ${number} is missing.`,
  }),
  previousDiffers: (number: number): Sentence => ({
    zh: `第 ${number} 号封存所记的上一号的根与上一号不同。`,
    en: `Seal ${number} names another root before it than the seal before it has.`,
  }),
  timeGoesBack: (number: number): Sentence => ({
    zh: `第 ${number} 号封存的时间早于上一号。`,
    en: `Seal ${number} is dated before the seal before it.`,
  }),
  signatureBad: (number: number): Sentence => ({
    zh: `第 ${number} 号封存的签名不对:这一行被改过。`,
    en: `The signature of seal ${number} does not fit: the seal was changed.`,
  }),
  keyUnknown: (number: number, keyId: string): Sentence => ({
    zh: `第 ${number} 号封存由不认识的密钥 ${keyId} 签署:密钥被换过。`,
    en: `Seal ${number} was signed by key ${keyId}, which is not ours: the key was exchanged.`,
  }),
  headDiffers: (head: number, last: number): Sentence => ({
    zh: `封存进度记到第 ${head} 号,最后一号却是第 ${last} 号(或根不同)。`,
    en: `Sealing stands at ${head}, but the last seal is ${last} (or has another root).`,
  }),
  lineUnreadable: (line: number): Sentence => ({
    zh: `库外检查点文件第 ${line} 行读不出,或不是本区县的。`,
    en: `Line ${line} of the checkpoints outside cannot be read or is not of this district.`,
  }),
  lineUnsigned: (line: number, keyId: string, isUnknown: boolean): Sentence => ({
    zh: `库外检查点文件第 ${line} 行的签名不成立(密钥 ${keyId}${isUnknown ? ',不认识' : ''})。`,
    en: `The signature on line ${line} of the checkpoints outside does not hold (key ${keyId}${isUnknown ? ', not ours' : ''}).`,
  }),
  lineTwice: (number: number): Sentence => ({
    zh: `库外有两个不同的第 ${number} 号检查点。`,
    en: `There are two different checkpoints ${number} outside.`,
  }),
  linesMissing: (from: number, to: number): Sentence => ({
    zh: `库外检查点缺第 ${from} 至 ${to} 号。`,
    en: `Checkpoints ${from} to ${to} are missing outside.`,
  }),
} as const
