import { setStage } from '../stage.ts'
import { pagesAlone } from './alone.ts'
import { camera } from './camera.ts'
import { wholeStory } from './story.ts'

/*
 * Pictures of every page at desk and phone width, in Chinese and English, for people to look at: `npm run look`, then
 * data/look. The sample class is played from draft to paid, and each page is seen when it has something to show.
 * `npm run look -- queue` takes only the pictures whose name contains "queue", `-- 390-zh` those of one width and language.
 */
const stage = await setStage()
const pictures = camera(stage, process.argv[2] ?? '')
try {
  const archives = /archive/.test(process.argv[2] ?? 'archive')
  await pagesAlone(await wholeStory(stage, pictures.take, { archives }))
} finally {
  await pictures.close()
  await stage.close()
}
