import { createContext, useContext } from 'react'

/** Whether the sidebar is pulled out, on screens where it is not always there. */
export interface Drawer {
  open: boolean
  setOpen: (open: boolean) => void
}

export const DrawerContext = createContext<Drawer>({ open: false, setOpen: () => {} })

export function useDrawer(): Drawer {
  return useContext(DrawerContext)
}
