import { z } from 'zod'
import type { Sentence } from '../../../platform/contract/public.ts'
import { isClockTime, isSkillLevel } from '../../values/public.ts'
import { PolicyDate, RatioShape, Words } from '../packs/clause.ts'
import { FormWording } from './form-wording.ts'
import { RetirementTable } from './retirement.ts'

const Code = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const Recognised = z.array(z.string().min(1)).min(1)
const Time = z.string().refine(isClockTime)
const Mark = z.int().min(0)

/** How one word on an attendance sheet counts. `credited` is whether the session counts as attended. */
const AttendanceMark = z.strictObject({
  kind: z.enum(['present', 'late', 'leave', 'absent']),
  label: Words,
  credited: z.boolean(),
  words: Recognised,
})

/** What a column of the bank's list holds. */
export const BANK_FIELDS = [
  'lineNumber',
  'payeeName',
  'accountNumber',
  'bankName',
  'amountYuan',
  'purpose',
  'reference',
] as const

const SeparatedBankFile = z.strictObject({
  format: z.literal('csv'),
  encoding: z.enum(['gbk', 'utf-8-bom', 'utf-8']),
  separator: z.enum([',', ';', '\t', '|']),
  lineEnd: z.enum(['\r\n', '\n']),
  /** {batchNumber} and {date} are filled in. */
  fileName: z.string().min(1),
  header: z.boolean(),
  columns: z
    .array(
      z.strictObject({
        field: z.enum(BANK_FIELDS),
        header: z.string().min(1),
        /** The most bytes that the bank takes in this column, in the list's encoding. */
        longest: z.int().positive().optional(),
      }),
    )
    .min(1),
})

/** A list in columns of so many bytes each, without separators or a header: what older bank systems read. */
const FixedBankFile = z.strictObject({
  format: z.literal('fixed'),
  encoding: z.enum(['gbk', 'utf-8']),
  lineEnd: z.enum(['\r\n', '\n']),
  fileName: z.string().min(1),
  header: z.literal(false),
  columns: z
    .array(
      z.strictObject({
        field: z.enum(BANK_FIELDS),
        header: z.string().min(1),
        /** Bytes in the list's encoding; what is shorter is filled up. */
        width: z.int().positive(),
        align: z.enum(['left', 'right']).optional(),
        fill: z.enum([' ', '0']).optional(),
      }),
    )
    .min(1),
})

const BankFile = z.discriminatedUnion('format', [SeparatedBankFile, FixedBankFile])

/** The bank's answer, by the names its columns and states go by; spaces and brackets are ignored when they are compared. */
const BankReturnFile = z.strictObject({
  columns: z.strictObject({
    reference: Recognised,
    accountNumber: Recognised,
    amountYuan: Recognised,
    status: Recognised,
    reason: Recognised,
    settledOn: Recognised,
  }),
  /** What names a line of ours again; the amount must agree as well. */
  matchBy: z.enum(['reference', 'accountNumber']),
  paidWords: Recognised,
  returnedWords: Recognised,
})

/** What a column of the list for the province holds. */
export const PROVINCE_LIST_FIELDS = [
  'sequence',
  'reference',
  'name',
  'identityNumber',
  'groupTitle',
  'organisation',
  'level',
  'certificateNo',
  'amountYuan',
  'bankName',
  'accountNumber',
] as const

const ProvinceColumns = z
  .array(z.strictObject({ field: z.enum(PROVINCE_LIST_FIELDS), header: z.string().min(1).max(60) }))
  .min(2)
  .refine((columns) => columns.some(({ field }) => field === 'identityNumber'))

/** The province's own form of a list of people; {number} and {date} of the file's name are filled in. */
const ProvinceList = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('xlsx'),
    sheet: z.string().min(1).max(31),
    fileName: z.string().min(1),
    columns: ProvinceColumns,
  }),
  z.strictObject({
    format: z.literal('csv'),
    encoding: z.enum(['gbk', 'utf-8-bom', 'utf-8']),
    fileName: z.string().min(1),
    columns: ProvinceColumns,
  }),
])

const Numbering = z.string().regex(/^[A-Z0-9{}:a-z-]+$/)

/** A site on which certificates can be looked up. A clerk opens it; the platform does not. */
const LookUpSite = z.strictObject({ code: Code, name: Words, address: z.url({ protocol: /^https?$/ }) })

const Years = z.int().min(1).max(100)

type Described = { readonly label: Sentence; readonly shape: z.ZodType }

/** Every parameter of a county: its name, what it is called, and the shape of its value. Numbers live in `policies/`. */
export const PARAMETERS = {
  'access.secondFactor': {
    label: { zh: '动态口令的要求', en: 'Whose second factor is demanded, and for how long it is fresh' },
    shape: z.strictObject({
      /** `bureau`: every post of the bureau signs in with it; `nobody`: it is offered. */
      demandedOf: z.enum(['bureau', 'nobody']),
      freshMinutes: z.int().min(1).max(120),
    }),
  },
  'access.dailyLimits': {
    label: { zh: '每人每天查看和导出个人信息的次数', en: 'How often a day somebody may show or export personal data' },
    shape: z.strictObject({ revealsADay: z.int().positive(), exportsADay: z.int().positive() }),
  },
  'access.revealSigns': {
    label: { zh: '查看个人信息的留意标准', en: 'When seeing personal data is worth a look' },
    /** Office hours, and how many reveals of one person in a day are marked. */
    shape: z.strictObject({
      from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      manyADay: z.int().positive(),
    }),
  },
  'access.revealAlerts': {
    label: { zh: '查看个人信息的提醒标准', en: 'When seeing personal data is an alert' },
    /** Within so many days: so many people of one town, of one village, or readings without an open matter. */
    shape: z.strictObject({
      days: z.int().min(1).max(366),
      sameTown: z.int().positive(),
      sameVillage: z.int().positive(),
      withoutMatter: z.int().positive(),
    }),
  },
  'personal.correctionDays': {
    label: { zh: '信息更正申请的答复天数', en: 'Days to answer a request to correct data' },
    shape: z.int().positive(),
  },
  'personal.retention': {
    label: { zh: '个人信息保存年限', en: 'Years personal data are kept' },
    /** By rule of the register of personal data (`record/personal`): years from the event that the rule names. */
    shape: z.strictObject({
      money: Years,
      class: Years,
      matter: Years,
      letter: Years,
      past: Years,
      account: Years,
      /** What is emptied by itself (`record/retention`). */
      refused: Years,
      unfiled: Years,
      screenshot: Years,
    }),
  },
  'record.archiveDays': {
    label: { zh: '归档文件保存天数', en: 'Days an archive is kept' },
    shape: z.int().min(1).max(365),
  },
  'funds.trialDays': {
    label: { zh: '政策试算明细保存天数', en: 'Days the cases of a trial are kept' },
    shape: z.int().min(1).max(365),
  },
  'access.emergency': {
    label: { zh: '紧急授权的时长和复核期限', en: 'How long an emergency lasts, and within how long it is reviewed' },
    shape: z.strictObject({ mostMinutes: z.int().min(1).max(60), reviewHours: z.int().min(1).max(60) }),
  },
  'roster.maxRows': { label: { zh: '花名册最多人数', en: 'Most rows in a roster' }, shape: z.int().positive() },
  'roster.minimumAge': { label: { zh: '最低年龄(周岁)', en: 'Minimum age, years' }, shape: z.int().positive() },
  'roster.groups': {
    label: { zh: '人员类别及其写法', en: 'Groups of persons and how they are written' },
    shape: z.array(z.strictObject({ code: Code, words: Recognised })).min(1),
  },
  'retirement.ages': { label: { zh: '法定退休年龄表', en: 'Table of retirement ages' }, shape: RetirementTable },
  'funds.lawfulFor': {
    label: { zh: '各项资金可支付的补贴类别', en: 'Families of subsidies each fund may pay' },
    shape: z.record(Code, z.array(Code)),
  },
  'funds.groups': {
    label: { zh: '各项资金可补贴的人员类别', en: 'Groups each fund may pay for' },
    shape: z.record(Code, z.array(Code)),
  },
  'checks.notInsuredGroups': {
    label: { zh: '培训期间不应在企业参保的人员类别', en: 'Groups not to be insured as employees during the training' },
    shape: z.array(Code),
  },
  'class.size': {
    label: { zh: '班级人数', en: 'Class size' },
    shape: z
      .strictObject({ minimum: z.int().positive(), maximum: z.int().positive() })
      .refine((size) => size.minimum <= size.maximum),
  },
  'class.minimumHours': {
    label: { zh: '各等级最低课时', en: 'Minimum class-hours by level' },
    shape: z.array(z.strictObject({ level: z.string().refine(isSkillLevel), classHours: z.int().positive() })).min(1),
  },
  'class.practiceShareMinimum': {
    label: { zh: '实操课时占比下限', en: 'Minimum share of practice' },
    shape: RatioShape,
  },
  'class.safetyHoursMinimum': {
    label: { zh: '安全教育课时下限', en: 'Minimum hours of safety education' },
    shape: z.int().nonnegative(),
  },
  'class.classHourMinutes': { label: { zh: '每课时分钟数', en: 'Minutes in a class-hour' }, shape: z.int().positive() },
  'class.maxHoursPerDay': { label: { zh: '每日最多课时', en: 'Most class-hours in a day' }, shape: z.int().positive() },
  'class.timeOfDay': {
    label: { zh: '上课时段', en: 'Hours of the day for sessions' },
    shape: z.strictObject({ earliest: Time, latest: Time }).refine((day) => day.earliest < day.latest),
  },
  'class.restDayNeedsReason': {
    label: { zh: '休息日、节假日排课须说明理由', en: 'A session on a rest day needs a reason' },
    shape: z.boolean(),
  },
  'provider.documents': {
    label: { zh: '培训机构须有的证照', en: 'Papers a provider must have' },
    shape: z.strictObject({
      /** How long before it ends a paper is shown as ending. */
      remindDays: z.int().nonnegative(),
      kinds: z.array(z.strictObject({ code: Code, label: Words, ofSite: z.boolean() })),
    }),
  },
  'attendance.marks': {
    label: { zh: '考勤符号', en: 'Marks on the attendance sheet' },
    shape: z.array(AttendanceMark).min(1),
  },
  'attendance.live': {
    label: { zh: '实时签到、签退的时间规则(分钟)', en: 'When people sign in and out live, in minutes' },
    shape: z
      .strictObject({
        /** Signing in begins so long before the session. */
        opensBefore: z.int().nonnegative(),
        /** Whoever comes later than this after the beginning is late. */
        lateAfter: z.int().nonnegative(),
        /** Nobody signs in alone later than this; the instructor still can, for them. */
        closesAfter: z.int().nonnegative(),
        /** Whoever comes later than this was not there. */
        absentAfter: z.int().nonnegative(),
        signOut: z.strictObject({
          /** Without a sign-out the session counts for nothing. */
          demanded: z.boolean(),
          /** Signing out begins so long before the end, and ends so long after it. */
          opensBefore: z.int().nonnegative(),
          closesAfter: z.int().nonnegative(),
          /** Whoever leaves earlier than this before the end was not there. */
          absentBefore: z.int().nonnegative(),
        }),
      })
      .refine((live) => live.lateAfter <= live.closesAfter && live.closesAfter <= live.absentAfter)
      .refine(({ signOut }) => signOut.opensBefore <= signOut.absentBefore),
  },
  'attendance.signDoubts': {
    label: { zh: '签到核查的界限', en: 'From when signs are doubted' },
    shape: z.strictObject({
      /** D03: whoever came late and left early may have missed so many minutes of a session that counts for them. */
      shortByMinutes: z.int().nonnegative(),
      /** D04: so many people who signed by themselves on one phone are too many. */
      devicePeople: z.int().min(2),
      /** D05: so many signs in a row, so far apart. */
      burst: z
        .strictObject({ signs: z.int().min(3), fromSeconds: z.int().nonnegative(), toSeconds: z.int().positive() })
        .refine((burst) => burst.fromSeconds <= burst.toSeconds),
      /** D05: so many signs in a row, each exactly as long after the former, to so many milliseconds. */
      equal: z.strictObject({ signs: z.int().min(4), withinMs: z.int().positive() }),
      /** D05: so many people in one and the same order on every day, of at least so many. */
      order: z.strictObject({ people: z.int().min(3), days: z.int().min(2) }),
    }),
  },
  'attendance.inspectionTolerance': {
    label: { zh: '现场检查实到可少于签到的人数', en: 'How many heads may be missing at an inspection' },
    shape: z.int().nonnegative(),
  },
  'attendance.lateEntry': {
    label: { zh: '考勤迟报的界限(天、小时)', en: 'From when attendance comes late, in days and hours' },
    shape: z.strictObject({
      /** D11: attendance that came more than so many days after the class. */
      afterDays: z.int().nonnegative(),
      /** D11: or more than so many days after it, and less than so many hours before the class was completed. */
      bulk: z.strictObject({ afterDays: z.int().nonnegative(), withinHours: z.int().positive() }),
    }),
  },
  'attendance.amendedMost': {
    label: { zh: '考勤更正占比上限', en: 'The greatest share of signs that are amended' },
    shape: RatioShape,
  },
  'attendance.personMinimum': { label: { zh: '个人出勤率下限', en: 'Minimum personal attendance' }, shape: RatioShape },
  'attendance.classDayMinimum': {
    label: { zh: '班级每日出勤率下限', en: 'Minimum attendance of a class on a day' },
    shape: RatioShape,
  },
  'marks.maximum': { label: { zh: '考核满分', en: 'Full marks' }, shape: Mark },
  'marks.theoryPass': { label: { zh: '理论合格分数线', en: 'Pass mark, theory' }, shape: Mark },
  'marks.practicePass': { label: { zh: '技能合格分数线', en: 'Pass mark, practice' }, shape: Mark },
  'marks.absentWords': { label: { zh: '缺考的写法', en: 'Words for absent from a test' }, shape: Recognised },
  'certificate.fund': {
    label: { zh: '取得证书后直接认定的补贴由哪项资金支付', en: 'Fund that pays what is given for a certificate alone' },
    shape: Code,
  },
  'certificate.lookUpSites': {
    label: { zh: '证书查验网站', en: 'Sites on which certificates are looked up' },
    shape: z
      .array(LookUpSite)
      .min(1)
      .refine((sites) => new Set(sites.map((site) => site.code)).size === sites.length),
  },
  'certificate.lookUpBeforePayment': {
    label: { zh: '发放前须查验证书', en: 'Certificates are looked up before they are paid for' },
    shape: z.boolean(),
  },
  'certificate.lookUpMaximumAgeDays': {
    label: { zh: '证书查验有效天数(空为不限)', en: 'Days a look-up is good for; null for ever' },
    shape: z.int().positive().nullable(),
  },
  'certificate.provinces': {
    label: { zh: '证书编号的省份代码(空为不限)', en: 'Province codes of certificate numbers; null for any' },
    shape: z
      .array(z.string().regex(/^\d{2}$/))
      .min(1)
      .nullable(),
  },
  'bank.batchFile': { label: { zh: '代发清单格式', en: 'Form of the payment list' }, shape: BankFile },
  'bank.returnFile': { label: { zh: '银行回盘文件识别', en: "Reading the bank's return file" }, shape: BankReturnFile },
  'payment.correctWithinDays': {
    label: { zh: '退票更正并重付的期限(天)', en: 'Days to correct a returned payment and pay it again' },
    shape: z.int().positive(),
  },
  'subsidy.families': {
    label: { zh: '补贴类别及其写法', en: 'Families of subsidies and how ledgers write them' },
    shape: z.array(z.strictObject({ code: Code, label: Words, words: z.array(z.string().min(1)) })).min(1),
  },
  'subsidy.since': {
    label: { zh: '既往补贴起算日', en: 'The day from which past subsidies count' },
    shape: PolicyDate,
  },
  'subsidy.paidHereSince': {
    label: { zh: '全部在本平台发放的起始日', en: 'Since when all subsidies of a family are paid here' },
    shape: z.record(Code, PolicyDate),
  },
  'subsidy.lookupStandsDays': {
    label: { zh: '省平台核对结果有效天数', en: 'Days that a look-up at the province stands' },
    shape: z.int().nonnegative(),
  },
  'subsidy.samePaymentDays': {
    label: { zh: '认作同一笔补贴的日期差(天)', en: 'Days apart within which two records are of one payment' },
    shape: z.int().nonnegative(),
  },
  'province.listTemplate': {
    label: { zh: '省平台预审名单模板', en: "The province's template of a pre-checked list" },
    shape: ProvinceList,
  },
  'province.stateWords': {
    label: { zh: '省平台办理状态的写法', en: 'How the province writes its states' },
    shape: z.strictObject({ received: Recognised, returned: Recognised, approved: Recognised, paid: Recognised }),
  },
  'claim.deadlineMonths': {
    label: { zh: '取证后申领期限（月）', en: 'Months to claim after the certificate' },
    shape: z.int().positive().nullable(),
  },
  'numbering.agreement': { label: { zh: '协议编号', en: 'Agreement number' }, shape: Numbering },
  'numbering.class': { label: { zh: '开班备案号', en: 'Class filing number' }, shape: Numbering },
  'numbering.claim': { label: { zh: '申领单号', en: 'Claim number' }, shape: Numbering },
  'numbering.provinceList': { label: { zh: '预审名单编号', en: 'Pre-checked list number' }, shape: Numbering },
  'numbering.letter': { label: { zh: '比对函编号', en: 'Comparison letter number' }, shape: Numbering },
  'numbering.case': { label: { zh: '疑点处置单编号', en: 'Suspicion case number' }, shape: Numbering },
  'numbering.finding': { label: { zh: '审计发现编号', en: 'Finding number' }, shape: Numbering },
  'numbering.sample': { label: { zh: '抽样编号', en: 'Sample number' }, shape: Numbering },
  'letters.validDays': {
    label: { zh: '比对名单有效天数', en: 'Days for which the roster of a comparison letter is valid' },
    shape: z.int().positive(),
  },
  'letters.freshDays': {
    label: { zh: '培训期间比对数据的有效天数', en: 'Days for which an answer counts while the training goes on' },
    shape: z.int().nonnegative(),
  },
  'numbering.batch': { label: { zh: '发放批次号', en: 'Batch number' }, shape: Numbering },
  'numbering.notice': { label: { zh: '公示编号', en: 'Public notice number' }, shape: Numbering },
  'notice.period': {
    label: { zh: '公示的工作日数和起算方式', en: 'Working days of a public notice, and how they are counted' },
    shape: z.strictObject({
      workingDays: z.int().positive(),
      /** Whether the day it goes out is the first of them. */
      counting: z.enum(['after-start', 'including-start']),
    }),
  },
  'approval.mustDiffer': {
    label: { zh: '不相容岗位', en: 'Duties that must be of different people' },
    shape: z
      .array(
        z.strictObject({ subject: z.enum(['class', 'claim', 'batch']), duties: z.array(z.string().min(1)).min(2) }),
      )
      .min(1),
  },
  'approval.bands': {
    label: { zh: '审批金额分档', en: 'Who approves which sums' },
    shape: z
      .array(
        z.strictObject({
          upToYuan: z.int().positive().nullable(),
          roles: z.array(z.string().min(1)).min(1),
          minutes: z.boolean(),
        }),
      )
      .min(1)
      .refine(
        (bands) =>
          bands.every(({ upToYuan }, at) =>
            at === bands.length - 1
              ? upToYuan === null
              : upToYuan !== null && upToYuan > (bands[at - 1]?.upToYuan ?? 0),
          ),
        'the bands rise, and the last alone has no end',
      ),
  },
  'telling.answerDays': {
    label: { zh: '告知后办理天数', en: 'Days to come after a notice' },
    shape: z.int().positive(),
  },
  'report.answerDays': {
    label: { zh: '群众反映答复天数', en: 'Days to answer a report' },
    shape: z.int().positive(),
  },
  'telling.place': {
    label: { zh: '告知单上的办理地点', en: 'Where a notice says to come' },
    shape: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  },
  'override.maxDays': {
    label: { zh: '放行最长天数', en: 'Days an override may last at most' },
    shape: z.int().positive(),
  },
  'override.reminderDays': {
    label: { zh: '放行到期前提醒天数', en: 'Days before its last one from which an override is told to end' },
    shape: z.int().positive(),
  },
  'case.referralReminderDays': {
    label: { zh: '移送后催办天数', en: 'Days after which a referral without an answer is asked after' },
    shape: z.int().positive(),
  },
  'paper.classApplication': {
    label: { zh: '开班申请表的文字', en: 'Wording of the class application' },
    shape: FormWording,
  },
  'paper.roster': { label: { zh: '花名册的文字', en: 'Wording of the roster' }, shape: FormWording },
  'paper.providerPromise': {
    label: { zh: '机构承诺书的文字', en: "Wording of the provider's promise" },
    shape: FormWording,
  },
  'paper.traineePromise': {
    label: { zh: '学员承诺书的文字', en: "Wording of the trainees' promise" },
    shape: FormWording,
  },
  'paper.attendance': { label: { zh: '考勤表的文字', en: 'Wording of the attendance sheet' }, shape: FormWording },
  'paper.marks': { label: { zh: '成绩登记表的文字', en: 'Wording of the mark sheet' }, shape: FormWording },
  'paper.claimApproval': { label: { zh: '审批表的文字', en: 'Wording of the approval form' }, shape: FormWording },
  'paper.payout': { label: { zh: '发放清单的文字', en: 'Wording of the list of payments' }, shape: FormWording },
  'paper.fundApplication': {
    label: { zh: '用款申请表的文字', en: 'Wording of the application for funds' },
    shape: FormWording,
  },
  'paper.publicNotice': { label: { zh: '公示表的文字', en: 'Wording of the public notice' }, shape: FormWording },
  'paper.schemeNotice': {
    label: { zh: '政策公告的文字', en: 'Wording of the notice of a scheme' },
    shape: FormWording,
  },
  'paper.telling': { label: { zh: '告知单的文字', en: 'Wording of the notice to a person' }, shape: FormWording },
  'paper.decision': { label: { zh: '认定说明的文字', en: 'Wording of how it was decided' }, shape: FormWording },
  'paper.classFile': { label: { zh: '档案卷的文字', en: 'Wording of the file of a class' }, shape: FormWording },
  'files.retentionYears': { label: { zh: '档案保管年限', en: 'Years that files are kept' }, shape: z.int().positive() },
} as const satisfies Record<string, Described>

export type ParameterName = keyof typeof PARAMETERS
export type ParameterValue<N extends ParameterName> = z.output<(typeof PARAMETERS)[N]['shape']>

export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(PARAMETERS, name)
}
