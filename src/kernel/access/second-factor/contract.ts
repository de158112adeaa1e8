import { z } from 'zod'
import { endpoint, Id, named, None } from '../../../platform/contract/public.ts'
import { CameTo, CodeTyped, Ticket } from '../contract.ts'

const OwnPassword = named(z.string().min(1).max(200), '密码', 'password')

/** What an authenticator app takes: the QR as a picture, and the same as text for typing. Shown while it is set up. */
const Begun = z.object({ picture: z.string(), key: z.string(), address: z.string() })

/** Shown once, and never again. */
const RecoveryCodes = z.array(z.string())

export const getSecondFactor = endpoint({
  method: 'GET',
  path: '/second-factor',
  may: 'signed-in',
  summary: 'Whether the signed-in account has a second factor, must have one, and how many recovery codes are left',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    has: z.boolean(),
    isDemanded: z.boolean(),
    recoveryCodesLeft: z.int(),
    freshMinutes: z.int(),
  }),
})

export const beginSecondFactor = endpoint({
  method: 'POST',
  path: '/second-factor/begin',
  may: 'signed-in',
  summary: 'A new secret for an authenticator app; it counts once a code of it was given',
  params: None,
  query: None,
  body: z.object({ password: OwnPassword }),
  returns: Begun,
  fresh: true,
})

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/second-factor/confirm',
  may: 'signed-in',
  summary: 'The first code of a new second factor; other sessions end',
  params: None,
  query: None,
  body: z.object({ code: CodeTyped }),
  returns: z.object({ recoveryCodes: RecoveryCodes }),
})

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/second-factor/recovery-codes',
  may: 'signed-in',
  summary: 'A new set of recovery codes; those of before are good no more',
  params: None,
  query: None,
  body: None,
  returns: z.object({ recoveryCodes: RecoveryCodes }),
  fresh: true,
})

export const removeSecondFactor = endpoint({
  method: 'POST',
  path: '/second-factor/remove',
  may: 'signed-in',
  summary: 'Do without a second factor, where none is demanded',
  params: None,
  query: None,
  body: z.object({ password: OwnPassword }),
  returns: None,
  fresh: true,
})

/** Between the password and the session, where a second factor is demanded and there is none yet. */
export const beginEnrolment = endpoint({
  method: 'POST',
  path: '/session/enrolment',
  may: 'anyone',
  summary: 'A new secret for an authenticator app, for whoever must have one before they come in',
  params: None,
  query: None,
  body: z.object({ ticket: Ticket }),
  returns: Begun,
})

export const confirmEnrolment = endpoint({
  method: 'POST',
  path: '/session/enrolment/confirm',
  may: 'anyone',
  summary: 'The first code of it: the second factor counts, and its owner is in',
  params: None,
  query: None,
  body: z.object({ ticket: Ticket, code: CodeTyped }),
  returns: z.object({ recoveryCodes: RecoveryCodes, cameTo: CameTo }),
})

export const resetSecondFactor = endpoint({
  method: 'POST',
  path: '/sign-ins/accounts/:accountId/second-factor/reset',
  may: 'sign-in.manage',
  summary: 'Take the second factor of somebody who lost it; their sessions end, and they are told',
  params: z.object({ accountId: named(Id, '账号', 'account') }),
  query: None,
  body: z.object({ reason: named(z.string().trim().min(2).max(200), '事由', 'reason') }),
  returns: None,
  fresh: true,
})
