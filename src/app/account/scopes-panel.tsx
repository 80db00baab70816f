import { Panel } from '../ui/panel.tsx'
import { describeScope } from './scope-descriptions.ts'

/** The scopes the agent has granted this app, in words. */
export function ScopesPanel({ scopes }: { scopes: readonly string[] }) {
  return (
    <Panel title="What you allow this page" wide>
      {scopes.length === 0 ? (
        <p>LiveChat did not say. What is not allowed will tell you so.</p>
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
      <p>{means ?? 'LiveChat’s documents do not describe this one.'}</p>
      <p className="hint">{here ?? 'This page does not use it.'}</p>
    </li>
  )
}
