// The text: pasted, dropped as a file, or chosen.
import {Button, Card, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent} from 'react'
import {fileIn} from './dropped-file.ts'
import type {Intake} from './use-intake.ts'

/** For the browser's dialog. What a file is, its contents say. */
const KINDS = '.docx,.html,.htm,.eml,.mht,.mhtml,.txt,.md,text/plain,text/html,message/rfc822'

export function ChooseText({intake, onCancel}: {intake: Intake; onCancel: () => void}) {
  const {pasted, setPasted, readText, readFile} = intake
  const chooser = useRef<HTMLInputElement>(null)
  const {isOver, ...dropping} = useDropping(readFile)
  const isEmpty = pasted.text.trim() === ''
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) readText()
  }
  return (
    <Card tone={isOver ? 'primary' : 'default'} {...dropping}>
      <Stack gap={4} padding={4}>
        <Text as="label" htmlFor="intake-text" size={1} muted>
          Paste the article with everything around it: headline, bylines, captions and credits. Or
          drop a Word file, a web page, a mail or a plain text here.
        </Text>
        <TextArea
          autoFocus
          id="intake-text"
          data-testid="intake-text"
          fontSize={1}
          rows={14}
          value={pasted.text}
          onChange={({currentTarget}) => setPasted({text: currentTarget.value, html: null})}
          onKeyDown={onKeyDown}
          onPaste={(event) => paste(event, intake)}
        />
        <input
          ref={chooser}
          hidden
          type="file"
          accept={KINDS}
          data-testid="intake-file"
          onChange={({currentTarget}) => {
            const file = currentTarget.files?.[0]
            currentTarget.value = ''
            if (file) readFile(file)
          }}
        />
        <Flex gap={2}>
          <Button mode="ghost" text="Choose a file …" onClick={() => chooser.current?.click()} />
          <Flex flex={1} gap={2} justify="flex-end">
            <Button mode="bleed" text="Cancel" onClick={onCancel} />
            <Button
              tone="primary"
              text="Read the text"
              title="Ctrl + Enter"
              disabled={isEmpty}
              onClick={readText}
            />
          </Flex>
        </Flex>
      </Stack>
    </Card>
  )
}

/** Files are read at once. Formatted text is kept as it is, if the field has no other words. */
function paste(event: ClipboardEvent<HTMLTextAreaElement>, intake: Intake): void {
  const {clipboardData, currentTarget} = event
  const html = clipboardData.getData('text/html')
  const text = clipboardData.getData('text/plain')
  // Word puts a picture of the text on the clipboard, too.
  const file = text ? undefined : fileIn(clipboardData)
  if (file) {
    event.preventDefault()
    intake.readFile(file)
  } else if (html && text && isWholeSelected(currentTarget)) {
    event.preventDefault()
    intake.setPasted({text, html})
  }
}

const isWholeSelected = ({value, selectionStart, selectionEnd}: HTMLTextAreaElement): boolean =>
  value.slice(0, selectionStart).trim() + value.slice(selectionEnd).trim() === ''

/** For an element that takes files. */
function useDropping(onFile: (file: File) => void) {
  const [isOver, setIsOver] = useState(false)
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      const file = fileIn(event.dataTransfer)
      if (file) onFile(file)
    },
  }
}
