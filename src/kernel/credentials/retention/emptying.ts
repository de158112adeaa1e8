import type { EmptyingRule, Expiring } from '../../record/public.ts'
import type { CertificateGroups } from '../look-ups/groups.ts'
import { listExpiringScreenshots } from './store.ts'

/** What credentials empties: the pictures of look-ups. The look-ups and what they found stay. */
export function credentialEmptying({ groups }: { readonly groups: CertificateGroups }): readonly EmptyingRule[] {
  return [
    {
      code: 'screenshot',
      name: { zh: '证书查询截图', en: 'Screenshots of look-ups of certificates' },
      purpose: 'decide',
      years: 'screenshot',
      restsMoney: true,
      source: 'credentials.screenshots',
      async list(tx, asked) {
        const rows: Expiring[] = []
        for (const { id, fileName, fileId, groupId, since } of await listExpiringScreenshots(tx, asked)) {
          const group = await groups.findGroup(tx, groupId)
          rows.push({
            id,
            title: {
              zh: group ? `${fileName}(${group.title.zh})` : fileName,
              en: group ? `${fileName} (${group.title.en})` : fileName,
            },
            since,
            fileIds: [fileId],
            subject: { kind: 'certificate-screenshot', id },
            groupIds: [groupId],
            organisationId: group?.organisationId ?? null,
            personIds: [],
          })
        }
        return rows
      },
    },
  ]
}
