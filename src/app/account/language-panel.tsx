import { useId, useState } from 'react'
import { chooseLanguage } from '../language/current-language.ts'
import { isLanguage, languages } from '../language/languages.ts'
import { usePageLanguage } from '../language/use-page-language.ts'
import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'

/** The language of the app, which this browser keeps. */
export function LanguagePanel() {
  const language = usePageLanguage()
  const [hasFailed, setFailed] = useState(false)
  const id = useId()
  const text = accountText()
  const choose = async (name: string) => {
    if (!isLanguage(name)) return
    setFailed(false)
    await chooseLanguage(name).catch(() => setFailed(true))
  }
  return (
    <Panel title={text.language}>
      <div className="field">
        <label htmlFor={id}>{text.languageHint}</label>
        <select
          id={id}
          className="select"
          value={language}
          onChange={({ target }) => void choose(target.value)}
        >
          {Object.entries(languages).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {hasFailed && <p role="alert">{text.languageNotLoaded}</p>}
    </Panel>
  )
}
