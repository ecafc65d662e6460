import { createContext, type ReactNode, useContext } from 'react'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import type { Surface as SurfaceValue } from './useSurface.ts'

const SurfaceContext = createContext<SurfaceValue | null>(null)

/** Hands a surface to the blocks in it, and asks what it has to ask. */
export function Surface({ surface, children }: { surface: SurfaceValue; children: ReactNode }) {
  return (
    <SurfaceContext value={surface}>
      {children}
      {surface.question && <ConfirmDialog {...surface.question} />}
    </SurfaceContext>
  )
}

export function useSurfaceOf(): SurfaceValue {
  const surface = useContext(SurfaceContext)
  if (!surface) throw new Error('Used outside of a surface.')
  return surface
}
