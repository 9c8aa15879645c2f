import { render } from 'preact'

render(<p>Plan Keeper</p>, document.getElementById('sidebar')!)
