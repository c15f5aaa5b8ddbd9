// The form of an article, a quote or a photo: how to begin it with a text, or what waits to be confirmed.
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useState, type DragEvent} from 'react'
import {getPublishedId, usePerspective, type InputProps} from 'sanity'
import {useDocumentPane, usePaneRouter} from 'sanity/structure'
import {contentType} from '../../../model/registry.ts'
import {INTAKE_TYPE} from '../../../workflow/intake/suggestions.ts'
import {articleOfForm} from '../../data/piece/article-of-form.ts'
import {textOf} from '../../ui/form-values.ts'
import {Problem} from '../../ui/problem.tsx'
import {fileIn, isArticle} from './dropped-file.ts'
import {FROM_TEXT} from '../../data/from-text.ts'
import {useBegin} from './intake-host.tsx'
import {INTAKE_INSPECTOR} from './inspector-name.ts'
import {useConfirm} from './use-confirm.ts'
import {useOpenOfArticle, useOpenOfDocument} from './use-open-suggestions.ts'
import {countLabel, partLabel} from './suggestion-labels.ts'

export function IntakeForm(props: InputProps) {
  const {path, schemaType, value} = props
  const isMember = path.length === 0 && contentType(schemaType.name)?.kind === 'member'
  if (path.length > 0 || !(schemaType.name === INTAKE_TYPE || isMember)) {
    return props.renderDefault(props)
  }
  const id = getPublishedId(textOf((value as {_id?: unknown} | undefined)?._id))
  if (isMember) {
    return (
      <Stack gap={5}>
        <OpenInDocument id={id} />
        {props.renderDefault(props)}
      </Stack>
    )
  }
  const isEmpty = articleOfForm(props)?.id === null
  return (
    <Stack gap={5}>
      {isEmpty && !props.readOnly ? (
        <Beginning articleId={id} section={sectionOf(value)} />
      ) : (
        <OpenInArticle id={id} />
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}

const sectionOf = (value: unknown): string | null =>
  (value as {section?: {_ref?: string}} | undefined)?.section?._ref ?? null

/** Forms for which the dialog has opened by itself: once closed, it stays closed. */
const opened = new Set<string>()

/** Above an empty form. */
function Beginning({articleId, section}: {articleId: string; section: string | null}) {
  const begin = useBegin()
  const {selectedReleaseId} = usePerspective()
  const {params} = usePaneRouter()
  const [isOver, setIsOver] = useState(false)
  const isAsked = params?.['template'] === FROM_TEXT
  useEffect(() => {
    if (!isAsked || articleId === '' || opened.has(articleId)) return
    opened.add(articleId)
    begin({articleId, section})
  }, [isAsked, articleId, section, begin])
  const onDrop = (event: DragEvent): void => {
    setIsOver(false)
    const file = fileIn(event.dataTransfer)
    event.preventDefault()
    if (file && isArticle(file)) begin({articleId, section, file})
  }
  if (selectedReleaseId || articleId === '') return null
  return (
    <Card
      border
      padding={3}
      radius={3}
      tone={isOver ? 'primary' : 'transparent'}
      data-testid="begin-with-text"
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <Flex gap={3} align="center">
        <Box flex={1}>
          <Text muted size={1}>
            Is the article written already? Paste it, or drop a Word file, a mail or a text here.
          </Text>
        </Box>
        <Button
          fontSize={1}
          mode="ghost"
          padding={2}
          text="Begin with a text…"
          onClick={() => begin({articleId, section})}
        />
      </Flex>
    </Card>
  )
}

/** Above an article with suggestions that nobody has confirmed. */
function OpenInArticle({id}: {id: string}) {
  const {open, fileName} = useOpenOfArticle(id)
  const {inspector, openInspector} = useDocumentPane()
  if (open.length === 0) return null
  return (
    <Card padding={3} radius={3} tone="suggest" data-testid="intake-open" aria-live="polite">
      <Flex gap={3} align="center">
        <Box flex={1}>
          <Text size={1}>{countLabel(open.length, fileName)}</Text>
        </Box>
        {inspector?.name !== INTAKE_INSPECTOR && (
          <Button
            fontSize={1}
            mode="ghost"
            padding={2}
            text="Confirm them"
            onClick={() => openInspector(INTAKE_INSPECTOR)}
          />
        )}
      </Flex>
    </Card>
  )
}

/** Above a quote or a photo with suggestions of its own. */
function OpenInDocument({id}: {id: string}) {
  const {record, open} = useOpenOfDocument(id)
  const {busy, problem, confirm} = useConfirm()
  if (!record || open.length === 0) return null
  return (
    <Card padding={3} radius={3} tone="suggest" data-testid="intake-open">
      <Stack gap={3}>
        <Flex gap={3} align="center">
          <Box flex={1}>
            <Text size={1}>
              Read from a file, and not confirmed yet:{' '}
              {open.map(({part}) => partLabel(part)).join(', ')}.
            </Text>
          </Box>
          <Button
            fontSize={1}
            mode="ghost"
            padding={2}
            text="Confirm"
            loading={busy}
            disabled={busy}
            onClick={() => confirm(record, open)}
          />
        </Flex>
        {problem && <Problem>{problem}</Problem>}
      </Stack>
    </Card>
  )
}
