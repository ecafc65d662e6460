import type { ClientState } from '../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { knownBlocks } from '../surface/fields.ts'
import { Surface } from '../surface/Surface.tsx'
import { useSurface } from '../surface/useSurface.ts'

type HomeView = NonNullable<ClientState['home']>

/** The app's Home for the acting person, once the app has published it. */
export function HomeTab({ view, name }: { view: HomeView | null; name: string }) {
  if (!view) return <p className="nothing">{name} has not drawn your Home yet.</p>
  return <Published key={view.id} view={view} />
}

function Published({ view }: { view: HomeView }) {
  const blocks = knownBlocks(view.blocks)
  const surface = useSurface({ view: view.id }, blocks)
  return (
    <section className="home" aria-label="Home">
      <Surface surface={surface}>
        <Blocks blocks={blocks} />
      </Surface>
    </section>
  )
}
