import { dirname, join, relative } from 'node:path'
import { Converter, ReflectionKind } from 'typedoc'
import { MarkdownPageEvent } from 'typedoc-plugin-markdown'
import { entryPoints } from './entry-points.js'

/**
 * What the reference needs beyond TypeDoc: names as an app's developer knows them, and links.
 *
 * @param {import('typedoc-plugin-markdown').MarkdownApplication} app
 */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_context, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return
    const entryPoint = entryPoints.find(
      ({ source }) => source.replace(/(\/index)?\.ts$/, '') === reflection.name,
    )
    if (entryPoint) reflection.name = entryPoint.name
  })

  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    // The browser calls these, nobody else.
    for (const method of project.getReflectionsByKind(ReflectionKind.Method)) {
      if (/Callback$/.test(method.name)) project.removeReflection(method)
    }
    // What a function takes apart has no name of its own.
    for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
      if (parameter.name !== '__namedParameters') continue
      parameter.name = /^[A-Z]/.test(parameter.parent.name) ? 'props' : 'options'
    }
  })

  app.renderer.on(MarkdownPageEvent.END, (page) => {
    const toRoot = relative(dirname(join('site/reference', page.url)), '.')
    page.contents = page.contents
      ?.replace(/(?<![\w/([])docs\/[\w/-]+\.md/g, (path) => `[${path}](${toRoot}/${path})`)
      .replace(/RFC (\d+)(?: §([\d.]*\d))?/g, (text, number, section) => {
        const anchor = section ? `#section-${section}` : ''
        return `[${text}](https://www.rfc-editor.org/rfc/rfc${number}${anchor})`
      })
  })
}
