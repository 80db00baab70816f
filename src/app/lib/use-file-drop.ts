import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { hasFiles, transferredFiles } from './transferred-files.ts'

/**
 * Takes files that are dropped on the part of the page around an element.
 *
 * @param zone Selects that part.
 * @returns Whether files are over it.
 */
export function useFileDrop(
  element: RefObject<HTMLElement | null>,
  zone: string,
  onFiles: (files: File[]) => void,
): boolean {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent(onFiles)
  useEffect(() => {
    const area = element.current?.closest<HTMLElement>(zone)
    if (!area) return
    const stop = new AbortController()
    const { signal } = stop
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && area.contains(relatedTarget))) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      take(transferredFiles(event.dataTransfer))
    }
    area.addEventListener('dragenter', onDragOver, { signal })
    area.addEventListener('dragover', onDragOver, { signal })
    area.addEventListener('dragleave', onDragLeave, { signal })
    area.addEventListener('drop', onDrop, { signal })
    return () => stop.abort()
  }, [element, zone])
  return isOver
}

/** Keeps the browser from leaving the page for a file or a link that is dropped where nobody takes it. */
export function useHarmlessDrops(): void {
  useEffect(() => {
    const stop = new AbortController()
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented) return
      // Text may be dragged into a field.
      const isField = event.target instanceof Element && event.target.matches('input, textarea')
      if (isField && !hasFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    }
    for (const type of ['dragover', 'drop'] as const)
      window.addEventListener(type, refuse, { signal: stop.signal })
    return () => stop.abort()
  }, [])
}
