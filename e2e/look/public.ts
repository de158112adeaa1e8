import { DISTRICT } from '../stage.ts'
import type { Way } from './way.ts'

/** What anybody sees before anything has happened. */
export async function beforeAnything({ take }: Way): Promise<void> {
  await take([
    { name: 'public-home', by: null, path: `/${DISTRICT}/` },
    { name: 'public-lost', by: null, path: `/${DISTRICT}/no-such-page` },
    { name: 'public-nowhere', by: null, path: '/999999/' },
    ...['learn', 'certificate', 'progress', 'problem', 'notices', 'help'].map((page) => ({
      name: `public-${page}`,
      by: null,
      path: `/${DISTRICT}/${page}`,
    })),
    ...['', '/clerk', '/village'].map((card) => ({
      name: `cards${card.replace('/', '-')}`,
      by: null,
      path: `/${DISTRICT}/cards${card}`,
    })),
    { name: 'sign-in', by: null, path: `/${DISTRICT}/console/` },
  ])
}
