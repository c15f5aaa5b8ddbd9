// The article's page beside its form, as wide as on a desk or as narrow as on a phone.
import {DesktopIcon} from '@sanity/icons/Desktop'
import {LaunchIcon} from '@sanity/icons/Launch'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {Button, Card, Flex, Text} from '@sanity/ui'
import {useEffect, useRef, useState, type ComponentType} from 'react'
import {useSyncState} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {styled} from 'styled-components'
import {pageAddress} from '../../data/page-address.ts'
import {ShareButton} from './share-button.tsx'

const PHONE_WIDTH = 390
/** The page reloads after a pause in typing of this many milliseconds. */
const PAUSE_MS = 700

const Frame = styled.iframe`
  display: block;
  border: 0;
  flex: 1;
  min-height: 0;
  background: #fff;
  margin: 0 auto;
`

/** A document view: registered by the structure for articles. */
export const PageView: UserViewComponent = ({document, documentId, schemaType}) => {
  const [phone, setPhone] = useState(false)
  const frame = useRef<HTMLIFrameElement>(null)
  const address = pageAddress(documentId, schemaType.name)
  const revision = document.displayed?._rev
  const {isSyncing} = useSyncState(documentId, schemaType.name)
  useReloadOnChange(frame, isSyncing ? undefined : revision)

  if (!address || !revision) {
    return (
      <Flex align="center" justify="center" height="fill" padding={5}>
        <Text muted size={1}>
          The page appears here as soon as the article has its first words.
        </Text>
      </Flex>
    )
  }
  return (
    <Flex direction="column" height="fill" data-testid="page-view">
      <Card borderBottom padding={2}>
        <Flex align="center" gap={1} justify="flex-end" wrap="wrap">
          <ShareButton />
          <WidthButton
            icon={DesktopIcon}
            isSelected={!phone}
            label="As on a computer"
            onClick={() => setPhone(false)}
          />
          <WidthButton
            icon={MobileDeviceIcon}
            isSelected={phone}
            label="As on a phone"
            onClick={() => setPhone(true)}
          />
          <Button
            aria-label="Open the page in a window of its own"
            as="a"
            href={address}
            icon={LaunchIcon}
            mode="bleed"
            padding={2}
            rel="noreferrer"
            target="_blank"
          />
        </Flex>
      </Card>
      <Card flex={1} tone="transparent" style={{display: 'flex', minHeight: 0}}>
        <Frame
          ref={frame}
          src={address}
          title="The article’s page"
          style={phone ? {maxWidth: PHONE_WIDTH} : {width: '100%'}}
        />
      </Card>
    </Flex>
  )
}

interface WidthButtonProps {
  icon: ComponentType
  isSelected: boolean
  label: string
  onClick: () => void
}

function WidthButton({icon, isSelected, label, onClick}: WidthButtonProps) {
  return (
    <Button
      aria-label={label}
      aria-pressed={isSelected}
      icon={icon}
      mode="bleed"
      padding={2}
      selected={isSelected}
      onClick={onClick}
    />
  )
}

/** Reloads the page when another revision is saved, and keeps its scroll position. */
function useReloadOnChange(
  frame: React.RefObject<HTMLIFrameElement | null>,
  revision: string | undefined,
): void {
  const shown = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (revision === undefined || shown.current === revision) return undefined
    if (shown.current === undefined) {
      shown.current = revision
      return undefined
    }
    const timer = setTimeout(() => {
      shown.current = revision
      reload(frame.current)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [frame, revision])
}

function reload(frame: HTMLIFrameElement | null): void {
  const page = frame?.contentWindow
  if (!frame || !page) return
  try {
    const {scrollY} = page
    frame.addEventListener('load', () => frame.contentWindow?.scrollTo(0, scrollY), {once: true})
    page.location.reload()
  } catch {
    // A window of another origin cannot be read: it reloads without its scroll position.
    const {src} = frame
    frame.src = src
  }
}
