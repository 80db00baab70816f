import { type RefObject, useEffect, useRef, useState } from 'react'
import { rowHeightInPixels, rowHeightStyle } from '../chat/row-height.ts'
import { Badge } from '../ui/badge.tsx'

/** A row that nobody sees. All rows are as high as this one grows with the agent's text size and spacing. */
export function RowGauge({ ref }: { ref: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={ref} className="chat-row row-gauge" style={rowHeightStyle} aria-hidden="true">
      <div className="chat-who">
        <span className="chat-name">Name</span>
      </div>
      <p className="chat-preview">Text</p>
      <div className="chat-badges">
        <Badge kind="tag">Tag</Badge>
      </div>
    </div>
  )
}

/** The height of every row in pixels, also when the text becomes larger or smaller meanwhile. */
export function useRowHeight(): [number, RefObject<HTMLDivElement | null>] {
  const gauge = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(rowHeightInPixels)
  useEffect(() => {
    if (!gauge.current) return
    const observer = new ResizeObserver(([entry]) => {
      const measured = entry?.borderBoxSize[0]?.blockSize
      // Whole pixels, so that all rows are equally high wherever they are.
      if (measured) setHeight(Math.ceil(measured))
    })
    observer.observe(gauge.current)
    return () => observer.disconnect()
  }, [])
  return [height, gauge]
}
