import { sealedTable, type SealedTables } from '../record/public.ts'

/** What access keeps that is sealed, and what is not and why. */
export const accessSealed: SealedTables = {
  sealed: [
    sealedTable('access.accounts', '账号与岗位', 'account and its roles'),
    sealedTable('access.passwords', '密码设置', 'password that was set'),
    sealedTable('access.delegations', '代岗', 'delegation'),
    sealedTable('access.delegation_ends', '代岗终止', 'end of a delegation'),
    sealedTable('access.role_grants', '角色授予', 'role that was given'),
    sealedTable('access.role_ends', '角色结束', 'end of a role'),
    sealedTable('access.scopes', '授课范围', 'scope of an instructor'),
    sealedTable('access.scope_ends', '授课范围结束', 'end of a scope'),
    sealedTable('access.emergencies', '紧急授权', 'emergency'),
    sealedTable('access.emergency_ends', '紧急授权结束', 'end of an emergency'),
    sealedTable('access.emergency_uses', '紧急授权的使用', 'use of an emergency'),
    sealedTable('access.emergency_reviews', '紧急授权的复核', 'review of an emergency'),
    sealedTable('access.hand_overs', '交接', 'hand-over'),
    sealedTable('access.invitations', '邀请', 'invitation', {
      apart: { used_at: 'set once, when the link is used, which is an act', withdrawn_at: 'set once; an act' },
    }),
  ],
  unsealed: {
    'access.second_factors': 'a means of signing in, whose secret and state move; that it began or ended is an act',
    'access.recovery_codes': 'hashes of codes that are used up; their use is an act',
  },
}
