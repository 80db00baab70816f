import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { read, readList } from './wire.ts'

/**
 * Lists the names of the tags that the session's scopes let it see.
 *
 * @see https://platform.text.com/docs/management/configuration-api
 */
export const listTags = defineAction({
  name: 'list_tags',
  api: 'configuration',
  body: () => ({}),
  read: (response) => [
    ...new Set(readList(response, (one) => read(v.object({ name: v.string() }), one)?.name)),
  ],
})
