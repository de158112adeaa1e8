import type { Sentence } from '../../../platform/contract/public.ts'
import type { Ratio } from '../completion/ratio.ts'
import type { Totals } from '../timetable/rules.ts'
import { timeText } from '../timetable/times.ts'
import type { HoursFault } from './attendance-rules.ts'
import type { SignFault } from './signing-rules.ts'

const NAMED_TIMES = 3

const SIGN_FAULTS = {
  'not-signed-in': { zh: '没有有效的签到', en: 'there is no sign-in that counts' },
  'outside-window': { zh: '签到或签退不在这次课的时间内', en: 'it was signed outside the session’s time' },
  'not-signed-out': { zh: '没有签退', en: 'nobody signed out' },
  'too-short': { zh: '实际在场的时间太短', en: 'the time between signing in and out is too short' },
} as const satisfies Record<SignFault, Sentence>

const percent = ({ numerator, denominator }: Ratio) => `${(numerator * 100) / denominator}%`

export const words = {
  samePerson: (seqs: readonly number[]) => ({
    zh: `与花名册第${seqs.join('、')}号是同一人,请删去重复的一行`,
    en: `The same person as number ${seqs.join(', ')} on the roster: remove the repeated row`,
  }),
  covered: (agreement: string) => ({ zh: `协议 ${agreement} 有效`, en: `Covered by agreement ${agreement}` }),
  noRoster: { zh: '还没有花名册,请先导入', en: 'There is no roster yet: import it first' },
  tooFew: (people: number, minimum: number) => ({
    zh: `花名册${people}人,每班不得少于${minimum}人`,
    en: `${people} people on the roster; a class has at least ${minimum}`,
  }),
  tooMany: (people: number, maximum: number) => ({
    zh: `花名册${people}人,每班不得多于${maximum}人,请分班`,
    en: `${people} people on the roster; a class has at most ${maximum}: make two classes`,
  }),
  overCapacity: (people: number, capacity: number) => ({
    zh: `花名册${people}人,超过计划人数${capacity}人,请修改计划或花名册`,
    en: `${people} people on the roster, more than the planned ${capacity}: change the plan or the roster`,
  }),
  overSeats: (room: string, seats: number, people: number) => ({
    zh: `教室“${room}”只有${seats}座,坐不下${people}人,请换教室`,
    en: `The room “${room}” has ${seats} seats, not enough for ${people}: choose another`,
  }),
  sizeStands: (people: number) => ({ zh: `${people}人`, en: `${people} people` }),
  hoursStand: ({ safety, theory, practice, days }: Totals) => ({
    zh: `${days}天,理论${theory}课时(其中安全教育${safety}课时),实操${practice}课时`,
    en: `${days} days, ${theory} hours of theory, ${safety} of these safety education, and ${practice} of practice`,
  }),
  moreFaults: (count: number) => ({
    zh: `还有 ${count} 处没有列出,请先改正以上各处`,
    en: `${count} more are not listed: correct these first`,
  }),
  free: { zh: '没有时间冲突', en: 'No clash' },
  signedInOnePlace: { zh: '没有同时在两处签到', en: 'Not signed in at two places at once' },
  signedTwice: (
    twice: readonly {
      readonly here: { readonly day: string; readonly startMinute: number; readonly endMinute: number }
    }[],
    others: readonly Sentence[],
  ) => {
    const named = twice
      .slice(0, NAMED_TIMES)
      .map(({ here }) => `${here.day} ${timeText(here.startMinute)}–${timeText(here.endMinute)}`)
    const more = twice.length > NAMED_TIMES
    return {
      zh: `${named.join('、')}${more ? ` 等${twice.length}次课` : ''}在本班签到,同一时间又在${others.map(({ zh }) => zh).join('、')}签到。一个人不能同时在两处,查清以前补贴暂缓`,
      en: `Signed in here on ${named.join(', ')}${more ? ` and at other times, ${twice.length} in all,` : ''} and at the same time in ${others.map(({ en }) => en).join(', ')}. Nobody is in two places at once: the subsidy is held until it is known where they were`,
    }
  },
  otherSign: { zh: '同一时间在另一班的签到', en: 'The sign in the other class at that time' },
  otherClassSigned: { zh: '同一时间签到的另一班级', en: 'The other class signed in at that time' },
  groupUnknown: {
    zh: '花名册里没有这个人的类别,无法核对',
    en: 'The roster gives no group for this person; it cannot be checked',
  },
  fundPaysNobody: (fund: Sentence) => ({
    zh: `本地没有规定“${fund.zh}”可以补贴哪些人员类别,请换一项资金或联系人社局`,
    en: `It is not laid down here which groups ${fund.en} may pay for: choose another fund or ask the bureau`,
  }),
  groupNotPaid: (group: Sentence, fund: Sentence, groups: readonly Sentence[]) => ({
    zh: `人员类别“${group.zh}”不在“${fund.zh}”的补贴范围内(可补贴:${groups.map((each) => each.zh).join('、')})。类别有误请更正花名册;无误则此人不能由该资金补贴,请移出花名册`,
    en: `The group “${group.en}” is not among those ${fund.en} may pay for (${groups.map((each) => each.en).join(', ')}). If the group is wrong, correct the roster; if it is right, this person cannot be subsidised from this fund: take them off the roster`,
  }),
  groupPaid: (group: Sentence) => ({ zh: group.zh, en: group.en }),
  noAttendance: { zh: '还没有考勤汇总,无法核对', en: 'Attendance is not summed up yet; it cannot be checked' },
  muster: { zh: '出勤汇总', en: 'The muster' },
  sheet: { zh: '考勤表', en: 'The attendance sheet' },
  sign: { zh: '签到', en: 'The sign' },
  attended: (ratio: string) => ({ zh: `出勤 ${ratio}`, en: `Attended ${ratio}` }),
  attendedTooLittle: (ratio: string, line: Ratio) => ({
    zh: `出勤 ${ratio},低于 ${percent(line)}`,
    en: `Attended ${ratio}, below ${percent(line)}`,
  }),
  everyDayAttended: (line: Ratio) => ({
    zh: `每个上课日的班级出勤率都不低于 ${percent(line)}`,
    en: `On every day the class as a whole reached ${percent(line)}`,
  }),
  thinDay: (day: string, ratio: string, line: Ratio) => ({
    zh: `${day} 班级出勤 ${ratio},低于 ${percent(line)}`,
    en: `On ${day} ${ratio} of the class was there, below ${percent(line)}`,
  }),
  signedInTime: { zh: '没有提前签到', en: 'Nothing was signed ahead' },
  signedAhead: (handedIn: string, day: string, sessions: number) => ({
    zh: `考勤表 ${handedIn} 交来时,${day} 起${sessions}次课还没有上,却已签到。请重新上传课程结束后的考勤表`,
    en: `When the sheet was handed in on ${handedIn}, ${sessions} sessions from ${day} on had not begun, yet they are signed: upload the sheet as it stood after the class`,
  }),
  liveSign: { zh: '现场签到', en: 'The live sign' },
  liveSession: { zh: '签到课次', en: 'The session signed live' },
  onPaper: {
    zh: '本班用纸质考勤,没有现场签到,这一项不适用',
    en: 'The class signed on paper and nothing was signed live: this does not apply',
  },
  signFault: (fault: SignFault, session: { readonly day: string; readonly startMinute: number }, sessions: number) => {
    const when = `${session.day} ${timeText(session.startMinute)}`
    const { zh, en } = SIGN_FAULTS[fault]
    const more = sessions > 1 ? { zh: `等${sessions}次课`, en: ` (${sessions} sessions in all)` } : { zh: '', en: '' }
    return {
      zh: `${when}${more.zh}计了出勤,但${zh}。请培训机构提出考勤更正,或说明原因、附上材料`,
      en: `${when}${more.en} counts as attended, though ${en}: the provider amends the attendance, or explains it with papers`,
    }
  },
  ownDevice: { zh: '用自己的手机签到', en: 'Signed in on a phone of their own' },
  sharedDevice: (device: string, people: number) => ({
    zh: `同一部手机(尾号 ${device})为 ${people} 人签过到。请机构说明是谁的手机、为什么不由教师代签;查清以前补贴暂缓`,
    en: `One phone (ending ${device}) signed for ${people} people: the provider says whose it is and why the instructor did not sign for them; the subsidy is held until it is known`,
  }),
  operatorsDevice: (device: string) => ({
    zh: `用教师的设备(尾号 ${device})以本人名义签到,没有走代签。请机构说明原因;查清以前补贴暂缓`,
    en: `Signed in as themself on the instructor’s device (ending ${device}), not in assisted mode: the provider says why; the subsidy is held until it is known`,
  }),
  naturalRhythm: { zh: '签到的先后和间隔没有异常', en: 'Nothing odd in the order and rhythm of the signs' },
  burst: (when: string, count: number, from: number, to: number) => ({
    zh: `${when} 起 ${count} 人连续签到,每人只隔 ${from} 至 ${to} 秒,请核对是否本人`,
    en: `From ${when} on ${count} people signed one after the other, ${from} to ${to} seconds apart: look whether it was they`,
  }),
  equalGaps: (when: string, count: number) => ({
    zh: `${when} 起 ${count} 人签到的间隔完全相同,请核对是否由程序签到`,
    en: `From ${when} on ${count} people signed at exactly equal intervals: look whether a program did`,
  }),
  sameOrder: (days: number, people: number) => ({
    zh: `${days} 天里 ${people} 人每天签到的次序完全相同,请核对是否由一人代签`,
    en: `On all ${days} days ${people} people signed in one and the same order: look whether one person signed for them`,
  }),
  notInspected: {
    zh: '没有两人确认的现场检查记录,这一项不适用',
    en: 'No inspection that two inspectors confirmed: this does not apply',
  },
  headsMatch: (count: number) => ({
    zh: `${count} 次现场检查,实到人数与签到相符`,
    en: `${count} inspections found as many people as had signed`,
  }),
  headsMissing: (day: string, at: string, heads: number, signedIn: number, tolerance: number) => ({
    zh: `${day} ${at} 现场检查实到 ${heads} 人,当时签到 ${signedIn} 人,少 ${signedIn - heads} 人(允许少 ${tolerance} 人)。请机构逐人说明去向并附材料;查清以前全班暂缓`,
    en: `At ${at} on ${day} an inspection found ${heads} people while ${signedIn} had signed, ${signedIn - heads} fewer (${tolerance} are let pass): the provider accounts for each with papers; the class is held until it is known`,
  }),
  inspection: { zh: '现场检查', en: 'The inspection' },
  broughtInTime: { zh: '考勤报送及时', en: 'The attendance came in time' },
  broughtLate: (day: string, days: number, most: number) => ({
    zh: `考勤表 ${day} 才报送,距班级结束 ${days} 天(超过 ${most} 天)。请对照签到原件核对`,
    en: `The sheet came on ${day}, ${days} days after the class (more than ${most}): compare it with the originals`,
  }),
  broughtBeforeClaim: (day: string, days: number, hours: number) => ({
    zh: `考勤表 ${day} 报送,距班级结束 ${days} 天,报送后 ${hours} 小时内就确认结业。请对照签到原件核对`,
    en: `The sheet came on ${day}, ${days} days after the class, and the class was completed within ${hours} hours: compare it with the originals`,
  }),
  openedOtherDay: (day: string, opened: string) => ({
    zh: `${day} 的课次在 ${opened} 才开始签到,不是当天。请核对当天是否上课`,
    en: `The session of ${day} was opened for signing on ${opened}, another day: look whether it was held`,
  }),
  fewCorrections: (count: number, all: number) => ({
    zh: count === 0 ? '考勤没有人工更正' : `${all} 次签到中人工更正 ${count} 次,在允许范围内`,
    en:
      count === 0
        ? 'Nothing was corrected by hand'
        : `${count} of ${all} signs were corrected by hand, within the limit`,
  }),
  manyCorrections: (count: number, all: number, line: Ratio) => ({
    zh: `${all} 次签到中人工更正 ${count} 次,超过 ${percent(line)}。请逐条核对更正材料;查清以前全班暂缓`,
    en: `${count} of ${all} signs were corrected by hand, more than ${percent(line)}: compare each with its papers; the class is held until then`,
  }),
  gainersCorrections: (count: number) => ({
    zh: `${count} 次改成计出勤的更正由机构一方自己提出、自己确认,而补贴付给该机构。请经办人员对照材料重新核实;查清以前全班暂缓`,
    en: `${count} corrections that make attendance count were proposed and confirmed on the provider’s own side, which is paid for them: the bureau compares each with its papers; the class is held until then`,
  }),
  typedOverLive: (count: number) => ({
    zh: `纸质考勤表把 ${count} 次没有现场签到的课次记成出勤`,
    en: `A sheet typed from paper counts ${count} sessions for which nobody signed live`,
  }),
  amendment: { zh: '考勤更正', en: 'The amendment' },
  hoursFault: (fault: HoursFault) =>
    fault.kind === 'more-than-planned'
      ? {
          zh: `出勤${fault.attended}课时,多于计划的${fault.planned}课时`,
          en: `${fault.attended} class-hours attended, more than the ${fault.planned} planned`,
        }
      : {
          zh: `${fault.day} 出勤${fault.attended}课时,多于每日上限${fault.mostADay}课时`,
          en: `${fault.attended} class-hours on ${fault.day}, more than the ${fault.mostADay} a day may have`,
        },
  musterDiffers: (muster: number, signs: number) => ({
    zh: `出勤汇总为${muster}次,考勤表上为${signs}次,两者不一致`,
    en: `The muster says ${muster} sessions, the attendance sheet ${signs}: they differ`,
  }),
  hoursPossible: (hours: number, planned: number) => ({
    zh: `出勤${hours}课时,计划${planned}课时`,
    en: `${hours} class-hours attended of ${planned} planned`,
  }),
  nameDiffers: {
    zh: '花名册上的姓名与本县以同一身份证号登记的姓名不一致,请核对身份证原件,更正花名册;在此之前补贴暂缓',
    en: 'The name on the roster is not the one this identity number is on record by: check the identity card and correct the roster; until then the subsidy is held',
  },
  notOnTheRoster: {
    zh: '现在的花名册里没有这个人,无法核对姓名',
    en: 'The current roster does not have this person; the name cannot be checked',
  },
  otherName: { zh: '以另一姓名登记的班级', en: 'The class that has them by another name' },
  teaches: (seq: number, name: string) => ({
    zh: `花名册第${seq}号 ${name} 是本班教师,不能同时是本班学员,请移出花名册或换教师`,
    en: `Number ${seq} on the roster, ${name}, teaches this class and cannot be a trainee of it: take them off the roster or choose another instructor`,
  }),
  nobodyTeaches: { zh: '花名册中没有本班教师', en: 'No instructor of the class is on the roster' },
  planUnchanged: { zh: '导入花名册后计划没有改动', en: 'The plan is the one the roster was judged by' },
  judgedAgain: (changes: Sentence) => ({
    zh: `导入花名册后计划有改动(${changes.zh}),已按现在的计划逐人重新核对`,
    en: `The plan changed since the roster was imported (${changes.en}); everybody was checked again under the plan as it is now`,
  }),
  judgedByUnknown: {
    zh: '这份花名册导入较早,没有留下当时依据的计划,请人工核对花名册表头与计划是否一致',
    en: 'This roster was imported before the platform kept the plan it was judged by: compare its title lines with the plan by hand',
  },
  otherClass: { zh: '占用这一时段的班级', en: 'The class that holds this time' },
  agreement: (number: string) => ({ zh: `协议 ${number}`, en: `Agreement ${number}` }),
  timetable: { zh: '课程表', en: 'The timetable' },
} as const
