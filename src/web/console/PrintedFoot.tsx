import { useLocale, useViewer, useWords, whoText } from '../../platform/ui/public.ts'
import { cssText } from './cssText.ts'
import { useSignedIn } from './session.tsx'
import { words } from './words.ts'

/** At the foot of every printed sheet: whose it is, who printed it and when, and which sheet of how many. */
export function PrintedFoot() {
  const say = useWords(words)
  const locale = useLocale()
  const { personName, post, bureauName } = useSignedIn()
  const { businessDate } = useViewer()
  const by = say.printed(bureauName[locale], whoText({ name: personName, post }, locale), businessDate)
  return (
    <style>
      {`@page { @bottom-left { content: ${cssText(by)}; font: 8pt sans-serif; width: 80% } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }`}
    </style>
  )
}
