import { inviteAccount, listAccounts } from '../../src/kernel/access/accounts/contract.ts'
import { DISTRICT } from '../stage.ts'
import type { Way } from './way.ts'

/** Accounts as the administrator keeps them: one is invited, one is in use, one has open work. */
export async function accountsAreKept({ stage, take }: Way): Promise<void> {
  const admin = await stage.play('admin')
  const { token, accountId } = await admin(inviteAccount, {
    body: {
      accountName: 'shen.zhou',
      personName: '沈舟',
      identityNumber: '339901198601023520',
      organisationId: null,
      roles: ['clerk', 'reviewer'],
      from: '2026-01-01',
      to: '2099-12-31',
      reason: '莲人社人〔2026〕3号',
    },
  })
  const { items } = await admin(listAccounts, { query: { search: 'reviewer' } })
  const path = `/accounts/${items[0]!.id}`
  await take([
    { name: 'accounts', by: 'admin', path: '/accounts' },
    { name: 'who-may', by: 'admin', path: '/who-may' },
    { name: 'who-did', by: 'auditor', path: '/who-may', tab: 1 },
    { name: 'accounts-school', by: 'school', path: '/accounts' },
    { name: 'account-invited', by: 'admin', path: `/accounts/${accountId}` },
    { name: 'account', by: 'admin', path },
    { name: 'dialog-invite', by: 'admin', path: '/accounts', opens: /^(邀请|Invite)$/ },
    { name: 'dialog-grant', by: 'admin', path, opens: /^(授予角色|Give a role)/ },
    { name: 'dialog-account-hand-over', by: 'admin', path, opens: /^(交接|Hand over)/ },
    { name: 'invitation', by: null, path: `/${DISTRICT}/console/invitation#${token}` },
  ])
}
