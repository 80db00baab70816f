import { useEffect, useRef, useState } from 'react'
import type { Attachment } from '../../react/inbox/index.ts'
import { currentLocale } from '../language/define-messages.ts'
import { fileSize } from '../lib/file-size.ts'
import { truncate } from '../lib/truncate.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CloseIcon, FileIcon } from '../ui/icons.tsx'
import { composerText } from './composer-text.ts'

export interface AttachmentsProps {
  attachments: readonly Attachment[]
  onRemove: (attachment: Attachment) => void
}

/** The files that will be sent with a draft. */
export function Attachments({ attachments, onRemove }: AttachmentsProps) {
  if (attachments.length === 0) return null
  return (
    <ul className="attachments" aria-label={composerText().attachedFiles}>
      {attachments.map((attachment) => {
        const { id, file } = attachment
        const name = truncate(file.name, 80)
        return (
          <li key={id} className="attachment">
            <Preview file={file} />
            <div className="attachment-about">
              <bdi className="attachment-name">{name}</bdi>
              <span className="hint">{fileSize(file.size, currentLocale())}</span>
            </div>
            <IconButton
              size="xcompact"
              label={composerText().remove({ name })}
              icon={<CloseIcon />}
              onClick={() => onRemove(attachment)}
            />
          </li>
        )
      })}
    </ul>
  )
}

/** Twice as many pixels as it is high, for sharp displays. */
const previewHeight = 96

/** A small picture, drawn by the page: its policy allows no address of a file. */
function Preview({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    if (!file.type.startsWith('image/')) return
    let isGone = false
    const draw = async () => {
      const picture = await createImageBitmap(file, {
        resizeHeight: previewHeight,
        resizeQuality: 'medium',
      })
      const context = canvas.current?.getContext('2d')
      if (!isGone && context) {
        context.canvas.width = picture.width
        context.canvas.height = picture.height
        context.drawImage(picture, 0, 0)
        setDrawn(true)
      }
      picture.close()
    }
    // Not every picture can be drawn; then it has the icon of a file.
    draw().catch(() => setDrawn(false))
    return () => {
      isGone = true
    }
  }, [file])
  return (
    <>
      <canvas ref={canvas} className="attachment-picture" hidden={!isDrawn} />
      {!isDrawn && <FileIcon />}
    </>
  )
}
