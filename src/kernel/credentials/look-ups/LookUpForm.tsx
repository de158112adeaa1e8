import { useEffect, useId, useRef } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { DateField, UploadBox, useAct, useLocale, useViewer, useWords } from '../../../platform/ui/public.ts'
import { type LookUpGroupDetail, uploadScreenshot } from './contract.ts'
import type { Draft } from './draft.ts'
import { ScreenshotOpener } from './ScreenshotOpener.tsx'
import { SCREENSHOT_EXTENSIONS } from './screenshots.ts'
import { words } from './words.ts'

type FormProps = { detail: LookUpGroupDetail; draft: Draft; change: (next: (now: Draft) => Draft) => void }

/** The day, the site and the screenshots of the look-up that is being written down. */
export function LookUpForm({ detail, draft, change }: FormProps) {
  const say = useWords(words)
  const locale = useLocale()
  const viewer = useViewer()
  const id = useId()
  const site = detail.sites.find((each) => each.code === draft.site)
  return (
    <div className="look-up-form">
      <div>
        <label htmlFor={`${id}-day`}>{say.lookedOn}</label>
        <DateField
          id={`${id}-day`}
          value={draft.lookedOn}
          max={viewer.businessDate}
          onChange={(lookedOn) => change((now) => ({ ...now, lookedOn }))}
        />
      </div>
      <fieldset className="look-up-sites">
        <legend>{say.site}</legend>
        {detail.sites.map((each) => (
          <label key={each.code}>
            <input
              type="radio"
              name={`${id}-site`}
              checked={draft.site === each.code}
              onChange={() => change((now) => ({ ...now, site: each.code }))}
            />
            {each.name[locale]}
          </label>
        ))}
        {site ? (
          <a href={site.address} target="_blank" rel="noopener noreferrer">
            {say.openSite} ↗
          </a>
        ) : null}
      </fieldset>
      <Screenshots detail={detail} draft={draft} change={change} />
    </div>
  )
}

/** The sentences say themselves which certificate they mean; the names of fields are for programs. */
export function withoutPlaces<P extends ProblemDocument | null>(problem: P): P {
  return problem && { ...problem, items: problem.items.map((item) => ({ ...item, at: '' })) }
}

/** Screenshots come in by choosing, dropping or pasting; those that are ticked go with this look-up. */
function Screenshots({ detail, draft, change }: FormProps) {
  const say = useWords(words)
  const uploading = useAct(uploadScreenshot)
  const groupId = detail.group.id

  async function send(file: File) {
    const done = await uploading.act({ params: { groupId }, query: { fileName: file.name.slice(0, 200) }, file })
    if (!done.ok) return
    const { id } = done.answer
    change((now) => ({ ...now, screenshotIds: [...new Set([...now.screenshotIds, id])] }))
  }

  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    function pasted(event: ClipboardEvent) {
      const picture = [...(event.clipboardData?.files ?? [])].find((file) => file.type.startsWith('image/'))
      if (!picture) return
      event.preventDefault()
      const extension = picture.type === 'image/png' ? 'png' : 'jpg'
      void latest.current(new File([picture], `${say.pastedName}.${extension}`, { type: picture.type }))
    }
    document.addEventListener('paste', pasted)
    return () => document.removeEventListener('paste', pasted)
  }, [say.pastedName])

  const attached = (id: string) => draft.screenshotIds.includes(id)
  const toggle = (id: string) =>
    change((now) => ({
      ...now,
      screenshotIds: now.screenshotIds.includes(id)
        ? now.screenshotIds.filter((each) => each !== id)
        : [...now.screenshotIds, id],
    }))
  return (
    <div className="look-up-shots">
      <UploadBox
        label={say.upload}
        accept={SCREENSHOT_EXTENSIONS}
        hint={say.uploadHint}
        busy={uploading.busy}
        progress={uploading.sent}
        onFile={(file) => void send(file)}
        answer={
          uploading.problem
            ? { ok: false, problem: withoutPlaces(uploading.problem) }
            : draft.screenshotIds.length > 0
              ? { ok: true, sentence: say.attached(draft.screenshotIds.length) }
              : null
        }
      />
      {detail.screenshots.length > 0 ? (
        <ul aria-label={say.screenshots}>
          {detail.screenshots.map((screenshot) => (
            <li key={screenshot.id}>
              <input
                type="checkbox"
                aria-label={say.attach(screenshot.fileName)}
                checked={attached(screenshot.id)}
                onChange={() => toggle(screenshot.id)}
              />{' '}
              <ScreenshotOpener screenshot={screenshot} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
