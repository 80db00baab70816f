import { useId, useState } from 'react'

export interface SegmentedControlProps<T extends string> {
  /** The name of the group, for screen readers. */
  legend: string
  legendHidden?: boolean
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/** A choice of a few: radio buttons in the shape of a switch. */
export function SegmentedControl<T extends string>({
  legend,
  legendHidden = false,
  options,
  value,
  onChange,
}: SegmentedControlProps<T>) {
  const name = useId()
  // The URL changes a moment later; the switch must not jump back meanwhile.
  const [chosen, setChosen] = useState(value)
  const [lastValue, setLastValue] = useState(value)
  if (value !== lastValue) {
    setLastValue(value)
    setChosen(value)
  }
  const choose = (next: T) => {
    setChosen(next)
    onChange(next)
  }
  return (
    <fieldset className="segmented">
      <legend className={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === chosen}
              onChange={() => choose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
