import type {ReactNode} from 'react'

/** A page with only a message: not found, or not available. */
export function MessagePage({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: ReactNode
}) {
  return (
    <div className="message">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
      <p>
        <a href="/">To the front page</a>
      </p>
    </div>
  )
}
