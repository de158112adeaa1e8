import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { Instructor, Site } from '../agreements/contract.ts'
import { Session } from '../timetable/shape.ts'
import { CLASS_STATUSES } from './states.ts'

const Named = z.object({ id: Id, name: z.string() })
const Coded = z.object({ code: z.string(), name: SentenceShape })

export const ClassStatus = z.enum(CLASS_STATUSES)

/** A class in a list. */
export const ClassLine = z.object({
  id: Id,
  number: z.string(),
  /** Given when the class is approved. */
  filingNumber: z.string().nullable(),
  /** As people call it: 2022年第3期 养老护理员(五级/初级工). */
  title: SentenceShape,
  provider: Named,
  occupation: z.object({ id: z.string(), name: SentenceShape }),
  level: z.string(),
  levelName: SentenceShape,
  site: Named,
  startsOn: CivilDateText,
  endsOn: CivilDateText,
  capacity: z.int(),
  /** People on the roster; null before there is one. */
  people: z.int().nullable(),
  status: ClassStatus,
  submittedAt: InstantText.nullable(),
})
export type ClassLine = z.infer<typeof ClassLine>

/** One thing that happened to a class: what, by which post, when, and every reason that was given. */
export const ClassEvent = z.object({
  id: Id,
  what: SentenceShape,
  status: ClassStatus.nullable(),
  post: SentenceShape,
  at: InstantText,
  reasons: z.array(SentenceShape),
})
export type ClassEvent = z.infer<typeof ClassEvent>

export const TrainingClass = ClassLine.extend({
  kind: Coded,
  certificateKind: Coded,
  fund: Coded,
  payee: z.enum(['person', 'provider']),
  room: Named,
  instructor: Instructor,
  theoryHours: z.int(),
  /** The county's least hours of safety education, within the theory. */
  safetyHoursMinimum: z.int(),
  practiceHours: z.int(),
  sessions: z.array(Session),
  roster: z
    .object({
      importId: Id,
      people: z.int(),
      importedAt: InstantText,
      /** How the plan has changed since the roster was judged by it, where that asks for nothing. */
      changed: z.array(SentenceShape),
      /** The changes against which the roster's title lines still say the former plan: it must be uploaded again. */
      disowned: z.array(SentenceShape),
      /** How many people a check stops, judged again under the plan as it is now; null while nothing has changed. */
      stopped: z.int().nullable(),
    })
    .nullable(),
  events: z.array(ClassEvent),
})
export type TrainingClass = z.infer<typeof TrainingClass>

const Hours = z.int().min(0).max(2000)

/** What a provider plans; whether it may is decided when the class is submitted. */
export const ClassPlan = z.object({
  number: named(z.string().trim().min(1).max(40), '班级名称(期次)', 'class number'),
  kind: named(z.string().max(40), '培训类别', 'kind of training'),
  occupationId: named(z.string().max(200), '职业(工种)', 'occupation'),
  level: named(z.string().max(40), '等级', 'level'),
  certificateKind: named(z.string().max(40), '证书类别', 'kind of certificate'),
  siteId: named(Id, '培训地点', 'site'),
  roomId: named(Id, '教室', 'room'),
  instructorId: named(Id, '教师', 'instructor'),
  startsOn: named(CivilDateText, '开班日期', 'first day'),
  endsOn: named(CivilDateText, '结束日期', 'last day'),
  theoryHours: named(Hours, '理论课时', 'theory hours'),
  practiceHours: named(Hours, '实操课时', 'practice hours'),
  capacity: named(z.int().min(1).max(2000), '计划人数', 'capacity'),
  payee: named(z.enum(['person', 'provider']), '收款方', 'payee'),
  fund: named(z.string().max(40), '资金来源', 'fund'),
})
export type ClassPlan = z.infer<typeof ClassPlan>

/** A class by its address. */
export const OneClass = z.object({ classId: named(Id, '班级', 'class') })

export const listClasses = endpoint({
  method: 'GET',
  path: '/training/classes',
  may: 'class.read',
  summary: 'Classes, newest first; a provider sees its own',
  params: None,
  query: PageQuery.extend({
    status: named(ClassStatus, '状态', 'state').optional(),
    provider: named(Id, '培训机构', 'provider').optional(),
    occupation: named(z.string().max(200), '职业(工种)', 'occupation').optional(),
    search: named(z.string().trim().max(60), '查找', 'search').optional(),
  }),
  body: None,
  returns: pageOf(ClassLine),
})

export const getClass = endpoint({
  method: 'GET',
  path: '/training/classes/:classId',
  may: 'class.read',
  summary: 'One class with its plan, timetable, roster summary and history',
  params: OneClass,
  query: None,
  body: None,
  returns: TrainingClass,
})

export const classChoices = endpoint({
  method: 'GET',
  path: '/training/classes/choices',
  may: 'class.write',
  summary: 'What a provider may choose from when it plans a class: its agreements, sites, rooms and instructors',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    kinds: z.array(Coded),
    certificateKinds: z.array(Coded),
    funds: z.array(Coded),
    agreed: z.array(
      z.object({
        agreement: z.string(),
        fromDate: CivilDateText,
        toDate: CivilDateText,
        occupation: z.object({ id: z.string(), name: SentenceShape }),
        highestLevel: z.string(),
        siteId: Id,
      }),
    ),
    sites: z.array(Site),
    instructors: z.array(Instructor),
  }),
})

export const draftClass = endpoint({
  method: 'POST',
  path: '/training/classes',
  may: 'class.write',
  summary: 'Draft a class of one’s own organisation',
  params: None,
  query: None,
  body: ClassPlan,
  returns: TrainingClass,
})

export const changePlan = endpoint({
  method: 'PUT',
  path: '/training/classes/:classId/plan',
  may: 'class.write',
  summary: 'Change the plan of a class that is a draft or was returned',
  params: OneClass,
  query: None,
  body: ClassPlan,
  returns: TrainingClass,
})
