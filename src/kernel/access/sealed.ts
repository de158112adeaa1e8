import { sealedTable, type SealedTables } from '../record/public.ts'

/** What access keeps that is sealed, and what is not and why. */
export const accessSealed: SealedTables = {
  sealed: [
    sealedTable('access.accounts', '账号与岗位', 'account and its roles'),
    sealedTable('access.passwords', '密码设置', 'password that was set'),
    sealedTable('access.delegations', '代岗', 'delegation'),
    sealedTable('access.delegation_ends', '代岗终止', 'end of a delegation'),
  ],
  unsealed: {
    'access.second_factors': 'a means of signing in, whose secret and state move; that it began or ended is an act',
    'access.recovery_codes': 'hashes of codes that are used up; their use is an act',
  },
}
