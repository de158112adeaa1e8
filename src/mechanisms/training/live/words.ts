import type { Sentence } from '../../../platform/contract/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'
import { dayText, HALVES, type Half } from '../attendance/words.ts'
import type { Phase, SignKind, SignMethod, SignQuality } from './rules.ts'

export const METHOD_WORDS = {
  qr: { zh: '扫码', en: 'QR code' },
  code: { zh: '六位数字', en: 'Six digits' },
  'roll-call': { zh: '点名', en: 'Roll-call' },
  card: { zh: '身份证', en: 'Identity card' },
  assisted: { zh: '教师代签', en: 'Signed by the instructor' },
} as const satisfies Record<SignMethod, Sentence>

export const KIND_WORDS = {
  in: { zh: '签到', en: 'Sign-in' },
  out: { zh: '签退', en: 'Sign-out' },
  leave: { zh: '请假', en: 'Leave' },
} as const satisfies Record<SignKind, Sentence>

export const QUALITY_WORDS = {
  strong: { zh: '强', en: 'strong' },
  fair: { zh: '中', en: 'fair' },
  weak: { zh: '弱', en: 'weak' },
} as const satisfies Record<SignQuality, Sentence>

export const PHASE_WORDS = {
  in: { zh: '正在签到', en: 'Signing in' },
  out: { zh: '正在签退', en: 'Signing out' },
  closed: { zh: '已结束', en: 'Over' },
} as const satisfies Record<Phase, Sentence>

/** Why somebody is signed for, or given leave, as the buttons say it; what is kept is the Chinese. */
export const ASSIST_REASONS: readonly Sentence[] = [
  { zh: '没有手机', en: 'has no phone' },
  { zh: '忘带手机或没电', en: 'phone forgotten or empty' },
  { zh: '不会操作', en: 'cannot manage the phone' },
  { zh: '不识字', en: 'cannot read' },
  { zh: '两人共用一部手机', en: 'two share one phone' },
  { zh: '没有信号', en: 'no signal' },
]

/** `3月7日上午 8:30–11:30` */
export function sessionText(day: CivilDate, half: Half, from: string, to: string): Sentence {
  const { zh, en } = dayText(day)
  return { zh: `${zh}${HALVES[half].zh} ${from}–${to}`, en: `${en} ${from}–${to}` }
}

/** What a trainee is told when a sign is not taken: each says what to do now. */
export const refusals = {
  unknownCode: {
    zh: '这不是签到的码。请对着老师屏幕上的二维码再扫一次。',
    en: 'This is no code for signing in. Scan the code on the instructor’s screen.',
  },
  unknownDigits: {
    zh: '没有这个数字码。请看清老师屏幕上的六位数字再输入;老师还没有开始签到的,请稍等。',
    en: 'There is no such code. Look at the six digits on the instructor’s screen and type them again; if signing in has not begun, wait a moment.',
  },
  sixDigits: { zh: '请输入六位数字。', en: 'Type the six digits.' },
  tooOften: {
    zh: '试的次数太多了,一小时内不能再输数字。请扫老师屏幕上的码,或请老师代签。',
    en: 'Too many tries; for an hour no digits are taken. Scan the code, or ask the instructor to sign for you.',
  },
  expired: {
    zh: '这个码已经换了,请对着老师屏幕再扫一次。',
    en: 'The code has changed. Scan the instructor’s screen once more.',
  },
  otherDay: (day: CivilDate): Sentence => ({
    zh: `这是 ${dayText(day).zh}那节课的码,今天不能用。请扫老师今天屏幕上的码。`,
    en: `This is the code of the session on ${day}; it is of no use today. Scan today’s code.`,
  }),
  over: (session: Sentence): Sentence => ({
    zh: `${session.zh} 的签到已经结束。来上课而没有签到的,请当场找老师。`,
    en: `Signing for ${session.en} is over. If you were there and did not sign, see the instructor now.`,
  }),
  earlyIn: (start: string, from: string): Sentence => ({
    zh: `${start} 上课,${from} 起可以签到,请稍后再试。`,
    en: `The session starts at ${start}; sign in from ${from}. Try again then.`,
  }),
  lateIn: (until: string): Sentence => ({
    zh: `自己签到到 ${until} 为止,现在请找老师,由老师登记。`,
    en: `Signing in by yourself ended at ${until}. See the instructor, who can sign for you.`,
  }),
  earlyOut: (end: string, from: string): Sentence => ({
    zh: `${end} 下课,${from} 起可以签退,请稍后再试。`,
    en: `The session ends at ${end}; sign out from ${from}. Try again then.`,
  }),
  lateOut: (until: string): Sentence => ({
    zh: `自己签退到 ${until} 为止,现在请找老师,由老师登记。`,
    en: `Signing out by yourself ended at ${until}. See the instructor, who can sign for you.`,
  }),
  notOnRoster: (title: Sentence): Sentence => ({
    zh: `您不在“${title.zh}”的花名册上。请看看是不是扫了别的班的码;是本班学员的,请找老师核对花名册。`,
    en: `You are not on the roster of “${title.en}”. Check whether this is another class’s code; if it is yours, see the instructor about the roster.`,
  }),
  phoneOfAnother: {
    zh: '这部手机已经替另一位学员签过了,一部手机只能签一个人。请找老师代签。',
    en: 'This phone has signed for somebody else; one phone signs for one person. Ask the instructor to sign for you.',
  },
  notIn: {
    zh: '您这节课没有签到记录,不能签退。请找老师。',
    en: 'You have not signed in for this session, so you cannot sign out. See the instructor.',
  },
  ticketOver: {
    zh: '时间过久了,请对着老师屏幕再扫一次。',
    en: 'That took too long. Scan the instructor’s screen once more.',
  },
  already: (kind: 'in' | 'out', time: string): Sentence =>
    kind === 'in'
      ? { zh: `您已在 ${time} 签到,不用再签。`, en: `You signed in at ${time}; nothing more to do.` }
      : { zh: `您已在 ${time} 签退,不用再签。`, en: `You signed out at ${time}; nothing more to do.` },
} as const

/** What an instructor is told when something cannot be done. */
export const holding = {
  notYours: {
    zh: '只有本机构和这节课的授课教师能管理签到。',
    en: 'Only the provider and the instructor of the session hold its signing-in.',
  },
  notToday: (day: CivilDate): Sentence => ({
    zh: `这节课在 ${dayText(day).zh},当天才能开始签到。`,
    en: `This session is on ${day}; signing in begins on the day itself.`,
  }),
  sessionOver: {
    zh: '这节课的签到签退时间已过,不能再开始或登记。',
    en: 'The time for signing at this session is over.',
  },
  notOpen: { zh: '还没有开始签到,请先点“开始签到”。', en: 'Signing in has not begun; press Start first.' },
  closed: { zh: '这节课已经结束签到。', en: 'Signing at this session is over.' },
  outFrom: (from: string): Sentence => ({
    zh: `${from} 起才能开始签退。`,
    en: `Signing out begins at ${from}.`,
  }),
  nobody: { zh: '没有勾选任何人。', en: 'Nobody is ticked.' },
  reason: { zh: '请选择或写明原因。', en: 'Choose or write the reason.' },
  reasonTooLong: { zh: '原因最多 100 字。', en: 'At most 100 characters for the reason.' },
  notOnRoster: { zh: '本班花名册上没有这个人。', en: 'Nobody on the roster of this class has it.' },
  cardTooOften: {
    zh: '身份证号对不上的次数太多了,请改用点名或代签。',
    en: 'Too many numbers that nobody here has. Use roll-call or sign for them.',
  },
  already: (name: string, time: string): Sentence => ({
    zh: `${name} 已在 ${time} 签过。`,
    en: `${name} signed at ${time} already.`,
  }),
  notIn: (name: string): Sentence => ({
    zh: `${name} 没有签到,不能签退。`,
    en: `${name} has not signed in and cannot sign out.`,
  }),
  isIn: (name: string): Sentence => ({
    zh: `${name} 已经签到,不能记请假。`,
    en: `${name} signed in; no leave to give.`,
  }),
  struckAlready: { zh: '这条签到已经作废。', en: 'This sign has been struck already.' },
  notPicture: {
    zh: '这个文件不是完整的照片(JPEG 或 PNG),请重新拍一张。',
    en: 'The file is no whole picture (JPEG or PNG). Take another.',
  },
  noPicture: { zh: '请先拍一张照片。', en: 'Take a photo first.' },
  clockOff: (minutes: number): Sentence => ({
    zh: `本机时钟${minutes > 0 ? '快' : '慢'} ${Math.abs(minutes)} 分钟。签到以服务器时间为准,不受影响;请顺手把时钟调准。`,
    en: `This device’s clock is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'fast' : 'slow'}. The server’s time counts; please set the clock.`,
  }),
  done: (count: number): Sentence => ({ zh: `已登记 ${count} 人。`, en: `${count} people signed.` }),
  doneOne: (name: string, late: number): Sentence =>
    late > 0
      ? { zh: `${name} 已签,迟到 ${late} 分钟。`, en: `${name} signed, ${late} minutes late.` }
      : { zh: `${name} 已签。`, en: `${name} signed.` },
} as const

export const constraintWords = {
  a_session_is_opened_once: {
    zh: '这节课刚刚已经由别人开始签到,请刷新。',
    en: 'Somebody has just opened this session. Refresh.',
  },
  once_signed_live: { zh: '这个人刚刚已经签过,请刷新。', en: 'This person has just been signed. Refresh.' },
} as const satisfies Record<string, Sentence>

export const drawing = {
  closed: {
    zh: '班级已结业或没有备案,不能再生成考勤表。',
    en: 'The class is completed, or not on file; no sheet can be drawn any more.',
  },
  nothing: {
    zh: '本班没有实时签到记录,不能生成考勤表。请上传纸质考勤表。',
    en: 'This class was not signed live; there is nothing to draw a sheet from. Upload the paper sheet.',
  },
  notOver: {
    zh: '课还没有上完,或有课次的签到还没有结束。全部结束后才能生成考勤表。',
    en: 'The class is not over, or signing is still open at a session. The sheet is drawn when all is over.',
  },
  fileName: (number: string) => `考勤表-实时签到-${number}.xlsx`,
  sheetName: '考勤表',
  title: (title: string) => `${title} 考勤表(由平台按实时签到生成)`,
  columns: ['序号', '姓名', '身份证号'],
  column: (day: CivilDate, half: Half, from: string) => `${dayText(day).zh}${HALVES[half].zh}${from}`,
} as const

export const trailWords = {
  title: (kind: SignKind, name: string, time: string): Sentence => ({
    zh: `${KIND_WORDS[kind].zh} ${name} ${time}`,
    en: `${KIND_WORDS[kind].en}: ${name} ${time}`,
  }),
  method: { zh: '方式', en: 'Method' },
  at: { zh: '服务器时间', en: 'Server time' },
  seenAt: { zh: '扫码时间', en: 'Code seen at' },
  businessAt: { zh: '业务时间', en: 'Business time' },
  deviceAt: { zh: '设备自己的时间', en: 'The device’s own time' },
  device: { zh: '设备尾号', en: 'Device (last digits)' },
  operator: { zh: '登记岗位', en: 'Signed by' },
  themself: { zh: '本人', en: 'Themself' },
  late: { zh: '迟到', en: 'Late' },
  early: { zh: '早退', en: 'Left early' },
  minutes: (count: number): Sentence => ({ zh: `${count} 分钟`, en: `${count} minutes` }),
  quality: { zh: '证据强度', en: 'Quality' },
  reason: { zh: '原因', en: 'Reason' },
  struck: { zh: '作废', en: 'Struck' },
  photos: { zh: '课堂照片', en: 'Photos' },
  platform: { zh: '平台(到时自动结束)', en: 'the platform, when the time was over' },
  liveSession: (when: string): Sentence => ({ zh: `实时签到 ${when}`, en: `Signed live, ${when}` }),
  eventBy: (at: string, by: Sentence): Sentence => ({ zh: `${at} ${by.zh}`, en: `${at} ${by.en}` }),
  clockOff: (at: string, minutes: number): Sentence =>
    minutes > 0
      ? { zh: `${at}(快 ${minutes} 分钟)`, en: `${at} (${minutes} minutes fast)` }
      : { zh: `${at}(慢 ${-minutes} 分钟)`, en: `${at} (${-minutes} minutes slow)` },
} as const
