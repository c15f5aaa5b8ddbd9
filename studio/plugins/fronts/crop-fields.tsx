// The crop of a picture for one place of a front: by pointer on the picture, or in numbers by keyboard.
import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useRef, type PointerEvent, type ReactNode} from 'react'
import {styled} from 'styled-components'
import {Labelled} from '../../ui/labelled.tsx'
import {
  cropFrameOf,
  dragHandle,
  setSide,
  storedCrop,
  type CropFrame,
  type Handle,
} from './crop-frame.ts'
import type {FrontSlot} from './front-document.ts'
import {RATIO, shownPart, type FrontPhoto} from './shown-part.ts'

type Picture = NonNullable<FrontSlot['picture']>

interface CropFieldsProps {
  photo: FrontPhoto
  value: Picture
  onChange: (picture: Picture) => void
  /** Further buttons. */
  children: ReactNode
}

export function CropFields({photo, value, onChange, children}: CropFieldsProps) {
  const asset = photo.image?.asset
  if (!asset?.url) return null
  // A crop was set for what the photo showed then: not for a picture that has taken its place.
  const own = value.asset._ref === asset._id ? value : undefined
  const crop = own?.crop ?? photo.image?.crop
  const hotspot = own?.hotspot ?? photo.image?.hotspot
  const frame = cropFrameOf(crop, hotspot)
  const set = (changed: CropFrame): void =>
    onChange({
      ...value,
      asset: {_type: 'reference', _ref: asset._id},
      ...storedCrop(changed),
    })
  const {crop: _crop, hotspot: _hotspot, ...uncropped} = value
  return (
    <Stack gap={3} role="group" aria-label="Crop on this front">
      <Flex gap={3} wrap="wrap">
        <Stack gap={2} flex={1} style={{minWidth: 220}}>
          <Text muted size={1}>
            Drag the corners, and the point that stays in view.
          </Text>
          <Whole frame={frame} url={asset.url} onChange={set} />
        </Stack>
        <Stack gap={2} style={{width: 200}}>
          <Text muted size={1}>
            As this front shows it
          </Text>
          <Shown photo={{...photo, image: {asset, crop, hotspot} as FrontPhoto['image']}} />
        </Stack>
      </Flex>
      <Numbers frame={frame} onChange={set} />
      <Flex gap={2} wrap="wrap">
        {(own?.crop || own?.hotspot) && (
          <Button mode="ghost" text="Crop as in the library" onClick={() => onChange(uncropped)} />
        )}
        {children}
      </Flex>
    </Stack>
  )
}

const Frame = styled.div`
  position: relative;
  cursor: crosshair;
`

/** What is dark ends with the picture; the corners can be taken from outside too. */
const Clipped = styled.div`
  position: relative;
  overflow: hidden;
  border-radius: 2px;
  > img {
    display: block;
    width: 100%;
    user-select: none;
  }
`

const Kept = styled.div`
  position: absolute;
  outline: 2px solid #fff;
  box-shadow: 0 0 0 2000px rgb(0 0 0 / 55%);
  pointer-events: none;
`

/** As large as a finger; what is seen of it is smaller. */
const Grip = styled.div<{$isPoint: boolean}>`
  position: absolute;
  width: 44px;
  height: 44px;
  margin: -22px;
  touch-action: none;
  cursor: ${({$isPoint}) => ($isPoint ? 'move' : 'nwse-resize')};
  &::after {
    content: '';
    position: absolute;
    inset: ${({$isPoint}) => ($isPoint ? '11px' : '15px')};
    border: 2px solid #fff;
    border-radius: ${({$isPoint}) => ($isPoint ? '50%' : '2px')};
    background: ${({$isPoint}) => ($isPoint ? 'rgb(0 0 0 / 30%)' : '#2c5cc5')};
    box-shadow: 0 0 0 1px rgb(0 0 0 / 60%);
  }
`

/** The whole picture. What is cut off is dark. The numbers below do the same by keyboard. */
function Whole({
  frame,
  url,
  onChange,
}: {
  frame: CropFrame
  url: string
  onChange: (frame: CropFrame) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const begun = useRef<{frame: CropFrame; x: number; y: number}>(undefined)
  const {left, right, top, bottom, x, y} = frame
  const percentOf = (pixels: {x: number; y: number}): {x: number; y: number} => {
    const {width = 1, height = 1} = box.current?.getBoundingClientRect() ?? {}
    return {x: (100 * pixels.x) / width, y: (100 * pixels.y) / height}
  }
  const grip = (handle: Handle, style: object) => (
    <Grip
      $isPoint={handle === 'point'}
      data-handle={handle}
      style={style}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        begun.current = {frame, x: event.clientX, y: event.clientY}
      }}
      onPointerMove={(event: PointerEvent<HTMLElement>) => {
        const start = begun.current
        if (!start || !event.currentTarget.hasPointerCapture(event.pointerId)) return
        const by = percentOf({x: event.clientX - start.x, y: event.clientY - start.y})
        onChange(dragHandle(start.frame, handle, by))
      }}
    />
  )
  return (
    <Frame
      ref={box}
      aria-hidden
      onClick={(event) => {
        const {left: from, top: above} = event.currentTarget.getBoundingClientRect()
        const at = percentOf({x: event.clientX - from, y: event.clientY - above})
        onChange(setSide(setSide(frame, 'x', at.x), 'y', at.y))
      }}
    >
      <Clipped>
        <img alt="" draggable={false} src={`${url}?w=800`} />
        <Kept
          style={{left: `${left}%`, right: `${right}%`, top: `${top}%`, bottom: `${bottom}%`}}
        />
      </Clipped>
      {grip('topLeft', {left: `${left}%`, top: `${top}%`})}
      {grip('topRight', {left: `${100 - right}%`, top: `${top}%`})}
      {grip('bottomLeft', {left: `${left}%`, top: `${100 - bottom}%`})}
      {grip('bottomRight', {left: `${100 - right}%`, top: `${100 - bottom}%`})}
      {grip('point', {left: `${x}%`, top: `${y}%`})}
    </Frame>
  )
}

/** The part of the picture that readers see, in the shape of the place. */
function Shown({photo}: {photo: FrontPhoto}) {
  const part = shownPart(photo)
  const {width, height} = photo.image?.asset?.dimensions ?? {}
  if (!part || !width || !height) return null
  const style = {
    position: 'absolute' as const,
    // The studio’s style sheet keeps pictures inside their box.
    maxWidth: 'none',
    width: `${(100 * width) / part.width}%`,
    height: `${(100 * height) / part.height}%`,
    left: `${(-100 * part.left) / part.width}%`,
    top: `${(-100 * part.top) / part.height}%`,
  }
  return (
    <Clipped style={{width: '100%', aspectRatio: RATIO}}>
      <img alt="" src={`${photo.image?.asset?.url ?? ''}?w=800`} style={style} />
    </Clipped>
  )
}

const SIDES = {
  left: 'Cut off on the left, %',
  right: 'Cut off on the right, %',
  top: 'Cut off above, %',
  bottom: 'Cut off below, %',
  x: 'Point in view, from the left, %',
  y: 'Point in view, from above, %',
} as const

function Numbers({frame, onChange}: {frame: CropFrame; onChange: (frame: CropFrame) => void}) {
  const id = useId()
  return (
    <div
      style={{
        display: 'grid',
        gap: 12,
        gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
      }}
    >
      {(Object.keys(SIDES) as (keyof CropFrame)[]).map((name) => (
        <Labelled key={name} id={`${id}-${name}`} label={SIDES[name]}>
          <TextInput
            id={`${id}-${name}`}
            max={100}
            min={0}
            type="number"
            value={String(frame[name])}
            onChange={(event) => {
              const value = Number(event.currentTarget.value)
              if (Number.isFinite(value)) onChange(setSide(frame, name, value))
            }}
          />
        </Labelled>
      ))}
    </div>
  )
}
