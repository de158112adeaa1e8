import { TextField } from '../../../platform/ui/public.ts'

export type Why = { readonly reason: string; readonly document: string }

type WhyFieldsProps<T extends Why> = {
  say: {
    readonly reason: string
    readonly reasonHint?: string
    readonly document: string
    readonly documentHint: string
  }
  given: T
  onChange: (given: T) => void
}

/** Why, and by which document of the bureau: asked wherever what was decided or paid moves once more. */
export function WhyFields<T extends Why>({ say, given, onChange }: WhyFieldsProps<T>) {
  return (
    <>
      <TextField
        label={say.reason}
        hint={say.reasonHint}
        lines={2}
        most={500}
        value={given.reason}
        onChange={(reason) => onChange({ ...given, reason })}
      />
      <TextField
        label={say.document}
        hint={say.documentHint}
        most={200}
        value={given.document}
        onChange={(document) => onChange({ ...given, document })}
      />
    </>
  )
}

export const isWhyGiven = ({ reason, document }: Why) => reason.trim().length >= 2 && document.trim().length >= 2
