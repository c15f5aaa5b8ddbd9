// The page as the draft would make it, at three widths.
import {Button, Card, Dialog, Flex} from '@sanity/ui'
import {useId, useState} from 'react'
import {styled} from 'styled-components'
import {pathPrefix} from '../../../model/registry.ts'
import {CONTENT_TYPES} from '../../../model/content-types.ts'
import {previewAddress} from '../../data/page-address.ts'
import type {FrontChoice} from './load-front.ts'
import {TouchArea} from './touch-area.ts'

const WIDTHS = {Phone: 390, Tablet: 820, Desktop: 1280} as const
type Width = keyof typeof WIDTHS

const Frame = styled.iframe`
  border: 0;
  background: #fff;
  display: block;
  height: 75vh;
  margin: 0 auto;
`

/** @param section the section whose front it is; the front page without one */
export function FrontPreview({section, onClose}: {section?: FrontChoice; onClose: () => void}) {
  const [width, setWidth] = useState<Width>('Desktop')
  const path = section ? `${pathPrefix(CONTENT_TYPES.section.path)}/${section.slug ?? ''}` : '/home'
  return (
    <Dialog header="Preview" id={useId()} width="auto" onClose={onClose}>
      <Card as={TouchArea} padding={3}>
        <Flex gap={2} justify="center" paddingBottom={3} role="group" aria-label="Width">
          {(Object.keys(WIDTHS) as Width[]).map((name) => (
            <Button
              key={name}
              aria-pressed={name === width}
              mode={name === width ? 'default' : 'ghost'}
              text={name}
              onClick={() => setWidth(name)}
            />
          ))}
        </Flex>
        <div style={{overflow: 'auto', maxWidth: '90vw'}}>
          <Frame
            src={previewAddress(`/preview${path}`)}
            style={{width: WIDTHS[width]}}
            title={`The front at ${WIDTHS[width]} pixels`}
          />
        </div>
      </Card>
    </Dialog>
  )
}
