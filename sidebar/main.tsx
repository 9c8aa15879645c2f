import { render } from 'preact'
import { Sidebar } from './sidebar.tsx'

render(<Sidebar />, document.getElementById('sidebar') as HTMLElement)
