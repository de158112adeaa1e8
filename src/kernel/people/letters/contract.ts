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
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { keptText } from '../../values/public.ts'
import { LETTER_REGISTERS } from './columns.ts'
import { LETTER_STATES } from './rules.ts'
import { refusals } from './words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const Register = z.enum(LETTER_REGISTERS)
const AskedRegister = named(Register, '比对内容', 'register')
const LetterParams = z.object({ letterId: named(Id, '比对函', 'letter') })
const AsOf = named(CivilDateText, '数据截至', 'data of')

/** A line of text as a letter prints it: not blank, no control characters, no number as long as a phone's. */
const lineOf = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text) && text.trim() !== '', { message: JSON.stringify(refusals.emptyText) })
    .transform(keptText)

const Office = named(lineOf(100), '收函单位或回函单位', 'office')

export const ListedLetter = z.object({
  id: Id,
  number: z.string(),
  register: Register,
  office: z.string(),
  madeOn: CivilDateText,
  expiresOn: CivilDateText,
  state: z.enum(LETTER_STATES),
  personCount: z.int(),
  /** How many people some answer knows; null while there is no answer. */
  hitPeople: z.int().nullable(),
  groups: z.array(z.object({ id: Id, title: SentenceShape })),
})
export type ListedLetter = z.infer<typeof ListedLetter>

export const listLetters = endpoint({
  method: 'GET',
  path: '/people/letters',
  may: 'letter.read',
  summary: 'Comparison letters, newest first',
  params: None,
  query: PageQuery.extend({
    register: AskedRegister.optional(),
    state: named(z.enum(LETTER_STATES), '状态', 'state').optional(),
    group: named(Id, '班级', 'class').optional(),
  }),
  body: None,
  returns: pageOf(ListedLetter),
})

const ComparedWith = z.object({
  register: Register,
  /** How many of the group's people the register has been compared about, as the checks count it today. */
  compared: z.int(),
  hitPeople: z.int(),
  letter: z.object({ id: Id, number: z.string(), state: z.enum(LETTER_STATES), office: z.string() }).nullable(),
})
export type ComparedWith = z.infer<typeof ComparedWith>

export const lettersOfGroup = endpoint({
  method: 'GET',
  path: '/people/letter-groups/:groupId',
  may: 'letter.read',
  summary: 'With which registers the people of a group have been compared',
  params: z.object({ groupId: named(Id, '班级', 'class') }),
  query: None,
  body: None,
  returns: z.object({ title: SentenceShape, people: z.int(), registers: z.array(ComparedWith) }),
})

const GroupChoice = z.object({
  id: Id,
  title: SentenceShape,
  organisationName: z.string(),
  from: CivilDateText,
  to: CivilDateText.nullable(),
  people: z.int(),
  /** Registers that a letter about this group asks about already, answered or still waiting. */
  asked: z.array(Register),
})
export type GroupChoice = z.infer<typeof GroupChoice>

export const listLetterGroups = endpoint({
  method: 'GET',
  path: '/people/letter-groups',
  may: 'letter.write',
  summary: 'Groups of people that letters can ask about, newest first',
  params: None,
  query: PageQuery.extend({ search: named(z.string().max(60), '查找', 'search').optional() }),
  body: None,
  returns: pageOf(GroupChoice),
})

export const letterDefaults = endpoint({
  method: 'GET',
  path: '/people/letter-defaults',
  may: 'letter.write',
  summary:
    'What a new letter starts with: the office last asked about each register, and for how long a roster is valid',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    offices: z.array(z.object({ register: Register, office: z.string() })),
    purpose: z.string(),
    validDays: z.int(),
  }),
})

export const makeLetters = endpoint({
  method: 'POST',
  path: '/people/letters',
  may: 'letter.write',
  summary: 'Make a letter to each of these registers about everybody on these groups now',
  params: None,
  query: None,
  body: z.object({
    letters: named(
      z
        .array(z.object({ register: AskedRegister, office: Office }))
        .min(1)
        .max(LETTER_REGISTERS.length)
        .refine((letters) => new Set(letters.map((each) => each.register)).size === letters.length),
      '比对函',
      'letters',
    ),
    groupIds: named(z.array(Id).min(1).max(50), '班级', 'classes'),
    purpose: named(lineOf(200), '用途', 'purpose'),
  }),
  returns: z.object({ letters: z.array(z.object({ id: Id, number: z.string(), register: Register })) }),
})

const LetterAnswer = z.object({
  id: Id,
  kind: z.enum(['file', 'no-hits']),
  office: z.string(),
  asOf: CivilDateText,
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  lineCount: z.int(),
  hitCount: z.int(),
  strangerCount: z.int(),
  byName: z.string(),
  at: InstantText,
})
export type LetterAnswer = z.infer<typeof LetterAnswer>

export const Letter = ListedLetter.extend({
  purpose: z.string(),
  from: CivilDateText,
  to: CivilDateText,
  byName: z.string(),
  isExpired: z.boolean(),
  /** The first and the last day whose data an answer can be of. */
  earliestAsOf: CivilDateText,
  latestAsOf: CivilDateText,
  groupKind: z.string(),
  answers: z.array(LetterAnswer),
  history: z.array(z.object({ id: Id, what: SentenceShape, byName: z.string(), at: InstantText })),
})
export type Letter = z.infer<typeof Letter>

export const getLetter = endpoint({
  method: 'GET',
  path: '/people/letters/:letterId',
  may: 'letter.read',
  summary: 'One comparison letter, its answers and what happened to it',
  params: LetterParams,
  query: None,
  body: None,
  returns: Letter,
})

const PersonOfLetter = z.object({
  position: z.int(),
  personId: Id,
  maskedName: z.string(),
  maskedIdentity: z.string(),
  standing: z.enum(['hit', 'no-hit', 'not-answered']),
  hits: z.array(
    z.object({
      id: Id,
      from: z.string().nullable(),
      to: z.string().nullable(),
      says: z.string(),
      office: z.string(),
      asOf: CivilDateText,
      /** The name in the answer, masked, where it is not ours. */
      otherName: z.string().nullable(),
    }),
  ),
})
export type PersonOfLetter = z.infer<typeof PersonOfLetter>

export const peopleOfLetter = endpoint({
  method: 'GET',
  path: '/people/letters/:letterId/people',
  may: 'letter.read',
  summary: 'The people a letter asks about, masked, each with what the answers know',
  params: LetterParams,
  query: PageQuery.extend({
    after: named(z.coerce.number().int(), '下一页的位置', 'place of the next page').optional(),
    only: named(z.enum(['hit']), '筛选', 'filter').optional(),
  }),
  body: None,
  returns: pageOf(PersonOfLetter),
})

/** A POST, because it hands out numbers in clear and that is written down: a GET may not write. */
export const downloadLetterRoster = endpoint({
  method: 'POST',
  path: '/people/letters/:letterId/roster',
  may: 'letter.roster',
  summary: 'The roster of a letter for the office it goes to, until it expires; handing it out is recorded',
  params: LetterParams,
  query: None,
  body: None,
  returns: z.unknown(),
  download: XLSX,
  fresh: true,
  quota: 'export',
})

export const AnswerOutcome = z.object({
  answerId: Id,
  hitCount: z.int(),
  /** Hits whose name in the answer is not ours. */
  doubtCount: z.int(),
  /** Lines about people the letter does not name: counted, and not kept. */
  strangerCount: z.int(),
  lineCount: z.int(),
  /** The same answer had been recorded before; nothing was done again. */
  alreadyBy: z.object({ name: z.string(), at: InstantText }).nullable(),
})
export type AnswerOutcome = z.infer<typeof AnswerOutcome>

export const uploadAnswer = endpoint({
  method: 'POST',
  path: '/people/letters/:letterId/answers',
  may: 'letter.write',
  summary: 'Record an answer from its file: only the hits about the people of the letter are kept, the file is not',
  params: LetterParams,
  query: UploadQuery.extend({ office: Office, asOf: AsOf }),
  body: None,
  returns: AnswerOutcome,
  upload: true,
})

export const answerNoHits = endpoint({
  method: 'POST',
  path: '/people/letters/:letterId/no-hits',
  may: 'letter.write',
  summary: 'Record that the office answered: nobody of the letter is in its register',
  params: LetterParams,
  query: None,
  body: z.object({ office: Office, asOf: AsOf }),
  returns: AnswerOutcome,
})
