import { z } from 'zod'
import { endpoint, named, None } from '../../../platform/contract/public.ts'

export const changePassword = endpoint({
  method: 'POST',
  path: '/password',
  may: 'signed-in',
  summary: 'Change one’s own password; all other sessions end',
  params: None,
  query: None,
  body: z.object({
    oldPassword: named(z.string().min(1).max(200), '原密码', 'old password'),
    password: named(z.string().min(1).max(400), '新密码', 'new password'),
  }),
  returns: z.object({ ended: z.int() }),
})
