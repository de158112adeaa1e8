type ChosenProps = {
  label: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  mayBeNone?: boolean
  readOnly: boolean
  onChange: (chosen: string[]) => void
}

/** Some of a few, at least one unless there may be none. */
export function Chosen({ label, choices, chosen, mayBeNone = false, readOnly, onChange }: ChosenProps) {
  const all = [
    ...choices,
    ...chosen.filter((each) => !choices.some(({ value }) => value === each)).map((value) => ({ value, label: value })),
  ]
  return (
    <fieldset className="sj-editor-chosen">
      <legend>{label}</legend>
      {all.map(({ value, label: name }) => {
        const is = chosen.includes(value)
        return (
          <label key={value}>
            <input
              type="checkbox"
              checked={is}
              disabled={readOnly || (is && chosen.length === 1 && !mayBeNone)}
              onChange={() => onChange(is ? chosen.filter((each) => each !== value) : [...chosen, value])}
            />
            {name}
          </label>
        )
      })}
    </fieldset>
  )
}
