// Renders the form of the private document inside the public document's form, in its group *Confidential*.
import {LockIcon} from '@sanity/icons/Lock'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {
  createPatchChannel,
  FormBuilder,
  LoadingBlock,
  useDocumentForm,
  useFormValue,
  useSyncState,
  type InputProps,
} from 'sanity'
import {textOf} from '../../ui/form-values.ts'
import {initialPrivateValue, privateDocumentOf, type PrivateDocument} from './private-document.ts'

/** Replaces the input of `confidentialPanel`, a field that never has a value. */
export function ConfidentialPanel(props: InputProps) {
  const publicId = textOf(useFormValue(['_id']))
  const secret = privateDocumentOf(textOf(useFormValue(['_type'])), publicId)
  if (!secret) return props.renderDefault(props)
  return <PrivateForm key={secret.id} secret={secret} publicId={publicId} />
}

function PrivateForm({secret, publicId}: {secret: PrivateDocument; publicId: string}) {
  const [patchChannel] = useState(() => createPatchChannel())
  const initialValue = useMemo(
    () => ({loading: false, error: null, value: initialPrivateValue(secret, publicId)}),
    [secret, publicId],
  )
  const form = useDocumentForm({documentId: secret.id, documentType: secret.type, initialValue})
  const {formState, ready, schemaType, value} = form
  if (!formState || !ready) return <LoadingBlock showText />

  // The reference to the public document is set automatically.
  const members = formState.members.filter(
    (member) => member.kind !== 'field' || member.name !== secret.backlink,
  )
  return (
    <Card border radius={3} padding={4} tone="transparent" data-testid="confidential-panel">
      <Stack gap={5}>
        <Flex gap={3} align="center">
          <Text size={1}>
            <LockIcon />
          </Text>
          <Box flex={1}>
            <Text size={1} muted>
              Seen by the newsroom only, never by readers. Saved at once: there is nothing to
              publish.
            </Text>
          </Box>
          <SavedState secret={secret} stored={Boolean(form.editState.published)} />
        </Flex>
        <FormBuilder
          __internal_patchChannel={patchChannel}
          id={`confidential-${secret.type}`}
          changed={formState.changed}
          collapsedFieldSets={form.collapsedFieldSets}
          collapsedPaths={form.collapsedPaths}
          focusPath={formState.focusPath}
          focused={formState.focused}
          groups={formState.groups}
          hasBaseVariant={false}
          hasUpstreamVersion={false}
          members={members}
          onChange={form.onChange}
          onFieldGroupSelect={form.onSetActiveFieldGroup}
          onPathBlur={form.onBlur}
          onPathFocus={form.onFocus}
          onPathOpen={form.onPathOpen}
          onSetFieldSetCollapsed={form.onSetCollapsedFieldSet}
          onSetPathCollapsed={form.onSetCollapsedPath}
          presence={formState.presence}
          readOnly={formState.readOnly}
          schemaType={schemaType}
          validation={formState.validation}
          value={value}
        />
      </Stack>
    </Card>
  )
}

/** Shows whether the last edit is stored. */
function SavedState({secret, stored}: {secret: PrivateDocument; stored: boolean}) {
  const {isSyncing} = useSyncState(secret.id, secret.type)
  return (
    <Text size={1} muted aria-live="polite">
      {isSyncing ? 'Saving…' : stored ? 'Saved' : ''}
    </Text>
  )
}
