import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'
import { describeScope } from './scope-descriptions.ts'

/** The scopes the agent has granted this app, in words. */
export function ScopesPanel({ scopes }: { scopes: readonly string[] }) {
  return (
    <Panel title={accountText().permissions} wide>
      {scopes.length === 0 ? (
        <p>{accountText().noPermissions}</p>
      ) : (
        <ul className="scopes">
          {scopes.map((scope) => (
            <Scope key={scope} scope={scope} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Scope({ scope }: { scope: string }) {
  const { means, here } = describeScope(scope)
  return (
    <li>
      <code>{scope}</code>
      <p>{means ?? accountText().undocumented}</p>
      <p className="hint">{here ?? accountText().notUsed}</p>
    </li>
  )
}
