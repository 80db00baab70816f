import { Panel } from '../ui/panel.tsx'
import { describeScope } from './scope-descriptions.ts'

/** The scopes the agent has granted this app, in words. */
export function ScopesPanel({ scopes }: { scopes: readonly string[] }) {
  return (
    <Panel title="Permissions" wide>
      {scopes.length === 0 ? (
        <p>LiveChat didn’t list the permissions of this session.</p>
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
      <p>{means ?? 'LiveChat doesn’t document this permission.'}</p>
      <p className="hint">{here ?? 'Not used here.'}</p>
    </li>
  )
}
