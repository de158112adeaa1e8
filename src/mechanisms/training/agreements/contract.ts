import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'

const Named = z.object({ id: Id, name: z.string() })

const AgreementItem = z.object({
  id: Id,
  occupation: z.object({ id: z.string(), name: SentenceShape }),
  highestLevel: z.string(),
  highestLevelName: SentenceShape,
  site: Named,
})

/** What a provider may teach with public money, up to which level, where, and from when until when. */
export const Agreement = z.object({
  id: Id,
  number: z.string(),
  provider: Named,
  fromDate: CivilDateText,
  toDate: CivilDateText,
  /** Whether it is in force on the district's business date. */
  inForce: z.boolean(),
  /** The official paper it stands in, as the bureau cites it. */
  document: z.string(),
  items: z.array(AgreementItem),
})
export type Agreement = z.infer<typeof Agreement>

export const Room = z.object({ id: Id, name: z.string(), seats: z.int() })

/** A place where a provider teaches, and its rooms. */
export const Site = z.object({
  id: Id,
  name: z.string(),
  townZh: z.string(),
  address: z.string(),
  rooms: z.array(Room),
})
export type Site = z.infer<typeof Site>

/** A filed instructor; the name and the identity number masked. */
export const Instructor = z.object({ id: Id, maskedName: z.string(), maskedIdentity: z.string(), title: z.string() })
export type Instructor = z.infer<typeof Instructor>

/** A provider by its address. */
export const OfProvider = z.object({ organisationId: named(Id, '培训机构', 'provider') })
const Text = (most: number) => z.string().trim().min(1).max(most)

export const listAgreements = endpoint({
  method: 'GET',
  path: '/training/agreements',
  may: 'agreement.read',
  summary: 'Agreements with providers, newest first',
  params: None,
  query: PageQuery.extend({
    provider: named(Id, '培训机构', 'provider').optional(),
    occupation: named(z.string().max(200), '职业(工种)', 'occupation').optional(),
    inForceOn: named(CivilDateText, '有效日', 'day in force').optional(),
  }),
  body: None,
  returns: pageOf(Agreement),
})

export const getAgreement = endpoint({
  method: 'GET',
  path: '/training/agreements/:agreementId',
  may: 'agreement.read',
  summary: 'One agreement with its items',
  params: z.object({ agreementId: named(Id, '培训协议', 'agreement') }),
  query: None,
  body: None,
  returns: Agreement,
})

export const makeAgreement = endpoint({
  method: 'POST',
  path: '/training/agreements',
  may: 'agreement.write',
  summary: 'Record an agreement with a provider; the platform gives its number',
  params: None,
  query: None,
  body: z.object({
    organisationId: named(Id, '培训机构', 'provider'),
    fromDate: named(CivilDateText, '起始日期', 'first day'),
    toDate: named(CivilDateText, '截止日期', 'last day'),
    document: named(z.string().trim().max(200), '协议文号', 'document'),
    items: named(
      z
        .array(
          z.object({
            occupationId: named(z.string().max(200), '职业(工种)', 'occupation'),
            highestLevel: named(z.string().max(40), '最高等级', 'highest level'),
            siteId: named(Id, '培训地点', 'site'),
          }),
        )
        .max(200),
      '协议项目',
      'items',
    ),
  }),
  returns: Agreement,
})

export const listProviders = endpoint({
  method: 'GET',
  path: '/training/providers',
  may: 'agreement.read',
  summary: 'Training providers; a provider’s own account sees itself only',
  params: None,
  query: None,
  body: None,
  returns: z.object({ providers: z.array(Named) }),
})

export const registerProvider = endpoint({
  method: 'POST',
  path: '/training/providers',
  may: 'agreement.write',
  summary: 'Put a training provider on file, so that it can have sites, agreements and accounts',
  params: None,
  query: None,
  body: z.object({
    name: named(Text(100), '机构名称', 'name of the provider'),
    /** The social credit code, where it is known. */
    uscc: named(z.string().trim().max(40), '统一社会信用代码', 'social credit code').default(''),
  }),
  returns: Named,
})

export const listSites = endpoint({
  method: 'GET',
  path: '/training/providers/:organisationId/sites',
  may: 'agreement.read',
  summary: 'A provider’s sites and their rooms',
  params: OfProvider,
  query: None,
  body: None,
  returns: z.object({ sites: z.array(Site) }),
})

export const addSite = endpoint({
  method: 'POST',
  path: '/training/providers/:organisationId/sites',
  may: 'agreement.write',
  summary: 'File a site of a provider',
  params: OfProvider,
  query: None,
  body: z.object({
    name: named(Text(100), '地点名称', 'name of the site'),
    townZh: named(Text(40), '乡镇(街道)', 'town'),
    address: named(Text(200), '地址', 'address'),
  }),
  returns: Site,
})

export const addRoom = endpoint({
  method: 'POST',
  path: '/training/sites/:siteId/rooms',
  may: 'agreement.write',
  summary: 'File a room of a site with its seats',
  params: z.object({ siteId: named(Id, '培训地点', 'site') }),
  query: None,
  body: z.object({
    name: named(Text(60), '教室名称', 'name of the room'),
    seats: named(z.int().min(1).max(2000), '座位数', 'seats'),
  }),
  returns: Room,
})

export const listInstructors = endpoint({
  method: 'GET',
  path: '/training/providers/:organisationId/instructors',
  may: 'agreement.read',
  summary: 'A provider’s filed instructors, masked',
  params: OfProvider,
  query: None,
  body: None,
  returns: z.object({ instructors: z.array(Instructor) }),
})

export const fileInstructor = endpoint({
  method: 'POST',
  path: '/training/providers/:organisationId/instructors',
  may: 'agreement.write',
  summary: 'File an instructor of a provider; the identity number is sealed and shown masked from then on',
  params: OfProvider,
  query: None,
  body: z.object({
    name: named(z.string().max(100), '姓名', 'name'),
    identityNumber: named(z.string().max(40), '身份证号', 'identity number'),
    phone: named(z.string().max(40), '手机号', 'telephone'),
    title: named(z.string().trim().max(60), '职称', 'title'),
  }),
  returns: Instructor,
})
